package io.github.kalshi4j.engine.tape.format;

import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.client.value.MarketTicker;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a tape knows of one of its markets. The result is apart from the facts because a strategy
 * must not see it before the market is determined.
 *
 * @param priceLevelStructure the exchange's name of the grid in the facts
 * @param result how the market ended; null if that is not known
 * @param settlementTime when it was settled, exchange time; null if that is not known
 * @param resultSource who said so, such as {@code kalshi_api}; null without a result
 */
public record TapeMarket(
    MarketFacts facts,
    String priceLevelStructure,
    @Nullable MarketResult result,
    @Nullable Instant settlementTime,
    @Nullable String resultSource) {
  /** Returns the same market, decided. */
  public TapeMarket withResult(
      MarketResult value, @Nullable Instant settled, @Nullable String source) {
    return new TapeMarket(facts, priceLevelStructure, value, settled, source);
  }

  public MarketTicker ticker() {
    return facts.ticker();
  }
}
