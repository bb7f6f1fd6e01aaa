package io.github.kalshi4j.client.fcm;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.SubtraderId;
import io.github.kalshi4j.client.value.TradeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A match in which a subtrader of ours had a part, or two of them both. What is not told of either
 * party is null.
 *
 * @param id unique among fills
 * @param exchangeIndex the shard of its market
 * @param taker the outcome that the order which crossed bought
 * @param price the YES price of both parties
 * @param created when it happened; null where the exchange leaves it out
 * @param makerOrder the order that rested
 * @param makerSubtrader whose order rested
 * @param makerFee the net fee of the maker
 * @param takerOrder the order that crossed
 * @param takerSubtrader whose order crossed
 * @param takerFee the net fee of the taker
 */
public record FcmFill(
    @JsonProperty("fill_id") TradeId id,
    int exchangeIndex,
    @JsonProperty("ticker") MarketTicker market,
    @JsonProperty("taker_outcome_side") OutcomeSide taker,
    @JsonProperty("count_fp") Quantity quantity,
    @JsonProperty("yes_price_dollars") Price price,
    @JsonProperty("created_time") @Nullable Instant created,
    @JsonProperty("maker_order_id") @Nullable OrderId makerOrder,
    @JsonProperty("maker_subtrader_id") @Nullable SubtraderId makerSubtrader,
    @JsonProperty("maker_fee_cost") @Nullable Money makerFee,
    @JsonProperty("taker_order_id") @Nullable OrderId takerOrder,
    @JsonProperty("taker_subtrader_id") @Nullable SubtraderId takerSubtrader,
    @JsonProperty("taker_fee_cost") @Nullable Money takerFee) {
  /** Returns the side of the YES book the order that crossed was on. */
  public BookSide takerSide() {
    return taker.bookSide();
  }

  /** Returns the side of the YES book the order that rested was on. */
  public BookSide makerSide() {
    return takerSide().opposite();
  }
}
