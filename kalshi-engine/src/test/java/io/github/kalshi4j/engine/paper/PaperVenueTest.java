package io.github.kalshi4j.engine.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.market.LocalOrderBook;
import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.TradeId;
import io.github.kalshi4j.engine.desk.VenueEvent;
import io.github.kalshi4j.engine.desk.VenueEvent.Accepted;
import io.github.kalshi4j.engine.desk.VenueEvent.Filled;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaperVenueTest {
  private static final Latency LATENCY =
      new Latency(Duration.ofMillis(50), Duration.ofMillis(20), Duration.ofMillis(30));

  private final PaperBench bench = new PaperBench(LATENCY);

  @Test
  void matchesAgainstTheBookAtArrivalNotAtSending() {
    bench.snapshot("ask 0.52 5");
    ClientOrderId order = bench.take("bid 0.55 5");
    bench.advance(49).group("ask 0.52 -5", "ask 0.54 5").advance(1);
    assertThat(bench.heard).isEmpty();
    bench.advance(30);

    assertThat(bench.life(order))
        .containsExactly("accepted", "filled 5.00 at 0.5400: took displayed quantity");
    assertThat(bench.heard)
        .extracting(VenueEvent::time)
        .containsOnly(PaperBench.START.plusMillis(50));
    assertThat(bench.heardMillis).containsOnly(80L);
  }

  @Test
  void waitsForTheEndOfAGroup() {
    bench.snapshot("bid 0.50 5, ask 0.52 5");
    ClientOrderId order = bench.take("bid 0.60 10");
    bench.advance(45).delta("bid 0.55 10").advance(10); // crossed while it arrives
    bench.delta("ask 0.52 -5").delta("ask 0.57 3").groupEnd().advance(100);

    assertThat(bench.life(order))
        .containsExactly(
            "accepted",
            "filled 3.00 at 0.5700: took displayed quantity",
            "canceled 7.00: immediate_or_cancel");
    assertThat(bench.heard.getFirst().time()).isEqualTo(PaperBench.START.plusMillis(50));
    assertThat(bench.heardMillis.getFirst()).isEqualTo(80);
  }

  @Test
  void hearsOfWhatWaitedTooLongAtOnce() {
    bench.snapshot("ask 0.52 5");
    bench.take("bid 0.52 5");
    bench.advance(45).delta("ask 0.60 1").advance(55).groupEnd();

    assertThat(bench.heardMillis).containsOnly(100L);
  }

  @Test
  void handlesWaitingCommandsInOrderOfArrival() {
    bench.snapshot("bid 0.45 1, ask 0.52 5");
    ClientOrderId first = bench.rest("bid 0.50 5");
    bench.advance(100);
    bench.cancel(first);
    ClientOrderId second = bench.rest("ask 0.50 5");
    bench.advance(10).delta("bid 0.44 1").advance(60).groupEnd().advance(100);

    // the ask would have met our bid, had the cancellation not come first
    assertThat(bench.life(first)).containsExactly("accepted", "canceled 5.00: canceled");
    assertThat(bench.life(second)).containsExactly("accepted");
  }

  @Test
  void cancelsRaceWithFills() {
    bench.snapshot("bid 0.50 5, ask 0.52 5");
    ClientOrderId order = bench.rest("bid 0.51 4");
    bench.advance(100);
    bench.cancel(order);
    bench.advance(10).trade("bid 0.51 3").advance(10).trade("bid 0.51 1").advance(100);

    assertThat(bench.life(order))
        .containsExactly(
            "accepted",
            "filled 3.00 at 0.5100: traded after queue ahead",
            "canceled 1.00: canceled");
  }

  @Test
  void refusesToCancelWhatIsDone() {
    bench.snapshot("ask 0.52 5");
    ClientOrderId done = bench.take("bid 0.52 5");
    ClientOrderId early = bench.rest("bid 0.50 5");
    bench.cancel(early); // arrives 30 ms before the order
    bench.advance(60);
    bench.cancel(done);
    bench.cancel(ClientOrderId.of("never-sent"));
    bench.advance(100);

    assertThat(bench.life(done)).endsWith("cancel refused");
    assertThat(bench.life(early)).containsExactly("cancel refused", "accepted");
    assertThat(bench.life(ClientOrderId.of("never-sent"))).containsExactly("cancel refused");
  }

  @Test
  void tellsAnOrdersAnswersInOrder() {
    bench.snapshot("bid 0.50 5, ask 0.52 5");
    ClientOrderId order = bench.rest("bid 0.51 4");
    bench.advance(100);
    bench.cancel(order);
    // the cancellation arrives at 120 inside a group, a trade fills the order at 130
    bench.advance(15).delta("bid 0.49 1").advance(15).trade("bid 0.51 3").groupEnd().advance(100);

    assertThat(bench.life(order))
        .containsExactly(
            "accepted",
            "filled 3.00 at 0.5100: traded after queue ahead",
            "canceled 1.00: canceled");
    assertThat(bench.heard)
        .extracting(VenueEvent::time)
        .containsExactly(
            PaperBench.START.plusMillis(50),
            PaperBench.START.plusMillis(130),
            PaperBench.START.plusMillis(120));
    assertThat(bench.heardMillis).containsExactly(80L, 160L, 160L);
  }

  @Test
  void closesAMarketWithARestingOrder() {
    bench.snapshot("bid 0.50 5, ask 0.52 5");
    ClientOrderId resting = bench.rest("bid 0.51 4");
    bench.advance(80).trade("bid 0.51 1");
    ClientOrderId late = bench.take("bid 0.52 1");
    bench.venue.onClose(PaperBench.MARKET);
    bench.trade("bid 0.51 3").advance(100);

    assertThat(bench.life(resting))
        .containsExactly(
            "accepted",
            "filled 1.00 at 0.5100: traded after queue ahead",
            "canceled 3.00: CloseCancel");
    assertThat(bench.life(late)).containsExactly("refused: market_closed");
  }

  @Test
  void refusesWhatWaitedWhenTheMarketClosed() {
    bench.snapshot("ask 0.52 5");
    ClientOrderId order = bench.take("bid 0.52 1");
    bench.advance(45).delta("ask 0.53 1").advance(10);
    bench.venue.onClose(PaperBench.MARKET);
    bench.advance(100);

    assertThat(bench.life(order)).containsExactly("refused: market_closed");
  }

  @Test
  void handlesWhatWaitedWhenTheBookGoesStale() {
    bench.snapshot("ask 0.52 5");
    ClientOrderId order = bench.take("bid 0.52 1");
    bench.advance(45).delta("ask 0.53 1").advance(10).stale().advance(100);

    assertThat(bench.life(order)).containsExactly("accepted", "canceled 1.00: stale_book");
  }

  @Test
  void refusesAnUnknownMarket() {
    ClientOrderId order =
        bench.place(
            LimitOrder.goodTillCanceled(
                MarketTicker.of("KXOTHER"),
                BookSide.BID,
                Price.ofCents(50),
                Quantity.ofContracts(1)));
    bench.advance(100);

    assertThat(bench.life(order)).containsExactly("refused: market_closed");
  }

  @Test
  void goesOnWithAnotherBookOnceItsSnapshotIsThere() {
    bench.snapshot("ask 0.52 5");
    LocalOrderBook next = new LocalOrderBook(PaperBench.MARKET, PaperBench.CENTS);
    bench.venue.openMarket(PaperBench.facts(PaperBench.CENTS, FeeSchedule.STANDARD), next);
    next.reset(List.of(), List.of());
    next.apply(BookSide.ASK, Price.ofCents(50), 100, 0);
    ClientOrderId early = bench.take("bid 0.52 5");
    bench.advance(100);
    bench.venue.onSnapshot(PaperBench.MARKET);
    bench.venue.onGroupEnd(PaperBench.MARKET);
    ClientOrderId order = bench.take("bid 0.52 5");
    bench.advance(100);

    assertThat(bench.life(early)).containsExactly("accepted", "canceled 5.00: stale_book");
    assertThat(bench.filled(order)).isEqualTo(100);
  }

  @Test
  void takesAFinerGridWithoutLosingTheBook() {
    PaperBench now = new PaperBench(PaperBench.NONE);
    now.snapshot("ask 0.52 5");
    PriceGrid finer = PriceGrid.uniform(Price.of("0.0010"));
    now.venue.openMarket(PaperBench.facts(finer, FeeSchedule.STANDARD), now.book);

    assertThat(now.life(now.take("bid 0.525 5")))
        .containsExactly("accepted", "filled 5.00 at 0.5200: took displayed quantity");
  }

  @Test
  void keepsTheOrderOfArrivalBetweenASnapshotAndTheGroupsEnd() {
    PaperBench now = new PaperBench(PaperBench.NONE);
    now.snapshot("ask 0.52 5").delta("ask 0.53 1");
    ClientOrderId first = now.take("bid 0.52 5");
    now.replace("ask 0.52 5");
    ClientOrderId second = now.take("bid 0.52 5");
    now.groupEnd();

    assertThat(now.filled(first)).isEqualTo(500);
    assertThat(now.filled(second)).isZero();
  }

  @Test
  void fillsNothingBeforeTheFirstSnapshot() {
    PaperBench now = new PaperBench(PaperBench.NONE);

    assertThat(now.life(now.take("bid 0.52 5")))
        .containsExactly("accepted", "canceled 5.00: stale_book");
  }

  @Test
  void paysYesAndNoAtSettlement() {
    assertThat(settled("bid 0.40 10", MarketResult.YES)).isEqualTo(Money.ofDollars(10));
    assertThat(settled("bid 0.40 10", MarketResult.NO)).isEqualTo(Money.ZERO);
    assertThat(settled("ask 0.40 10", MarketResult.NO)).isEqualTo(Money.ofDollars(10));
    assertThat(settled("ask 0.40 10", MarketResult.YES)).isEqualTo(Money.ZERO);
    assertThat(settled("ask 0.40 10", new MarketResult(Price.of("0.25"))))
        .isEqualTo(Money.of("7.50"));
    assertThat(settled("bid 0.40 0.03", new MarketResult(Price.of("0.3333"))))
        .isEqualTo(Money.of("0.009900")); // 0.009999 rounded down to $0.0001
  }

  private static Money settled(String order, MarketResult result) {
    PaperBench bench = new PaperBench(PaperBench.NONE);
    bench.snapshot(order.startsWith("bid") ? "ask 0.40 10" : "bid 0.40 10");
    bench.take(order);
    Money before = bench.venue.cash();
    Money feesBefore = bench.venue.totalFees();
    bench.venue.settle(PaperBench.MARKET, result);
    assertThat(PaperBench.words(bench.heard.getLast())).isEqualTo("settled " + result.wire());
    assertThat(bench.venue.position(PaperBench.MARKET)).isZero();
    assertThat(bench.venue.totalFees().minus(feesBefore)).isLessThan(Money.of("0.0001"));
    return bench.venue.cash().minus(before);
  }

  @Test
  void settlesAtOnceAndOnlyOnce() {
    bench.snapshot("ask 0.52 5");
    bench.take("bid 0.52 5");
    bench.advance(100);
    bench.venue.settle(PaperBench.MARKET, MarketResult.YES);
    assertThat(bench.heard.getLast().time()).isEqualTo(PaperBench.START.plusMillis(100));
    Money paid = bench.venue.cash();
    bench.venue.settle(PaperBench.MARKET, MarketResult.YES);

    assertThat(bench.venue.cash()).isEqualTo(paid);
  }

  @Test
  void countsOrdersAndTrades() {
    bench.snapshot("ask 0.52 5, ask 0.53 5");
    bench.take("bid 0.53 10");
    bench.take("bid 0.50 10");
    bench.advance(100);

    assertThat(bench.heard)
        .filteredOn(Accepted.class::isInstance)
        .extracting(event -> ((Accepted) event).orderId())
        .containsExactly(OrderId.of("paper-order-1"), OrderId.of("paper-order-2"));
    assertThat(bench.fills())
        .extracting(Filled::trade)
        .containsExactly(TradeId.of("paper-trade-1"), TradeId.of("paper-trade-2"));
  }

  @Test
  void refusesAMistakeOfTheEngine() {
    LimitOrder order =
        LimitOrder.goodTillCanceled(
            PaperBench.MARKET, BookSide.BID, Price.ofCents(50), Quantity.ofContracts(1));
    bench.venue.place(ClientOrderId.of("twice"), order);

    assertThatThrownBy(() -> bench.venue.place(ClientOrderId.of("twice"), order))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("twice");
    assertThatThrownBy(() -> bench.venue.onGroupEnd(MarketTicker.of("KXOTHER")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("KXOTHER");
  }
}
