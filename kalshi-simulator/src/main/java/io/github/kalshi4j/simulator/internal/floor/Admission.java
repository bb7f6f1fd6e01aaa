package io.github.kalshi4j.simulator.internal.floor;

import io.github.kalshi4j.client.auth.ApiKeyId;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.exchange.Answer;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.ledger.AccountId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.UUID;

/** Lets members in. Safe for threads. */
public final class Admission {
  /** The kinds of keys. */
  public enum KeyType {
    RSA,
    ED25519
  }

  /** A member's first key. */
  public record Issued(ApiKeyId id, KeyPair pair) {}

  private final Floor floor;
  private final Keys keys;

  public Admission(Floor floor, Keys keys) {
    this.floor = floor;
    this.keys = keys;
  }

  /** Lets a member in, with money on shard 0 if it is not zero. */
  public Answer open(UserId user, Money deposit) {
    return floor.call(engine -> {
      if (deposit.signum() < 0) {
        throw new IllegalArgumentException("a deposit of " + deposit);
      }
      Answer answer = engine.execute(engine.timeMicros(), new Command.OpenMember(user));
      if (!answer.equals(Answer.DONE) || deposit.signum() == 0) {
        return answer;
      }
      return engine.execute(engine.timeMicros(), new Command.Deposit(AccountId.of(user), deposit));
    });
  }

  /** Makes a member's first key, in place of one that was made before. */
  public Issued issue(UserId user, KeyType type) {
    KeyPair pair = pair(type);
    byte[] name = user.value().getBytes(StandardCharsets.UTF_8);
    ApiKeyId id = ApiKeyId.of(UUID.nameUUIDFromBytes(name).toString());
    keys.put(id, pair.getPublic(), user);
    return new Issued(id, pair);
  }

  private static KeyPair pair(KeyType type) {
    try {
      KeyPairGenerator generator =
          KeyPairGenerator.getInstance(type == KeyType.RSA ? "RSA" : "Ed25519");
      if (type == KeyType.RSA) {
        generator.initialize(2048);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no keys of type " + type + " in this Java", e);
    }
  }
}
