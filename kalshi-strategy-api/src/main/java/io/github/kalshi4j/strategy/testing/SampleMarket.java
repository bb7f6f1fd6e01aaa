package io.github.kalshi4j.strategy.testing;

import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.MarketResult;

/**
 * A generated market.
 *
 * @param facts what is known of it while it trades
 * @param result how it ends, which nothing that trades may see
 */
public record SampleMarket(MarketFacts facts, MarketResult result) {}
