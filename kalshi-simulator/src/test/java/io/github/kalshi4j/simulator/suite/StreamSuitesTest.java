package io.github.kalshi4j.simulator.suite;

import io.github.kalshi4j.client.testing.suite.BackPressureSuite;
import io.github.kalshi4j.client.testing.suite.BackfillSuite;
import io.github.kalshi4j.client.testing.suite.ClosingSuite;
import io.github.kalshi4j.client.testing.suite.FollowedSeriesSuite;
import io.github.kalshi4j.client.testing.suite.HandlerThreadsSuite;
import io.github.kalshi4j.client.testing.suite.HandshakeFaultsSuite;
import io.github.kalshi4j.client.testing.suite.KalshiStreamSuite;
import io.github.kalshi4j.client.testing.suite.LostConnectionSuite;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.suite.ManyMarketsSuite;
import org.junit.jupiter.api.Nested;
import org.jspecify.annotations.Nullable;
import io.github.kalshi4j.client.testing.suite.StreamLeaksSuite;
import io.github.kalshi4j.client.testing.TestExchange;
/** The client's stream against the simulated exchange: the suites it has for any exchange. */
final class StreamSuitesTest {
  @Nested
  final class KalshiStream extends KalshiStreamSuite {
    @Override
    protected TestExchange open(@Nullable ManualTimeSource clock) {
      return SimulatedTestExchange.start(clock);
    }
  }

  @Nested
  final class Backfill extends BackfillSuite {
    @Override
    protected TestExchange open(@Nullable ManualTimeSource clock) {
      return SimulatedTestExchange.start(clock);
    }
  }

  @Nested
  final class FollowedSeries extends FollowedSeriesSuite {
    @Override
    protected TestExchange open(@Nullable ManualTimeSource clock) {
      return SimulatedTestExchange.start(clock);
    }
  }

  @Nested
  final class ManyMarkets extends ManyMarketsSuite {
    @Override
    protected TestExchange open(@Nullable ManualTimeSource clock) {
      return SimulatedTestExchange.start(clock);
    }
  }

  @Nested
  final class HandlerThreads extends HandlerThreadsSuite {
    @Override
    protected TestExchange open(@Nullable ManualTimeSource clock) {
      return SimulatedTestExchange.start(clock);
    }
  }

  @Nested
  final class BackPressure extends BackPressureSuite {
    @Override
    protected TestExchange open(@Nullable ManualTimeSource clock) {
      return SimulatedTestExchange.start(clock);
    }
  }

  @Nested
  final class Closing extends ClosingSuite {
    @Override
    protected TestExchange open(@Nullable ManualTimeSource clock) {
      return SimulatedTestExchange.start(clock);
    }
  }

  @Nested
  final class LostConnection extends LostConnectionSuite {
    @Override
    protected TestExchange open(@Nullable ManualTimeSource clock) {
      return SimulatedTestExchange.start(clock);
    }
  }

  @Nested
  final class StreamLeaks extends StreamLeaksSuite {
    @Override
    protected TestExchange open(@Nullable ManualTimeSource clock) {
      return SimulatedTestExchange.start(clock);
    }
  }

  @Nested
  final class HandshakeFaults extends HandshakeFaultsSuite {
    @Override
    protected TestExchange open(@Nullable ManualTimeSource clock) {
      return SimulatedTestExchange.start(clock);
    }
  }

}
