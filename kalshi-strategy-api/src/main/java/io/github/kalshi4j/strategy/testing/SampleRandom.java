package io.github.kalshi4j.strategy.testing;

/**
 * SplitMix64, written out so that a seed gives the same numbers on every JVM and in every version.
 */
final class SampleRandom {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  SampleRandom(long seed) {
    state = seed;
  }

  /** Returns a generator of its own for one purpose. */
  static SampleRandom of(long seed, int market, int purpose) {
    SampleRandom mixer = new SampleRandom(seed);
    mixer.state += mixer.nextLong() ^ (market * 31L + purpose);
    return new SampleRandom(mixer.nextLong());
  }

  long nextLong() {
    state += GOLDEN_GAMMA;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Returns a number from 0 to below the bound. */
  int below(int bound) {
    return (int) (((nextLong() >>> 32) * bound) >>> 32);
  }

  /** Returns a number from the first to below the second. */
  int between(int from, int to) {
    return from + below(to - from);
  }

  /** Returns a number from 0 to below 1. */
  double unit() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  /** Returns a number of mean 0 and deviation 1, near enough to a normal one. */
  double normal() {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += unit();
    }
    return sum;
  }
}
