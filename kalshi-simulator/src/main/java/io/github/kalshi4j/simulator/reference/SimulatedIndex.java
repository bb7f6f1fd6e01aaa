package io.github.kalshi4j.simulator.reference;

import io.github.kalshi4j.client.stream.IndexValue.Average;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A random price of one coin. It moves five times a second: by a normal step whose width depends on
 * the regime (calm, usual, wild), and now and then by a jump. Each whole second is a {@link
 * IndexTick}. The same seed and start give the same prices. Used by one thread.
 */
public final class SimulatedIndex {
  /** The time between two moves. */
  public static final long STEP_MICROS = 200_000;

  private static final long SECOND = 1_000_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long QUARTER_HOUR = 15 * MINUTE;
  private static final int AVERAGED = 60;
  private static final int AVERAGE_DECIMALS = 8;
  private static final int QUARTERS_KEPT = 16;
  private static final double SECONDS_PER_YEAR = 365.25 * 86_400;
  private static final double REGIME_SECONDS = 600;
  private static final double JUMP_SECONDS = 240;
  private static final double[] REGIMES = {0.55, 1.0, 2.0};

  /** What one second adds to the estimate of the volatility; half is forgotten in four minutes. */
  private static final double LEARNING = 1.0 / 350;

  private final Coin coin;
  private final RandomGenerator random;
  private final double perRootSecond;
  private final long[] steps = new long[64]; // the last moves, by number
  private final long[] seconds = new long[AVERAGED]; // the last whole seconds, by number
  private final Map<Long, BigDecimal> quarters = new TreeMap<>();
  private double logReturn;
  private double regime = 1;
  private double variance;
  private long timeMicros;
  private int ticks;
  private long lastSecond;
  private long finalSum;
  private int finalCount;
  private IndexTick tick;

  /**
   * Starts a price with a first value.
   *
   * @param startMicros microseconds since 1970, a whole second
   */
  public SimulatedIndex(Coin coin, long seed, long startMicros) {
    if (startMicros % SECOND != 0) {
      throw new IllegalArgumentException("start is no whole second: " + startMicros);
    }
    this.coin = coin;
    random = new SplittableRandom(seed ^ coin.symbol().hashCode());
    perRootSecond = coin.volatility() / StrictMath.sqrt(SECONDS_PER_YEAR);
    variance = perRootSecond * perRootSecond;
    timeMicros = startMicros;
    long first = units();
    Arrays.fill(steps, first);
    lastSecond = first;
    tick = newTick(first);
  }

  public Coin coin() {
    return coin;
  }

  /** Returns the time of the last move, in microseconds since 1970. */
  public long timeMicros() {
    return timeMicros;
  }

  /** Returns the price after the last move. */
  public IndexPrice price() {
    BigDecimal value = BigDecimal.valueOf(steps[stepNumber(timeMicros)], coin.decimals());
    return new IndexPrice(timeMicros, coin.index(), value);
  }

  /** Returns the last whole second's value. */
  public IndexTick tick() {
    return tick;
  }

  /** Returns whether the last move made a tick. */
  public boolean isOnSecond() {
    return timeMicros % SECOND == 0;
  }

  /** Makes all moves up to and including a time. */
  public void advanceTo(long micros) {
    while (timeMicros + STEP_MICROS <= micros) {
      move();
    }
  }

  /** Makes the next move. */
  public void move() {
    timeMicros += STEP_MICROS;
    double seconds = (double) STEP_MICROS / SECOND;
    if (random.nextDouble() < seconds / REGIME_SECONDS) {
      regime = REGIMES[random.nextInt(REGIMES.length)];
    }
    logReturn += perRootSecond * regime * StrictMath.sqrt(seconds) * random.nextGaussian();
    if (random.nextDouble() < seconds / JUMP_SECONDS) {
      logReturn += perRootSecond * 5 * random.nextGaussian();
    }
    long value = units();
    steps[stepNumber(timeMicros)] = value;
    if (isOnSecond()) {
      double change = StrictMath.log((double) value / lastSecond);
      variance += LEARNING * (change * change - variance);
      lastSecond = value;
      tick = newTick(value);
    }
  }

  private static int stepNumber(long micros) {
    return (int) (micros / STEP_MICROS % 64);
  }

  private long units() {
    double start = coin.start().unscaledValue().doubleValue();
    return Math.max(1, Math.round(start * StrictMath.exp(logReturn)));
  }

  private IndexTick newTick(long value) {
    Average trailing =
        average(
            ticks == 0 ? value : sumOfSeconds(),
            Math.min(ticks, AVERAGED),
            timeMicros - MINUTE,
            timeMicros);
    seconds[ticks % AVERAGED] = value;
    ticks++;
    return new IndexTick(
        timeMicros,
        coin.index(),
        BigDecimal.valueOf(value, coin.decimals()),
        trailing,
        finalMinute(value));
  }

  private long sumOfSeconds() {
    long sum = 0;
    for (int i = 0; i < Math.min(ticks, AVERAGED); i++) {
      sum += seconds[i];
    }
    return sum;
  }

  private @Nullable Average finalMinute(long value) {
    long close = Math.ceilDiv(timeMicros, QUARTER_HOUR) * QUARTER_HOUR;
    if (timeMicros <= close - MINUTE) {
      finalSum = 0;
      finalCount = 0;
      return null;
    }
    finalSum += value;
    finalCount++;
    Average average = average(finalSum, finalCount, close - MINUTE, timeMicros);
    if (timeMicros == close) {
      quarters.put(close, average.value());
      if (quarters.size() > QUARTERS_KEPT) {
        quarters.remove(quarters.keySet().iterator().next());
      }
      finalSum = 0;
      finalCount = 0;
    }
    return average;
  }

  private Average average(long sum, int count, long start, long end) {
    BigDecimal value =
        BigDecimal.valueOf(sum, coin.decimals())
            .divide(
                BigDecimal.valueOf(Math.max(1, count)), AVERAGE_DECIMALS, RoundingMode.HALF_EVEN);
    return new Average(
        value, count, Instant.ofEpochMilli(start / 1_000), Instant.ofEpochMilli(end / 1_000));
  }

  /**
   * Returns the average of the minute that ended at a full quarter of an hour, to eight decimals;
   * empty if that has not come, or is more than four hours ago.
   */
  public Optional<BigDecimal> quarterAverage(long closeMicros) {
    return Optional.ofNullable(quarters.get(closeMicros));
  }

  /**
   * Returns the price as it was a while ago, in dollars.
   *
   * @param lagMicros how long ago, up to 12 seconds
   */
  public double priceAgo(long lagMicros) {
    long time = timeMicros - Math.clamp(lagMicros, 0, 60 * STEP_MICROS);
    return steps[stepNumber(Math.max(0, time))] / StrictMath.pow(10, coin.decimals());
  }

  /** Returns the sum, in dollars, of the values that count so far in the final minute. */
  public double finalSum() {
    return finalSum / StrictMath.pow(10, coin.decimals());
  }

  /** Returns how many values count so far in the final minute, 0 to 59. */
  public int finalCount() {
    return finalCount;
  }

  /** Returns the standard deviation of a second's log-return, as the last minutes show it. */
  public double recentVolatility() {
    return StrictMath.sqrt(variance);
  }
}
