package io.github.kalshi4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.market.Level;
import io.github.kalshi4j.client.market.LocalOrderBook;
import io.github.kalshi4j.client.market.OrderBook;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.client.value.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Our orders and those of others make up a book; without ours, those of others are left. */
class OwnOrdersLaws {
  private static final PriceGrid GRID = PriceGrid.uniform(Price.ofCents(1));

  /** Returns some levels of a side: bids below 50 cents, asks above. */
  private static List<Level> levels(BookSide side, Map<Price, Long> hundredths) {
    List<Level> levels = new ArrayList<>();
    for (int i = 1; i < 8; i++) {
      Price price = price(side, i);
      long count = hundredths.getOrDefault(price, 0L);
      if (count > 0) {
        levels.add(new Level(price, Quantity.ofHundredths(count)));
      }
    }
    return levels;
  }

  private static Price price(BookSide side, int distance) {
    return Price.ofCents(side == BookSide.BID ? 50 - distance : 50 + distance);
  }

  /** Plays with ten orders, and returns what of them rests where in the end. */
  private static Map<Price, Long> play(OwnOrders own, Random random, BookSide side) {
    Map<Integer, UserOrder> states = new HashMap<>();
    for (int i = 0; i < 60; i++) {
      int number = random.nextInt(10) + (side == BookSide.BID ? 0 : 100);
      UserOrder known = states.get(number);
      boolean ended = known != null && known.status() != UserOrder.Status.RESTING;
      boolean ends = random.nextInt(5) == 0;
      UserOrder next =
          OwnOrdersTest.order(
              number,
              OwnOrdersTest.A,
              side,
              price(side, 1 + random.nextInt(7)),
              ends ? 0 : 1 + random.nextInt(500),
              ends ? UserOrder.Status.CANCELED : UserOrder.Status.RESTING,
              i);
      if (!ended) {
        states.put(number, next);
        own.update(next);
      }
      if (known != null && random.nextBoolean()) {
        own.update(known); // again, and too late
      }
    }
    Map<Price, Long> resting = new HashMap<>();
    for (UserOrder order : states.values()) {
      resting.merge(order.price(), order.remaining().hundredths(), Long::sum);
    }
    return resting;
  }

  @Property(tries = 500)
  void withoutOursThoseOfOthersAreLeft(@ForAll Random random) {
    OwnOrders own = new OwnOrders();
    Map<BookSide, Map<Price, Long>> others = new HashMap<>();
    Map<BookSide, Map<Price, Long>> all = new HashMap<>();
    for (BookSide side : BookSide.values()) {
      Map<Price, Long> ours = play(own, random, side);
      Map<Price, Long> theirs = new HashMap<>();
      for (int i = 1; i < 8; i++) {
        theirs.put(price(side, i), (long) random.nextInt(3) * random.nextInt(300));
      }
      Map<Price, Long> sum = new HashMap<>(theirs);
      ours.forEach((price, count) -> sum.merge(price, count, Long::sum));
      others.put(side, theirs);
      all.put(side, sum);
    }
    OrderBook view = own.without(book(all));
    OrderBook expected = book(others);

    for (BookSide side : BookSide.values()) {
      assertThat(view.levels(side, 99)).isEqualTo(expected.levels(side, 99));
      assertThat(view.best(side)).isEqualTo(expected.best(side));
      assertThat(view.depth(side)).isEqualTo(expected.depth(side));
    }
    assertThat(own.exceeded()).isZero();
  }

  @Property(tries = 500)
  void aLevelIsNeverBelowZero(@ForAll Random random) {
    OwnOrders own = new OwnOrders();
    Map<BookSide, Map<Price, Long>> all = new HashMap<>();
    for (BookSide side : BookSide.values()) {
      play(own, random, side);
      Map<Price, Long> any = new HashMap<>();
      for (int i = 1; i < 8; i++) {
        any.put(price(side, i), (long) random.nextInt(600));
      }
      all.put(side, any);
    }
    OrderBook book = book(all);
    OrderBook view = own.without(book);

    for (BookSide side : BookSide.values()) {
      for (int i = 1; i < 8; i++) {
        Price price = price(side, i);
        long left = book.hundredthsAt(side, price) - own.hundredthsAt(OwnOrdersTest.A, side, price);
        assertThat(view.hundredthsAt(side, price)).isEqualTo(Math.max(0, left));
      }
      view.forEachLevel(
          side,
          (price, hundredths) -> {
            assertThat(hundredths).isPositive();
            return true;
          });
    }
  }

  private static LocalOrderBook book(Map<BookSide, Map<Price, Long>> sides) {
    LocalOrderBook book = new LocalOrderBook(OwnOrdersTest.A, GRID);
    book.reset(
        levels(BookSide.BID, sides.getOrDefault(BookSide.BID, Map.of())),
        levels(BookSide.ASK, sides.getOrDefault(BookSide.ASK, Map.of())));
    return book;
  }
}
