package io.github.kalshi4j.simulator.world;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * The trading pause for maintenance, Thursdays from 03:00 to 05:00 in New York.
 *
 * @param begin its first moment
 * @param end its first moment after it
 * @see <a href="https://docs.kalshi.com/getting_started/maintenance_and_pauses">Kalshi,
 *     maintenance</a>
 */
record WeeklyPause(Instant begin, Instant end) {
  static final DayOfWeek DAY = DayOfWeek.THURSDAY;
  static final LocalTime BEGIN = LocalTime.of(3, 0);
  static final LocalTime END = LocalTime.of(5, 0);
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  /** Returns the pause that is at a time, or the next one. */
  static WeeklyPause endingAfter(Instant time) {
    ZonedDateTime day =
        time.atZone(NEW_YORK).with(TemporalAdjusters.nextOrSame(DAY)).truncatedTo(ChronoUnit.DAYS);
    WeeklyPause pause = on(day);
    return pause.end.isAfter(time) ? pause : on(day.plusWeeks(1));
  }

  private static WeeklyPause on(ZonedDateTime day) {
    return new WeeklyPause(day.with(BEGIN).toInstant(), day.with(END).toInstant());
  }

  /** Returns the next one. */
  WeeklyPause next() {
    return endingAfter(end.plus(Duration.ofSeconds(1)));
  }
}
