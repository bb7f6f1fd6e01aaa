package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.ScriptedExchange;
import io.github.kalshi4j.client.testing.TestExchange;
import io.github.kalshi4j.client.testing.suite.FollowedSeriesSuite;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;

/** A subscription to a series goes from market to market. */
@Timeout(60)
final class FollowedSeriesTest extends FollowedSeriesSuite {
  @Override
  protected TestExchange open(@Nullable ManualTimeSource clock) {
    return ScriptedExchange.start(clock);
  }
}
