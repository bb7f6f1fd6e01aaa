package io.github.kalshi4j.client.value;

/**
 * One entry of a market's {@code price_ranges}: between its ends, both of which belong to it,
 * prices are whole steps from the start.
 */
public record PriceBand(Price start, Price end, Price step) {
  public PriceBand {
    if (step.centicents() == 0) {
      throw new IllegalArgumentException("price band " + start + " to " + end + " has no step");
    }
    if (!start.isBelow(end)) {
      throw new IllegalArgumentException("price band is empty: " + start + " to " + end);
    }
    if ((end.centicents() - start.centicents()) % step.centicents() != 0) {
      throw new IllegalArgumentException(
          "price band " + start + " to " + end + " is no whole number of steps of " + step);
    }
  }

  public static PriceBand of(String start, String end, String step) {
    return new PriceBand(Price.of(start), Price.of(end), Price.of(step));
  }
}
