package io.github.kalshi4j.client.testing;

import io.github.kalshi4j.client.market.Level;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.TradeId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * What happens at a {@link TestExchange}: it is told on the stream and found over REST afterwards.
 * The prices of a market are all multiples of $0.0001, or whole cents if it is listed with a
 * hundred others or more. Safe for threads.
 *
 * <p>Faults concern how the next trade or change of a book is told, never what is true.
 */
public interface Happenings {
  /** A match, as the member sees his part in it. */
  record OwnFill(TradeId trade, OrderId order) {}

  /** Is told of each state that a book has, in order. */
  @FunctionalInterface
  interface BookWatcher {
    void on(MarketTicker market, List<Level> bids, List<Level> asks);
  }

  /** Lists markets that are open for long; those of {@link StreamSuite} are. */
  void list(Collection<MarketTicker> markets);

  /** Lists a market on a shard, on which the member has money, too. */
  void list(MarketTicker market, int shard);

  /** Lists a market of the series its ticker begins with. */
  void list(MarketTicker market, Instant open, Instant close);

  /** Replaces the book of a market. */
  void book(MarketTicker market, List<Level> bids, List<Level> asks);

  /**
   * Changes a level of a book by one order.
   *
   * @param price in YES, behind the best of the other side
   * @param hundredths of a contract, negative for contracts that leave
   */
  void delta(MarketTicker market, BookSide side, Price price, long hundredths);

  /** Returns the levels of a book, in YES prices, best first. */
  List<Level> levels(MarketTicker market, BookSide side);

  /** Tells of the states that books have from now on. */
  void watch(BookWatcher watcher);

  /**
   * Lets others trade; afterwards the book is as before.
   *
   * @param price between the best of both sides
   */
  TradeId trade(MarketTicker market, Price price, Quantity quantity, BookSide taker);

  /** Lets a ticker come with this last price. */
  void ticker(MarketTicker market, Price last);

  /** Lets the member's bid at $0.50 for one contract be filled, in a book with room for it. */
  OwnFill fill(MarketTicker market);

  /**
   * Lets two of the member's own orders trade one contract at $0.50.
   *
   * @return the bid's part and the ask's
   */
  List<OwnFill> matchWithOneself(MarketTicker market);

  /** Lets the member's bid at $0.50 for one contract rest. */
  OrderId rest(MarketTicker market);

  /** Lets others fill the member's bid that rests. */
  void execute(MarketTicker market, OrderId order);

  /** Loses the frames of the next trade or change of a book. */
  void drop();

  /** Sends the frames of the next trade or change of a book twice, with the same number. */
  void duplicate();

  /** Holds the frames of the next trade or change of a book back until another one is sent. */
  void hold();

  /** Ends the faults that have not struck yet. */
  void calm();
}
