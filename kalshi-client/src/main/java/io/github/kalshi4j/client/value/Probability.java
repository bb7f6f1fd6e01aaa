package io.github.kalshi4j.client.value;

/**
 * What a model believes, from 0 to 1. The one {@code double} of the domain, because it is an
 * opinion; turning it into a price goes through {@link PriceGrid}, which says how it rounds.
 */
public record Probability(double value) implements Comparable<Probability> {
  public Probability {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("probability outside 0 to 1: " + value);
    }
  }

  public static Probability of(double value) {
    return new Probability(value);
  }

  /** Returns the probability of the other outcome. */
  public Probability complement() {
    return new Probability(1 - value);
  }

  @Override
  public int compareTo(Probability other) {
    return Double.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Double.toString(value);
  }
}
