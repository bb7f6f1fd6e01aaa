package io.github.kalshi4j.client.value;

import io.github.kalshi4j.client.internal.FixedPoint;
import java.util.Optional;

/**
 * A contract price from $0 to $1, held exactly as a count of $0.0001. The two ends are values, for
 * settlements and arithmetic, but no order may carry them.
 *
 * @param centicents the price in units of $0.0001, 0 to 10 000
 */
public record Price(long centicents) implements Comparable<Price> {
  private static final int SCALE = 4;
  private static final Price[] ALL = new Price[10_001];
  private static final Optional<Price>[] PRESENT = newOptionals();

  public static final Price ZERO = ofCenticents(0);
  public static final Price ONE = ofCenticents(10_000);

  public Price {
    if (centicents < 0 || centicents > 10_000) {
      throw new IllegalArgumentException("price outside $0 to $1: " + centicents + " centicents");
    }
  }

  /**
   * Parses the wire form, such as {@code "0.5600"}.
   *
   * @throws IllegalArgumentException if the text is no price or has a digit beyond $0.0001
   */
  public static Price of(String dollars) {
    return ofCenticents(FixedPoint.parse(dollars, SCALE));
  }

  /** Returns the price of a whole number of cents, 0 to 100. */
  public static Price ofCents(long cents) {
    return ofCenticents(Math.multiplyExact(cents, 100L));
  }

  /** Returns the shared instance for a count of $0.0001, so that hot paths allocate nothing. */
  public static Price ofCenticents(long centicents) {
    return centicents >= 0 && centicents < ALL.length
        ? ALL[(int) centicents]
        : new Price(centicents); // throws, naming the value
  }

  /** Returns the shared {@code Optional} of this price, so that hot paths allocate nothing. */
  public Optional<Price> asOptional() {
    return PRESENT[(int) centicents];
  }

  /** Returns this price seen from the other outcome: YES at p is NO at $1 − p. */
  public Price complement() {
    return ofCenticents(ONE.centicents - centicents);
  }

  /** Returns the exact cost: $10⁻⁴ × 10⁻² contracts = $10⁻⁶, so nothing is ever rounded here. */
  public Money times(Quantity quantity) {
    return new Money(Math.multiplyExact(centicents, quantity.hundredths()));
  }

  /** Returns this price as the money one contract costs. */
  public Money perContract() {
    return new Money(centicents * 100);
  }

  public boolean isAbove(Price other) {
    return centicents > other.centicents;
  }

  public boolean isBelow(Price other) {
    return centicents < other.centicents;
  }

  @Override
  public int compareTo(Price other) {
    return Long.compare(centicents, other.centicents);
  }

  /** Returns the wire form, four decimals: {@code "0.5600"}. */
  @Override
  public String toString() {
    return FixedPoint.format(centicents, SCALE);
  }

  @SuppressWarnings("unchecked")
  private static Optional<Price>[] newOptionals() {
    Optional<Price>[] optionals = new Optional[ALL.length];
    for (int i = 0; i < ALL.length; i++) {
      ALL[i] = new Price(i);
      optionals[i] = Optional.of(ALL[i]);
    }
    return optionals;
  }
}
