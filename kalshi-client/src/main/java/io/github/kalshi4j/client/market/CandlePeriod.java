package io.github.kalshi4j.client.market;

/** How long a candle lasts. */
public enum CandlePeriod {
  MINUTE(1),
  HOUR(60),
  DAY(1440);

  private final int minutes;

  CandlePeriod(int minutes) {
    this.minutes = minutes;
  }

  /** Returns the period in minutes, which is the exchange's {@code period_interval}. */
  public int minutes() {
    return minutes;
  }
}
