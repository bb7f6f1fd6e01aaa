package io.github.kalshi4j.client;

import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.ScriptedExchange;
import io.github.kalshi4j.client.testing.TestExchange;
import io.github.kalshi4j.client.testing.suite.ClosedClientSuite;

/** What becomes of a call that still waits when its client is closed. */
final class ClosedClientTest extends ClosedClientSuite {
  @Override
  protected TestExchange open(ManualTimeSource clock) {
    return ScriptedExchange.start(clock);
  }
}
