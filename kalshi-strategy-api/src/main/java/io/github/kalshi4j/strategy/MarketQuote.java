package io.github.kalshi4j.strategy;

import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What a selector sees of a market.
 *
 * @param bid the best YES bid; null where nobody bids
 * @param ask the best YES ask; null where nobody asks
 * @param volume contracts traded since the market opened, by its newest ticker message; zero before
 *     the first
 */
public record MarketQuote(
    MarketTicker market, @Nullable Price bid, @Nullable Price ask, Quantity volume) {}
