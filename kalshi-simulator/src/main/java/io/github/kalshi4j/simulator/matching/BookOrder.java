package io.github.kalshi4j.simulator.matching;

import io.github.kalshi4j.client.value.BookSide;
import org.jspecify.annotations.Nullable;

/**
 * An order as its book sees it: a link in the queue at its price. Owners extend it by what they
 * need, so that no map lies between an order and its place. Only its {@link MatchingBook} changes
 * it.
 */
public class BookOrder {
  @Nullable BookOrder ahead;
  @Nullable BookOrder behind;
  BookSide side = BookSide.BID;
  int tick;
  long hundredths;
  boolean resting;

  /** Creates an order that rests nowhere yet. */
  public BookOrder() {}

  /** Returns what rests of it, in hundredths of a contract; 0 if it is in no book. */
  public final long restingHundredths() {
    return hundredths;
  }

  /** Returns whether it is in a book. */
  public final boolean isResting() {
    return resting;
  }

  /** Returns the tick at which it rests, or last rested. */
  public final int tick() {
    return tick;
  }
}
