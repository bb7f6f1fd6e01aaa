package io.github.kalshi4j.simulator.internal.stream;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

/** Times as frames tell them, from microseconds since 1970. */
final class Times {
  private static final long PER_SECOND = 1_000_000;

  /** Trailing zeros of the fraction are dropped, as by the exchange. */
  private static final DateTimeFormatter RFC_3339 =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendLiteral('Z')
          .toFormatter()
          .withZone(ZoneOffset.UTC);

  private Times() {}

  static String rfc3339(long micros) {
    return rfc3339(
        Instant.ofEpochSecond(seconds(micros), Math.floorMod(micros, PER_SECOND) * 1_000));
  }

  static String rfc3339(Instant time) {
    return RFC_3339.format(time);
  }

  static long seconds(long micros) {
    return Math.floorDiv(micros, PER_SECOND);
  }

  static long millis(long micros) {
    return Math.floorDiv(micros, 1_000L);
  }
}
