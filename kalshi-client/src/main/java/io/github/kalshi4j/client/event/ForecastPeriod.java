package io.github.kalshi4j.client.event;

/** How far apart the points of a forecast's history are. */
public enum ForecastPeriod {
  FIVE_SECONDS(0),
  MINUTE(1),
  HOUR(60),
  DAY(1440);

  private final int minutes;

  ForecastPeriod(int minutes) {
    this.minutes = minutes;
  }

  /** Returns the exchange's {@code period_interval}: minutes, 0 for five seconds. */
  public int minutes() {
    return minutes;
  }
}
