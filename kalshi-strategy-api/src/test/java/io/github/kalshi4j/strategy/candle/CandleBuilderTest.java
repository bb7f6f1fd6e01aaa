package io.github.kalshi4j.strategy.candle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.strategy.candle.Candle.Prices;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CandleBuilderTest {
  private static final MarketTicker MARKET = MarketTicker.of("M");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final CandleBuilder mids = new CandleBuilder(MARKET, CandleSource.MIDS, MINUTE);
  private final CandleBuilder trades = new CandleBuilder(MARKET, CandleSource.TRADES, MINUTE);

  @Test
  void startsAtTheMultipleOfTheIntervalThatHoldsTheFirstUpdate() {
    mids.mid(Price.of("0.40"), Price.of("0.42"), at("12:00:59.999"));
    assertThat(mids.advanceTo(at("12:01:00")))
        .containsExactly(
            new Candle(
                MARKET,
                CandleSource.MIDS,
                at("12:00:00"),
                MINUTE,
                new Prices(money("0.41"), money("0.41"), money("0.41"), money("0.41")),
                Quantity.ZERO,
                1));
  }

  @Test
  void keepsAMidThatLiesBetweenTwoPricesExactly() {
    mids.mid(Price.of("0.0010"), Price.of("0.0011"), at("12:00:00"));
    assertThat(mids.advanceTo(at("12:01:00")).getFirst().prices().close())
        .isEqualTo(money("0.00105"));
  }

  @Test
  void countsAnUpdateAtTheBoundaryIntoTheNextCandle() {
    trades.trade(Price.of("0.40"), Quantity.of("1.5"), at("12:00:10"));
    assertThat(trades.trade(Price.of("0.50"), Quantity.of("2"), at("12:01:00")))
        .singleElement()
        .satisfies(candle -> {
          assertThat(candle.prices().close()).isEqualTo(money("0.40"));
          assertThat(candle.volume()).isEqualTo(Quantity.of("1.5"));
        });
    assertThat(trades.advanceTo(at("12:02:00")))
        .extracting(Candle::prices)
        .containsExactly(new Prices(money("0.50"), money("0.50"), money("0.50"), money("0.50")));
  }

  @Test
  void closesEmptyIntervalsOneByOne() {
    mids.advanceTo(at("12:00:30"));
    mids.mid(Price.of("0.40"), Price.of("0.42"), at("12:00:40"));
    assertThat(mids.advanceTo(at("12:03:59")))
        .extracting(Candle::start, Candle::isEmpty, Candle::updates)
        .containsExactly(
            tuple(at("12:00:00"), false, 1L),
            tuple(at("12:01:00"), true, 0L),
            tuple(at("12:02:00"), true, 0L));
  }

  @Test
  void startsWithTheClockEvenBeforeAnythingHappens() {
    assertThat(mids.advanceTo(at("12:00:30"))).isEmpty();
    assertThat(mids.advanceTo(at("12:01:00"))).singleElement().matches(Candle::isEmpty);
    assertThat(mids.hasUpdates()).isFalse();
  }

  @Test
  void countsALateUpdateIntoTheOpenCandle() {
    trades.advanceTo(at("12:01:00"));
    assertThat(trades.trade(Price.of("0.40"), Quantity.of("1"), at("12:00:59"))).isEmpty();
    assertThat(trades.advanceTo(at("12:02:00")))
        .singleElement()
        .extracting(Candle::start, Candle::volume)
        .containsExactly(at("12:01:00"), Quantity.of("1"));
  }

  @Test
  void ignoresAClockThatGoesBack() {
    mids.advanceTo(at("12:05:00"));
    assertThat(mids.advanceTo(at("12:00:00"))).isEmpty();
    assertThat(mids.advanceTo(at("12:06:00"))).hasSize(1);
  }

  @Test
  void keepsOpenHighLowAndClose() {
    for (String price : new String[] {"0.40", "0.60", "0.20", "0.50"}) {
      trades.trade(Price.of(price), Quantity.of("1"), at("12:00:00"));
    }
    assertThat(trades.advanceTo(at("12:01:00")).getFirst().prices())
        .isEqualTo(new Prices(money("0.40"), money("0.60"), money("0.20"), money("0.50")));
  }

  @Test
  void countsPeriodsFrom1970AlsoBefore() {
    CandleBuilder builder = new CandleBuilder(MARKET, CandleSource.MIDS, Duration.ofSeconds(7));
    builder.advanceTo(Instant.ofEpochSecond(-1));
    assertThat(builder.advanceTo(Instant.EPOCH).getFirst().start())
        .isEqualTo(Instant.ofEpochSecond(-7));
  }

  @Test
  void takesOnlyTheTimeOfWhatItsCandlesAreNotMadeOf() {
    mids.trade(Price.of("0.40"), Quantity.of("1"), at("12:00:00"));
    assertThat(mids.trade(Price.of("0.40"), Quantity.of("1"), at("12:01:00")))
        .singleElement()
        .satisfies(candle -> {
          assertThat(candle.isEmpty()).isTrue();
          assertThat(candle.volume()).isEqualTo(Quantity.ZERO);
        });
    trades.mid(Price.of("0.40"), Price.of("0.41"), at("12:00:00"));
    assertThat(trades.mid(Price.of("0.40"), Price.of("0.41"), at("12:01:00")))
        .singleElement()
        .matches(Candle::isEmpty);
  }

  @Test
  void refusesAnIntervalThatIsNone() {
    assertThatThrownBy(() -> new CandleBuilder(MARKET, CandleSource.MIDS, Duration.ZERO))
        .hasMessage("candle interval must be positive: PT0S");
  }

  private static Instant at(String time) {
    return Instant.parse("2026-05-14T" + time + "Z");
  }

  private static Money money(String dollars) {
    return Money.of(dollars);
  }
}
