package io.github.kalshi4j.client.event;

import io.github.kalshi4j.client.value.WireEnum;

/**
 * What lets positions in several markets of an event be backed by less than each on its own. The
 * exchange does not publish by how much less.
 */
public enum CollateralReturn implements WireEnum {
  /** At most one of the markets ends with yes. */
  MUTUALLY_EXCLUSIVE("MECNET"),
  /** The markets are directional. */
  DIRECTIONAL("DIRECNET"),
  /** A word that this version does not know. */
  UNRECOGNIZED("");

  private final String wire;

  CollateralReturn(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
