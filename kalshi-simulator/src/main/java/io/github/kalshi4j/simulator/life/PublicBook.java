package io.github.kalshi4j.simulator.life;

import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.simulator.exchange.ExchangeEvent;

/** A market's levels as the public feed tells them. Prices are in units of $0.0001. */
public final class PublicBook {
  private static final int PRICES = 10_001;

  private final long[] bids = new long[PRICES];
  private final long[] asks = new long[PRICES];
  private int bestBid;
  private int bestAsk = PRICES - 1;

  /** Takes a change of this market. */
  public void apply(ExchangeEvent.BookChanged change) {
    int price = (int) change.price().centicents();
    if (change.side() == BookSide.BID) {
      bids[price] += change.hundredths();
      bestBid = Math.max(bestBid, price);
      while (bestBid > 0 && bids[bestBid] == 0) {
        bestBid--;
      }
    } else {
      asks[price] += change.hundredths();
      bestAsk = Math.min(bestAsk, price);
      while (bestAsk < PRICES - 1 && asks[bestAsk] == 0) {
        bestAsk++;
      }
    }
  }

  /** Returns the highest bid, 0 if there is none. */
  public int bestBid() {
    return bestBid;
  }

  /** Returns the lowest ask, 10 000 if there is none. */
  public int bestAsk() {
    return bestAsk;
  }

  /** Returns the contracts at a price, in hundredths of one. */
  public long hundredthsAt(BookSide side, int centicents) {
    return (side == BookSide.BID ? bids : asks)[centicents];
  }
}
