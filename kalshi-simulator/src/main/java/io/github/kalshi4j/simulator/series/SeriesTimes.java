package io.github.kalshi4j.simulator.series;

import java.time.Duration;

/**
 * When things happen around a market that is not known from its opening and close.
 *
 * @param listedBefore how long before its opening a market is listed
 * @param strikeAfter how long after the opening a strike becomes known that is taken there
 * @param determinedAfter how long after the close the result is set
 * @param settlementTimer how long a fifteen-minute market's result stands before it is paid
 * @param dailySettlementTimer the same of a daily market
 */
public record SeriesTimes(
    Duration listedBefore,
    Duration strikeAfter,
    Duration determinedAfter,
    Duration settlementTimer,
    Duration dailySettlementTimer) {
  /** Paid six seconds after the close, as a market of July 2026 was. */
  public static final SeriesTimes DEFAULT =
      new SeriesTimes(
          Duration.ofMinutes(15),
          Duration.ofSeconds(2),
          Duration.ofSeconds(4),
          Duration.ofSeconds(2),
          Duration.ofSeconds(60));

  public SeriesTimes {
    if (listedBefore.isNegative()
        || strikeAfter.isNegative()
        || determinedAfter.isNegative()
        || settlementTimer.isNegative()
        || dailySettlementTimer.isNegative()) {
      throw new IllegalArgumentException(
          "negative among %s, %s, %s, %s, %s"
              .formatted(
                  listedBefore,
                  strikeAfter,
                  determinedAfter,
                  settlementTimer,
                  dailySettlementTimer));
    }
    if (strikeAfter.compareTo(Duration.ofMinutes(15)) >= 0) {
      throw new IllegalArgumentException("strike known " + strikeAfter + " after the opening");
    }
  }
}
