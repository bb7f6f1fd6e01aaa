package io.github.kalshi4j.client.value;

import io.github.kalshi4j.client.internal.FixedPoint;
import java.util.Optional;

/**
 * The contracts held in one market after netting: positive for YES, negative for NO.
 *
 * @param hundredths the position in units of 0.01 contract
 */
public record NetPosition(long hundredths) implements Comparable<NetPosition> {
  private static final int SCALE = 2;

  public static final NetPosition FLAT = new NetPosition(0);

  /**
   * Parses the wire form, such as {@code "-3.00"} for three NO contracts.
   *
   * @throws IllegalArgumentException if the text is no number or has a digit beyond 0.01 contract
   */
  public static NetPosition of(String contracts) {
    return new NetPosition(FixedPoint.parse(contracts, SCALE));
  }

  /** Returns the outcome that is held; empty if none is. */
  public Optional<OutcomeSide> side() {
    return hundredths == 0
        ? Optional.empty()
        : Optional.of(hundredths > 0 ? OutcomeSide.YES : OutcomeSide.NO);
  }

  /** Returns how many contracts are held, of whichever outcome. */
  public Quantity quantity() {
    return Quantity.ofHundredths(Math.absExact(hundredths));
  }

  public boolean isFlat() {
    return hundredths == 0;
  }

  @Override
  public int compareTo(NetPosition other) {
    return Long.compare(hundredths, other.hundredths);
  }

  /** Returns the wire form, two decimals: {@code "-3.00"}. */
  @Override
  public String toString() {
    return FixedPoint.format(hundredths, SCALE);
  }
}
