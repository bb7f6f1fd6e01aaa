package io.github.kalshi4j.simulator.suite;

import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.TestExchange;
import io.github.kalshi4j.client.testing.suite.KalshiStreamLawsSuite;

/** The law of the client's stream against the simulated exchange, which does nothing wrong. */
final class SimulatedStreamLaws extends KalshiStreamLawsSuite {
  SimulatedStreamLaws() {
    super(0);
  }

  @Override
  protected TestExchange open(ManualTimeSource time) {
    return SimulatedTestExchange.start(time);
  }
}
