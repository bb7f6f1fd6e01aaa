package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.order.Amendment;
import io.github.kalshi4j.client.order.Amendment.Expiration;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * The body that changes an order.
 *
 * @param expirationTime seconds since 1970; 0 removes it, null keeps it
 */
record AmendOrder(
    MarketTicker ticker,
    BookSide side,
    Price price,
    Quantity count,
    @Nullable ClientOrderId clientOrderId,
    @Nullable ClientOrderId updatedClientOrderId,
    @Nullable Long expirationTime,
    @Nullable Integer exchangeIndex) {
  static AmendOrder of(Amendment amendment, @Nullable Integer shard) {
    return new AmendOrder(
        amendment.market(),
        amendment.side(),
        amendment.price(),
        amendment.total(),
        amendment.clientOrderId(),
        amendment.newClientOrderId(),
        switch (amendment.expiration()) {
          case Expiration.Keep ignored -> null;
          case Expiration.Never ignored -> 0L;
          case Expiration.At at -> at.time().getEpochSecond();
        },
        shard);
  }
}
