package io.github.kalshi4j.client.value;

import io.github.kalshi4j.client.internal.FixedPoint;

/**
 * A number of contracts, never negative, held exactly in hundredths of a contract.
 *
 * @param hundredths the quantity in units of 0.01 contract
 */
public record Quantity(long hundredths) implements Comparable<Quantity> {
  private static final int SCALE = 2;

  public static final Quantity ZERO = new Quantity(0);

  public Quantity {
    if (hundredths < 0) {
      throw new IllegalArgumentException("negative quantity: " + hundredths + " hundredths");
    }
  }

  /**
   * Parses the wire form, such as {@code "10.00"}.
   *
   * @throws IllegalArgumentException if the text is no quantity or has a digit beyond 0.01 contract
   */
  public static Quantity of(String contracts) {
    return new Quantity(FixedPoint.parse(contracts, SCALE));
  }

  public static Quantity ofContracts(long contracts) {
    return new Quantity(Math.multiplyExact(contracts, 100L));
  }

  public static Quantity ofHundredths(long hundredths) {
    return hundredths == 0 ? ZERO : new Quantity(hundredths);
  }

  public Quantity plus(Quantity other) {
    return new Quantity(Math.addExact(hundredths, other.hundredths));
  }

  /**
   * Returns the difference.
   *
   * @throws IllegalArgumentException if the other quantity is the greater one
   */
  public Quantity minus(Quantity other) {
    return ofHundredths(hundredths - other.hundredths);
  }

  public Quantity min(Quantity other) {
    return hundredths <= other.hundredths ? this : other;
  }

  public boolean isZero() {
    return hundredths == 0;
  }

  public boolean isAbove(Quantity other) {
    return hundredths > other.hundredths;
  }

  @Override
  public int compareTo(Quantity other) {
    return Long.compare(hundredths, other.hundredths);
  }

  /** Returns the wire form, two decimals: {@code "10.00"}. */
  @Override
  public String toString() {
    return FixedPoint.format(hundredths, SCALE);
  }
}
