package io.github.kalshi4j.simulator.matching;

import io.github.kalshi4j.client.value.BookSide;
import org.jspecify.annotations.Nullable;

/**
 * The resting orders of one market, on its one YES book, and the matching of what comes in: price
 * first, then time, at the price of the resting order, one match per resting order. Prices are
 * ticks from 0 to the number of ticks less one, quantities hundredths of a contract. Nothing is
 * allocated, and all but {@link #match} and the walks take a bounded number of steps.
 *
 * <p>The book does not keep itself uncrossed: an order must be matched before it is rested. Used by
 * one thread.
 */
public final class MatchingBook {
  /** What {@link #bestTick} returns for an empty side. */
  public static final int NONE = -1;

  private final int ticks;
  private final Queues bids;
  private final Queues asks;

  /**
   * Creates an empty book.
   *
   * @param ticks how many ticks there are, from 1
   */
  public MatchingBook(int ticks) {
    if (ticks < 1) {
      throw new IllegalArgumentException("a book of " + ticks + " ticks");
    }
    this.ticks = ticks;
    bids = new Queues(ticks, true);
    asks = new Queues(ticks, false);
  }

  /** Returns how many ticks there are. */
  public int ticks() {
    return ticks;
  }

  /**
   * Matches an incoming order with what rests on the other side within its limit.
   *
   * @param side the side of the incoming order
   * @param limit the worst tick it accepts
   * @param hundredths its quantity
   * @return how much of it is left
   */
  public long match(BookSide side, int limit, long hundredths, MatchHandler handler) {
    Queues opposite = queues(side.opposite());
    int worst = opposite.rank(limit);
    long left = hundredths;
    while (left > 0 && opposite.best() <= worst) {
      BookOrder resting = opposite.head(opposite.best());
      Meeting meeting = handler.meet(resting);
      if (meeting == Meeting.MATCH) {
        long matched = Math.min(left, resting.hundredths);
        left -= matched;
        opposite.reduce(resting, matched);
        handler.matched(resting, resting.tick, matched);
      } else if (meeting == Meeting.REMOVE) {
        long had = resting.hundredths;
        opposite.reduce(resting, had);
        handler.removed(resting, had);
      } else {
        break;
      }
    }
    return left;
  }

  /**
   * Puts an order at the back of the queue at a tick.
   *
   * @throws IllegalStateException if it rests already
   */
  public void rest(BookOrder order, BookSide side, int tick, long hundredths) {
    if (order.resting) {
      throw new IllegalStateException("the order rests already");
    }
    if (hundredths <= 0 || tick < 0 || tick >= ticks) {
      throw new IllegalArgumentException(hundredths + " hundredths at tick " + tick);
    }
    order.side = side;
    order.tick = tick;
    order.hundredths = hundredths;
    queues(side).append(order);
  }

  /**
   * Takes contracts away from a resting order, which keeps its place; it leaves the book with the
   * last of them.
   *
   * @throws IllegalArgumentException if it has not as many
   */
  public void reduce(BookOrder order, long hundredths) {
    if (!order.resting || hundredths <= 0 || hundredths > order.hundredths) {
      throw new IllegalArgumentException(hundredths + " hundredths off " + order.hundredths);
    }
    queues(order.side).reduce(order, hundredths);
  }

  /** Returns the best tick of a side, {@link #NONE} if it is empty. */
  public int bestTick(BookSide side) {
    Queues queues = queues(side);
    return queues.best() == Queues.NONE ? NONE : queues.rank(queues.best()); // its own inverse
  }

  /** Returns the contracts at a tick, in hundredths. */
  public long hundredthsAt(BookSide side, int tick) {
    Queues queues = queues(side);
    return queues.at(queues.rank(tick));
  }

  /** Returns whether an order would be matched on arrival, were it not for the handler. */
  public boolean crosses(BookSide side, int limit) {
    Queues opposite = queues(side.opposite());
    return opposite.best() <= opposite.rank(limit);
  }

  /** Returns the first order in the queue at the best price of a side; null if it is empty. */
  public @Nullable BookOrder first(BookSide side) {
    Queues queues = queues(side);
    return queues.first(queues.best());
  }

  /** Returns the order that is matched next after this one; null if it is the last of its side. */
  public @Nullable BookOrder next(BookOrder order) {
    if (order.behind != null) {
      return order.behind;
    }
    Queues queues = queues(order.side);
    return queues.first(queues.after(queues.rank(order.tick)));
  }

  /** Returns the contracts that rest ahead of an order at its price, in hundredths. */
  public long ahead(BookOrder order) {
    long sum = 0;
    for (BookOrder other = order.ahead; other != null; other = other.ahead) {
      sum += other.hundredths;
    }
    return sum;
  }

  private Queues queues(BookSide side) {
    return side == BookSide.BID ? bids : asks;
  }
}
