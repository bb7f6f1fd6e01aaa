package io.github.kalshi4j.strategy;

import io.github.kalshi4j.client.order.TimeInForce;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;

/**
 * An order of ours that is on its way or resting.
 *
 * @param outcome the outcome it buys
 * @param price its limit, as a price of that outcome
 * @param remaining what may still fill
 * @param exit whether it was sent to leave a position
 */
public record OpenOrder(
    ClientOrderId id,
    MarketTicker market,
    OutcomeSide outcome,
    Price price,
    Quantity remaining,
    TimeInForce timeInForce,
    boolean exit) {}
