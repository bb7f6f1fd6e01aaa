package io.github.kalshi4j.simulator.internal.floor;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** How long a candle is. Days end at midnight in New York, as recorded ones do. */
public enum Period {
  MINUTE(1),
  HOUR(60),
  DAY(1440);

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private final int minutes;

  Period(int minutes) {
    this.minutes = minutes;
  }

  public int minutes() {
    return minutes;
  }

  /** Returns the first end of a period at or after a time; both in seconds since 1970. */
  public long endAtOrAfter(long time) {
    if (this != DAY) {
      long seconds = minutes * 60L;
      return Math.ceilDiv(time, seconds) * seconds;
    }
    ZonedDateTime local = Instant.ofEpochSecond(time).atZone(NEW_YORK);
    LocalDate day = local.toLocalDate();
    long midnight = day.atStartOfDay(NEW_YORK).toEpochSecond();
    return midnight == time ? time : day.plusDays(1).atStartOfDay(NEW_YORK).toEpochSecond();
  }
}
