package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;

/**
 * A change of one level.
 *
 * @param price the level, as a YES price
 * @param hundredths the change in hundredths of a contract, negative when contracts leave the level
 * @param exchangeMicros the matching engine's time, microseconds since 1970; deltas of one command
 *     share it. 0 if the message has none
 */
public record BookDelta(
    int subscription,
    long sequence,
    MarketTicker market,
    BookSide side,
    Price price,
    long hundredths,
    long exchangeMicros)
    implements BookEvent {}
