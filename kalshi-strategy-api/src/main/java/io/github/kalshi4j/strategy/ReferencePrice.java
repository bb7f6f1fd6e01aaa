package io.github.kalshi4j.strategy;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A price of an underlying.
 *
 * @param symbol base and quote, such as {@code BTC-USD}
 * @param source where it was seen, such as {@code coinbase}
 * @param price in units of the quote
 * @param sourceTime the source's own time
 */
public record ReferencePrice(String symbol, String source, BigDecimal price, Instant sourceTime) {}
