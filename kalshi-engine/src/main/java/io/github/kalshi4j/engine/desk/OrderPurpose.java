package io.github.kalshi4j.engine.desk;

/** What an order is sent for. */
public enum OrderPurpose {
  /** To open or add to a position. */
  ENTRY,
  /** To leave one. */
  EXIT
}
