package io.github.kalshi4j.risk.breaker;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Where one trading day ends and the next begins. A day has the date on which it begins.
 *
 * @param turn the local time of the turn; where the clocks skip it, the day turns as much later,
 *     and where they repeat it, the first time counts
 */
public record TradingDay(ZoneId zone, LocalTime turn) {
  /** Midnight in New York, the exchange's own time. */
  public static final TradingDay NEW_YORK =
      new TradingDay(ZoneId.of("America/New_York"), LocalTime.MIDNIGHT);

  /** Returns the trading day to which a moment belongs. */
  public LocalDate of(Instant time) {
    LocalDate date = time.atZone(zone).toLocalDate();
    if (time.isBefore(start(date))) {
      return date.minusDays(1);
    }
    LocalDate next = date.plusDays(1);
    return time.isBefore(start(next)) ? date : next;
  }

  /** Returns the first moment of a trading day. */
  public Instant start(LocalDate day) {
    return ZonedDateTime.of(day, turn, zone).withEarlierOffsetAtOverlap().toInstant();
  }
}
