package io.github.kalshi4j.strategy.candle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.strategy.candle.Candle.Prices;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CandleBuilderLaws {
  private static final Instant ORIGIN = Instant.parse("2026-05-14T00:00:00Z");

  @Property(tries = 300)
  void everyPeriodGivesTheCandleOfItsOwnUpdates(
      @ForAll("updates") List<Update> updates, @ForAll @IntRange(min = 1, max = 4000) int millis) {
    Duration interval = Duration.ofMillis(millis);
    CandleBuilder builder = new CandleBuilder(MarketTicker.of("M"), CandleSource.TRADES, interval);
    List<Candle> candles = new ArrayList<>();
    for (Update update : updates) {
      if (update.clockOnly()) {
        candles.addAll(builder.advanceTo(update.time()));
      } else {
        candles.addAll(builder.trade(update.price(), update.quantity(), update.time()));
      }
    }
    candles.addAll(builder.advanceTo(updates.getLast().time().plus(interval)));

    for (int i = 0; i < candles.size(); i++) {
      Candle candle = candles.get(i);
      assertThat(candle.start().toEpochMilli() % millis).isZero();
      if (i > 0) {
        assertThat(candle.start()).isEqualTo(candles.get(i - 1).end());
      }
      List<Update> own =
          updates.stream()
              .filter(update -> !update.clockOnly())
              .filter(update -> !update.time().isBefore(candle.start()))
              .filter(update -> update.time().isBefore(candle.end()))
              .toList();
      assertThat(candle.updates()).isEqualTo(own.size());
      assertThat(candle.volume().hundredths())
          .isEqualTo(own.stream().mapToLong(update -> update.quantity().hundredths()).sum());
      assertThat(candle.prices()).isEqualTo(reference(own));
    }
    assertThat(candles.getFirst().start()).isBeforeOrEqualTo(updates.getFirst().time());
    assertThat(candles.stream().mapToLong(Candle::updates).sum())
        .isEqualTo(updates.stream().filter(update -> !update.clockOnly()).count());
  }

  private static Prices reference(List<Update> updates) {
    if (updates.isEmpty()) {
      return null;
    }
    List<Money> prices = updates.stream().map(update -> update.price().perContract()).toList();
    return new Prices(
        prices.getFirst(),
        prices.stream().max(Comparator.naturalOrder()).orElseThrow(),
        prices.stream().min(Comparator.naturalOrder()).orElseThrow(),
        prices.getLast());
  }

  @Provide
  Arbitrary<List<Update>> updates() {
    Arbitrary<Update> updates =
        Combinators.combine(
                Arbitraries.integers().between(0, 10_000),
                Arbitraries.longs().between(1, 9_999),
                Arbitraries.longs().between(1, 10_000),
                Arbitraries.of(true, false, false))
            .as((millis, price, quantity, clockOnly) ->
                new Update(
                    ORIGIN.plusMillis(millis),
                    Price.ofCenticents(price),
                    Quantity.ofHundredths(quantity),
                    clockOnly));
    return updates
        .list()
        .ofMinSize(1)
        .ofMaxSize(30)
        .map(list -> list.stream().sorted(Comparator.comparing(Update::time)).toList());
  }

  record Update(Instant time, Price price, Quantity quantity, boolean clockOnly) {}
}
