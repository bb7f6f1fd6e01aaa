package io.github.kalshi4j.simulator.life;

import io.github.kalshi4j.simulator.reference.SimulatedIndex;

/**
 * What YES is worth if the index goes on as a random walk as wide as of late. A market pays by the
 * average of the last minute, so that its values count as known once they are told.
 */
final class FairValue {
  private static final int AVERAGED = 60;

  private FairValue() {}

  /**
   * Returns the probability that the average reaches the strike.
   *
   * @param strike in dollars
   * @param secondsLeft until the close
   * @param lagMicros how old the price is that one goes by
   */
  static double of(SimulatedIndex index, double strike, double secondsLeft, long lagMicros) {
    double price = index.priceAgo(lagMicros);
    double perRootSecond = index.recentVolatility() * price;
    double mean = price;
    double deviation;
    if (secondsLeft >= AVERAGED) {
      double ofTheAverage = AVERAGED / 3.0;
      deviation = perRootSecond * StrictMath.sqrt(secondsLeft - AVERAGED + ofTheAverage);
    } else {
      int left = AVERAGED - index.finalCount();
      mean = (index.finalSum() + left * price) / AVERAGED;
      deviation = perRootSecond * left / AVERAGED * StrictMath.sqrt(left / 3.0);
    }
    return deviation > 0 ? normal((mean - strike) / deviation) : mean >= strike ? 1 : 0;
  }

  /** Returns the standard normal distribution function, to 1e-7 (Abramowitz and Stegun 26.2.17). */
  static double normal(double z) {
    double t = 1 / (1 + 0.2316419 * Math.abs(z));
    double series =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    double tail = StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * Math.PI) * series;
    return z >= 0 ? 1 - tail : tail;
  }
}
