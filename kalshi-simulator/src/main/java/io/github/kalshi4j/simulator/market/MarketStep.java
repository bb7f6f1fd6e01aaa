package io.github.kalshi4j.simulator.market;

/** A step in a market's life. */
public enum MarketStep {
  CREATED(true),
  /** Trading began at the scheduled time. */
  OPENED(false),
  /** Trading ended at the scheduled time. */
  CLOSED(false),
  DEACTIVATED(true),
  ACTIVATED(true),
  CLOSE_DATE_UPDATED(true),
  PRICE_LEVEL_STRUCTURE_UPDATED(true),
  /** What fills are charged has changed. */
  FEES_UPDATED(false),
  SETTLEMENT_FLOOR_RAISED(false),
  DETERMINED(true),
  DISPUTED(false),
  SETTLED(true);

  private final boolean announced;

  MarketStep(boolean announced) {
    this.announced = announced;
  }

  /** Returns whether the exchange's feed tells of it, under this name in lower case. */
  public boolean isAnnounced() {
    return announced;
  }
}
