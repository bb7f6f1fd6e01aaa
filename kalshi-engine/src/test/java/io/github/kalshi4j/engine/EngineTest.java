package io.github.kalshi4j.engine;

import static io.github.kalshi4j.client.value.OutcomeSide.NO;
import static io.github.kalshi4j.client.value.OutcomeSide.YES;
import static io.github.kalshi4j.engine.ScriptedStrategy.buy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.OrderBook;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.engine.report.BacktestReport;
import io.github.kalshi4j.engine.report.OrderRecord;
import io.github.kalshi4j.engine.report.TradeRecord;
import io.github.kalshi4j.engine.tape.format.TapeSource;
import io.github.kalshi4j.risk.exit.StopLoss;
import io.github.kalshi4j.risk.exit.TrailingStop;
import io.github.kalshi4j.strategy.Intent;
import io.github.kalshi4j.strategy.InvalidStrategyException;
import io.github.kalshi4j.strategy.MarketView;
import io.github.kalshi4j.strategy.Strategy;
import io.github.kalshi4j.strategy.Subscriptions;
import io.github.kalshi4j.strategy.candle.CandleSource;
import io.github.kalshi4j.strategy.testing.TestMarkets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineTest {
  private static final MarketFacts BTC = TestMarkets.bitcoin15Minutes();
  private static final MarketTicker MARKET = BTC.ticker();

  private final EngineRun run = new EngineRun();

  private static ScriptedRecording tape() {
    return ScriptedRecording.of(BTC, Duration.ofMinutes(1)).at(0).top("0.4800", "0.5000", "100.00");
  }

  @Test
  void callsTheStrategyAtTheEndOfAGroupAndNeverInsideIt() {
    run.on(
        tape()
            .at(10)
            .yes("0.5100", "50.00") // crosses the ask of 0.50 for one frame
            .arriving(12)
            .no("0.5000", "-100.00")
            .arriving(14)
            .no("0.4600", "30.00")
            .at(18)
            .yes("0.1000", "1.00"));

    // A group is complete when the next one's first delta comes, or 20 ms after its last one.
    assertThat(run.calls)
        .containsExactly(
            "0 book 0.4800 0.5000",
            "18 book 0.5100 0.5400",
            "38 book 0.5100 0.5400",
            "840000 phase CLOSED",
            "1140000 phase SETTLED");
  }

  @Test
  void endsAGroupTwentyMillisecondsAfterItsLastChange() {
    run.on(
        tape()
            .at(100)
            .yes("0.4900", "1.00")
            .arriving(115)
            .yes("0.4900", "1.00")
            .at(500)
            .ticker("0.4900", "0.5000", "7.00"));

    assertThat(run.calls).contains("135 book 0.4900 0.5000", "500 ticker 7.00");
  }

  @Test
  void letsOtherCallbacksWaitForTheEndOfAGroup() {
    run.on(tape().at(100).yes("0.4900", "1.00").at(105).ticker("0.4900", "0.5000", "7.00"));

    assertThat(run.calls.subList(1, 3))
        .containsExactly("120 ticker 7.00", "120 book 0.4900 0.5000");
  }

  @Test
  void neverCallsAStrategyWithAStaleBookAndFillsNothingFromIt() {
    run.at(0, buy(MARKET, YES, "0.5000", "5"));
    BacktestReport report =
        run.on(
            tape()
                .at(30)
                .lost()
                .yes("0.4900", "1.00") // shows the gap, 20 ms before the order arrives
                .at(200)
                .yes("0.4900", "1.00")
                .at(300)
                .yes("0.4900", "1.00")
                .at(400)
                .top("0.4000", "0.4100", "9.00"));

    assertThat(run.calls)
        .containsExactly(
            "0 book 0.4800 0.5000",
            "400 book 0.4000 0.4100",
            "840000 phase CLOSED",
            "1140000 phase SETTLED");
    assertThat(report.trades()).isEmpty();
    assertThat(report.unfilledEntries()).hasSize(1);
    assertThat(report.data().sequenceGaps()).isEqualTo(1);
    assertThat(report.data().stale()).isEqualTo(Duration.ofMillis(370));
  }

  @Test
  void dropsAGroupThatALostFrameMayHaveCut() {
    run.on(tape().at(10).yes("0.4900", "1.00").at(15).lost().yes("0.4000", "1.00"));

    assertThat(run.calls)
        .containsExactly("0 book 0.4800 0.5000", "840000 phase CLOSED", "1140000 phase SETTLED");
  }

  @Test
  void keepsItsBooksThroughAGapOfAnotherSource() {
    BacktestReport report =
        run.on(tape().at(100).gapUntil(900, TapeSource.COINBASE).at(1_000).yes("0.4900", "1.00"));

    assertThat(run.calls).contains("1020 book 0.4900 0.5000");
    assertThat(report.data().gaps()).isZero();
    assertThat(report.data().gapTime()).isEqualTo(Duration.ZERO);
  }

  @Test
  void ignoresASnapshotOfASubscriptionThatHasEnded() {
    run.on(
        tape()
            .at(100)
            .frame(
                "{\"type\":\"subscribed\",\"id\":2,\"msg\":{\"channel\":\"orderbook_delta\",\"sid\":7}}")
            .frame(snapshot(7, 1))
            .at(200)
            .frame("{\"type\":\"unsubscribed\",\"id\":3,\"sid\":1,\"seq\":2}")
            .at(300)
            .frame(snapshot(1, 3)));

    assertThat(run.calls.subList(0, 3))
        .containsExactly("0 book 0.4800 0.5000", "100 book 0.4700 -", "840000 phase CLOSED");
  }

  private static String snapshot(int subscription, int sequence) {
    return "{\"type\":\"orderbook_snapshot\",\"sid\":%d,\"seq\":%d,\"msg\":{\"market_ticker\":\"%s\",\"market_id\":\"x\",\"yes_dollars_fp\":[[\"0.4700\",\"9.00\"]]}}"
        .formatted(subscription, sequence, MARKET);
  }

  @Test
  void matchesAnOrderAgainstTheBookOfItsArrival() {
    run.at(0, buy(MARKET, YES, "0.5100", "5"));
    BacktestReport report =
        run.on(
            tape()
                .at(40)
                .no("0.5000", "-100.00") // the ask of 0.50 is gone before the order arrives
                .at(45)
                .no("0.4900", "3.00")
                .at(120)
                .yes("0.4700", "1.00"));

    OrderRecord entry = report.trades().getFirst().entries().getFirst();
    assertThat(entry.fills())
        .singleElement()
        .satisfies(fill -> {
          assertThat(fill.price()).isEqualTo(Price.of("0.5100"));
          assertThat(fill.quantity()).hasToString("3.00");
          assertThat(Duration.between(entry.sent(), fill.time())).isEqualTo(Duration.ofMillis(50));
        });
    assertThat(entry.status()).isEqualTo("canceled");
    assertThat(run.calls).contains("100 fill YES 3.00 at 0.5100, held 3.00");
  }

  @Test
  void leavesInPartsWhatWasEnteredInParts() {
    run.at(0, buy(MARKET, YES, "0.5100", "5"))
        .exits(new TrailingStop(Price.of("0.0200"), Price.ZERO));
    BacktestReport report =
        run.on(
            ScriptedRecording.of(BTC, Duration.ofMinutes(1))
                .at(0)
                .snapshot(List.of("0.4900x100.00"), List.of("0.5000x2.00", "0.4900x3.00"))
                .at(200)
                .yes("0.4700", "1.50")
                .at(300)
                .yes("0.4900", "-100.00") // the best bid falls to 0.47, two cents
                .at(500)
                .yes("0.4600", "50.00")
                .arriving(501)
                .yes("0.4700", "-1.50") // what we sold to is recorded as gone
                .at(700)
                .yes("0.4500", "1.00"));

    TradeRecord trade = report.trades().getFirst();
    assertThat(trade.entries().getFirst().fills())
        .extracting(fill -> fill.price() + " x " + fill.quantity())
        .containsExactly("0.5000 x 2.00", "0.5100 x 3.00");
    assertThat(trade.exits())
        .extracting(order -> order.limit() + " " + order.quantity() + " " + order.filled())
        .containsExactly("0.5300 5.00 1.50", "0.5400 3.50 3.50");
    assertThat(trade.end()).isEqualTo(new TradeRecord.End.Sold("trailingStop"));
    assertThat(trade.grossPnl()).hasToString("-0.215000"); // 1.5 at 0.47, 3.5 at 0.46, for 2.53
    assertThat(report.summary().endCash())
        .isEqualTo(report.summary().startCash().plus(trade.netPnl()));
  }

  @Test
  void letsTheTrailActBeforeTheStop() {
    run.at(0, buy(MARKET, YES, "0.5000", "5"))
        .exits(
            new StopLoss(Price.of("0.0200"), true),
            new TrailingStop(Price.of("0.0200"), Price.ZERO));
    BacktestReport report =
        run.on(
            ScriptedRecording.of(BTC, Duration.ofMinutes(1))
                .at(0)
                .top("0.4900", "0.5000", "100.00")
                .at(200)
                .yes("0.1000", "1.00")
                .at(300)
                .yes("0.4700", "100.00")
                .at(400)
                .yes("0.4900", "-100.00")
                .at(600)
                .yes("0.1000", "1.00"));

    // Highest bid 0.49, so the trail is at 0.47; the stop, at 0.50 − 0.02 − 0.0175 fee, is at
    // 0.4625.
    OrderRecord exit = report.trades().getFirst().exits().getFirst();
    assertThat(exit.exit()).isNotNull();
    assertThat(exit.exit().trigger().rule()).isEqualTo("trailingStop");
    assertThat(exit.exit().trigger().figures().toString())
        .contains(
            "name=stopLossTrigger, value=0.462500", "name=trailingStopTrigger, value=0.470000");
  }

  @Test
  void tradesOnATaperedGrid() {
    run.at(0, buy(MARKET, YES, "0.0950", "5"), buy(MARKET, YES, "0.1950", "5"));
    BacktestReport report =
        run.on(
            ScriptedRecording.of(BTC, Duration.ofMinutes(1))
                .at(0)
                .snapshot(List.of("0.0930x10.00"), List.of("0.9050x5.00"))
                .at(200)
                .yes("0.0930", "1.00"));

    assertThat(report.denied()).containsExactly(new BacktestReport.Denials("priceGrid", 1));
    assertThat(report.trades().getFirst().entries().getFirst().fills().getFirst().price())
        .isEqualTo(Price.of("0.0950"));
  }

  @Test
  void leavesAtABidThatShowsTheGridHasBecomeFiner() {
    run.at(0, buy(MARKET, YES, "0.5000", "5")).at(500, new Intent.Exit(MARKET, "done", null));
    BacktestReport report =
        run.on(
            tape()
                .at(500)
                .yes("0.4850", "9.00") // no whole cent, as the facts would have it
                .at(700)
                .yes("0.1000", "1.00"));

    TradeRecord trade = report.trades().getFirst();
    assertThat(trade.end()).isEqualTo(new TradeRecord.End.Sold("done"));
    assertThat(trade.proceeds()).hasToString("2.425000");
  }

  @Test
  void sellsANoPositionAtItsOwnBestBid() {
    run.at(0, buy(MARKET, NO, "0.5200", "5")).at(500, new Intent.Exit(MARKET, "done", null));
    BacktestReport report =
        run.on(
            tape()
                .at(500)
                .no("0.5500", "7.00") // somebody bids 0.55 for NO
                .at(700)
                .yes("0.1000", "1.00"));

    TradeRecord trade = report.trades().getFirst();
    assertThat(trade.side()).isEqualTo(NO);
    assertThat(trade.cost()).hasToString("2.600000");
    assertThat(trade.proceeds()).hasToString("2.750000");
    assertThat(trade.exits().getFirst().outcome()).isEqualTo(YES);
    assertThat(trade.exits().getFirst().limit()).isEqualTo(Price.of("0.4500"));
    assertThat(trade.end()).isEqualTo(new TradeRecord.End.Sold("done"));
  }

  @Test
  void closesCandlesByTheExchangesClock() {
    run.subscriptions(Subscriptions.NONE.withCandles(CandleSource.MIDS, Duration.ofSeconds(1)));
    run.on(
        ScriptedRecording.of(BTC, Duration.ofMinutes(1))
            .clockOffset(Duration.ofMillis(300)) // we hear of everything 300 ms late
            .at(0)
            .top("0.4800", "0.5000", "1.00")
            .at(200)
            .yes("0.4900", "1.00")
            .at(3400)
            .yes("0.4950", "0.00"));

    assertThat(run.calls)
        .containsSubsequence(
            "0 book 0.4800 0.5000",
            "220 book 0.4900 0.5000",
            "300 candle " + BTC.openTime().plusSeconds(59) + " 0.495000",
            "1300 candle " + BTC.openTime().plusSeconds(60) + " empty",
            "2300 candle " + BTC.openTime().plusSeconds(61) + " empty");
  }

  @Test
  void closesAMarketByTheExchangesClock() {
    run.on(
        ScriptedRecording.of(BTC, Duration.ofMinutes(14))
            .clockOffset(Duration.ofMillis(300))
            .at(0)
            .top("0.4800", "0.5000", "1.00")
            .at(60_299)
            .yes("0.4900", "1.00")
            .at(60_301)
            .yes("0.4950", "1.00"));

    assertThat(run.calls)
        .containsExactly("0 book 0.4800 0.5000", "60300 phase CLOSED", "360300 phase SETTLED");
  }

  @Test
  void tellsPricesOfSubscribedUnderlyings() {
    run.subscriptions(Subscriptions.NONE.withReferences("BTC-USD"));
    run.on(tape().at(100).coinbase("80000.01"));

    assertThat(run.calls).contains("100 reference BTC-USD 80000.01");
  }

  @Test
  void ignoresUnderlyingsThatNobodySubscribedTo() {
    run.on(tape().at(100).coinbase("80000.01"));

    assertThat(run.calls).noneMatch(call -> call.contains("reference"));
  }

  @Test
  void firesTheTimerWhileTheTapeRuns() {
    run.subscriptions(Subscriptions.NONE.withTimer(Duration.ofMillis(400)));
    run.on(tape().at(1000).yes("0.4900", "1.00"));

    assertThat(run.calls).contains("400 timer", "800 timer");
  }

  @Test
  void namesTheStrategyMarketAndTimeOfAFailure() {
    Strategy failing =
        new Strategy() {
          @Override
          public List<Intent> onOrderBook(OrderBook book, MarketView view) {
            throw new ArithmeticException("by zero");
          }
        };

    assertThatThrownBy(() -> run.strategy(failing).on(tape()))
        .isInstanceOf(InvalidStrategyException.class)
        .hasMessageContaining(failing.getClass().getName())
        .hasMessageContaining(MARKET.value())
        .hasMessageContaining(BTC.openTime().plusSeconds(60).toString())
        .hasMessageContaining("by zero");
  }

  @Test
  void refusesAnIntentForAnotherMarket() {
    MarketTicker other = TestMarkets.nextBitcoin15Minutes().ticker();
    run.at(0, buy(other, YES, "0.5000", "5"));

    assertThatThrownBy(() -> run.on(tape()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(other.value());
  }

  @Test
  void refusesAFrameOfAMarketWithoutFacts() {
    ScriptedRecording tape = tape();
    tape.frame(
        "{\"type\":\"orderbook_snapshot\",\"sid\":1,\"seq\":2,\"msg\":{\"market_ticker\":\"KXOTHER-1\",\"market_id\":\"x\"}}");

    assertThatThrownBy(() -> run.on(tape)).hasMessageContaining("KXOTHER-1");
  }
}
