package io.github.kalshi4j.client.testing;

import org.jspecify.annotations.Nullable;

/** A test of the stream against an exchange that does what it is told to, right or wrong. */
public abstract class StreamTest extends StreamSuite {
  protected final FakeFeed feed = exchange.stream().feed();

  @Override
  protected final TestExchange open(@Nullable ManualTimeSource clock) {
    ScriptedExchange scripted = ScriptedExchange.start(clock);
    scripted.front().clear(); // it answers what a test scripts, and nothing else
    return scripted;
  }
}
