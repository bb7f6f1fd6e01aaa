package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.market.OrderBook;
import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Price;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Our own resting orders, so that a book can be seen without them: what others bid and ask. Feed it
 * with the events of {@link StreamRequest#userOrders}, and at the start with the orders that rest:
 *
 * <pre>{@code
 * OwnOrders own = new OwnOrders();
 * stream.subscribe(StreamRequest.userOrders(MarketSelection.all()), own::update);
 * try (var resting = client.orders().all(OrderQuery.ALL.withStatus(OrderStatus.RESTING))) {
 *   resting.forEach(own::update);
 * }
 * stream.orderBook(ticker, book -> quoter.onBook(own.without(book)));
 * }</pre>
 *
 * <p>Orders and books come on different channels, and one may be ahead of the other by some
 * milliseconds: an order just placed may be known before it is in the book, or after. Where ours
 * exceed what rests at a price, the book shows nothing there, and {@link #exceeded} counts it.
 *
 * <p>Safe for threads. Levels are changed one by one: who reads while an order moves from one price
 * to another may see it at neither.
 */
public final class OwnOrders {
  private record LevelKey(MarketTicker market, BookSide side, Price price) {}

  /** How many orders that ended are remembered, so that none comes back by an older state. */
  static final int MOST_ENDED = 10_000;

  /** Where one of our orders stands. */
  private record Standing(
      LevelKey level, boolean ended, long hundredths, @Nullable Instant updated) {
    boolean replaces(@Nullable Standing known) {
      if (known == null) {
        return true;
      }
      if (known.ended && !ended) {
        return false;
      }
      return updated == null
          || known.updated == null
          || updated.toEpochMilli() >= known.updated.toEpochMilli();
    }
  }

  private final Map<OrderId, Standing> orders = new ConcurrentHashMap<>();
  private final Map<LevelKey, Long> levels = new ConcurrentHashMap<>();
  private final LinkedBlockingQueue<OrderId> ended = new LinkedBlockingQueue<>();
  private final AtomicLong exceeded = new AtomicLong();

  /** Takes the state of one of our orders; one older than what is known is left out. */
  public void update(UserOrder order) {
    update(
        order.id(),
        new Standing(
            new LevelKey(order.market(), order.side(), order.price()),
            order.status() == UserOrder.Status.CANCELED
                || order.status() == UserOrder.Status.EXECUTED,
            order.status() == UserOrder.Status.RESTING ? order.remaining().hundredths() : 0,
            order.updated()));
  }

  /** Takes the state of one of our orders as it was read; one older than is known is left out. */
  public void update(Order order) {
    update(UserOrder.of(order));
  }

  private void update(OrderId id, Standing next) {
    orders.compute(
        id,
        (key, known) -> {
          if (!next.replaces(known)) {
            return known;
          }
          if (known != null) {
            add(known.level, -known.hundredths);
          }
          add(next.level, next.hundredths);
          if (next.ended && (known == null || !known.ended)) {
            ended.add(id);
          }
          return next;
        });
    while (ended.size() > MOST_ENDED) {
      OrderId oldest = ended.poll();
      if (oldest != null) {
        orders.remove(oldest);
      }
    }
  }

  private void add(LevelKey level, long hundredths) {
    if (hundredths != 0) {
      levels.merge(level, hundredths, (a, b) -> a + b == 0 ? null : Long.valueOf(a + b));
    }
  }

  /** Forgets a market's orders, as when it has closed. */
  public void forget(MarketTicker market) {
    for (OrderId id : orders.keySet()) {
      orders.computeIfPresent(
          id,
          (key, known) -> {
            if (!known.level.market.equals(market)) {
              return known;
            }
            add(known.level, -known.hundredths);
            ended.remove(id);
            return null;
          });
    }
  }

  /** Returns the hundredths of a contract of ours that rest at a YES price; 0 if there are none. */
  public long hundredthsAt(MarketTicker market, BookSide side, Price price) {
    return levels.getOrDefault(new LevelKey(market, side, price), 0L);
  }

  /**
   * Returns how often a level held less than ours do. Each time that a level is looked at counts.
   */
  public long exceeded() {
    return exceeded.get();
  }

  /** Returns a view of a book without our resting contracts, good for as long as the book is. */
  public OrderBook without(OrderBook book) {
    return new OthersBook(this, book);
  }

  /** Returns what others have at a level of which all is known. */
  long others(MarketTicker market, BookSide side, Price price, long all) {
    long left = all - hundredthsAt(market, side, price);
    if (left < 0) {
      exceeded.incrementAndGet();
      return 0;
    }
    return left;
  }
}
