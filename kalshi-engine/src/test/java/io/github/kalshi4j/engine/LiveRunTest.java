package io.github.kalshi4j.engine;

import static io.github.kalshi4j.engine.LiveExchange.FIRST;
import static io.github.kalshi4j.engine.LiveExchange.SECOND;
import static io.github.kalshi4j.engine.LiveExchange.SERIES;
import static io.github.kalshi4j.engine.LiveExchange.received;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.market.OrderBook;
import io.github.kalshi4j.client.testing.FakeSocket;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.engine.report.RunReport;
import io.github.kalshi4j.engine.report.TradeRecord;
import io.github.kalshi4j.strategy.Intent;
import io.github.kalshi4j.strategy.MarketView;
import io.github.kalshi4j.strategy.Strategy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run on a live stream whose orders are executed on paper. */
@Timeout(120)
final class LiveRunTest {
  private static final int CHANNELS = 4; // tickers, lifecycle, trades, books

  private final LiveBench bench = new LiveBench(new LiveExchange());
  private final LiveExchange exchange = bench.exchange;

  @AfterEach
  void close() throws InterruptedException {
    bench.close();
  }

  private static LiveRun.Config onPaper() {
    return LiveRun.Config.of("fake", Set.of(SERIES), Set.of()).onPaper(Money.ofDollars(1_000));
  }

  @Test
  void tradesOnPaperAndReportsWhatItHolds() throws Exception {
    exchange.book(FIRST, "0.4000", "0.4200");
    bench.wish(ScriptedStrategy.buy(FIRST, OutcomeSide.YES, "0.4200", "5.00"));
    bench.start(onPaper());
    bench.awaitCall("book 0.4000 0.4200");
    bench.awaitCallInTime("fill YES 5.00 at 0.4200, held 5.00");
    bench.interrupt();
    RunReport report = bench.report();

    assertThat(report.ending()).isEqualTo(RunReport.Ending.STOPPED);
    assertThat(report.mayRest()).isEmpty();
    assertThat(report.held())
        .singleElement()
        .isEqualTo(
            new RunReport.Held(
                FIRST,
                OutcomeSide.YES,
                Quantity.ofContracts(5),
                Money.of("2.10"),
                Price.of("0.4000")));
    assertThat(report.figures().trades())
        .singleElement()
        .satisfies(trade -> assertThat(trade.end()).isInstanceOf(TradeRecord.End.Marked.class));
    assertThat(report.figures().summary().startCash()).isEqualTo(Money.ofDollars(1_000));
    assertThat(exchange.orders).isEmpty();
  }

  @Test
  void countsAPositionAsExposedUntilTheRunEndsWhereItsMarketGoesOn() throws Exception {
    exchange.book(FIRST, "0.4000", "0.4200");
    bench.wish(ScriptedStrategy.buy(FIRST, OutcomeSide.YES, "0.4200", "5.00"));
    bench.start(onPaper().withLength(Duration.ofSeconds(45)));
    bench.awaitCall("book 0.4000 0.4200");
    bench.awaitCallInTime("fill YES 5.00 at 0.4200, held 5.00");
    RunReport report = bench.awaitEnd(LiveBench.STEP.multipliedBy(100));

    assertThat(report.held()).hasSize(1);
    assertThat(report.figures().summary().exposedTime())
        .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(60));
  }

  @Test
  void showsAChangeWhenItsGroupIsOver() throws Exception {
    exchange.book(FIRST, "0.4000", "0.4200");
    bench.start(onPaper());
    FakeSocket socket = exchange.subscribed(CHANNELS);
    bench.awaitCall("book 0.4000 0.4200");
    exchange.feed.delta(FIRST, BookSide.BID, Price.of("0.4100"), 100);
    received(socket);
    assertThat(bench.calls).isEmpty();
    bench.awaitCallInTime("book 0.4100 0.4200");
  }

  @Test
  void neverShowsABookOfBeforeALostConnectionAsCurrent() throws Exception {
    exchange.book(FIRST, "0.4000", "0.4200");
    bench.start(onPaper());
    FakeSocket socket = exchange.subscribed(CHANNELS);
    bench.awaitCall("book 0.4000 0.4200");
    exchange.feed.delta(FIRST, BookSide.BID, Price.of("0.4100"), 100);
    received(socket);
    socket.reset();
    assertThat(LiveExchange.next(bench.notes)).startsWith("the stream was lost");
    exchange.book(FIRST, "0.3000", "0.3200");
    bench.awaitCallInTime("book 0.3000 0.3200");
    assertThat(bench.calls).isEmpty();
    bench.interrupt();

    assertThat(bench.report().figures().data().gaps()).isEqualTo(1);
    assertThat(bench.report().connections()).isEqualTo(2);
  }

  @Test
  void movesFromAMarketToTheNextOfItsSeries() throws Exception {
    exchange.book(FIRST, "0.4000", "0.4200");
    exchange.book(SECOND, "0.5000", "0.5200");
    bench.rolling().start(onPaper());
    bench.awaitCall("book 0.4000 0.4200");
    Instant close = LiveExchange.FIRST_CLOSE;
    exchange.market(SECOND, close, close.plus(Duration.ofMinutes(15)), "");
    exchange.time.advance(Duration.between(LiveExchange.START, close));
    bench.awaitCallInTime("phase CLOSED");
    bench.awaitCallInTenfoldTime("roll from " + FIRST + " to " + SECOND);
    bench.awaitCall("book 0.5000 0.5200");
  }

  @Test
  void endsWhenItsTimeIsOverAndTellsMeanwhileHowItStands() throws Exception {
    exchange.book(FIRST, "0.4000", "0.4200");
    bench.start(onPaper().withLength(Duration.ofSeconds(45)));
    bench.awaitCall("book 0.4000 0.4200");
    LiveStatus status = bench.awaitStatus();
    assertThat(status.markets()).isEqualTo(1);
    assertThat(status.books()).isEqualTo(1);
    assertThat(status.pnl()).isEqualTo(Money.ZERO);
    RunReport report = bench.awaitEnd(LiveBench.STEP.multipliedBy(100));

    assertThat(report.ending()).isEqualTo(RunReport.Ending.TIME_OVER);
    assertThat(report.figures().data().frames()).isPositive();
  }

  @Test
  void cancelsAtTheEndWhatRestsOnPaper() throws Exception {
    exchange.book(FIRST, "0.4000", "0.4200");
    Intent rest = ScriptedStrategy.rest(FIRST, OutcomeSide.YES, "0.3900", "5.00");
    bench.wish(rest);
    bench.start(onPaper());
    bench.awaitCall("book 0.4000 0.4200");
    assertThat(bench.awaitStatus().openOrders()).isEqualTo(1);

    assertThat(bench.end().figures().unfilledEntries())
        .singleElement()
        .satisfies(order -> assertThat(order.status()).isEqualTo("canceled"));
  }

  @Test
  void paysOutWhatItHoldsOnceTheMarketIsSettled() throws Exception {
    exchange.book(FIRST, "0.4000", "0.4200");
    bench.wish(ScriptedStrategy.buy(FIRST, OutcomeSide.YES, "0.4200", "5.00"));
    bench.start(onPaper());
    bench.awaitCall("book 0.4000 0.4200");
    bench.awaitCallInTime("fill YES 5.00 at 0.4200, held 5.00");
    exchange.time.advance(Duration.between(exchange.time.now(), LiveExchange.FIRST_CLOSE));
    bench.awaitCallInTime("phase CLOSED");
    exchange.market(
        FIRST,
        Instant.parse("2026-01-01T12:00:00Z"),
        LiveExchange.FIRST_CLOSE,
        """
        "status": "finalized", "result": "yes", "settlement_value_dollars": "1.0000",
        "settlement_ts": "2026-01-01T12:15:30Z",\
        """);
    bench.awaitCallInTenfoldTime("phase SETTLED");
    RunReport report = bench.end();

    assertThat(report.held()).isEmpty();
    assertThat(report.figures().trades())
        .singleElement()
        .satisfies(trade -> assertThat(trade.end()).isInstanceOf(TradeRecord.End.Settled.class));
    assertThat(report.figures().summary().grossPnl()).isEqualTo(Money.of("2.90"));
  }

  @Test
  void readsTheBooksAnewWhenItHasFallenBehind() throws Exception {
    exchange.book(FIRST, "0.4000", "0.4200");
    CountDownLatch slow = new CountDownLatch(1);
    bench.strategy(
        new Strategy() {
          @Override
          public List<Intent> onOrderBook(OrderBook book, MarketView view) {
            bench.calls.add("book " + book.bestBid().orElseThrow());
            try {
              slow.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            return List.of();
          }
        });
    bench.start(onPaper().withInboxBytes(1_000));
    FakeSocket socket = exchange.subscribed(CHANNELS);
    bench.awaitCall("book 0.4000");
    for (int i = 0; i < 20; i++) {
      exchange.feed.delta(FIRST, BookSide.BID, Price.of("0.4100"), 100);
    }
    received(socket);
    slow.countDown();
    assertThat(LiveExchange.next(bench.notes)).startsWith("the engine is too slow");
    bench.awaitCallInTime("book 0.4100");
    RunReport report = bench.end();

    assertThat(report.lostFrames()).isPositive();
    assertThat(report.figures().data().gaps()).isEqualTo(1);
    assertThat(report.figures().data().sequenceGaps()).isZero();
  }
}
