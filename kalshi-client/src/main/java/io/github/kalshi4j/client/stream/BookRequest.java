package io.github.kalshi4j.client.stream;

/**
 * Which order books to subscribe to, and when to show them.
 *
 * @param eachChange whether to show a book after every change, even inside a group of changes of
 *     one exchange time, where it may be locked or crossed; if not, a book is shown when its group
 *     is over: at the first change of another time, at a snapshot, or after 20 ms without a change
 */
public record BookRequest(MarketSelection markets, boolean eachChange) {
  public BookRequest {
    if (markets == MarketSelection.All.MARKETS) {
      throw new IllegalArgumentException("order books cannot be had of all markets at once");
    }
  }

  /** Asks for the books of these markets, each shown when a group of changes is over. */
  public static BookRequest of(MarketSelection markets) {
    return new BookRequest(markets, false);
  }

  /** Returns a copy that shows a book after every change. */
  public BookRequest withEachChange() {
    return new BookRequest(markets, true);
  }
}
