package io.github.kalshi4j.client.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The prices at which a market trades: what the exchange calls its price level structure. A grid is
 * data ({@code price_ranges}); the structure's name is only a label, and names not known here are
 * read by their ranges. $0 and $1 are never prices. Where two bands touch, or overlap, a price on
 * either band's steps is legal.
 *
 * <p>Legal prices are numbered from 0 upward, which is how an order book indexes its levels. Grids
 * are immutable, compared by their prices, and shared: equal ranges give the same instance.
 *
 * @see <a href="https://docs.kalshi.com/getting_started/fixed_point_prices">Kalshi, price level
 *     structures</a>
 */
public final class PriceGrid {
  private static final Map<List<PriceBand>, PriceGrid> SHARED = new ConcurrentHashMap<>();
  private static final int PRICES = 10_001;

  private final List<PriceBand> bands;
  private final short[] indexByPrice; // −1 where no order may rest
  private final Price[] priceByIndex;
  private final int hash;

  private PriceGrid(List<PriceBand> bands) {
    this.bands = bands;
    BitSet legal = new BitSet(PRICES);
    for (PriceBand band : bands) {
      long step = band.step().centicents();
      for (long p = band.start().centicents(); p <= band.end().centicents(); p += step) {
        legal.set((int) p);
      }
    }
    legal.clear(0);
    legal.clear(PRICES - 1);
    if (legal.isEmpty()) {
      throw new IllegalArgumentException("no price between $0 and $1 in " + bands);
    }
    indexByPrice = new short[PRICES];
    priceByIndex = new Price[legal.cardinality()];
    int index = 0;
    for (int p = 0; p < PRICES; p++) {
      indexByPrice[p] = (short) (legal.get(p) ? index : -1);
      if (legal.get(p)) {
        priceByIndex[index++] = Price.ofCenticents(p);
      }
    }
    hash = Arrays.hashCode(indexByPrice);
  }

  /**
   * Returns the grid of these ranges.
   *
   * @throws IllegalArgumentException if there is no band, or none that holds a price
   */
  public static PriceGrid of(List<PriceBand> bands) {
    return SHARED.computeIfAbsent(List.copyOf(bands), PriceGrid::new);
  }

  /** Returns the grid with one step everywhere, such as {@code Price.ofCents(1)}. */
  public static PriceGrid uniform(Price step) {
    return of(List.of(new PriceBand(Price.ZERO, Price.ONE, step)));
  }

  /** Returns the ranges this grid was made of. */
  public List<PriceBand> bands() {
    return bands;
  }

  /** Returns how many prices are legal. */
  public int size() {
    return priceByIndex.length;
  }

  /** Returns whether an order may carry this price. */
  public boolean contains(Price price) {
    return indexByPrice[(int) price.centicents()] >= 0;
  }

  /** Returns the number of a price, counted from the lowest, or −1 if it is not on the grid. */
  public int indexOf(Price price) {
    return indexByPrice[(int) price.centicents()];
  }

  /**
   * Returns the price with this number.
   *
   * @throws IndexOutOfBoundsException if there is none
   */
  public Price priceAt(int index) {
    return priceByIndex[index];
  }

  public Price lowest() {
    return priceByIndex[0];
  }

  public Price highest() {
    return priceByIndex[priceByIndex.length - 1];
  }

  /** Returns the lowest legal price at or above this one; empty above the highest. */
  public Optional<Price> ceiling(Price price) {
    int p = (int) price.centicents();
    while (p < PRICES && indexByPrice[p] < 0) {
      p++;
    }
    return p == PRICES ? Optional.empty() : Price.ofCenticents(p).asOptional();
  }

  /** Returns the highest legal price at or below this one; empty below the lowest. */
  public Optional<Price> floor(Price price) {
    int p = (int) price.centicents();
    while (p >= 0 && indexByPrice[p] < 0) {
      p--;
    }
    return p < 0 ? Optional.empty() : Price.ofCenticents(p).asOptional();
  }

  /** Returns the next legal price above this one, which need not be legal itself. */
  public Optional<Price> above(Price price) {
    return price.equals(Price.ONE)
        ? Optional.empty()
        : ceiling(Price.ofCenticents(price.centicents() + 1));
  }

  /** Returns the next legal price below this one, which need not be legal itself. */
  public Optional<Price> below(Price price) {
    return price.equals(Price.ZERO)
        ? Optional.empty()
        : floor(Price.ofCenticents(price.centicents() - 1));
  }

  /** Returns the grid of the same market seen in NO prices. */
  public PriceGrid complement() {
    List<PriceBand> mirrored = new ArrayList<>(bands.size());
    for (PriceBand band : bands.reversed()) {
      mirrored.add(new PriceBand(band.end().complement(), band.start().complement(), band.step()));
    }
    return of(mirrored);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PriceGrid grid && Arrays.equals(indexByPrice, grid.indexByPrice);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return "PriceGrid" + bands;
  }
}
