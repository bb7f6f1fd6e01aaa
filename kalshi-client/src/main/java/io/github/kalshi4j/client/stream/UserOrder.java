package io.github.kalshi4j.client.stream;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.github.kalshi4j.client.internal.json.InUnits;
import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.order.SelfTradePrevention;
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
import io.github.kalshi4j.client.value.WireEnum;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of our orders as it is after a change: the whole order, so that the newest replaces the
 * older. There is no sequence: what is newer is told by {@code updated}, then by arrival, and
 * canceled and executed are final.
 *
 * @param subscription 0 if not said
 * @param clientOrderId null if it has none
 * @param side its side of the YES book
 * @param outcome the outcome it buys, which follows from the side
 * @param price its YES price
 * @param filled contracts traded
 * @param remaining contracts that rest
 * @param initial contracts when it was placed, or as amended
 * @param takerFillCost dollars of what it took, to $0.000001
 * @param makerFillCost dollars of what it made, to $0.000001
 * @param takerFees fees of what it took, to $0.000001
 * @param makerFees fees of what it made, to $0.000001
 * @param created when it was placed; null if the exchange does not know
 * @param updated when it last changed; null if not said
 * @param reason why it changed; null if not said
 * @param expiration when it is canceled; null for never
 * @param exchangeIndex the shard of its market
 * @param subaccount 0 for the primary one, or 1 to 63; null if not said
 */
@JsonIgnoreProperties({"side", "is_yes", "created_time", "last_update_time", "expiration_time"})
public record UserOrder(
    @JacksonInject(value = Envelope.SUBSCRIPTION, useInput = OptBoolean.FALSE) int subscription,
    @JsonProperty("order_id") OrderId id,
    @JsonProperty("user_id") UserId user,
    @JsonProperty(required = true) @Nullable ClientOrderId clientOrderId,
    @JsonProperty("ticker") MarketTicker market,
    @JsonProperty("book_side") BookSide side,
    @JsonProperty("outcome_side") OutcomeSide outcome,
    Status status,
    @JsonProperty("yes_price_dollars") Price price,
    @JsonProperty("fill_count_fp") Quantity filled,
    @JsonProperty("remaining_count_fp") Quantity remaining,
    @JsonProperty("initial_count_fp") Quantity initial,
    @JsonProperty("taker_fill_cost_dollars") Money takerFillCost,
    @JsonProperty("maker_fill_cost_dollars") Money makerFillCost,
    @JsonProperty("taker_fees_dollars") Money takerFees,
    @JsonProperty("maker_fees_dollars") Money makerFees,
    @JsonProperty(value = "created_ts_ms", required = true) @InUnits(InUnits.Unit.EPOCH_MILLIS)
        @Nullable Instant created,
    @JsonProperty("last_updated_ts_ms") @InUnits(InUnits.Unit.EPOCH_MILLIS)
        @Nullable Instant updated,
    @JsonProperty("last_update_reason") @Nullable Reason reason,
    @JsonProperty("expiration_ts_ms") @InUnits(InUnits.Unit.EPOCH_MILLIS)
        @Nullable Instant expiration,
    @JsonProperty("self_trade_prevention_type") @Nullable SelfTradePrevention selfTradePrevention,
    @JsonProperty("order_group_id") @Nullable OrderGroupId orderGroup,
    int exchangeIndex,
    @JsonProperty("subaccount_number") @Nullable Integer subaccount)
    implements StreamEvent {
  public UserOrder {
    if (side.outcome() != outcome) {
      throw new IllegalArgumentException(
          "book_side " + side.wire() + " does not buy outcome_side " + outcome.wire());
    }
  }

  /**
   * Returns an order as REST shows it as the event that would say the same; why it changed last is
   * not known.
   */
  public static UserOrder of(Order order) {
    return new UserOrder(
        0,
        order.id(),
        order.user(),
        order.clientOrderId(),
        order.market(),
        order.side(),
        order.outcome(),
        switch (order.status()) {
          case RESTING -> Status.RESTING;
          case CANCELED -> Status.CANCELED;
          case EXECUTED -> Status.EXECUTED;
        },
        order.price(),
        order.filled(),
        order.remaining(),
        order.initial(),
        order.takerFillCost(),
        order.makerFillCost(),
        order.takerFees(),
        order.makerFees(),
        order.created(),
        order.updated(),
        null,
        order.expiration(),
        order.selfTradePrevention(),
        order.orderGroup(),
        order.exchangeIndex() == null ? 0 : order.exchangeIndex(),
        order.subaccount());
  }

  /** Where the order stands. */
  public enum Status implements WireEnum {
    /** Some of it rests in the book. */
    RESTING("resting"),
    /** Canceled, by us or by the exchange, with what was filled before. */
    CANCELED("canceled"),
    /** Filled whole. */
    EXECUTED("executed"),
    /** The exchange itself says that it does not know. */
    UNKNOWN("unknown");

    private final String wire;

    Status(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }
  }

  /** Why the order changed. */
  public enum Reason implements WireEnum {
    TRADE("Trade"),
    AMEND("Amend"),
    DECREASE("Decrease"),
    SELF_TRADE_CANCEL("SelfTradeCancel"),
    EXPIRY_CANCEL("ExpiryCancel"),
    CLOSE_CANCEL("CloseCancel"),
    HALT_CANCEL("HaltCancel"),
    POST_ONLY_CROSS_CANCEL("PostOnlyCrossCancel"),
    /** Capped when it was placed, so that it only reduces the position. */
    REDUCE_ONLY_CANCEL("ReduceOnlyCancel"),
    MARGIN_CANCEL("MarginCancel"),
    /** A word that this version does not know. */
    UNRECOGNIZED("");

    private final String wire;

    Reason(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }
  }
}
