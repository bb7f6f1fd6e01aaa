package io.github.kalshi4j.strategy.testing;

import io.github.kalshi4j.client.market.Level;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole book for a test, stated level by level. Immutable; each method returns a book with one
 * level more.
 *
 * <pre>{@code
 * TestBook.empty().bid("0.48", "10").bid("0.47", "250").noBid("0.50", "12.5")
 * }</pre>
 */
public final class TestBook {
  private static final TestBook EMPTY = new TestBook(List.of(), List.of());

  private final List<Level> bids;
  private final List<Level> asks;

  private TestBook(List<Level> bids, List<Level> asks) {
    this.bids = List.copyOf(bids);
    this.asks = List.copyOf(asks);
  }

  /** Returns a book without levels. */
  public static TestBook empty() {
    return EMPTY;
  }

  /** Returns a book of one bid and one ask, in YES prices, of 100 contracts each. */
  public static TestBook of(String bid, String ask) {
    return EMPTY.bid(bid, "100").ask(ask, "100");
  }

  /** Adds a bid for YES. */
  public TestBook bid(String price, String quantity) {
    return new TestBook(with(bids, Price.of(price), Quantity.of(quantity)), asks);
  }

  /** Adds an offer of YES, which is a bid for NO at the complement. */
  public TestBook ask(String price, String quantity) {
    return new TestBook(bids, with(asks, Price.of(price), Quantity.of(quantity)));
  }

  /** Adds a bid for NO at a NO price, as the exchange shows it: an ask at the complement. */
  public TestBook noBid(String price, String quantity) {
    return new TestBook(bids, with(asks, Price.of(price).complement(), Quantity.of(quantity)));
  }

  List<Level> bids() {
    return bids;
  }

  List<Level> asks() {
    return asks;
  }

  private static List<Level> with(List<Level> levels, Price price, Quantity quantity) {
    if (quantity.isZero()) {
      throw new IllegalArgumentException("no contracts at " + price);
    }
    for (Level level : levels) {
      if (level.price().equals(price)) {
        throw new IllegalArgumentException("two levels at " + price);
      }
    }
    List<Level> more = new ArrayList<>(levels);
    more.add(new Level(price, quantity));
    return more;
  }
}
