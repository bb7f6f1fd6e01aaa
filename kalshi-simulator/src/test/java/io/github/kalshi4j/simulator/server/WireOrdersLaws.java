package io.github.kalshi4j.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.simulator.ledger.Account;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import tools.jackson.databind.JsonNode;

/** Random orders and transfers through the wire: no money is made or lost, none is owed. */
class WireOrdersLaws {
  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs();
  }

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void moneyIsConservedAndNobodyOwesAny(@ForAll("seeds") long seed) throws IOException {
    Random random = new Random(seed);
    try (ExchangeUnderAttack attacked = new ExchangeUnderAttack()) {
      Members members = new Members(attacked, random);
      for (int i = 0; i < 80; i++) {
        RawHttp.Reply reply = members.step();
        if (reply.status() >= 300) {
          reply.isRefusal();
        }
        holds(attacked);
      }
      assertThat(attacked.log.lines()).isEmpty();
    }
  }

  private static void holds(ExchangeUnderAttack attacked) {
    attacked.exchange.look(engine -> {
      assertThat(engine.ledger().imbalance()).isEqualTo(Money.ZERO);
      for (Account account : engine.ledger().accounts()) {
        assertThat(account.cash().signum()).as("%s", account.id()).isNotNegative();
        assertThat(engine.ledger().free(account).signum()).isNotNegative();
      }
      return true;
    });
  }

  private record Members(ExchangeUnderAttack attacked, Random random, List<String> orders) {
    Members(ExchangeUnderAttack attacked, Random random) {
      this(attacked, random, new ArrayList<>(List.of(attacked.order)));
    }

    RawHttp.Reply step() throws IOException {
      Credentials who = random.nextBoolean() ? attacked.ann : attacked.bob;
      String target = ExchangeUnderAttack.ORDERS + '/' + orders.get(random.nextInt(orders.size()));
      return switch (random.nextInt(12)) {
        case 0 -> send(who, "DELETE", target + "?market_ticker=" + ServerTest.MARKET, "");
        case 1 ->
            send(
                who,
                "POST",
                target + "/amend",
                """
                {"ticker":"%s","side":"%s","price":"%s","count":"%s"}\
                """
                    .formatted(ServerTest.MARKET, side(), price(), count()));
        case 2 ->
            send(
                who,
                "POST",
                target + "/decrease",
                "{\"reduce_%s\":\"%s\",\"market_ticker\":\"%s\"}"
                    .formatted(random.nextBoolean() ? "by" : "to", count(), ServerTest.MARKET));
        case 3 ->
            send(
                who,
                "POST",
                ExchangeUnderAttack.ORDERS + "/batched",
                "{\"orders\":[" + order() + ',' + order() + ',' + order() + "]}");
        case 4 ->
            send(
                who,
                "POST",
                "/portfolio/subaccounts/transfer",
                """
                {"client_transfer_id":"%s","from_subaccount":%d,"to_subaccount":%d,\
                "amount_cents":%d}\
                """
                    .formatted(
                        UUID.randomUUID(),
                        random.nextInt(3),
                        random.nextInt(3),
                        random.nextLong(-10, 200_000)));
        case 5 ->
            send(
                who,
                "POST",
                "/portfolio/intra_exchange_instance_transfer",
                """
                {"source":"event_contract","destination":"event_contract","amount":%d,\
                "source_exchange_shard":%d,"destination_exchange_shard":%d}\
                """
                    .formatted(
                        random.nextLong(-10, 20_000_000), random.nextInt(3), random.nextInt(3)));
        case 6 ->
            random.nextInt(4) == 0
                ? send(who, "POST", "/portfolio/subaccounts", "{}")
                : send(who, "DELETE", ExchangeUnderAttack.ORDERS, "");
        default -> send(who, "POST", ExchangeUnderAttack.ORDERS, order());
      };
    }

    private RawHttp.Reply send(Credentials who, String method, String target, String body)
        throws IOException {
      RawHttp.Reply reply = attacked.signed(who, method, target, body);
      if (reply.status() == 201 && target.equals(ExchangeUnderAttack.ORDERS)) {
        JsonNode id = reply.json().get("order_id");
        orders.add(id.stringValue());
      }
      return reply;
    }

    private String order() {
      String tif =
          List.of("good_till_canceled", "immediate_or_cancel", "fill_or_kill")
              .get(random.nextInt(3));
      return ExchangeUnderAttack.order(side(), price(), count())
          .replace("good_till_canceled", tif)
          .replace("taker_at_cross", random.nextBoolean() ? "maker" : "taker_at_cross")
          .replace(
              "}",
              ",\"post_only\":%b,\"reduce_only\":%b,\"subaccount\":%d}"
                  .formatted(
                      random.nextInt(5) == 0, random.nextInt(5) == 0, random.nextInt(8) / 7));
    }

    private String side() {
      return random.nextBoolean() ? "bid" : "ask";
    }

    private String price() {
      return "0.%02d".formatted(random.nextInt(100));
    }

    private String count() {
      int cents = random.nextInt(3) == 0 ? random.nextInt(300_000) : random.nextInt(2_000);
      return "%d.%02d".formatted(cents / 100, cents % 100);
    }
  }
}
