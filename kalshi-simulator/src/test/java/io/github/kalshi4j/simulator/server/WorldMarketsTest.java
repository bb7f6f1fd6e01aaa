package io.github.kalshi4j.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.event.Event;
import io.github.kalshi4j.client.market.CandlePeriod;
import io.github.kalshi4j.client.market.Candlestick;
import io.github.kalshi4j.client.market.CandlestickQuery;
import io.github.kalshi4j.client.market.Market;
import io.github.kalshi4j.client.market.MarketFilterStatus;
import io.github.kalshi4j.client.market.MarketQuery;
import io.github.kalshi4j.client.market.ResultKind;
import io.github.kalshi4j.client.market.StrikeType;
import io.github.kalshi4j.client.market.Trade;
import io.github.kalshi4j.client.market.TradeQuery;
import io.github.kalshi4j.client.series.Series;
import io.github.kalshi4j.client.series.SeriesQuery;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.SeriesTicker;
import io.github.kalshi4j.simulator.access.AccessPolicies;
import io.github.kalshi4j.simulator.reference.Coin;
import io.github.kalshi4j.simulator.world.WorldConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the markets look like that the world lists by itself, in which a crowd trades. */
@Timeout(60)
class WorldMarketsTest {
  private static final Instant START = Instant.parse("2026-11-27T19:15:00Z");
  private static final SeriesTicker SERIES = SeriesTicker.of("KXETH15M");

  private final ManualTimeSource time = ManualTimeSource.at(START.plusSeconds(1));
  private final SimulatedExchange exchange =
      SimulatedExchange.start(
          SimulatedExchangeConfig.EMPTY
              .withTime(time)
              .withAccess(AccessPolicies.UNLIMITED)
              .withWorld(WorldConfig.startingAt(START).withCoins(List.of(Coin.ETH))));
  private final KalshiClient client =
      KalshiClient.connect(ClientConfig.of(exchange.baseUrl()).withAttempts(1).withTime(time));

  @AfterEach
  void close() {
    client.close();
    exchange.close();
  }

  private Market open() {
    return client
        .markets()
        .all(MarketQuery.ALL.withSeries(SERIES).withStatus(MarketFilterStatus.OPEN))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aMarketTellsItsStrikeOnceItIsKnown() {
    Market before = open();
    assertThat(before.ticker().value()).isEqualTo("KXETH15M-26NOV271430-30");
    assertThat(before.strikeType()).isEqualTo(StrikeType.GREATER_OR_EQUAL);
    time.advance(Duration.ofSeconds(30));
    Market market = open();
    assertThat(market.floorStrike()).isNotNull();
    assertThat(market.yesSubTitle()).startsWith("Target Price: $");
    assertThat(market.rulesPrimary()).contains("ETHUSD_RTI", "Nov 27, 2026 at 2:30 PM EST");
    assertThat(market.priceLevelStructure()).isEqualTo("tapered_deci_cent");
    assertThat(market.expectedExpiration()).isEqualTo(START.plusSeconds(20 * 60));
    assertThat(market.exchangeIndex()).isEqualTo(2);
  }

  @Test
  void aPaidMarketTellsWhatDecidedIt() {
    Market listed = open();
    time.advance(Duration.ofMinutes(15).plusSeconds(10));
    Market market = client.markets().get(listed.ticker());
    assertThat(market.result()).isIn(ResultKind.YES, ResultKind.NO);
    assertThat(market.expirationValue()).matches("[0-9]+\\.[0-9]{2}");
  }

  @Test
  void eventsAndSeriesHaveTheirNames() {
    Event event = client.events().get(open().event());
    assertThat(event.series()).isEqualTo(SERIES);
    assertThat(event.title()).isEqualTo("ETH price up in next 15 mins?");
    assertThat(event.subTitle()).isEqualTo("On Nov 27, 2026 at 2:30 PM EST");
    Series series = client.series().get(SERIES);
    assertThat(series.frequency()).isEqualTo("fifteen_min");
    assertThat(series.category()).isEqualTo("Crypto");
    assertThat(client.series().list(SeriesQuery.ALL.withCategory("Crypto"))).hasSize(1);
    assertThat(client.series().list(SeriesQuery.ALL.withCategory("Sports"))).isEmpty();
  }

  @Test
  void candlesOfACrowdedMarketAddUpToItsTrades() {
    Market market = open();
    time.advance(Duration.ofMinutes(20));
    List<Trade> trades =
        client
            .markets()
            .allTrades(TradeQuery.ALL.withMarket(market.ticker()).withLimit(1000))
            .toList();
    List<Candlestick> minutes =
        client
            .markets()
            .candlesticks(
                SERIES,
                market.ticker(),
                CandlestickQuery.of(START, START.plusSeconds(3600), CandlePeriod.MINUTE));
    assertThat(minutes).hasSize(15);
    assertThat(minutes.getFirst().end()).isEqualTo(START.plusSeconds(60));
    assertThat(minutes.stream().map(Candlestick::volume).reduce(Quantity.ZERO, Quantity::plus))
        .isEqualTo(trades.stream().map(Trade::quantity).reduce(Quantity.ZERO, Quantity::plus))
        .isEqualTo(client.markets().get(market.ticker()).volume());
    assertThat(minutes)
        .allSatisfy(candle -> {
          assertThat(candle.bid().low().isAbove(candle.bid().high())).isFalse();
          assertThat(candle.bid().high().isAbove(candle.ask().high())).isFalse();
          List<Trade> within =
              trades.stream()
                  .filter(trade -> trade.created().isAfter(candle.end().minusSeconds(60)))
                  .filter(trade -> !trade.created().isAfter(candle.end()))
                  .toList();
          assertThat(within.stream().map(Trade::quantity).reduce(Quantity.ZERO, Quantity::plus))
              .isEqualTo(candle.volume());
          assertThat(candle.price().open())
              .isEqualTo(within.isEmpty() ? null : within.getLast().price());
          assertThat(candle.price().close())
              .isEqualTo(within.isEmpty() ? null : within.getFirst().price());
        });
  }
}
