package io.github.kalshi4j.client.order;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Quantity;

/**
 * Where a resting order stands at its price.
 *
 * @param ahead contracts that are filled before its first
 */
public record QueuePosition(
    @JsonProperty("order_id") OrderId order,
    @JsonProperty("market_ticker") MarketTicker market,
    @JsonProperty("queue_position_fp") Quantity ahead) {}
