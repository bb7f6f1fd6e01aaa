package io.github.kalshi4j.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.market.Market;
import io.github.kalshi4j.client.market.MarketQuery;
import io.github.kalshi4j.client.market.Trade;
import io.github.kalshi4j.client.market.TradeQuery;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.series.SeriesQuery;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.SeriesTicker;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.access.AccessPolicies;
import io.github.kalshi4j.simulator.exchange.Answer;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.exchange.OrderRequest;
import io.github.kalshi4j.simulator.market.ListedMarket;
import io.github.kalshi4j.simulator.market.Outcome;
import io.github.kalshi4j.simulator.reference.Coin;
import io.github.kalshi4j.simulator.world.WorldConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class RetentionTest extends ServerTest {
  private static final Duration KEPT = Duration.ofHours(1);
  private static final MarketTicker OTHER = MarketTicker.of("KXHIGHNY-26JUL04-T90");

  @Override
  SimulatedExchangeConfig configure(SimulatedExchangeConfig usual) {
    return usual.withAccess(AccessPolicies.UNLIMITED.withKept(KEPT));
  }

  private void place(UserId user, MarketTicker market, BookSide side) {
    LimitOrder order =
        LimitOrder.goodTillCanceled(market, side, Price.of("0.40"), Quantity.ofContracts(1));
    assertThat(exchange.execute(new Command.Place(user, OrderRequest.from(order))))
        .isInstanceOf(Answer.Placed.class);
  }

  private String ofAnn(String path) throws Exception {
    return signed("GET", path, "").body();
  }

  @Test
  void aMarketPaidLongAgoIsForgottenWithAllThatWasDoneInIt() throws Exception {
    done(
        new Command.ListMarket(
            ListedMarket.of(OTHER, EVENT, OPEN, CLOSE.plus(Duration.ofDays(1)))));
    for (MarketTicker market : List.of(MARKET, OTHER)) {
      place(BOB, market, BookSide.ASK);
      place(ANN, market, BookSide.BID);
    }
    time.advance(Duration.ofMinutes(15));
    done(new Command.Determine(MARKET, Outcome.YES));
    time.advance(KEPT.minusMillis(1));
    assertThat(ann.markets().all(MarketQuery.ALL)).hasSize(2);
    assertThat(ofAnn("/portfolio/settlements")).contains(MARKET.value());
    String balance = ofAnn("/portfolio/balance").replaceFirst("\"portfolio_value.*", "");
    assertThat(ofAnn("/historical/cutoff")).contains("\"market_settled_ts\":\"1970-01-01T00:");
    time.advance(Duration.ofMillis(1));
    assertThat(ann.markets().all(MarketQuery.ALL)).hasSize(1);
    assertThat(ann.markets().allTrades(TradeQuery.ALL).map(Trade::market)).containsExactly(OTHER);
    for (String path :
        List.of(
            "/portfolio/settlements",
            "/portfolio/fills",
            "/portfolio/orders",
            "/portfolio/positions?settlement_status=all",
            "/historical/markets")) {
      assertThat(ofAnn(path)).as(path).doesNotContain(MARKET.value());
    }
    assertThat(ofAnn("/portfolio/fills")).contains(OTHER.value());
    assertThat(ofAnn("/portfolio/balance")).startsWith(balance);
    assertThat(ofAnn("/historical/cutoff"))
        .contains("\"market_settled_ts\":\"2026-07-04T14:15:01Z\"");
    assertThat(send("GET", "/markets/" + MARKET, "").statusCode()).isEqualTo(404);
  }

  @Test
  void aPageIsTurnedWhereItWasLeftThoughOlderThingsAreForgotten() {
    done(
        new Command.ListMarket(
            ListedMarket.of(OTHER, EVENT, OPEN, CLOSE.plus(Duration.ofDays(1)))));
    place(BOB, MARKET, BookSide.ASK);
    place(ANN, MARKET, BookSide.BID);
    for (int i = 0; i < 3; i++) {
      place(BOB, OTHER, BookSide.ASK);
      place(ANN, OTHER, BookSide.BID);
    }
    time.advance(Duration.ofMinutes(15));
    done(new Command.Determine(MARKET, Outcome.NO));
    var first = ann.markets().trades(TradeQuery.ALL.withLimit(1));
    time.advance(KEPT);
    assertThat(ann.markets().allTrades(TradeQuery.ALL.withLimit(1))).hasSize(3);
    assertThat(
            ann.markets()
                .trades(TradeQuery.ALL.withLimit(5).withCursor(first.next().orElseThrow()))
                .items())
        .hasSize(2);
  }

  /** Turns the pages of a list one by one, while something happens behind the first. */
  private List<String> pages(String path, String items, String name, Runnable between)
      throws Exception {
    List<String> shown = new ArrayList<>();
    String cursor = "";
    do {
      String sign = path.contains("?") ? "&" : "?";
      JsonNode body = RawStream.JSON.readTree(ofAnn(path + sign + "limit=1&cursor=" + cursor));
      body.get(items).forEach(item -> shown.add(item.get(name).stringValue()));
      if (shown.size() == 1) {
        between.run();
      }
      cursor = body.get("cursor").stringValue();
    } while (!cursor.isEmpty());
    return shown;
  }

  private void listed(String market, String event) {
    done(
        new Command.ListMarket(
            ListedMarket.of(
                MarketTicker.of(market),
                EventTicker.of(event),
                OPEN,
                CLOSE.plus(Duration.ofDays(1)))));
  }

  /** Has one market paid that came first, so that it goes when time is up, and two others. */
  private void oneIsAboutToGo() {
    listed("KXA-1-T1", "KXA-1");
    listed("KXB-1-T1", "KXB-1");
    for (String market : List.of(MARKET.value(), "KXA-1-T1", "KXB-1-T1")) {
      place(BOB, MarketTicker.of(market), BookSide.ASK);
      place(ANN, MarketTicker.of(market), BookSide.BID);
    }
    time.advance(Duration.ofMinutes(15));
    done(new Command.Determine(MARKET, Outcome.NO));
  }

  @ParameterizedTest
  @CsvSource({
    "/markets, markets, ticker, KXHIGHNY-26JUL04-T85, KXA-1-T1, KXB-1-T1",
    "/events, events, event_ticker, KXHIGHNY-26JUL04, KXA-1, KXB-1",
    "/portfolio/positions?settlement_status=all, market_positions, ticker, KXHIGHNY-26JUL04-T85, "
        + "KXA-1-T1, KXB-1-T1"
  })
  void nothingIsSkippedBecauseWhatWasShownIsForgotten(
      String path, String items, String name, String first, String second, String third)
      throws Exception {
    oneIsAboutToGo();
    assertThat(pages(path, items, name, () -> time.advance(KEPT)))
        .containsExactly(first, second, third);
  }

  @Test
  void anEventKeepsItsPlaceThoughItsFirstMarketIsForgotten() throws Exception {
    listed("KXHIGHNY-26JUL04-T90", EVENT.value());
    oneIsAboutToGo();
    assertThat(pages("/events", "events", "event_ticker", () -> time.advance(KEPT)))
        .containsExactly(EVENT.value(), "KXA-1", "KXB-1");
  }

  @Test
  void aClientOrderIdMayBeUsedAgainOnceItsMarketIsForgotten() throws Exception {
    String body = bid(",\"client_order_id\":\"mine\"");
    String elsewhere = body.replace(MARKET.value(), "KXA-1-T1");
    listed("KXA-1-T1", "KXA-1");
    String orders = "/portfolio/events/orders";
    assertThat(signed("POST", orders, body).statusCode()).isEqualTo(201);
    time.advance(Duration.ofMinutes(15));
    done(new Command.Determine(MARKET, Outcome.NO));
    assertThat(signed("POST", orders, elsewhere).statusCode()).isEqualTo(409);
    time.advance(KEPT);
    assertThat(signed("POST", orders, elsewhere).statusCode()).isEqualTo(201);
    assertThat(signed("POST", orders, elsewhere).statusCode()).isEqualTo(409);
  }

  @Test
  void transfersAreForgottenWithTheirNames() throws Exception {
    ann.subaccounts().create();
    String shards = "/portfolio/intra_exchange_instance_transfer";
    String between =
        "{\"from_subaccount\":0,\"to_subaccount\":1,\"amount_cents\":100,"
            + "\"client_transfer_id\":\"5f3c1b1e-0000-4000-8000-000000000001\"}";
    String moved =
        "{\"source\":\"event_contract\",\"destination\":\"event_contract\","
            + "\"destination_exchange_shard\":2,\"amount\":10000}";
    assertThat(signed("POST", "/portfolio/subaccounts/transfer", between).statusCode())
        .isEqualTo(200);
    assertThat(signed("POST", shards, moved).statusCode()).isEqualTo(200);
    time.advance(KEPT);
    assertThat(signed("POST", "/portfolio/subaccounts/transfer", between).statusCode())
        .isEqualTo(409);
    assertThat(ofAnn("/portfolio/subaccounts/transfers")).contains("\"amount_cents\":100");
    time.advance(Duration.ofMillis(1));
    assertThat(ofAnn("/portfolio/subaccounts/transfers")).contains("\"transfers\":[]");
    assertThat(ofAnn(shards + "s")).contains("\"transfers\":[]");
    assertThat(signed("POST", "/portfolio/subaccounts/transfer", between).statusCode())
        .isEqualTo(200);
  }

  @Test
  void marketsThatRollForDaysDoNotPileUp() {
    SimulatedExchangeConfig rolling =
        SimulatedExchangeConfig.EMPTY
            .withTime(time)
            .withAccess(AccessPolicies.UNLIMITED.withKept(KEPT))
            .withWorld(
                WorldConfig.startingAt(time.now()).withCoins(List.of(Coin.ETH)).withCrowded(false));
    try (SimulatedExchange world = SimulatedExchange.start(rolling);
        KalshiClient client =
            KalshiClient.connect(ClientConfig.of(world.baseUrl()).withAttempts(1).withTime(time))) {
      for (int quarter = 0; quarter < 4 * 6; quarter++) {
        time.advance(Duration.ofMinutes(15));
        assertThat(client.markets().all(MarketQuery.ALL)).hasSizeLessThanOrEqualTo(7);
      }
      assertThat(client.series().list(SeriesQuery.ALL)).hasSize(1);
    }
  }

  @Test
  void aMarketThatWasDecidedBeforeItsTimeIsNotMissed() {
    WorldConfig config = WorldConfig.startingAt(time.now()).withCrowded(false);
    SimulatedExchangeConfig forgetful =
        SimulatedExchangeConfig.EMPTY
            .withTime(time)
            .withAccess(AccessPolicies.UNLIMITED.withKept(Duration.ofMinutes(1)))
            .withWorld(config);
    try (SimulatedExchange world = SimulatedExchange.start(forgetful);
        KalshiClient client =
            KalshiClient.connect(ClientConfig.of(world.baseUrl()).withAttempts(1).withTime(time))) {
      MarketQuery daily = MarketQuery.ALL.withSeries(SeriesTicker.of("KXBTCD"));
      MarketTicker market = client.markets().all(daily).findFirst().orElseThrow().ticker();
      world.execute(new Command.MoveClose(market, time.now()));
      world.execute(new Command.Determine(market, Outcome.YES));
      time.advance(Duration.ofMinutes(5));
      assertThat(client.markets().all(daily).map(Market::ticker)).doesNotContain(market);
      time.advance(Duration.ofHours(30));
      assertThat(client.markets().all(daily)).isNotEmpty();
    }
  }
}
