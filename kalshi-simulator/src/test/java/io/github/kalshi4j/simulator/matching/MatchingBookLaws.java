package io.github.kalshi4j.simulator.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.value.BookSide;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class MatchingBookLaws {
  private static final int TICKS = 10_001;

  /** Wide and sparse books are where the bitmaps are used; so prices lie all over the grid. */
  @Property(tries = 60)
  void isAQueuePerPriceSortedByPrice(@ForAll long seed, @ForAll boolean dense) {
    SplittableRandom random = new SplittableRandom(seed);
    MatchingBook book = new MatchingBook(TICKS);
    TreeMap<Integer, Deque<BookOrder>> bids = new TreeMap<>(Comparator.reverseOrder());
    TreeMap<Integer, Deque<BookOrder>> asks = new TreeMap<>();
    List<BookOrder> matched = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      boolean bid = random.nextBoolean();
      BookSide side = bid ? BookSide.BID : BookSide.ASK;
      TreeMap<Integer, Deque<BookOrder>> own = bid ? bids : asks;
      int tick = dense ? 5_000 + random.nextInt(70) : random.nextInt(TICKS);
      if (random.nextInt(4) == 0 && !own.isEmpty()) {
        BookOrder order = own.lastEntry().getValue().peekLast();
        long by = 1 + random.nextLong(order.restingHundredths());
        book.reduce(order, by);
        drop(own, order);
      } else {
        BookOrder order = new BookOrder();
        long left = book.match(side, tick, 1 + random.nextInt(500), new Recorder(matched));
        matched.forEach(maker -> drop(bid ? asks : bids, maker));
        matched.clear();
        if (left > 0) {
          book.rest(order, side, tick, left);
          own.computeIfAbsent(tick, key -> new ArrayDeque<>()).add(order);
        }
      }
      assertThat(walk(book, BookSide.BID)).isEqualTo(flat(bids));
      assertThat(walk(book, BookSide.ASK)).isEqualTo(flat(asks));
    }
  }

  private static void drop(TreeMap<Integer, Deque<BookOrder>> levels, BookOrder order) {
    if (!order.isResting()) {
      Deque<BookOrder> queue = levels.get(order.tick());
      queue.remove(order);
      if (queue.isEmpty()) {
        levels.remove(order.tick());
      }
    }
  }

  private static List<BookOrder> flat(TreeMap<Integer, Deque<BookOrder>> levels) {
    return levels.values().stream().flatMap(Deque::stream).toList();
  }

  private static List<BookOrder> walk(MatchingBook book, BookSide side) {
    List<BookOrder> orders = new ArrayList<>();
    for (BookOrder order = book.first(side); order != null; order = book.next(order)) {
      orders.add(order);
    }
    return orders;
  }

  private record Recorder(List<BookOrder> matched) implements MatchHandler {
    @Override
    public Meeting meet(BookOrder resting) {
      return Meeting.MATCH;
    }

    @Override
    public void matched(BookOrder resting, int tick, long hundredths) {
      assertThat(tick).isEqualTo(resting.tick());
      matched.add(resting);
    }

    @Override
    public void removed(BookOrder resting, long hundredths) {
      throw new AssertionError(resting);
    }
  }
}
