package io.github.kalshi4j.client.fee;

/** The unit to which the exchange aligns a member's balance after every fill. */
public enum BalancePrecision {
  /** $0.0001, for direct members. */
  DIRECT_MEMBER(100),
  /** $0.01, for members behind a broker or clearing firm. */
  BROKER(10_000);

  private final long micros;

  BalancePrecision(long micros) {
    this.micros = micros;
  }

  /** Returns the unit in $0.000001. */
  public long micros() {
    return micros;
  }
}
