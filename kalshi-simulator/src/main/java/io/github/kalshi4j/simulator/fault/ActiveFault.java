package io.github.kalshi4j.simulator.fault;

/** A fault that was added to an exchange. Safe for threads. */
public interface ActiveFault extends AutoCloseable {
  /** Returns its number, from 1 on. */
  int id();

  Fault fault();

  /** Returns how many requests or frames it could have struck so far. */
  long seen();

  /** Returns how many it has struck. */
  long struck();

  /** Returns whether it strikes no more, for it was removed or has struck often enough. */
  boolean isOver();

  /** Removes it. What it holds back already is still late. */
  @Override
  void close();
}
