package io.github.kalshi4j.client.market;

import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.client.value.Quantity;
import java.util.List;
import java.util.Optional;

/**
 * The resting orders of one market, as one YES book: a bid is long YES, an ask is long NO. NO bids
 * at q are held as asks at $1 − q.
 *
 * <p>The book is a live view: what it shows changes with the next message, so keep values, not the
 * book. It is read on the thread that writes it. None of the methods that return prices or
 * hundredths allocate.
 */
public interface OrderBook {
  MarketTicker market();

  /** Returns the grid that indexes the levels; it may become finer during the market's life. */
  PriceGrid grid();

  /** Returns whether the book is a snapshot plus every delta since; if not, it must not be used. */
  boolean isValid();

  /** Returns the highest price bid for YES. */
  Optional<Price> bestBid();

  /** Returns the lowest price asked for YES. */
  Optional<Price> bestAsk();

  /** Returns the hundredths of a contract resting at a YES price; 0 if there are none. */
  long hundredthsAt(BookSide side, Price price);

  /** Visits the levels of a side from the best on, until the visitor returns false. */
  void forEachLevel(BookSide side, LevelVisitor visitor);

  /** Returns the number of levels of a side. */
  int depth(BookSide side);

  /** Returns the exchange's time of the last change, in microseconds since 1970; 0 if unknown. */
  long exchangeMicros();

  /** Returns the best price of a side. */
  default Optional<Price> best(BookSide side) {
    return side == BookSide.BID ? bestBid() : bestAsk();
  }

  /** Returns the highest price bid for an outcome, in prices of that outcome. */
  default Optional<Price> bestBid(OutcomeSide outcome) {
    return outcome == OutcomeSide.YES ? bestBid() : complement(bestAsk());
  }

  /** Returns the lowest price asked for an outcome, in prices of that outcome. */
  default Optional<Price> bestAsk(OutcomeSide outcome) {
    return outcome == OutcomeSide.YES ? bestAsk() : complement(bestBid());
  }

  /** Returns the contracts resting at a YES price. */
  default Quantity quantityAt(BookSide side, Price price) {
    return Quantity.ofHundredths(hundredthsAt(side, price));
  }

  /** Returns the best levels of a side, at most {@code limit} of them, best first. */
  default List<Level> levels(BookSide side, int limit) {
    return Level.collect(this, side, limit);
  }

  private static Optional<Price> complement(Optional<Price> price) {
    return price.isEmpty() ? price : price.get().complement().asOptional();
  }

  /** Sees one level after the other. */
  @FunctionalInterface
  interface LevelVisitor {
    /** Returns whether to go on to the next level. */
    boolean visit(Price price, long hundredths);
  }
}
