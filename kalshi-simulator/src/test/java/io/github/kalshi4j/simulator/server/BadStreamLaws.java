package io.github.kalshi4j.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.testing.CapturedLog;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.exchange.MarketView;
import io.github.kalshi4j.simulator.internal.floor.Floor;
import io.github.kalshi4j.simulator.world.WorldConfig;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Random commands to the stream: documented answers, on a connection that goes on. */
class BadStreamLaws {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LAST = 999_999;
  private static final List<String> TYPES =
      List.of(
          "subscribed",
          "ok",
          "unsubscribed",
          "error",
          "orderbook_snapshot",
          "orderbook_delta",
          "ticker",
          "trade",
          "fill",
          "user_order",
          "market_position",
          "order_group_updates",
          "market_lifecycle_v2",
          "event_lifecycle",
          "cfbenchmarks_value",
          "cfbenchmarks_value_5hz",
          "cfbenchmarks_value_indexlist",
          "pyth_value",
          "cfbenchmarks_value_5hz_indexlist",
          "pyth_value_underlying_list");
  private static final List<String> CHANNELS =
      List.of(
          "orderbook_delta",
          "ticker",
          "trade",
          "fill",
          "user_orders",
          "market_positions",
          "order_group_updates",
          "market_lifecycle_v2",
          "multivariate_market_lifecycle",
          "communications",
          "cfbenchmarks_value",
          "cfbenchmarks_value_5hz",
          "pyth_value",
          "x");

  @Provide
  Arbitrary<Object> values() {
    Arbitrary<Object> leaves =
        Arbitraries.oneOf(
            Arbitraries.of(
                "all",
                "",
                "self",
                "add_markets",
                "delete_markets",
                "get_snapshot",
                "indexlist",
                "subscribe_indices",
                "unsubscribe_indices",
                ServerTest.MARKET.value(),
                "\u0000"),
            Arbitraries.of(CHANNELS).map(channel -> channel),
            Arbitraries.integers().between(-2, 20).map(number -> number),
            Arbitraries.bigIntegers().map(number -> number),
            Arbitraries.doubles().map(number -> number),
            Arbitraries.of(true, false).map(flag -> flag),
            Arbitraries.strings().ofMaxLength(20).map(text -> text));
    return Arbitraries.oneOf(
        leaves,
        leaves.list().ofMaxSize(4).map(list -> list),
        leaves.list().list().ofMaxSize(2).map(list -> list),
        Arbitraries.maps(Arbitraries.of("sid", "a"), leaves).ofMaxSize(2).map(map -> map));
  }

  @Provide
  Arbitrary<String> commands() {
    Arbitrary<String> names =
        Arbitraries.of(
            "channels",
            "market_ticker",
            "market_tickers",
            "market_id",
            "market_ids",
            "sid",
            "sids",
            "action",
            "index_ids",
            "underlying_tickers",
            "shard_factor",
            "shard_key",
            "user_filter",
            "use_yes_price",
            "skip_ticker_ack",
            "send_initial_snapshot");
    Arbitrary<List<String>> channels = Arbitraries.of(CHANNELS).list().ofMinSize(1).ofMaxSize(3);
    Arbitrary<String> commands =
        Arbitraries.of(
            "subscribe", "unsubscribe", "update_subscription", "list_subscriptions", "y");
    return Combinators.combine(
            commands,
            Arbitraries.maps(names, values()).ofMaxSize(5),
            channels,
            Arbitraries.integers().between(0, 3))
        .as((command, given, named, kind) -> {
          Map<String, Object> params = new LinkedHashMap<>(given);
          if (kind == 0) {
            params.put("channels", named);
          }
          Object whole = kind == 3 ? given.values() : params;
          return JSON.writeValueAsString(Map.of("id", kind, "cmd", command, "params", whole));
        });
  }

  @Property(tries = 15, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void commandsAreAnsweredOrRefused(@ForAll("manyCommands") List<String> commands)
      throws IOException {
    try (ExchangeUnderAttack attacked = new ExchangeUnderAttack();
        RawSocket socket = RawSocket.open(attacked.http, attacked.streamSignature(attacked.ann))) {
      for (String command : commands) {
        socket.send(command);
        answersUntilListed(socket);
      }
      attacked.isUnharmed();
      attacked.stillTrades();
      answersUntilListed(socket);
    }
  }

  @Provide
  Arbitrary<List<String>> manyCommands() {
    return commands().list().ofMinSize(10).ofMaxSize(30);
  }

  private static void answersUntilListed(RawSocket socket) throws IOException {
    socket.send("{\"id\":" + LAST + ",\"cmd\":\"list_subscriptions\"}");
    JsonNode frame = socket.next();
    while (!frame.has("id") || frame.get("id").intValue() != LAST) {
      assertThat(frame.get("type").stringValue()).as(frame.toString()).isIn(TYPES);
      if (frame.get("type").stringValue().equals("error")) {
        assertThat(frame.get("msg").get("code").intValue()).isIn(BadStreamTest.CODES);
      }
      frame = socket.next();
    }
  }

  @Property(tries = 3, shrinking = ShrinkingMode.OFF)
  void subscriptionsComeAndGoWhileMarketsRoll(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    Instant start = Instant.parse("2026-07-06T14:00:00Z");
    ManualTimeSource time = ManualTimeSource.at(start);
    SimulatedExchangeConfig config =
        SimulatedExchangeConfig.EMPTY
            .withWorld(WorldConfig.startingBeforeClose(start, Duration.ofMinutes(1)))
            .withTime(time)
            .withSeed(seed);
    try (CapturedLog log = CapturedLog.of(Floor.class);
        SimulatedExchange exchange = SimulatedExchange.start(config)) {
      Credentials key = exchange.openMember(UserId.of("ann"), Money.ofDollars(1000));
      RawHttp http = new RawHttp(exchange.baseUrl().getPort());
      try (RawSocket socket =
          RawSocket.open(http, ExchangeUnderAttack.streamSignature(key, time.now()))) {
        int listed = exchange.look(engine -> engine.markets().size());
        for (int i = 0; i < 60; i++) {
          time.advance(Duration.ofSeconds(2));
          List<MarketView> markets = exchange.look(engine -> engine.markets());
          String market = markets.get(random.nextInt(markets.size())).listed().market().value();
          socket.send(
              random.nextInt(3) == 0
                  ? "{\"id\":1,\"cmd\":\"unsubscribe\",\"params\":{\"sids\":[%d]}}"
                      .formatted(random.nextInt(1, 30))
                  : """
                  {"id":1,"cmd":"subscribe",\
                  "params":{"channels":["%s","orderbook_delta"],"market_ticker":"%s"}}\
                  """
                      .formatted(CHANNELS.get(random.nextInt(CHANNELS.size())), market));
          answersUntilListed(socket);
        }
        int now = exchange.look(engine -> engine.markets().size());
        assertThat(now).isGreaterThan(listed);
      }
      assertThat(log.lines()).isEmpty();
    }
  }
}
