package io.github.kalshi4j.simulator.fault;

import java.time.Duration;

/**
 * Something that goes wrong on purpose. It is a value: the same fault, added to the same exchange
 * before the same requests and frames in the same order, strikes the same ones.
 */
public sealed interface Fault permits RequestFault, FrameFault, Fault.ClockSkew, Fault.StaleReads {
  /**
   * The exchange's wall clock is off: the {@code Date} of answers and the time that signatures are
   * held against. The market's clock is not.
   *
   * @param ahead by how much it is fast; negative if it is slow; up to a year either way
   */
  record ClockSkew(Duration ahead) implements Fault {
    private static final Duration MOST = Duration.ofDays(365);

    public ClockSkew {
      if (ahead.abs().compareTo(MOST) > 0) {
        throw new IllegalArgumentException("a clock that is ahead by " + ahead);
      }
    }
  }

  /**
   * Members are shown their orders, fills, positions and settlements late: what happens from now on
   * is found over REST only so long after it happened. What was shown before stays.
   *
   * @param lag by how much, beside the exchange's own; by the market's clock, up to a day
   */
  record StaleReads(Duration lag) implements Fault {
    private static final Duration MOST = Duration.ofDays(1);

    public StaleReads {
      if (lag.isNegative() || lag.compareTo(MOST) > 0) {
        throw new IllegalArgumentException("reads that are stale by " + lag);
      }
    }
  }
}
