package io.github.kalshi4j.simulator.internal.floor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.TradeId;
import io.github.kalshi4j.simulator.exchange.ExchangeEvent;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class MinutesLaws {
  private static final long MICROS = 1_000_000;
  private static final long START = 1_783_173_600; // 14:00 UTC

  private final MarketTicker market = MarketTicker.of("KXA-1-2");

  /** Trades at times that grow, at prices that follow from them. */
  private List<ExchangeEvent.Traded> trades(List<Long> waits) {
    List<ExchangeEvent.Traded> trades = new ArrayList<>();
    long micros = START * MICROS;
    for (long wait : waits) {
      micros += wait * 100_000;
      trades.add(
          new ExchangeEvent.Traded(
              micros,
              TradeId.of("t" + trades.size()),
              market,
              Price.ofCents(1 + (int) (micros / 100_000 % 97)),
              Quantity.ofHundredths(1 + wait),
              OutcomeSide.YES));
    }
    return trades;
  }

  @Property(tries = 300)
  void candlesOfEveryLengthHoldTheTradesOfTheirTime(
      @ForAll @Size(max = 40) List<@LongRange(min = 0, max = 30_000) Long> waits,
      @ForAll Period period) {
    List<ExchangeEvent.Traded> trades = trades(waits);
    Minutes minutes = new Minutes(START * MICROS);
    trades.forEach(minutes::on);
    long until = trades.isEmpty() ? START * MICROS : trades.getLast().timeMicros();
    List<Candle> candles = minutes.candles(period, 0, Long.MAX_VALUE, until, Integer.MAX_VALUE);
    long begin = Long.MIN_VALUE;
    Price last = null;
    int counted = 0;
    for (Candle candle : candles) {
      long from = begin;
      List<ExchangeEvent.Traded> within =
          trades.stream()
              .filter(trade -> trade.timeMicros() > from)
              .filter(trade -> trade.timeMicros() <= candle.end() * MICROS)
              .toList();
      begin = candle.end() * MICROS;
      counted += within.size();
      assertThat(candle.previous()).isEqualTo(last);
      assertThat(candle.volume().hundredths())
          .isEqualTo(within.stream().mapToLong(trade -> trade.quantity().hundredths()).sum());
      if (within.isEmpty()) {
        assertThat(candle.trades()).isNull();
      } else {
        assertThat(candle.trades().prices())
            .isEqualTo(
                new Candle.Course(
                    within.getFirst().price(),
                    within.stream().map(ExchangeEvent.Traded::price).min(Price::compareTo).get(),
                    within.stream().map(ExchangeEvent.Traded::price).max(Price::compareTo).get(),
                    within.getLast().price()));
        last = within.getLast().price();
      }
    }
    assertThat(counted).isEqualTo(trades.size());
  }

  @Property(tries = 200)
  void aPartOfTheCandlesIsTheSameAsAllOfThemCut(
      @ForAll @Size(max = 40) List<@LongRange(min = 0, max = 30_000) Long> waits,
      @ForAll @LongRange(min = -100, max = 40_000) long from,
      @ForAll @LongRange(min = 0, max = 40_000) long length,
      @ForAll Period period) {
    Minutes minutes = new Minutes(START * MICROS);
    List<ExchangeEvent.Traded> trades = trades(waits);
    trades.forEach(minutes::on);
    long until = trades.isEmpty() ? START * MICROS : trades.getLast().timeMicros();
    long start = START + from;
    List<Candle> all = minutes.candles(period, 0, Long.MAX_VALUE, until, Integer.MAX_VALUE);
    assertThat(minutes.candles(period, start, start + length, until, Integer.MAX_VALUE))
        .isEqualTo(
            all.stream()
                .filter(candle -> candle.end() >= start && candle.end() <= start + length)
                .toList());
    Candle latest = minutes.latestBefore(period, start, until);
    assertThat(latest)
        .isEqualTo(
            all.stream().filter(candle -> candle.end() < start).reduce((a, b) -> b).orElse(null));
  }
}
