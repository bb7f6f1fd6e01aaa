package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import org.jspecify.annotations.Nullable;

/**
 * A change of one level.
 *
 * @param price the level, as a YES price
 * @param hundredths the change in hundredths of a contract, negative when contracts leave the level
 * @param exchangeMicros the matching engine's time, microseconds since 1970; deltas of one command
 *     share it. 0 if the message has none
 * @param clientOrderId our own order that caused the change; null for everybody else's, and where
 *     it has no such name
 * @param subaccount that of our own order, 0 for the primary one; null if not said
 */
public record BookDelta(
    int subscription,
    long sequence,
    MarketTicker market,
    BookSide side,
    Price price,
    long hundredths,
    long exchangeMicros,
    @Nullable ClientOrderId clientOrderId,
    @Nullable Integer subaccount)
    implements BookEvent {}
