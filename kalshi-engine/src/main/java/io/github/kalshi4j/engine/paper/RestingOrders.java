package io.github.kalshi4j.engine.paper;

import io.github.kalshi4j.client.market.OrderBook;
import io.github.kalshi4j.client.stream.BookDelta;
import io.github.kalshi4j.client.stream.PublicTrade;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.engine.clock.Scheduler;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Our resting orders in one market, and what must be done before each of them.
 *
 * <p>An order joins behind everything observed at its price. What is added later is behind it. A
 * trade takes from the front: first what is ahead, then the order, so that an order is filled by
 * what a trade has left when the queue ahead is gone. A trade at a worse price for its taker must
 * have passed the order, which had priority, and fills it too. A decrease that is no trade is a
 * cancellation, and the fill model says from where in the queue.
 *
 * <p>Every trade is also a decrease, told by another channel, before or after. Therefore a decrease
 * is held until it is matched with a trade or too old for one; only then is it a cancellation. A
 * trade that comes first counts at once and absorbs the decrease that follows. Nothing is counted
 * twice, whichever comes first. Each decrease remembers what it left at its level, because what has
 * been added meanwhile is behind us and cannot be what left.
 *
 * <p>The observed book never shows our orders, so nothing here depends on what of ours was filled.
 */
final class RestingOrders {
  /** Fills orders; answers whether it could. */
  @FunctionalInterface
  interface Filler {
    boolean fill(PaperOrder order, long hundredths, String reason);
  }

  private static final String AFTER_QUEUE = "traded after queue ahead";
  private static final String THROUGH = "traded through";

  private final Scheduler scheduler;
  private final FillModel model;
  private final Filler filler;
  private final List<PaperOrder> bids = new ArrayList<>();
  private final List<PaperOrder> asks = new ArrayList<>();
  private final Unmatched decreases = new Unmatched();
  private final Unmatched trades = new Unmatched();
  private long sequence;

  RestingOrders(Scheduler scheduler, FillModel model, Filler filler) {
    this.scheduler = scheduler;
    this.model = model;
    this.filler = filler;
  }

  /** Returns the orders of a side, the first to be matched first; changes as they are filled. */
  List<PaperOrder> on(BookSide side) {
    return side == BookSide.BID ? bids : asks;
  }

  /** Returns the order of a side that is matched first. */
  @Nullable PaperOrder first(BookSide side) {
    List<PaperOrder> orders = on(side);
    return orders.isEmpty() ? null : orders.getFirst();
  }

  boolean isEmpty() {
    return bids.isEmpty() && asks.isEmpty();
  }

  /** Puts an order at the back of the queue at its price, which a stale book does not show. */
  void join(PaperOrder order, OrderBook book, boolean stale) {
    List<PaperOrder> orders = on(order.side());
    int place = orders.size();
    while (place > 0 && order.isBefore(orders.get(place - 1).price())) {
      place--;
    }
    orders.add(place, order);
    order.state = PaperOrder.State.RESTING;
    if (!stale) {
      queue(order, book);
    }
  }

  void remove(PaperOrder order) {
    on(order.side()).remove(order);
  }

  void onDelta(BookDelta delta, OrderBook book) {
    BookSide side = delta.side();
    Price price = delta.price();
    long observed = book.hundredthsAt(side, price);
    for (PaperOrder order : on(side)) {
      if (order.price().equals(price)) {
        order.observed = observed;
      }
    }
    if (delta.hundredths() < 0) {
      expire();
      long millis = delta.exchangeMicros() / 1000;
      long left = absorb(side, price, -delta.hundredths(), millis);
      if (left > 0) {
        long after = observed - trades.sumAt(side, price);
        hold(side, price, left, millis, Math.max(0, after));
      }
    }
  }

  void onTrade(PublicTrade trade) {
    if (trade.block()) {
      return;
    }
    expire();
    BookSide side = trade.taker().bookSide().opposite();
    long left = match(trade, side, trade.quantity().hundredths(), true);
    left = match(trade, side, left, false);
    if (left > 0) {
      lowerLevels(decreases.size(), side, trade.price(), left);
      long now = ++sequence;
      trades.add(side, trade.price(), left, trade.exchangeMillis(), scheduler.nanos(), now, 0);
      consume(side, trade, left, now);
    }
  }

  /** Takes a level's net change since the last message as one change; it may hold trades. */
  void onSnapshot(OrderBook book) {
    expire();
    resume(BookSide.BID, book);
    resume(BookSide.ASK, book);
    trades.clear();
  }

  private void resume(BookSide side, OrderBook book) {
    @Nullable Price previous = null;
    for (PaperOrder order : on(side)) {
      if (order.ahead == PaperOrder.UNKNOWN) {
        queue(order, book);
      } else if (!order.price().equals(previous)) {
        previous = order.price();
        long after = book.hundredthsAt(side, previous);
        long gone = order.observed - trades.sumAt(side, previous) - after;
        if (gone > 0) {
          hold(side, previous, gone, 0, after);
        }
      }
      order.observed = book.hundredthsAt(side, order.price());
    }
  }

  private void queue(PaperOrder order, OrderBook book) {
    order.observed = book.hundredthsAt(order.side(), order.price());
    order.ahead = order.observed;
    order.joined = ++sequence;
    order.joinedMillis = book.exchangeMicros() / 1000;
  }

  private void hold(BookSide side, Price price, long left, long millis, long after) {
    decreases.add(side, price, left, millis, scheduler.nanos(), ++sequence, after);
  }

  /** Takes what trades have already told off a decrease, and returns the rest. */
  private long absorb(BookSide side, Price price, long hundredths, long millis) {
    long left = hundredths;
    for (int i = 0; i < trades.size() && left > 0; i++) {
      if (trades.isAt(i, side, price) && trades.isAround(i, millis)) {
        long matched = Math.min(left, trades.hundredths(i));
        trades.match(i, matched);
        left -= matched;
        // an order that came between the trade and its decrease still saw these contracts ahead
        for (PaperOrder order : on(side)) {
          if (order.price().equals(price) && order.joined > trades.sequence(i)) {
            order.ahead = Math.max(0, order.ahead - matched);
          }
        }
      }
    }
    return left;
  }

  /** Matches a trade with held decreases, and returns the rest. */
  private long match(PublicTrade trade, BookSide side, long hundredths, boolean timed) {
    long left = hundredths;
    for (int i = 0; i < decreases.size() && left > 0; i++) {
      if (decreases.hundredths(i) > 0
          && decreases.hasTime(i) == timed
          && decreases.isAt(i, side, trade.price())
          && decreases.isAround(i, trade.exchangeMillis())) {
        long matched = Math.min(left, decreases.hundredths(i));
        decreases.match(i, matched);
        left -= matched;
        lowerLevels(i, side, trade.price(), matched);
        consume(side, trade, matched, decreases.sequence(i));
      }
    }
    return left;
  }

  /** Lowers what older decreases left at a level by what a trade then took from its front. */
  private void lowerLevels(int end, BookSide side, Price price, long hundredths) {
    for (int i = 0; i < end; i++) {
      if (decreases.isAt(i, side, price)) {
        decreases.lowerLevelAfter(i, hundredths);
      }
    }
  }

  /** Lets a trade take from the front of the queue, as far as our orders were there in time. */
  private void consume(BookSide side, PublicTrade trade, long hundredths, long asOf) {
    List<PaperOrder> orders = on(side);
    long unclaimed = hundredths;
    for (int i = 0; i < orders.size(); ) {
      PaperOrder order = orders.get(i);
      boolean through = order.isBefore(trade.price());
      if (!through && !order.price().equals(trade.price())) {
        return; // and all that follow are further from the market
      }
      if (order.joined <= asOf && !isOlder(trade, order)) {
        long reached = through ? unclaimed : unclaimed - order.ahead;
        order.ahead = through ? 0 : Math.max(0, order.ahead - hundredths);
        long filled = Math.min(order.remaining, reached);
        if (filled > 0 && filler.fill(order, filled, through ? THROUGH : AFTER_QUEUE)) {
          unclaimed -= filled;
        }
      }
      if (i < orders.size() && orders.get(i) == order) {
        i++;
      }
    }
  }

  /** Returns whether the book that the order joined already was that of after the trade. */
  private static boolean isOlder(PublicTrade trade, PaperOrder order) {
    return trade.exchangeMillis() != 0
        && trade.exchangeMillis() + Unmatched.TOLERANCE_MILLIS < order.joinedMillis;
  }

  private void expire() {
    long now = scheduler.nanos();
    while (decreases.isOverdue(now)) {
      if (decreases.hundredths(0) > 0) {
        cancelAtFront();
      }
      decreases.removeOldest();
    }
    while (trades.isOverdue(now)) {
      trades.removeOldest();
    }
  }

  /** Takes the oldest decrease as a cancellation by others. */
  private void cancelAtFront() {
    BookSide side = decreases.side(0);
    Price price = decreases.price(0);
    for (PaperOrder order : on(side)) {
      if (order.price().equals(price) && order.joined < decreases.sequence(0)) {
        order.ahead = aheadAfter(order.ahead, decreases.hundredths(0), decreases.levelAfter(0));
      }
    }
  }

  /** Returns what is ahead when {@code gone} leave a level and {@code after} remain. */
  private long aheadAfter(long ahead, long gone, long after) {
    long held = Math.min(ahead, after + gone);
    return switch (model) {
      case OPTIMISTIC -> Math.max(0, held - gone);
      case EXPECTED -> held - share(held, gone, after + gone);
      case PESSIMISTIC -> Math.min(held, after);
    };
  }

  /** Returns {@code part × gone ÷ whole}, rounded down: we never move up by rounding. */
  private static long share(long part, long gone, long whole) {
    if (part == 0) {
      return 0;
    }
    if (part <= Integer.MAX_VALUE && gone <= Integer.MAX_VALUE) {
      return part * gone / whole;
    }
    return BigInteger.valueOf(part)
        .multiply(BigInteger.valueOf(gone))
        .divide(BigInteger.valueOf(whole))
        .longValueExact();
  }
}
