package io.github.kalshi4j.client.fcm;

import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.NetPosition;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.SubtraderId;

/**
 * Contracts to be moved from one subtrader to another, off the book.
 *
 * @param source who gives them
 * @param target who gets them
 * @param position what is moved, positive for YES and negative for NO: whole contracts, not none
 * @param price the YES price at which they are moved, whole cents
 */
public record PositionTransfer(
    SubtraderId source,
    SubtraderId target,
    MarketTicker market,
    NetPosition position,
    Price price) {
  private static final int CONTRACT = 100;
  private static final int CENT = 100;

  public PositionTransfer {
    if (source.equals(target)) {
      throw new IllegalArgumentException("transfer from subtrader " + source + " to itself");
    }
    if (position.isFlat()) {
      throw new IllegalArgumentException("transfer of no contracts in " + market);
    }
    if (position.hundredths() % CONTRACT != 0) {
      throw new IllegalArgumentException("only whole contracts can be moved: " + position);
    }
    if (price.centicents() % CENT != 0) {
      throw new IllegalArgumentException("a transfer's price must be whole cents: " + price);
    }
  }
}
