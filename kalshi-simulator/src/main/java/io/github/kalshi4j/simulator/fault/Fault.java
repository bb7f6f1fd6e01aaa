package io.github.kalshi4j.simulator.fault;

import java.time.Duration;

/**
 * Something that goes wrong on purpose. It is a value: the same fault, added to the same exchange
 * before the same requests and frames in the same order, strikes the same ones.
 */
public sealed interface Fault permits RequestFault, Fault.ClockSkew {
  /**
   * The exchange's wall clock is off: the {@code Date} of answers and the time that signatures are
   * held against. The market's clock is not.
   *
   * @param ahead by how much it is fast; negative if it is slow
   */
  record ClockSkew(Duration ahead) implements Fault {}
}
