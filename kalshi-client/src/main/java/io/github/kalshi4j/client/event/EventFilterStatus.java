package io.github.kalshi4j.client.event;

import io.github.kalshi4j.client.value.WireEnum;

/** The words by which events are filtered: those with at least one market that is so. */
public enum EventFilterStatus implements WireEnum {
  /** Announced, and not open yet. */
  UNOPENED("unopened"),
  /** Trading. */
  OPEN("open"),
  /** Past its close, and not settled. */
  CLOSED("closed"),
  /** Settled. */
  SETTLED("settled");

  private final String wire;

  EventFilterStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
