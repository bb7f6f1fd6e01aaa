package io.github.kalshi4j.client.error;

import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import java.time.Instant;

/**
 * An order of which we do not know whether it was placed. Worth keeping in a journal until it is
 * resolved.
 *
 * @param sentAt when it left, by the exchange's clock as far as we know it
 * @param arrivesBefore after this time it can no longer reach the exchange: the send time plus the
 *     request timeout
 */
public record UnresolvedOrder(
    ClientOrderId clientOrderId, MarketTicker market, Instant sentAt, Instant arrivesBefore) {}
