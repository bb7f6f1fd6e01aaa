package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.exchange.Answer;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.internal.floor.Admission;
import io.github.kalshi4j.simulator.internal.floor.Floor;
import io.github.kalshi4j.simulator.ledger.AccountId;
import java.util.Base64;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/** Lets members in and pays money in. */
final class MemberResource {
  private static final String INVALID = "invalid_parameters";
  private static final int PEM_LINE = 64;

  private final Floor floor;
  private final Admission admission;

  MemberResource(Floor floor, Admission admission) {
    this.floor = floor;
    this.admission = admission;
  }

  void addTo(Routes routes) {
    routes.open("POST", "/members", this::open);
    routes.open("POST", "/members/{user_id}/deposits", this::deposit);
  }

  private ApiAnswer open(ApiRequest request) {
    Fields fields = Fields.of(request);
    UserId user = fields.needParsed("user_id", INVALID, UserId::of);
    Money balance =
        Objects.requireNonNullElse(
            fields.parsed("balance", INVALID, MemberResource::amount), Money.ZERO);
    Admission.KeyType type =
        Objects.requireNonNullElse(
            fields.parsed("key_type", INVALID, MemberResource::keyType), Admission.KeyType.RSA);
    require(admission.open(user, balance));
    Admission.Issued issued = admission.issue(user, type);
    ObjectNode node = Json.object();
    node.put("user_id", user.value());
    node.put("api_key_id", issued.id().value());
    node.put("private_key", pem(issued.pair().getPrivate().getEncoded()));
    return ApiAnswer.created(node);
  }

  private static Admission.KeyType keyType(String text) {
    return switch (text) {
      case "rsa" -> Admission.KeyType.RSA;
      case "ed25519" -> Admission.KeyType.ED25519;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static Money amount(String text) {
    Money amount = Money.of(text);
    if (amount.signum() < 0) {
      throw new IllegalArgumentException(text);
    }
    return amount;
  }

  private static String pem(byte[] key) {
    String lines = Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'}).encodeToString(key);
    return "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n";
  }

  private ApiAnswer deposit(ApiRequest request) {
    Fields fields = Fields.of(request);
    UserId user = ApiRequest.name(request.part("user_id"), UserId::of);
    int shard = Objects.requireNonNullElse(fields.integer("exchange_index", 0, 1_000), 0);
    AccountId account = new AccountId(user, fields.subaccount("subaccount"), shard);
    Money amount = fields.needParsed("amount", INVALID, MemberResource::amount);
    require(floor.execute(new Command.Deposit(account, amount)));
    return ApiAnswer.noContent();
  }

  private static void require(Answer answer) {
    if (answer instanceof Answer.Refused(var refusal)) {
      throw ApiException.of(refusal);
    }
  }
}
