package io.github.kalshi4j.simulator.suite;

import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.TestExchange;
import io.github.kalshi4j.client.testing.suite.BackPressureSuite;
import io.github.kalshi4j.client.testing.suite.BackfillSuite;
import io.github.kalshi4j.client.testing.suite.ClosingSuite;
import io.github.kalshi4j.client.testing.suite.FollowedSeriesSuite;
import io.github.kalshi4j.client.testing.suite.HandlerThreadsSuite;
import io.github.kalshi4j.client.testing.suite.HandshakeFaultsSuite;
import io.github.kalshi4j.client.testing.suite.KalshiStreamSuite;
import io.github.kalshi4j.client.testing.suite.LostConnectionSuite;
import io.github.kalshi4j.client.testing.suite.ManyMarketsSuite;
import io.github.kalshi4j.client.testing.suite.StreamLeaksSuite;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;

/**
 * The client's stream against the simulated exchange: the suites it has for any exchange.
 *
 * <p>What of the client's tests of the stream is not among them needs an exchange that does what a
 * correct one does not, and stays with the scripted one:
 *
 * <ul>
 *   <li>{@code StreamErrorsTest}, and of {@code KalshiStreamTest}, {@code ManyMarketsTest} and the
 *       law what begins with an error or a subscription that the exchange ends: this exchange
 *       answers with an error only what is wrong, and the client asks nothing wrong.
 *   <li>{@code BrokenFramesTest}, {@code BackfillTest.reachesBackToAMessageThatCouldNotBeRead},
 *       {@code ClosingTest.givesUpACallWhoseThreadIsInterrupted} and {@code
 *       takesBackWhatAnInterruptedCallWanted}: frames that are no JSON, have wrong types, or answer
 *       at a chosen moment what was not asked just then.
 *   <li>{@code BackPressureTest.keepsOfTickersTheNewestOfEachMarket} and {@code
 *       tellsWhereItLetsMessagesGo}: many tickers of a market at once; an exchange conflates them
 *       to one a second.
 *   <li>{@code LostConnectionTest.asksASilentExchangeForASignOfLifeAndThenConnectsAnew}, {@code
 *       takesAnAnsweredPingForLife} and {@code answersPingsOfTheExchangeAndTakesThemForLife}: an
 *       exchange that does not ping by itself, or only when the test says so.
 *   <li>{@code LostConnectionTest.leavesAnExchangeThatStopsReading}, {@code StalledHandshakeTest}
 *       and {@code HandshakeFaultsTest.triesAgainIfTheHandshakeBreaks}: bytes that are not read, or
 *       break off within an answer.
 *   <li>{@code OrderBooksTest}, {@code OwnOrdersTest}, the decoder's tests and whatever else is
 *       below {@code KalshiStream} have no exchange.
 * </ul>
 */
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
