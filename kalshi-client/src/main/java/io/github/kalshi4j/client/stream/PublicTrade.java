package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.TradeId;

/**
 * A print on the public tape: one match of a taker with one resting order, at the latter's price.
 *
 * @param sequence its place in the subscription; 0 if it has none
 * @param price the YES price of both parties
 * @param taker the outcome the taker bought
 * @param block whether it was agreed off the book
 * @param exchangeMillis the exchange's time, milliseconds since 1970
 */
public record PublicTrade(
    int subscription,
    long sequence,
    TradeId id,
    MarketTicker market,
    Price price,
    Quantity quantity,
    OutcomeSide taker,
    boolean block,
    long exchangeMillis)
    implements StreamEvent {}
