package io.github.kalshi4j.client.market;

import io.github.kalshi4j.client.value.WireEnum;

/** What of the underlying decides a market. */
public enum StrikeType implements WireEnum {
  /** Above the floor strike. */
  GREATER("greater"),
  /** At or above the floor strike. */
  GREATER_OR_EQUAL("greater_or_equal"),
  /** Below the cap strike. */
  LESS("less"),
  /** At or below the cap strike. */
  LESS_OR_EQUAL("less_or_equal"),
  /** From the floor strike to the cap strike. */
  BETWEEN("between"),
  /** By a formula. */
  FUNCTIONAL("functional"),
  /** By values of its own. */
  CUSTOM("custom"),
  /** By a structured target. */
  STRUCTURED("structured"),
  /** A word that this version does not know. */
  UNRECOGNIZED("");

  private final String wire;

  StrikeType(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
