package io.github.kalshi4j.risk.breaker;

import io.github.kalshi4j.client.value.Money;
import java.time.Instant;

/**
 * The moment in which a breaker tripped, and the numbers it did so by.
 *
 * @param loss the equity at the start of the day less the equity now
 * @param limit the loss that was allowed
 */
public record Trip(Instant time, Money equity, Money dayStartEquity, Money loss, Money limit) {}
