package io.github.kalshi4j.risk.breaker;

/** What a tripped breaker asks for; each action includes those before it. */
public enum Action {
  /** Deny every entry. The breaker does this itself, as a rule of the pipeline. */
  BLOCK_ENTRIES,
  /** Also cancel the resting orders. */
  CANCEL_RESTING,
  /** Also leave every position. */
  FLATTEN;

  public boolean includes(Action other) {
    return other.compareTo(this) <= 0;
  }
}
