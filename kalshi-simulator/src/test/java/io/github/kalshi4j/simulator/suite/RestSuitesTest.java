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
 *   <li>{@code FaultsTest.showsTheBeginningOfAGatewaysPage}, {@code readsNoPageAsJson}, {@code
 *       followsNoRedirect}, {@code foldsTheFourShapesOfARefusal}, {@code
 *       branchesOnCodesThatEndInAValue} and {@code placesAnOrderThatTheExchangeNamesNotAtAll}:
 *       answers that the exchange does not give, read to the letter.
 *   <li>{@code FaultsTest.tellsAKilledOrderFromOtherConflicts} and {@code
 *       readsTheStatusOfAnExchangeThatIsDown}: the exchange may answer so; this one takes an order
 *       that is to be filled at once and finds nothing, and tells its status with 200.
 *   <li>{@code FaultsTest.hasATypeForWhatTheKeyMayNotDo}: {@link ResourcesTest} shows it with a key
 *       that may only read. {@code namesAHostThatDoesNotExist} has no exchange.
 *   <li>{@code OutcomeTest.findsAnOrderInTheArchive}: this exchange has nothing in its archive.
 *       {@code countsTheMicrosecondsOfHowNewTheAnswersAre} and {@code
 *       readsTheAnswersOfABatchInWhateverOrderTheyCome}: answers at a chosen moment, out of order,
 *       or too few. {@code refusesABatchThatNamesAnOrderTwiceOrNoneBeforeItIsSent} sends nothing.
 *   <li>{@code PacingTest.learnsTheAccountsLimitsAndCosts} and {@code
 *       keepsNoLimitsUnderWhichNothingCouldBeSent}: limits and costs that no tier has.
 *   <li>{@code TransportTest.unpacksWhatIsPacked}: this exchange packs nothing. {@code
 *       goesThroughAProxy}, {@code trustsOnlyWhomItIsToldTo} and {@code
 *       refusesAClientThatWouldFollowRedirects}: it is all the same who answers, if anybody.
 *   <li>{@code SignedCallsTest.aSecondRefusalIsFinal}, {@code
 *       anAnswerWithAnImpossibleDateIsStillAnAnswer} and {@code
 *       whatACacheAnswersDoesNotMoveTheClock}: an exchange that tells a wrong time. {@code
 *       closingTheClientEndsTheSigningThread} sends nothing.
 *   <li>{@code PortfolioTest.readsCentsAndDollarsAsTheSameMoney} and {@code
 *       OrderGroupsTest.livesOnTheShardItWasMadeForWhereTheAnswerNamesNone}: answers with less than
 *       this exchange tells. {@code PortfolioTest.countsAnEventThatIsOnTwoPagesOnce}: {@link
 *       ResourcesTest} shows it, too. The other tests of these two send nothing.
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
