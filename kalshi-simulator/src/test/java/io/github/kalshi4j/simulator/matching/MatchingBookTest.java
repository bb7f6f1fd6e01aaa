package io.github.kalshi4j.simulator.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.value.BookSide;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class MatchingBookTest {
  private final MatchingBook book = new MatchingBook(10_001);
  private final Handler handler = new Handler();

  @Test
  void matchesBetterPricesFirstAtThePriceOfTheRestingOrder() {
    BookOrder worse = rest(BookSide.ASK, 6_000, 100);
    BookOrder better = rest(BookSide.ASK, 100, 100);

    long left = book.match(BookSide.BID, 6_000, 150, handler);

    assertThat(left).isZero();
    assertThat(handler.matches)
        .containsExactly(new Match(better, 100, 100), new Match(worse, 6_000, 50));
    assertThat(better.isResting()).isFalse();
    assertThat(worse.restingHundredths()).isEqualTo(50);
  }

  @Test
  void matchesOlderOrdersFirstWithinAPrice() {
    BookOrder older = rest(BookSide.BID, 5_000, 100);
    BookOrder newer = rest(BookSide.BID, 5_000, 100);

    book.match(BookSide.ASK, 5_000, 120, handler);

    assertThat(handler.matches)
        .containsExactly(new Match(older, 5_000, 100), new Match(newer, 5_000, 20));
    assertThat(book.hundredthsAt(BookSide.BID, 5_000)).isEqualTo(80);
  }

  @Test
  void leavesWhatIsBeyondTheLimit() {
    rest(BookSide.ASK, 5_001, 100);

    assertThat(book.match(BookSide.BID, 5_000, 100, handler)).isEqualTo(100);
    assertThat(book.crosses(BookSide.BID, 5_000)).isFalse();
    assertThat(book.crosses(BookSide.BID, 5_001)).isTrue();
    assertThat(handler.matches).isEmpty();
  }

  @Test
  void keepsThePlaceOfAReducedOrderAndTellsWhatIsAhead() {
    BookOrder first = rest(BookSide.BID, 5_000, 100);
    BookOrder second = rest(BookSide.BID, 5_000, 50);
    BookOrder third = rest(BookSide.BID, 5_000, 70);

    book.reduce(first, 60);

    assertThat(book.ahead(first)).isZero();
    assertThat(book.ahead(second)).isEqualTo(40);
    assertThat(book.ahead(third)).isEqualTo(90);
  }

  @Test
  void removesFromTheMiddleOfAQueue() {
    BookOrder first = rest(BookSide.ASK, 300, 100);
    BookOrder second = rest(BookSide.ASK, 300, 100);
    BookOrder third = rest(BookSide.ASK, 300, 100);

    book.reduce(second, 100);

    assertThat(book.first(BookSide.ASK)).isSameAs(first);
    assertThat(book.next(first)).isSameAs(third);
    assertThat(book.next(third)).isNull();
  }

  @Test
  void findsTheNextBestPriceHoweverFarItIs() {
    BookOrder near = rest(BookSide.BID, 9_999, 100);
    rest(BookSide.BID, 1, 100);
    rest(BookSide.BID, 4_096, 100);

    book.reduce(near, 100);
    assertThat(book.bestTick(BookSide.BID)).isEqualTo(4_096);
    book.match(BookSide.ASK, 4_096, 100, handler);
    assertThat(book.bestTick(BookSide.BID)).isEqualTo(1);
    book.match(BookSide.ASK, 1, 100, handler);
    assertThat(book.bestTick(BookSide.BID)).isEqualTo(MatchingBook.NONE);
  }

  @Test
  void goesOnPastAnOrderThatTheHandlerRemoves() {
    BookOrder own = rest(BookSide.ASK, 50, 30);
    BookOrder other = rest(BookSide.ASK, 50, 100);
    handler.remove.add(own);

    assertThat(book.match(BookSide.BID, 50, 100, handler)).isZero();
    assertThat(handler.matches).containsExactly(new Match(other, 50, 100));
    assertThat(handler.removed).containsExactly(own);
    assertThat(own.isResting()).isFalse();
  }

  @Test
  void stopsWhereTheHandlerSaysSo() {
    rest(BookSide.ASK, 50, 30);
    BookOrder own = rest(BookSide.ASK, 51, 100);
    handler.stop.add(own);

    assertThat(book.match(BookSide.BID, 60, 100, handler)).isEqualTo(70);
    assertThat(own.restingHundredths()).isEqualTo(100);
  }

  @Test
  void refusesToRestTwiceOrToTakeWhatIsNotThere() {
    BookOrder order = rest(BookSide.ASK, 50, 30);

    assertThatThrownBy(() -> book.rest(order, BookSide.ASK, 50, 30))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> book.reduce(order, 31)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> book.rest(new BookOrder(), BookSide.ASK, 10_001, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new MatchingBook(0)).isInstanceOf(IllegalArgumentException.class);
  }

  private BookOrder rest(BookSide side, int tick, long hundredths) {
    BookOrder order = new BookOrder();
    book.rest(order, side, tick, hundredths);
    return order;
  }

  private record Match(BookOrder resting, int tick, long hundredths) {}

  private static final class Handler implements MatchHandler {
    private final List<Match> matches = new ArrayList<>();
    private final List<BookOrder> removed = new ArrayList<>();
    private final Set<BookOrder> remove = new HashSet<>();
    private final Set<BookOrder> stop = new HashSet<>();

    @Override
    public Meeting meet(BookOrder resting) {
      return stop.contains(resting)
          ? Meeting.STOP
          : remove.contains(resting) ? Meeting.REMOVE : Meeting.MATCH;
    }

    @Override
    public void matched(BookOrder resting, int tick, long hundredths) {
      matches.add(new Match(resting, tick, hundredths));
    }

    @Override
    public void removed(BookOrder resting, long hundredths) {
      removed.add(resting);
    }
  }
}
