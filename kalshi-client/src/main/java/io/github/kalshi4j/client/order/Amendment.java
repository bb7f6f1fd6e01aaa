package io.github.kalshi4j.client.order;

import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A change of a resting order. A smaller quantity or another expiration keeps its place in the
 * queue; another price or a greater quantity loses it.
 *
 * @param market the market it is in, which must agree with the order's
 * @param side the side it is on, which must agree with the order's
 * @param price the new YES price, or the one it has
 * @param total the new total: what is already filled and what shall rest
 * @param clientOrderId if not null, must be the order's
 * @param newClientOrderId its name from now on; null to keep it
 * @param expiration what becomes of its expiration
 */
public record Amendment(
    OrderAddress order,
    MarketTicker market,
    BookSide side,
    Price price,
    Quantity total,
    @Nullable ClientOrderId clientOrderId,
    @Nullable ClientOrderId newClientOrderId,
    Expiration expiration) {
  public Amendment {
    if (order.market() != null && !order.market().equals(market)) {
      throw new IllegalArgumentException(
          "order " + order.order() + " is in " + order.market() + ", not in " + market);
    }
    if (price.equals(Price.ZERO) || price.equals(Price.ONE)) {
      throw new IllegalArgumentException("no order may carry the price " + price);
    }
    if (total.isZero()) {
      throw new IllegalArgumentException(
          "amending order " + order.order() + " to no contracts; cancel it instead");
    }
  }

  /** Returns a change of price and total. */
  public static Amendment of(
      OrderAddress order, MarketTicker market, BookSide side, Price price, Quantity total) {
    return new Amendment(order, market, side, price, total, null, null, new Expiration.Keep());
  }

  /** Returns a change of an order as it was last read. */
  public static Amendment of(Order order, Price price, Quantity total) {
    return of(order.address(), order.market(), order.side(), price, total)
        .withClientOrderId(order.clientOrderId());
  }

  /** Returns a copy that is refused unless the order has this name. */
  public Amendment withClientOrderId(@Nullable ClientOrderId value) {
    return new Amendment(order, market, side, price, total, value, newClientOrderId, expiration);
  }

  /** Returns a copy that renames the order. */
  public Amendment withNewClientOrderId(ClientOrderId value) {
    return new Amendment(order, market, side, price, total, clientOrderId, value, expiration);
  }

  /** Returns a copy that lets the order expire, at the whole second before this time. */
  public Amendment withExpiration(Instant time) {
    return with(new Expiration.At(time.truncatedTo(ChronoUnit.SECONDS)));
  }

  /** Returns a copy after which the order no longer expires. */
  public Amendment withoutExpiration() {
    return with(new Expiration.Never());
  }

  private Amendment with(Expiration value) {
    return new Amendment(order, market, side, price, total, clientOrderId, newClientOrderId, value);
  }

  /** What becomes of an order's expiration. */
  public sealed interface Expiration {
    /** It stays. */
    record Keep() implements Expiration {}

    /** It is removed. */
    record Never() implements Expiration {}

    /** It is set, to a time in the future. */
    record At(Instant time) implements Expiration {}
  }
}
