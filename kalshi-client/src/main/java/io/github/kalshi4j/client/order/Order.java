package io.github.kalshi4j.client.order;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OrderGroupId;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order as the exchange has it. Reads lag writes: for about a second after a change it may be
 * shown as it was before.
 *
 * @param clientOrderId null if it has none
 * @param side its side of the YES book
 * @param outcome the outcome it buys, which follows from the side
 * @param type the kind of order; old ones may be {@code market}
 * @param price its YES price
 * @param filled contracts traded
 * @param remaining contracts that rest
 * @param initial contracts when it was placed, or as amended
 * @param takerFillCost dollars of what it took
 * @param makerFillCost dollars of what it made
 * @param takerFees fees of what it took
 * @param makerFees fees of what it made
 * @param expiration when it is canceled; null for never
 * @param exchangeIndex the shard of its market; null if not said
 */
@JsonIgnoreProperties({"side", "action", "no_price_dollars"})
public record Order(
    @JsonProperty("order_id") OrderId id,
    @JsonProperty("user_id") UserId user,
    @JsonProperty(required = true) @Nullable ClientOrderId clientOrderId,
    @JsonProperty("ticker") MarketTicker market,
    @JsonProperty("book_side") BookSide side,
    @JsonProperty("outcome_side") OutcomeSide outcome,
    OrderType type,
    OrderStatus status,
    @JsonProperty("yes_price_dollars") Price price,
    @JsonProperty("fill_count_fp") Quantity filled,
    @JsonProperty("remaining_count_fp") Quantity remaining,
    @JsonProperty("initial_count_fp") Quantity initial,
    @JsonProperty("taker_fill_cost_dollars") Money takerFillCost,
    @JsonProperty("maker_fill_cost_dollars") Money makerFillCost,
    @JsonProperty("taker_fees_dollars") Money takerFees,
    @JsonProperty("maker_fees_dollars") Money makerFees,
    @JsonProperty("expiration_time") @Nullable Instant expiration,
    @JsonProperty("created_time") @Nullable Instant created,
    @JsonProperty("last_update_time") @Nullable Instant updated,
    @JsonProperty("self_trade_prevention_type") @Nullable SelfTradePrevention selfTradePrevention,
    @JsonProperty("order_group_id") @Nullable OrderGroupId orderGroup,
    @JsonProperty("cancel_order_on_pause") @Nullable Boolean cancelOnPause,
    @JsonProperty("subaccount_number") @Nullable Integer subaccount,
    @Nullable Integer exchangeIndex) {
  public Order {
    if (side.outcome() != outcome) {
      throw new IllegalArgumentException(
          "book_side " + side.wire() + " does not buy outcome_side " + outcome.wire());
    }
  }

  /** Returns what names the order where it is to be changed. */
  public OrderAddress address() {
    return new OrderAddress(id, market, exchangeIndex, subaccount == null ? 0 : subaccount);
  }
}
