package io.github.kalshi4j.risk.breaker;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Where one trading day ends and the next begins.
 *
 * @param turn the local time of the turn; where the clocks skip it, the day turns as much later,
 *     and where they repeat it, the first time counts
 */
public record TradingDay(ZoneId zone, LocalTime turn) {
  /** Midnight in New York, the exchange's own time. */
  public static final TradingDay NEW_YORK =
      new TradingDay(ZoneId.of("America/New_York"), LocalTime.MIDNIGHT);

  /** Returns the end of the trading day to which a moment belongs: the first turn after it. */
  public Instant end(Instant time) {
    LocalDate date = time.atZone(zone).toLocalDate().minusDays(1);
    while (!turnOf(date).isAfter(time)) {
      date = date.plusDays(1);
    }
    return turnOf(date);
  }

  private Instant turnOf(LocalDate date) {
    return ZonedDateTime.of(date, turn, zone).withEarlierOffsetAtOverlap().toInstant();
  }
}
