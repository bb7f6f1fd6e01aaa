package io.github.kalshi4j.cli;

import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.WireEnum;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How values are shown: for people, and in JSON, where what is not there is null. */
final class Shown {
  private static final String NOTHING = "-";

  private Shown() {}

  /** Returns a value's text for people, a dash if there is none. */
  static String cell(@Nullable Object value) {
    return value == null ? NOTHING : value.toString();
  }

  /** Returns a time to the second, in UTC. */
  static String cell(@Nullable Instant time) {
    return time == null ? NOTHING : time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Returns exact dollars, with at least the cents: {@code -$12.3456}. */
  static String dollars(Money amount) {
    return dollars(amount, decimals(amount));
  }

  /**
   * Returns exact dollars.
   *
   * @param decimals how many to show, at least those it {@linkplain #decimals has}
   */
  static String dollars(Money amount, int decimals) {
    return (amount.signum() < 0 ? "-$" : "$")
        + BigDecimal.valueOf(amount.micros(), 6).abs().setScale(decimals).toPlainString();
  }

  /** Returns dollars rounded to the cent: {@code -$12.35}. */
  static String cents(Money amount) {
    BigDecimal cents =
        BigDecimal.valueOf(amount.micros(), 6).abs().setScale(2, RoundingMode.HALF_EVEN);
    return (amount.signum() < 0 && cents.signum() != 0 ? "-$" : "$") + cents.toPlainString();
  }

  /** Returns how many there are of something: {@code 1 tape}, {@code 2 tapes}. */
  static String count(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }

  /** Returns how many decimals an amount has, the cents included. */
  static int decimals(Money amount) {
    return Math.max(2, BigDecimal.valueOf(amount.micros(), 6).stripTrailingZeros().scale());
  }

  /** Returns the wire form of a value, which is its text; null if there is none. */
  static @Nullable String json(@Nullable Object value) {
    return value == null
        ? null
        : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  /** Returns the exchange's word; null if there is none, or none that this version knows. */
  static @Nullable String json(@Nullable WireEnum word) {
    return word == null || word.wire().isEmpty() ? null : word.wire();
  }
}
