package io.github.kalshi4j.engine.paper;

import java.util.Locale;

/**
 * From where in a queue contracts are assumed to leave when a level shrinks and no trade says why.
 * It decides how fast a resting order of ours moves up; an observed book alone cannot tell.
 */
public enum FillModel {
  /** From ahead of us. */
  OPTIMISTIC,
  /** In proportion to what is ahead and what is behind. */
  EXPECTED,
  /** From behind us, as long as there is anything. */
  PESSIMISTIC;

  /** Returns the name on the command line and in reports, in lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
