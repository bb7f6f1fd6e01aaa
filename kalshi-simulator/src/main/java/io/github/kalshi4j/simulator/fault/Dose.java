package io.github.kalshi4j.simulator.fault;

/**
 * How many of those that a fault may strike it does.
 *
 * @param share the chance of each, above 0 and up to 1
 * @param most after how many it is over, at least 1
 */
public record Dose(double share, long most) {
  /** All, until the fault is removed. */
  public static final Dose ALL = new Dose(1, Long.MAX_VALUE);

  public Dose {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("a share of " + share);
    }
    if (most < 1) {
      throw new IllegalArgumentException("at most " + most);
    }
  }
}
