package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.ScriptedExchange;
import io.github.kalshi4j.client.testing.TestExchange;
import io.github.kalshi4j.client.testing.suite.StreamLeaksSuite;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;

/**
 * Whether streams leave anything behind. How often is the system property {@code
 * kalshi4j.stream.cycles}, 500 if it is not set; the profile {@code endurance} sets 10 000:
 *
 * <pre>{@code
 * ./mvnw -Pendurance -pl kalshi-client test
 * }</pre>
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
final class StreamLeaksTest extends StreamLeaksSuite {
  @Override
  protected TestExchange open(@Nullable ManualTimeSource clock) {
    return ScriptedExchange.start(clock);
  }
}
