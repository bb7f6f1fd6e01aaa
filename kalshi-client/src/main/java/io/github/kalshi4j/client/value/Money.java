package io.github.kalshi4j.client.value;

import io.github.kalshi4j.client.internal.FixedPoint;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A signed amount of dollars, held exactly as a count of $0.000001. Arithmetic that overflows
 * throws {@link ArithmeticException}.
 *
 * @param micros the amount in units of $0.000001
 */
public record Money(long micros) implements Comparable<Money> {
  private static final int SCALE = 6;

  public static final Money ZERO = new Money(0);

  /**
   * Parses dollars with up to six decimals, such as {@code "-1.25"}.
   *
   * @throws IllegalArgumentException if the text is no amount or has a digit beyond $0.000001
   */
  public static Money of(String dollars) {
    return new Money(FixedPoint.parse(dollars, SCALE));
  }

  public static Money ofDollars(long dollars) {
    return new Money(Math.multiplyExact(dollars, 1_000_000L));
  }

  public static Money ofCents(long cents) {
    return new Money(Math.multiplyExact(cents, 10_000L));
  }

  public static Money ofMicros(long micros) {
    return micros == 0 ? ZERO : new Money(micros);
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(micros, other.micros));
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(micros, other.micros));
  }

  public Money negated() {
    return new Money(Math.negateExact(micros));
  }

  public Money max(Money other) {
    return micros >= other.micros ? this : other;
  }

  public Money min(Money other) {
    return micros <= other.micros ? this : other;
  }

  /**
   * Returns {@code this × part ÷ whole}, rounded to $0.000001: the share of a total that belongs to
   * a part of it.
   *
   * @throws ArithmeticException if the whole is zero or the result overflows
   */
  public Money share(Quantity part, Quantity whole, RoundingMode rounding) {
    if (part.equals(whole) && !whole.isZero()) {
      return this;
    }
    BigInteger product = BigInteger.valueOf(micros).multiply(BigInteger.valueOf(part.hundredths()));
    return new Money(
        new BigDecimal(product)
            .divide(BigDecimal.valueOf(whole.hundredths()), 0, rounding)
            .longValueExact());
  }

  public int signum() {
    return Long.signum(micros);
  }

  public boolean isAbove(Money other) {
    return micros > other.micros;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(micros, other.micros);
  }

  /** Returns dollars with six decimals: {@code "-1.250000"}. */
  @Override
  public String toString() {
    return FixedPoint.format(micros, SCALE);
  }
}
