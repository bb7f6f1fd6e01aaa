package io.github.kalshi4j.engine;

import io.github.kalshi4j.client.value.MarketTicker;

/** A message is about a market whose facts nobody has told the engine. */
final class UnknownMarketException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownMarketException(MarketTicker market) {
    super("no facts for market " + market);
  }
}
