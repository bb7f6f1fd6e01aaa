package io.github.kalshi4j.client.internal.json;

import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;

/** {@code ["0.4200","13.00"]}: a price, of either outcome, and the contracts resting there. */
public record PriceAndCount(Price price, Quantity quantity) {}
