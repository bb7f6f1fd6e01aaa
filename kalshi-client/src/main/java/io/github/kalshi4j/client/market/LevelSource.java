package io.github.kalshi4j.client.market;

import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.Price;
import java.util.List;

/**
 * The levels of a whole book, read one by one so that nothing has to be allocated. In any order.
 */
public interface LevelSource {
  /** Returns how many levels a side has. */
  int count(BookSide side);

  /** Returns the YES price of a level, 0 to {@link #count} − 1. */
  Price price(BookSide side, int index);

  /** Returns the hundredths of a contract at a level, never negative. */
  long hundredths(BookSide side, int index);

  /** Returns the levels of two lists. */
  static LevelSource of(List<Level> bids, List<Level> asks) {
    return new ListedLevels(bids, asks);
  }
}
