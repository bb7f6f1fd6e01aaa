package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.ScriptedExchange;
import io.github.kalshi4j.client.testing.TestExchange;
import io.github.kalshi4j.client.testing.suite.HandlerThreadsSuite;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;

/** Which threads call handlers, observers and listeners, and what these may do. */
@Timeout(60)
final class HandlerThreadsTest extends HandlerThreadsSuite {
  @Override
  protected TestExchange open(@Nullable ManualTimeSource clock) {
    return ScriptedExchange.start(clock);
  }
}
