package io.github.kalshi4j.client.multivariate;

import io.github.kalshi4j.client.value.WireEnum;

/** The words by which collections are filtered. */
public enum CollectionStatus implements WireEnum {
  /** Announced, and not open yet. */
  UNOPENED("unopened"),
  /** Combos can be made from it. */
  OPEN("open"),
  /** Past its close. */
  CLOSED("closed");

  private final String wire;

  CollectionStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
