package io.github.kalshi4j.risk.breaker;

import io.github.kalshi4j.client.value.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What trips a circuit breaker. A trigger fires when what it measures reaches its limit. */
public sealed interface Trigger {
  /** Returns the name that verdicts carry, in camel case. */
  String name();

  /** The equity lost since the start of the trading day. */
  sealed interface DailyLoss extends Trigger {
    /**
     * Returns the loss that trips the breaker.
     *
     * @param dayStartEquity above zero
     */
    Money limit(Money dayStartEquity);
  }

  /**
   * A daily loss in dollars.
   *
   * @param amount above zero
   */
  record DailyLossAmount(Money amount) implements DailyLoss {
    public DailyLossAmount {
      if (amount.signum() <= 0) {
        throw new IllegalArgumentException("daily loss limit must be above zero: " + amount);
      }
    }

    @Override
    public String name() {
      return "dailyLoss";
    }

    @Override
    public Money limit(Money dayStartEquity) {
      return amount;
    }
  }

  /**
   * A daily loss in percent of the equity at the start of the trading day, which must be above
   * zero: a breaker that meets a day without equity trips at once.
   *
   * @param percent above 0, at most 100
   */
  record DailyLossPercent(BigDecimal percent) implements DailyLoss {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public DailyLossPercent {
      if (percent.signum() <= 0 || percent.compareTo(HUNDRED) > 0) {
        throw new IllegalArgumentException(
            "daily loss limit must be above 0 and at most 100 percent: " + percent);
      }
    }

    @Override
    public String name() {
      return "dailyLossPercent";
    }

    /**
     * Returns the percentage, rounded up to $0.000001: a loss, which is a whole number of those,
     * reaches the one when it reaches the other.
     */
    @Override
    public Money limit(Money dayStartEquity) {
      return Money.ofMicros(
          BigDecimal.valueOf(dayStartEquity.micros())
              .multiply(percent)
              .movePointLeft(2)
              .setScale(0, RoundingMode.CEILING)
              .longValueExact());
    }
  }
}
