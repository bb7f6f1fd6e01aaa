package io.github.kalshi4j.simulator.matching;

/**
 * Is told of each resting order that an incoming one comes to, best price first, oldest first. All
 * calls are made on the thread that called {@link MatchingBook#match}, one at a time. A handler may
 * remove other orders from the book in {@link #matched} and {@link #removed}, but not in {@link
 * #meet}.
 */
public interface MatchHandler {
  /** Says what becomes of the next resting order. */
  Meeting meet(BookOrder resting);

  /**
   * Is told of a match, after the book has changed.
   *
   * @param resting what it has left may be nothing; then it is no longer in the book
   * @param tick the price of the match
   * @param hundredths how much was matched, above 0
   */
  void matched(BookOrder resting, int tick, long hundredths);

  /**
   * Is told that a resting order has left the book because {@link #meet} said so.
   *
   * @param hundredths what it had left
   */
  void removed(BookOrder resting, long hundredths);
}
