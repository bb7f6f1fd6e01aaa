package io.github.kalshi4j.engine.paper;

import io.github.kalshi4j.client.fee.OrderFees;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * One order of ours at the paper venue: its state, what is left of it, and its place in a queue.
 */
final class PaperOrder {
  enum State {
    /** On its way to the venue. */
    SENT,
    /** Arrived inside a group; handled at the group's end. */
    WAITING,
    RESTING,
    DONE
  }

  /** The queue was not visible when the order joined it; the next snapshot tells. */
  static final long UNKNOWN = Long.MAX_VALUE;

  final ClientOrderId id;
  final LimitOrder terms;
  State state = State.SENT;

  /** Hundredths not filled. */
  long remaining;

  /** Observed hundredths ahead of the order at its price; what is not ahead is behind. */
  long ahead = UNKNOWN;

  /** Observed hundredths at the order's price on its own side, as of the last message. */
  long observed;

  /** Place of its joining in the market's sequence of events; none yet while it is unknown. */
  long joined = UNKNOWN;

  /** Exchange time of the book that it joined, in milliseconds; 0 if unknown. */
  long joinedMillis;

  /** When its last answer is heard, so that a later one is not heard before it. */
  long lastHeard = Long.MIN_VALUE;

  private @Nullable OrderFees fees;

  PaperOrder(ClientOrderId id, LimitOrder terms) {
    this.id = id;
    this.terms = terms;
    this.remaining = terms.quantity().hundredths();
  }

  MarketTicker market() {
    return terms.market();
  }

  BookSide side() {
    return terms.side();
  }

  Price price() {
    return terms.price();
  }

  Quantity remainingQuantity() {
    return Quantity.ofHundredths(remaining);
  }

  /** Starts the accumulator that all fills of the order share. */
  void charge(OrderFees accumulator) {
    fees = accumulator;
  }

  OrderFees fees() {
    if (fees == null) {
      throw new IllegalStateException("order " + id + " was never accepted");
    }
    return fees;
  }

  /** Returns whether the order may match at a YES price. */
  boolean accepts(Price candidate) {
    return side() == BookSide.BID
        ? !candidate.isAbove(terms.price())
        : !candidate.isBelow(terms.price());
  }

  /** Returns whether the order's price comes before another one on its side of the book. */
  boolean isBefore(Price other) {
    return side() == BookSide.BID ? terms.price().isAbove(other) : terms.price().isBelow(other);
  }

  /** Returns the most that opening these contracts can cost, fees aside. */
  Money costOf(long hundredths) {
    return side().outcome().toYes(terms.price()).times(Quantity.ofHundredths(hundredths));
  }
}
