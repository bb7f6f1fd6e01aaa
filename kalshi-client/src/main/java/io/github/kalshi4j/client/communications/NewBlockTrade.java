package io.github.kalshi4j.client.communications;

import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.UserId;
import java.time.Instant;

/**
 * A trade off the book between two members, to be proposed. It takes place once both have accepted
 * it.
 *
 * @param price dollars per contract; the exchange does not say of which outcome
 * @param makerSide the side that counts as the maker's
 * @param expiration until when it can be accepted
 */
public record NewBlockTrade(
    MarketTicker market,
    Buyer buyer,
    Seller seller,
    Price price,
    Quantity quantity,
    OutcomeSide makerSide,
    Instant expiration) {
  public NewBlockTrade {
    if (price.equals(Price.ZERO) || price.equals(Price.ONE)) {
      throw new IllegalArgumentException("no block trade may carry the price " + price);
    }
    if (quantity.isZero()) {
      throw new IllegalArgumentException("block trade of no contracts in " + market);
    }
  }

  /** Who buys, and for which account. */
  public record Buyer(UserId user, TradingAccount account) {
    /** Returns a buyer whose account is not named. */
    public static Buyer of(UserId user) {
      return new Buyer(user, TradingAccount.DEFAULT);
    }
  }

  /** Who sells, and from which account. */
  public record Seller(UserId user, TradingAccount account) {
    /** Returns a seller whose account is not named. */
    public static Seller of(UserId user) {
      return new Seller(user, TradingAccount.DEFAULT);
    }
  }
}
