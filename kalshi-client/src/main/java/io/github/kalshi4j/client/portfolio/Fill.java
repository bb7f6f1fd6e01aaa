package io.github.kalshi4j.client.portfolio;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.fee.Liquidity;
import io.github.kalshi4j.client.internal.json.InUnits;
import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.TradeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A piece of one of our orders done.
 *
 * @param id unique among fills
 * @param trade the match it is our part of, as it stands on the public tape; the same as the id
 * @param side the side of the YES book our order was on
 * @param outcome the outcome it bought, which follows from the side
 * @param price the YES price
 * @param isTaker whether our order crossed; else it rested
 * @param fee the net fee of this fill
 * @param created when it happened; null where the exchange leaves it out
 * @param time the same in whole seconds; null where the exchange leaves it out
 */
@JsonIgnoreProperties({"market_ticker", "side", "action", "no_price_dollars"})
public record Fill(
    @JsonProperty("fill_id") TradeId id,
    int exchangeIndex,
    @JsonProperty("trade_id") TradeId trade,
    @JsonProperty("order_id") OrderId order,
    @JsonProperty("ticker") MarketTicker market,
    @JsonProperty("book_side") BookSide side,
    @JsonProperty("outcome_side") OutcomeSide outcome,
    @JsonProperty("count_fp") Quantity quantity,
    @JsonProperty("yes_price_dollars") Price price,
    boolean isTaker,
    @JsonProperty("created_time") @Nullable Instant created,
    @JsonProperty("fee_cost") Money fee,
    @JsonProperty("subaccount_number") @Nullable Integer subaccount,
    @JsonProperty("ts") @InUnits(Unit.EPOCH_SECONDS) @Nullable Instant time) {
  public Fill {
    if (side.outcome() != outcome) {
      throw new IllegalArgumentException(
          "book_side " + side.wire() + " does not buy outcome_side " + outcome.wire());
    }
  }

  /** Returns which part our order had in the match. */
  public Liquidity liquidity() {
    return isTaker ? Liquidity.TAKER : Liquidity.MAKER;
  }
}
