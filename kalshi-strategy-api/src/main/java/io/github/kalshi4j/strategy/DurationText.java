package io.github.kalshi4j.strategy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 500ms}, {@code 1.5s}, {@code 10m}, {@code 1h}. */
final class DurationText {
  private static final Pattern SHORT =
      Pattern.compile("(-?[0-9]{1,18}(?:\\.[0-9]{1,9})?)(ms|s|m|h)");
  private static final BigInteger NANOS_PER_SECOND = BigInteger.valueOf(1_000_000_000);

  private DurationText() {}

  /**
   * Reads the short form or the one of ISO 8601, such as {@code PT1.5S}.
   *
   * @throws IllegalArgumentException if it is neither, or is no whole number of nanoseconds
   * @throws java.time.DateTimeException if it looks like ISO 8601 and is not
   * @throws ArithmeticException if it does not fit
   */
  static Duration parse(String text) {
    if (text.startsWith("P") || text.startsWith("-P")) {
      return Duration.parse(text);
    }
    Matcher matcher = SHORT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("no duration: " + text);
    }
    long unit =
        switch (matcher.group(2)) {
          case "ms" -> 1_000_000L;
          case "s" -> 1_000_000_000L;
          case "m" -> 60_000_000_000L;
          default -> 3_600_000_000_000L;
        };
    BigInteger nanos =
        new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit)).toBigIntegerExact();
    BigInteger[] parts = nanos.divideAndRemainder(NANOS_PER_SECOND);
    return Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValue());
  }

  /** Writes the short form, in the largest unit that needs no fraction where there is one. */
  static String format(Duration duration) {
    long seconds = duration.getSeconds();
    int nanos = duration.getNano();
    if (nanos == 0) {
      return seconds == 0 || seconds % 60 != 0
          ? seconds + "s"
          : seconds % 3600 != 0 ? seconds / 60 + "m" : seconds / 3600 + "h";
    }
    BigDecimal exact = BigDecimal.valueOf(seconds).add(BigDecimal.valueOf(nanos, 9));
    return exact.abs().compareTo(BigDecimal.ONE) < 0
        ? plain(exact.movePointRight(3)) + "ms"
        : plain(exact) + "s";
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
