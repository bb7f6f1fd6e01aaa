package io.github.kalshi4j.simulator.matching;

/** What becomes of a resting order that the incoming one has come to. */
public enum Meeting {
  /** The two are matched. */
  MATCH,
  /** The resting order leaves the book unmatched, and the incoming one goes on. */
  REMOVE,
  /** The incoming order goes no further; the resting one is untouched. */
  STOP
}
