package io.github.kalshi4j.simulator.server;

import io.github.kalshi4j.client.auth.ApiKeyId;
import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.access.AccessPolicies;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.market.ListedMarket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * Runs an exchange for clients that are not ours: one open market, and two members with $1000 each,
 * who have RSA keys because the published packages sign with no others.
 *
 * <p>The first argument is a folder for the keys. What a client needs is printed as one line of
 * JSON; the exchange stops when its standard input ends.
 */
final class ExchangeForOthers {
  private ExchangeForOthers() {}

  public static void main(String[] args) throws IOException, GeneralSecurityException {
    Path folder = Path.of(args[0]);
    Instant now = TimeSource.system().now();
    MarketTicker market = MarketTicker.of("KXHIGHNY-26JUL04-T85");
    try (var exchange =
        SimulatedExchange.start(
            SimulatedExchangeConfig.EMPTY.withAccess(AccessPolicies.UNLIMITED))) {
      exchange.execute(
          new Command.ListMarket(
              ListedMarket.of(
                  market,
                  EventTicker.of("KXHIGHNY-26JUL04"),
                  now.minusSeconds(60),
                  now.plus(Duration.ofHours(1)))));
      String line =
          "{\"url\":\"%s\",\"market\":\"%s\",\"ann\":%s,\"bob\":%s}"
              .formatted(
                  exchange.baseUrl(),
                  market,
                  member(exchange, folder, "ann"),
                  member(exchange, folder, "bob"));
      System.out.println(line);
      System.in.transferTo(System.err);
    }
  }

  private static String member(SimulatedExchange exchange, Path folder, String name)
      throws IOException, GeneralSecurityException {
    UserId user = UserId.of(name);
    exchange.openMember(user, Money.ofDollars(1000));
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    ApiKeyId id = ApiKeyId.of(UUID.randomUUID().toString());
    exchange.accept(id, pair.getPublic(), user);
    Path file = folder.resolve(name + ".pem");
    String base64 = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
    Files.writeString(
        file, "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
    return "{\"key_id\":\"%s\",\"pem\":\"%s\"}".formatted(id.value(), file.toAbsolutePath());
  }
}
