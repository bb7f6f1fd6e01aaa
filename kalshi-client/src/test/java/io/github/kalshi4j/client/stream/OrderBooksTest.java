package io.github.kalshi4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.market.Level;
import io.github.kalshi4j.client.stream.OrderBooks.Outcome;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceLevelStructure;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.TradeId;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderBooksTest {
  private static final MarketTicker A = MarketTicker.of("A");
  private static final MarketTicker B = MarketTicker.of("B");
  private static final Price HALF = Price.of("0.50");

  private final OrderBooks books = new OrderBooks(market -> PriceLevelStructure.LINEAR_CENT.grid());

  private Outcome subscribed(int sid) {
    return books.apply(new Subscribed(1, "orderbook_delta", sid));
  }

  private Outcome snapshot(int sid, long seq, MarketTicker market) {
    Level level = new Level(HALF, Quantity.ofContracts(1));
    return books.apply(new BookSnapshot(0, sid, seq, market, List.of(level), List.of()));
  }

  private Outcome delta(int sid, long seq, MarketTicker market, long hundredths) {
    return books.apply(
        new BookDelta(sid, seq, market, BookSide.BID, HALF, hundredths, 7, null, null));
  }

  private static Acknowledged ok(int sid, long seq) {
    return new Acknowledged(2, sid, seq, List.of(), List.of(), List.of(), List.of());
  }

  private boolean valid(MarketTicker market) {
    return books.book(market).orElseThrow().isValid();
  }

  private long contracts(MarketTicker market) {
    return books.book(market).orElseThrow().hundredthsAt(BookSide.BID, HALF);
  }

  @Test
  void appliesDeltasInSequenceOverSeveralMarkets() {
    assertThat(subscribed(1)).isEqualTo(Outcome.IGNORED);
    assertThat(books.book(A)).isEmpty();
    assertThat(snapshot(1, 1, A)).isEqualTo(Outcome.APPLIED_SNAPSHOT);
    assertThat(snapshot(1, 2, B)).isEqualTo(Outcome.APPLIED_SNAPSHOT);
    assertThat(delta(1, 3, A, 50)).isEqualTo(Outcome.APPLIED_DELTA);
    assertThat(delta(1, 4, B, -100)).isEqualTo(Outcome.APPLIED_DELTA);

    assertThat(contracts(A)).isEqualTo(150);
    assertThat(contracts(B)).isZero();
    assertThat(books.find(A)).isSameAs(books.book(A).orElseThrow());
    assertThat(books.find(A).exchangeMicros()).isEqualTo(7);
    assertThat(books.gaps()).isZero();
  }

  @Test
  void countsAnswersToCommandsInTheSequence() {
    subscribed(1);
    snapshot(1, 1, A);
    assertThat(books.apply(ok(1, 2))).isEqualTo(Outcome.IGNORED);
    assertThat(books.apply(new StreamError(3, 1, 3, 13, "Unsupported action", List.of())))
        .isEqualTo(Outcome.IGNORED);
    assertThat(books.apply(new Unrecognized("novelty", 1, 4, "{}"))).isEqualTo(Outcome.IGNORED);
    assertThat(delta(1, 5, A, 50)).isEqualTo(Outcome.APPLIED_DELTA);
    assertThat(books.gaps()).isZero();
  }

  @Test
  void makesEveryBookOfTheSubscriptionStaleAtAGap() {
    subscribed(1);
    snapshot(1, 1, A);
    snapshot(1, 2, B);

    assertThat(delta(1, 5, A, 50)).isEqualTo(Outcome.GAP);
    assertThat(contracts(A)).isEqualTo(100);
    assertThat(books.staleMarkets()).containsExactly(A, B);
    assertThat(books.gaps()).isEqualTo(1);
    assertThat(books.missedNumbers()).isEqualTo(2);

    assertThat(delta(1, 6, B, 50)).isEqualTo(Outcome.STALE_DROPPED);
    assertThat(snapshot(1, 7, A)).isEqualTo(Outcome.APPLIED_SNAPSHOT);
    assertThat(delta(1, 8, A, 50)).isEqualTo(Outcome.APPLIED_DELTA);
    assertThat(delta(1, 9, B, 50)).isEqualTo(Outcome.STALE_DROPPED);
    assertThat(books.staleMarkets()).containsExactly(B);
    assertThat(books.staleDropped()).isEqualTo(2);
  }

  @Test
  void appliesTheSnapshotThatRevealsAGap() {
    subscribed(1);
    snapshot(1, 1, A);
    snapshot(1, 2, B);

    assertThat(snapshot(1, 4, B)).isEqualTo(Outcome.GAP);

    assertThat(valid(A)).isFalse();
    assertThat(valid(B)).isTrue();
    assertThat(delta(1, 5, B, 1)).isEqualTo(Outcome.APPLIED_DELTA);
  }

  @Test
  void seesAGapInAnAnswerToACommand() {
    subscribed(1);
    snapshot(1, 1, A);

    assertThat(books.apply(ok(1, 3))).isEqualTo(Outcome.GAP);
    assertThat(valid(A)).isFalse();
  }

  @Test
  void seesAGapBeforeTheFirstNumber() {
    subscribed(1);

    assertThat(snapshot(1, 2, A)).isEqualTo(Outcome.GAP);
    assertThat(valid(A)).isTrue();
    assertThat(books.missedNumbers()).isEqualTo(1);
  }

  @Test
  void dropsDuplicates() {
    subscribed(1);
    snapshot(1, 1, A);
    delta(1, 2, A, 50);

    assertThat(delta(1, 2, A, 50)).isEqualTo(Outcome.DUPLICATE);
    assertThat(snapshot(1, 1, A)).isEqualTo(Outcome.DUPLICATE);
    assertThat(books.apply(ok(1, 2))).isEqualTo(Outcome.DUPLICATE);

    assertThat(contracts(A)).isEqualTo(150);
    assertThat(valid(A)).isTrue();
    assertThat(books.duplicates()).isEqualTo(3);
  }

  @Test
  void keepsSubscriptionsApart() {
    subscribed(1);
    subscribed(2);
    snapshot(1, 1, A);
    snapshot(2, 1, B);

    assertThat(delta(2, 9, B, 50)).isEqualTo(Outcome.GAP);
    assertThat(valid(A)).isTrue();
    assertThat(valid(B)).isFalse();
    assertThat(delta(2, 10, A, 50)).isEqualTo(Outcome.STALE_DROPPED);
    assertThat(contracts(A)).isEqualTo(100);
  }

  @Test
  void beginsInMidStreamWithTheFirstNumberItSees() {
    assertThat(delta(2, 22_860, A, 50)).isEqualTo(Outcome.STALE_DROPPED);
    assertThat(books.book(A)).isEmpty();
    assertThat(snapshot(2, 22_861, A)).isEqualTo(Outcome.APPLIED_SNAPSHOT);
    assertThat(delta(2, 22_862, A, 50)).isEqualTo(Outcome.APPLIED_DELTA);
    assertThat(books.gaps()).isZero();
  }

  @Test
  void makesBooksStaleWhenTheirSubscriptionNumberIsGivenAgain() {
    subscribed(1);
    snapshot(1, 1, A);

    subscribed(1);

    assertThat(valid(A)).isFalse();
    assertThat(snapshot(1, 1, A)).isEqualTo(Outcome.APPLIED_SNAPSHOT);
    assertThat(valid(A)).isTrue();

    books.apply(new Subscribed(1, "trade", 1));
    assertThat(valid(A)).isFalse();
  }

  @Test
  void endsWithItsSubscription() {
    subscribed(1);
    snapshot(1, 1, A);

    assertThat(books.apply(new Unsubscribed(2, 1, 2))).isEqualTo(Outcome.IGNORED);

    assertThat(valid(A)).isFalse();
    assertThat(snapshot(1, 3, A)).isEqualTo(Outcome.STALE_DROPPED);
    assertThat(valid(A)).isFalse();
  }

  @Test
  void endsWithATerminalError() {
    for (int code : new int[] {10, 25}) {
      subscribed(1);
      snapshot(1, 1, A);
      assertThat(books.apply(new StreamError(0, 1, 2, code, "gone", List.of())))
          .isEqualTo(Outcome.IGNORED);
      assertThat(valid(A)).isFalse();
      assertThat(delta(1, 3, A, 50)).isEqualTo(Outcome.STALE_DROPPED);
    }
  }

  @Test
  void forgetsSequencesWithTheConnection() {
    subscribed(1);
    snapshot(1, 1, A);
    delta(1, 2, A, 50);

    books.disconnected();

    assertThat(valid(A)).isFalse();
    assertThat(subscribed(1)).isEqualTo(Outcome.IGNORED);
    assertThat(snapshot(1, 1, A)).isEqualTo(Outcome.APPLIED_SNAPSHOT);
    assertThat(valid(A)).isTrue();
    assertThat(contracts(A)).isEqualTo(100);
  }

  @Test
  void countsWhatCannotBeRightAsAFault() {
    subscribed(1);
    snapshot(1, 1, A);

    assertThat(delta(1, 2, A, -101)).isEqualTo(Outcome.FAULT);
    assertThat(valid(A)).isFalse();
    assertThat(contracts(A)).isEqualTo(100);
    assertThat(delta(1, 3, A, 1)).isEqualTo(Outcome.STALE_DROPPED);

    Level level = new Level(HALF, Quantity.ofContracts(1));
    assertThat(books.apply(new BookSnapshot(0, 1, 4, A, List.of(level, level), List.of())))
        .isEqualTo(Outcome.FAULT);
    assertThat(books.faults()).isEqualTo(2);
  }

  @Test
  void takesTheNewGridOfAMarket() {
    subscribed(1);
    snapshot(1, 1, A);

    assertThat(
            books.apply(
                new MarketLifecycle(
                    5,
                    1,
                    A,
                    MarketLifecycle.Type.PRICE_LEVEL_STRUCTURE_UPDATED,
                    null,
                    null,
                    PriceLevelStructure.TAPERED_DECI_CENT.grid(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null)))
        .isEqualTo(Outcome.IGNORED);

    assertThat(books.find(A).grid()).isSameAs(PriceLevelStructure.TAPERED_DECI_CENT.grid());
    assertThat(contracts(A)).isEqualTo(100);
    assertThat(valid(A)).isTrue();
  }

  @Test
  void doesNotFollowOtherChannels() {
    books.apply(new Subscribed(1, "trade", 2));
    for (long seq : new long[] {5, 5, 90}) {
      assertThat(
              books.apply(
                  new PublicTrade(
                      2,
                      seq,
                      TradeId.of("t"),
                      A,
                      HALF,
                      Quantity.of("1"),
                      OutcomeSide.YES,
                      false,
                      1)))
          .isEqualTo(Outcome.IGNORED);
      assertThat(books.apply(ok(2, seq))).isEqualTo(Outcome.IGNORED);
    }
    assertThat(books.gaps() + books.duplicates()).isZero();
  }

  @Test
  void letsGoOfAMarket() {
    subscribed(1);
    snapshot(1, 1, A);
    var book = books.book(A).orElseThrow();

    books.forget(A);
    books.forget(B);

    assertThat(book.isValid()).isFalse();
    assertThat(books.find(A)).isNull();
  }
}
