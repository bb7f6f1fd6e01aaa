package io.github.kalshi4j.simulator.fault;

import java.util.List;

/**
 * The faults of an exchange.
 *
 * <pre>{@code
 * exchange.faults().add(
 *     RequestFault.of(RequestEffect.ANSWER_LOST).on("POST", "/portfolio/events/orders").next(1));
 * }</pre>
 *
 * <p>Safe for threads.
 */
public interface Faults {
  /** Adds a fault, after those that are there. It strikes what comes from now on. */
  ActiveFault add(Fault fault);

  /** Returns those that were not removed, in the order in which they were added. */
  List<ActiveFault> list();

  /** Removes all. */
  void clear();
}
