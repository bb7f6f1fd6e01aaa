package io.github.kalshi4j.client.market;

import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import java.util.List;
import java.util.Optional;

/**
 * An order book kept from snapshots and deltas. It is stale until its first snapshot, and again
 * after {@link #markStale} or a fault; a stale book takes no deltas, so that it shows the last
 * state it could vouch for, and the next snapshot makes it valid.
 *
 * <p>The levels are arrays indexed by the grid. A price that is not on the grid is not lost: the
 * book goes on with the coarsest uniform grid, of $0.001 or else $0.0001, that holds it and every
 * price of the grid before. Within a group of deltas of one exchange time the book may be locked or
 * crossed.
 *
 * <p>Written and read by one thread. Neither {@link #apply} nor any reading method that returns a
 * price or hundredths allocates, unless the grid has to be refined.
 */
public final class LocalOrderBook implements OrderBook {
  private static final Price DECI_CENT = Price.ofCenticents(10);
  private static final Price CENTI_CENT = Price.ofCenticents(1);

  private final MarketTicker market;
  private PriceGrid grid;
  private BookLevels bids;
  private BookLevels asks;
  private boolean valid;
  private long exchangeMicros;
  private long faults;

  /** Creates a stale, empty book. */
  public LocalOrderBook(MarketTicker market, PriceGrid grid) {
    this.market = market;
    this.grid = grid;
    bids = new BookLevels(grid.size(), true);
    asks = new BookLevels(grid.size(), false);
  }

  /**
   * Replaces the whole book by a snapshot, in any order, and makes it valid. Levels without
   * contracts are skipped. A snapshot that names a price twice, $0 or $1 is a fault: the book is
   * then empty and stale. The exchange's time is unknown afterwards, as snapshots carry none.
   *
   * @return whether the book is valid now
   */
  public boolean reset(List<Level> newBids, List<Level> newAsks) {
    return reset(LevelSource.of(newBids, newAsks));
  }

  /**
   * Replaces the whole book as {@link #reset(List, List)} does, without allocating, unless the grid
   * has to be refined.
   *
   * @return whether the book is valid now
   */
  public boolean reset(LevelSource snapshot) {
    clear();
    valid = setAll(BookSide.BID, snapshot) && setAll(BookSide.ASK, snapshot);
    if (!valid) {
      clear();
      faults++;
    }
    return valid;
  }

  /**
   * Adds a change to one level. A change that would make the level negative or overflow, or that is
   * at $0 or $1, is a fault: it is counted, the level keeps its contracts and the book is stale.
   *
   * @param hundredths the signed change, in hundredths of a contract
   * @param exchangeMicros the exchange's time in microseconds since 1970; 0 if unknown
   * @return whether the change was made; false on a stale book, where nothing is
   */
  public boolean apply(BookSide side, Price price, long hundredths, long exchangeMicros) {
    if (!valid) {
      return false;
    }
    int index = indexOf(price);
    if (index >= 0) {
      BookLevels levels = levels(side);
      long sum = levels.at(index) + hundredths;
      if (sum >= 0) { // an overflow is negative too, since no level is
        levels.set(index, sum);
        this.exchangeMicros = exchangeMicros;
        return true;
      }
    }
    faults++;
    valid = false;
    return false;
  }

  /** Makes this book, of the same market, equal to another, its grid and validity included. */
  public void copyFrom(LocalOrderBook other) {
    if (!other.market.equals(market)) {
      throw new IllegalArgumentException("a book of " + other.market + " is none of " + market);
    }
    grid = other.grid;
    bids = bids.sameAs(other.bids);
    asks = asks.sameAs(other.asks);
    valid = other.valid;
    exchangeMicros = other.exchangeMicros;
    faults = other.faults;
  }

  /** Makes the book stale until its next snapshot. */
  public void markStale() {
    valid = false;
  }

  /**
   * Indexes the book by another grid, as when the exchange changes the market's price level
   * structure. Resting levels are kept: if one is not on the new grid, the book takes the coarsest
   * uniform grid that holds both.
   */
  public void useGrid(PriceGrid newGrid) {
    PriceGrid fitting = fit(fit(newGrid, bids), asks);
    if (!fitting.equals(grid)) {
      move(fitting);
    }
  }

  /** Returns whether the best bid is above the best ask. */
  public boolean isCrossed() {
    return hasBothSides() && grid.priceAt(bids.best()).isAbove(grid.priceAt(asks.best()));
  }

  /** Returns whether the best bid is the best ask. */
  public boolean isLocked() {
    return hasBothSides() && bids.best() == asks.best();
  }

  /** Returns how many snapshots and changes were refused because they cannot be right. */
  public long faults() {
    return faults;
  }

  @Override
  public MarketTicker market() {
    return market;
  }

  @Override
  public PriceGrid grid() {
    return grid;
  }

  @Override
  public boolean isValid() {
    return valid;
  }

  @Override
  public Optional<Price> bestBid() {
    return best(bids);
  }

  @Override
  public Optional<Price> bestAsk() {
    return best(asks);
  }

  @Override
  public long hundredthsAt(BookSide side, Price price) {
    int index = grid.indexOf(price);
    return index < 0 ? 0 : levels(side).at(index);
  }

  @Override
  public void forEachLevel(BookSide side, LevelVisitor visitor) {
    BookLevels levels = levels(side);
    for (int i = levels.best(); i != BookLevels.NONE; i = levels.after(i)) {
      if (!visitor.visit(grid.priceAt(i), levels.at(i))) {
        return;
      }
    }
  }

  @Override
  public int depth(BookSide side) {
    return levels(side).depth();
  }

  @Override
  public long exchangeMicros() {
    return exchangeMicros;
  }

  @Override
  public String toString() {
    return market
        + (valid ? " bid " : " (stale) bid ")
        + bestBid().map(Price::toString).orElse("none")
        + " ask "
        + bestAsk().map(Price::toString).orElse("none");
  }

  private Optional<Price> best(BookLevels levels) {
    int best = levels.best();
    return best == BookLevels.NONE ? Optional.empty() : grid.priceAt(best).asOptional();
  }

  private boolean hasBothSides() {
    return bids.depth() > 0 && asks.depth() > 0;
  }

  private BookLevels levels(BookSide side) {
    return side == BookSide.BID ? bids : asks;
  }

  private void clear() {
    bids.clear();
    asks.clear();
    exchangeMicros = 0;
  }

  private boolean setAll(BookSide side, LevelSource snapshot) {
    int count = snapshot.count(side);
    for (int i = 0; i < count; i++) {
      int index = indexOf(snapshot.price(side, i)); // which may replace the levels by finer ones
      BookLevels levels = levels(side);
      if (index < 0 || levels.at(index) != 0) {
        return false;
      }
      levels.set(index, snapshot.hundredths(side, i));
    }
    return true;
  }

  /** Returns the index of a price, on a refined grid if need be; −1 for $0 and $1. */
  private int indexOf(Price price) {
    int index = grid.indexOf(price);
    if (index < 0 && !price.equals(Price.ZERO) && !price.equals(Price.ONE)) {
      move(refined(grid, price));
      index = grid.indexOf(price);
    }
    return index;
  }

  private PriceGrid fit(PriceGrid candidate, BookLevels levels) {
    PriceGrid fitting = candidate;
    for (int i = levels.best(); i != BookLevels.NONE; i = levels.after(i)) {
      Price price = grid.priceAt(i);
      if (!fitting.contains(price)) {
        fitting = refined(fitting, price);
      }
    }
    return fitting;
  }

  private static PriceGrid refined(PriceGrid grid, Price price) {
    PriceGrid deciCents = PriceGrid.uniform(DECI_CENT);
    boolean fits = deciCents.contains(price);
    for (int i = 0; fits && i < grid.size(); i++) {
      fits = deciCents.contains(grid.priceAt(i));
    }
    return fits ? deciCents : PriceGrid.uniform(CENTI_CENT);
  }

  private void move(PriceGrid newGrid) {
    bids = moved(bids, newGrid, true);
    asks = moved(asks, newGrid, false);
    grid = newGrid;
  }

  private BookLevels moved(BookLevels old, PriceGrid newGrid, boolean highestFirst) {
    BookLevels levels = new BookLevels(newGrid.size(), highestFirst);
    for (int i = old.best(); i != BookLevels.NONE; i = old.after(i)) {
      levels.set(newGrid.indexOf(grid.priceAt(i)), old.at(i));
    }
    return levels;
  }
}
