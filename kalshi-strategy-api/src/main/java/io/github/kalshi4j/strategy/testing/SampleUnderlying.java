package io.github.kalshi4j.strategy.testing;

/**
 * The invented index under one sample market, in steps of 100 ms from the opening to the close: a
 * random walk with bursts. Before a burst the makers grow cautious; during it the index runs one
 * way and their caution fades, so that the spread converges while the mid moves.
 *
 * <p>The market pays YES if the mean of the last 60 one-second prints is at least the strike. All
 * arithmetic is of the kind that gives the same bits everywhere: no {@code Math} function whose
 * result may differ.
 */
final class SampleUnderlying {
  static final int STEPS_PER_SECOND = 10;
  static final int SECONDS = 900;

  private static final int PRINTS = 60;
  private static final double STEP_SECONDS = 1.0 / STEPS_PER_SECOND;
  private static final double DEVIATION_PER_ROOT_SECOND = 8.9e-5; // 50 % a year
  private static final double CALM = 0.75; // what the bursts leave of it to the walk
  private static final double LEAST_DEVIATION = 1e-4;

  private final SampleRandom random;
  private final double strike;
  private double price;
  private int step;
  private int knownPrints;
  private double printSum;

  private int untilBurst;
  private int cautionSteps;
  private int cautionLeft;
  private int burstSteps;
  private int burstLeft;
  private double burstGain; // change of fair value, in dollars, over the whole burst

  SampleUnderlying(SampleRandom random, double price, double strike) {
    this.random = random;
    this.price = price;
    this.strike = strike;
    planBurst();
  }

  double price() {
    return price;
  }

  boolean isOver() {
    return step == SECONDS * STEPS_PER_SECOND;
  }

  /** Returns the mean of the last 60 prints, once all are known. */
  double settlement() {
    if (knownPrints != PRINTS) {
      throw new IllegalStateException("prints known: " + knownPrints);
    }
    return printSum / PRINTS;
  }

  /** Returns how cautious makers are, from 0 to 1. */
  double caution() {
    if (burstLeft > 0) {
      return (double) burstLeft / burstSteps;
    }
    return cautionLeft > 0 ? 1 : 0;
  }

  /** Returns where the index is heading: −1, 0 or 1. */
  int heading() {
    return burstLeft == 0 ? 0 : burstGain > 0 ? 1 : -1;
  }

  void advance() {
    double drift = 0;
    if (burstLeft > 0) {
      burstLeft--;
      // 0.4 is the density of the normal distribution at 0, where fair value moves fastest
      drift = burstGain / burstSteps * meanDeviation() / 0.4;
      if (burstLeft == 0) {
        planBurst();
      }
    } else if (cautionLeft > 0) {
      cautionLeft--;
      if (cautionLeft == 0) {
        burstLeft = burstSteps;
      }
    } else {
      untilBurst--;
      if (untilBurst == 0) {
        cautionLeft = cautionSteps;
      }
    }
    double deviation = CALM * DEVIATION_PER_ROOT_SECOND * StrictMath.sqrt(STEP_SECONDS) * price;
    price += drift + deviation * random.normal();
    step++;
    if (step % STEPS_PER_SECOND == 0 && step > (SECONDS - PRINTS) * STEPS_PER_SECOND) {
      printSum += price;
      knownPrints++;
    }
  }

  /** Returns the fair value of YES, in dollars. */
  double fairValue() {
    int left = PRINTS - knownPrints;
    double mean = (printSum + left * price) / PRINTS;
    return normalProbability((mean - strike) / meanDeviation());
  }

  /** Returns the deviation of the settlement, in units of the index. */
  private double meanDeviation() {
    double seconds = SECONDS - step * STEP_SECONDS;
    double n = PRINTS;
    double m = n - knownPrints;
    double variance;
    if (knownPrints == 0 && seconds >= n) {
      variance = seconds - n + (n + 1) * (2 * n + 1) / (6 * n);
    } else {
      double toNextPrint = seconds - (m - 1);
      variance = m / n * (m / n) * (toNextPrint - 1) + m * (m + 1) * (2 * m + 1) / (6 * n * n);
    }
    double relative =
        DEVIATION_PER_ROOT_SECOND * StrictMath.sqrt(StrictMath.max(0, variance)) + LEAST_DEVIATION;
    return price * relative;
  }

  private void planBurst() {
    untilBurst = random.between(100, 500);
    cautionSteps = random.between(10, 18);
    burstSteps = random.between(20, 40);
    burstGain = (random.chance(0.5) ? 1 : -1) * (0.04 + 0.05 * random.unit());
  }

  /** The normal distribution function, by Abramowitz and Stegun 7.1.26. */
  private static double normalProbability(double z) {
    double x = StrictMath.abs(z) / StrictMath.sqrt(2);
    double t = 1 / (1 + 0.3275911 * x);
    double series =
        t
            * (0.254829592
                + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    double error = 1 - series * StrictMath.exp(-x * x);
    return z < 0 ? 0.5 * (1 - error) : 0.5 * (1 + error);
  }
}
