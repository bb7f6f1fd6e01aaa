package io.github.kalshi4j.strategy;

import io.github.kalshi4j.client.fee.Liquidity;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.TradeId;
import java.time.Instant;

/**
 * A piece of one of our orders done.
 *
 * @param outcome the outcome bought; buying the outcome opposite to the position reduces it
 * @param price the price of that outcome
 * @param fee the net fee charged
 * @param time when the exchange matched it
 */
public record Fill(
    TradeId id,
    ClientOrderId order,
    MarketTicker market,
    OutcomeSide outcome,
    Price price,
    Quantity quantity,
    Liquidity liquidity,
    Money fee,
    Instant time) {}
