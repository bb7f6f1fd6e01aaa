package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * The top of a book and the volume traded, conflated to about one message a second.
 *
 * @param lastPrice the last trade's YES price; null before the first trade
 * @param bid the best bid; null where nobody bids
 * @param ask the best ask; null where nobody asks
 * @param volume contracts traded since the market opened
 * @param exchangeMillis the exchange's time, milliseconds since 1970
 */
public record Ticker(
    int subscription,
    MarketTicker market,
    @Nullable Price lastPrice,
    @Nullable Price bid,
    Quantity bidQuantity,
    @Nullable Price ask,
    Quantity askQuantity,
    Quantity lastQuantity,
    Quantity volume,
    Quantity openInterest,
    long exchangeMillis)
    implements StreamEvent {}
