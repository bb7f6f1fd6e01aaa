package io.github.kalshi4j.client.market;

import io.github.kalshi4j.client.value.WireEnum;

/** Whether markets of combos (multivariate events) are listed. */
public enum ComboFilter implements WireEnum {
  /** Only those. */
  ONLY("only"),
  /** All but those. */
  EXCLUDE("exclude");

  private final String wire;

  ComboFilter(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
