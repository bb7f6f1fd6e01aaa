package io.github.kalshi4j.simulator.exchange;

import io.github.kalshi4j.client.fee.FillFee;
import io.github.kalshi4j.client.fee.Liquidity;
import io.github.kalshi4j.client.market.MarketStatus;
import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.stream.OrderGroupUpdate;
import io.github.kalshi4j.client.stream.UserOrder;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.NetPosition;
import io.github.kalshi4j.client.value.OrderGroupId;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.TradeId;
import io.github.kalshi4j.simulator.ledger.AccountId;
import io.github.kalshi4j.simulator.ledger.Payout;
import io.github.kalshi4j.simulator.market.MarketStep;
import io.github.kalshi4j.simulator.market.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of the exchange's state. All events of one command have its time. Of one match they
 * come as book delta, trade, fills (maker, taker), maker's order, positions; the taker's own delta
 * and order come after its last match.
 */
public sealed interface ExchangeEvent {
  /** Returns the engine's time in microseconds since 1970. */
  long timeMicros();

  /** Returns the same as an instant. */
  default Instant time() {
    return Micros.instant(timeMicros());
  }

  /**
   * A level has changed because of one order.
   *
   * @param price the YES price
   * @param hundredths the signed change, in hundredths of a contract
   * @param account whose order it was
   * @param clientOrderId that order's name; null if it has none
   */
  record BookChanged(
      long timeMicros,
      MarketTicker market,
      BookSide side,
      Price price,
      long hundredths,
      AccountId account,
      @Nullable ClientOrderId clientOrderId)
      implements ExchangeEvent {}

  /** The book of a closed market is empty and stays so. */
  record BookEnded(long timeMicros, MarketTicker market) implements ExchangeEvent {}

  /** One match, as the public sees it. */
  record Traded(
      long timeMicros,
      TradeId trade,
      MarketTicker market,
      Price price,
      Quantity quantity,
      OutcomeSide taker)
      implements ExchangeEvent {}

  /**
   * One match, as one of its parties sees it.
   *
   * @param position the net position after it
   */
  record Filled(
      long timeMicros,
      TradeId trade,
      AccountId account,
      OrderId order,
      @Nullable ClientOrderId clientOrderId,
      MarketTicker market,
      BookSide side,
      Liquidity liquidity,
      Price price,
      Quantity quantity,
      FillFee fee,
      NetPosition position)
      implements ExchangeEvent {}

  /**
   * An order, whole, as it is now.
   *
   * @param reason why it changed; null for one newly placed
   */
  record OrderChanged(long timeMicros, Order order, UserOrder.@Nullable Reason reason)
      implements ExchangeEvent {}

  /** A holding as it is now. */
  record PositionChanged(
      long timeMicros,
      AccountId account,
      MarketTicker market,
      NetPosition position,
      Money cost,
      Money realized,
      Money fees,
      Quantity volume)
      implements ExchangeEvent {}

  /** A position was paid. */
  record PositionSettled(
      long timeMicros, AccountId account, MarketTicker market, Outcome outcome, Payout payout)
      implements ExchangeEvent {}

  /**
   * A market has taken a step.
   *
   * @param outcome the result, where there is one now
   */
  record MarketChanged(
      long timeMicros,
      MarketTicker market,
      MarketStep step,
      MarketStatus status,
      Instant close,
      PriceGrid grid,
      @Nullable Outcome outcome)
      implements ExchangeEvent {}

  /**
   * Something happened to an order group.
   *
   * @param limit its limit, where it is created or the limit changes; null otherwise
   */
  record GroupChanged(
      long timeMicros,
      AccountId account,
      OrderGroupId group,
      OrderGroupUpdate.Type type,
      @Nullable Quantity limit)
      implements ExchangeEvent {}

  /** A member was let in on a shard, or has a new subaccount there. */
  record AccountOpened(long timeMicros, AccountId account) implements ExchangeEvent {}

  /** Money was paid in or out, or moved; fills and settlements have events of their own. */
  record CashMoved(long timeMicros, AccountId account, Money change, Money balance)
      implements ExchangeEvent {}

  /** A shard was paused or goes on. */
  record ShardChanged(long timeMicros, int shard, boolean exchangeActive, boolean tradingActive)
      implements ExchangeEvent {}
}
