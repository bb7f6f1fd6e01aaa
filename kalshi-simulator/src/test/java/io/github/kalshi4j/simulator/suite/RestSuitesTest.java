package io.github.kalshi4j.simulator.suite;

import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.TestExchange;
import io.github.kalshi4j.client.testing.suite.ClosedClientSuite;
import io.github.kalshi4j.client.testing.suite.FaultsSuite;
import io.github.kalshi4j.client.testing.suite.OrderGroupsSuite;
import io.github.kalshi4j.client.testing.suite.OutcomeSuite;
import io.github.kalshi4j.client.testing.suite.PacingSuite;
import io.github.kalshi4j.client.testing.suite.PortfolioSuite;
import io.github.kalshi4j.client.testing.suite.SignedCallsSuite;
import io.github.kalshi4j.client.testing.suite.TransportSuite;
import io.github.kalshi4j.simulator.access.AccessPolicies;
import org.junit.jupiter.api.Nested;

/**
 * The client's calls against the simulated exchange: the suites it has for any exchange, behind
 * connections that break and gateways that answer instead. {@link SimulatedWriteLaws} are part of
 * them.
 *
 * <p>What of the client's tests of calls is not among them needs an exchange that does what a
 * correct one does not, or none, and stays with the scripted one:
 *
 * <ul>
 *   <li>Of {@code FaultsTest} pages and redirects in place of answers, the shapes of refusals that
 *       older versions of the exchange had, a code that ends in a value, a conflict that no order
 *       meets, and an order that is answered without its name; {@code
 *       readsTheStatusOfAnExchangeThatIsDown}, as this one answers its status with 200 even then;
 *       {@code hasATypeForWhatTheKeyMayNotDo}, which {@link ResourcesTest} shows with a key that
 *       may only read; and a host that does not exist.
 *   <li>Of {@code OutcomeTest} the archive, in which this exchange has nothing, times that differ
 *       by a microsecond, a batch whose answers are out of order or too few, and checks before
 *       anything is sent.
 *   <li>Of {@code PacingTest} limits and costs that no tier has.
 *   <li>Of {@code TransportTest} packed answers, which this exchange does not send, and a proxy,
 *       TLS and the caller's own client, for which it is all the same who answers.
 *   <li>Of {@code SignedCallsTest} a clock that stays wrong after it was corrected, impossible
 *       dates, an answer out of a cache, and the end of the signing thread.
 *   <li>Of {@code PortfolioTest} and {@code OrderGroupsTest} a balance whose two fields differ in
 *       precision, a group that is answered without its shard, and checks before anything is sent.
 *       That an event on two pages is counted once, {@link ResourcesTest} shows, too.
 *   <li>{@code EveryOperationTest}, {@code RecordedAnswersTest}, {@code ContractTest} and the tests
 *       of single resources ({@code EventsTest}, {@code CommunicationsTest}, {@code
 *       HistoricalApiTest} and so on) compare what is sent and read to the letter, or belong to
 *       resources that this exchange has not; it is held against the specification by {@code
 *       ContractRunTest}. {@code SecretsTest}, {@code EchoedSecretsTest}, {@code LargeAnswerTest}
 *       and {@code UnknownFieldsTest} need answers that repeat what was sent, are too large, or
 *       have fields nobody knows.
 *   <li>The tests of values, fees, JSON, pages, the rate budget and signatures have no exchange.
 * </ul>
 */
final class RestSuitesTest {
  @Nested
  final class Faults extends FaultsSuite {
    @Override
    protected TestExchange open(ManualTimeSource clock) {
      return SimulatedTestExchange.start(clock);
    }
  }

  @Nested
  final class Outcome extends OutcomeSuite {
    @Override
    protected TestExchange open(ManualTimeSource clock) {
      return SimulatedTestExchange.start(clock);
    }
  }

  @Nested
  final class Pacing extends PacingSuite {
    @Override
    protected TestExchange open(ManualTimeSource clock) {
      return SimulatedTestExchange.start(clock, AccessPolicies.DEFAULT);
    }
  }

  @Nested
  final class Transport extends TransportSuite {
    @Override
    protected TestExchange open(ManualTimeSource clock) {
      return SimulatedTestExchange.start(clock);
    }
  }

  @Nested
  final class ClosedClient extends ClosedClientSuite {
    @Override
    protected TestExchange open(ManualTimeSource clock) {
      return SimulatedTestExchange.start(clock);
    }
  }

  @Nested
  final class SignedCalls extends SignedCallsSuite {
    @Override
    protected TestExchange open(ManualTimeSource clock) {
      return SimulatedTestExchange.start(clock);
    }
  }

  @Nested
  final class Portfolio extends PortfolioSuite {
    @Override
    protected TestExchange open(ManualTimeSource clock) {
      return SimulatedTestExchange.start(clock);
    }
  }

  @Nested
  final class OrderGroups extends OrderGroupsSuite {
    @Override
    protected TestExchange open(ManualTimeSource clock) {
      return SimulatedTestExchange.start(clock);
    }
  }
}
