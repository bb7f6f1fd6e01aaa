package io.github.kalshi4j.client;

import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.ScriptedExchange;
import io.github.kalshi4j.client.testing.TestExchange;
import io.github.kalshi4j.client.testing.suite.WriteLawsSuite;

/** The laws of what is sent again, and what never is. */
final class WriteLaws extends WriteLawsSuite {
  @Override
  protected TestExchange open(ManualTimeSource clock) {
    return ScriptedExchange.start(clock);
  }
}
