package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.market.Market;
import io.github.kalshi4j.client.value.MarketTicker;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * On which shard markets live, as far as answers have told us. A write that names its shard is
 * faster and costs tokens there only; live markets are never moved. Remembers those seen last. Safe
 * for threads.
 */
public final class Shards {
  private static final int MOST = 20_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<MarketTicker, Integer> known =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<MarketTicker, Integer> eldest) {
          return size() > MOST;
        }
      };

  /** Remembers the shard of a market, if it is told. */
  void learn(MarketTicker market, @Nullable Integer exchangeIndex) {
    if (exchangeIndex != null && exchangeIndex >= 0) {
      lock.lock();
      try {
        known.put(market, exchangeIndex);
      } finally {
        lock.unlock();
      }
    }
  }

  /** Remembers the shard of a market, and returns the market. */
  Market learned(Market market) {
    learn(market.ticker(), market.exchangeIndex());
    return market;
  }

  /** Returns the shard that is named, or the one that is known for a market; null if neither. */
  @Nullable Integer of(@Nullable Integer named, @Nullable MarketTicker market) {
    if (named != null || market == null) {
      return named;
    }
    lock.lock();
    try {
      return known.get(market);
    } finally {
      lock.unlock();
    }
  }
}
