package io.github.kalshi4j.risk.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.value.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class CircuitBreakerLaws {
  private static final Instant START = Instant.parse("2026-10-30T00:00:00Z");

  @Property(tries = 300)
  void latchesForEveryPathOfEquity(
      @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 900, max = 1_000) Long> equities) {
    CircuitBreaker breaker = CircuitBreaker.dailyLoss(Money.ofDollars(30));
    boolean tripped = false;
    for (int i = 0; i < equities.size(); i++) {
      breaker.observe(START.plusSeconds(i), Money.ofDollars(equities.get(i)));
      tripped |= equities.get(0) - equities.get(i) >= 30;
      assertThat(breaker.trip().isPresent()).isEqualTo(tripped);
    }
  }

  @Property(tries = 300)
  void aPercentageIsExact(
      @ForAll @LongRange(min = 1, max = 1_000_000_000) long start,
      @ForAll @IntRange(min = 1, max = 10_000) int basisPoints,
      @ForAll @LongRange(min = -2, max = 2) long offset) {
    long loss = start * basisPoints / 10_000 + offset; // near the limit
    CircuitBreaker breaker =
        new CircuitBreaker(
            new Trigger.DailyLossPercent(BigDecimal.valueOf(basisPoints, 2)),
            Action.BLOCK_ENTRIES,
            Reset.MANUAL,
            TradingDay.NEW_YORK);
    breaker.observe(START, Money.ofMicros(start));
    breaker.observe(START, Money.ofMicros(start - loss));
    assertThat(breaker.trip().isPresent()).isEqualTo(loss * 10_000 >= start * basisPoints);
  }

  @Property(tries = 300)
  void aTradingDayEndsAtItsLocalTimeWithinTwentyFiveHours(
      @ForAll @LongRange(min = 0, max = 5 * 86_400) long seconds,
      @ForAll @IntRange(min = 0, max = 23) int hour) {
    TradingDay day = new TradingDay(ZoneId.of("America/New_York"), LocalTime.of(hour, 30));
    Instant time = START.plusSeconds(seconds);
    Instant end = day.end(time);
    assertThat(end).isAfter(time).isBeforeOrEqualTo(time.plusSeconds(25 * 3_600));
    assertThat(end.atZone(day.zone()).toLocalTime()).isEqualTo(LocalTime.of(hour, 30));
    assertThat(day.end(end.minusNanos(1))).isEqualTo(end);
    assertThat(day.end(end)).isAfter(end);
  }
}
