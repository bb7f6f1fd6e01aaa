package io.github.kalshi4j.simulator.suite;

import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.TestExchange;
import io.github.kalshi4j.client.testing.suite.WriteLawsSuite;

/** The laws of what is sent again, against the simulated exchange. */
final class SimulatedWriteLaws extends WriteLawsSuite {
  @Override
  protected TestExchange open(ManualTimeSource clock) {
    return SimulatedTestExchange.start(clock);
  }
}
