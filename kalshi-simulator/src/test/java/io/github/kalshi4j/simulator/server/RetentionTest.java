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
import java.util.List;
import org.junit.jupiter.api.Test;

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
