package io.github.kalshi4j.client.market;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.TradeId;
import java.time.Instant;

/**
 * A public trade.
 *
 * @param price the YES price of both parties
 * @param taker the outcome the taker bought
 * @param takerSide the side of the YES book the taker's order was on, which follows from it
 * @param block whether it was agreed off the book
 */
@JsonIgnoreProperties({"taker_side", "no_price_dollars"})
public record Trade(
    @JsonProperty("trade_id") TradeId id,
    @JsonProperty("ticker") MarketTicker market,
    @JsonProperty("count_fp") Quantity quantity,
    @JsonProperty("yes_price_dollars") Price price,
    @JsonProperty("taker_outcome_side") OutcomeSide taker,
    @JsonProperty("taker_book_side") BookSide takerSide,
    @JsonProperty("created_time") Instant created,
    @JsonProperty("is_block_trade") boolean block) {
  public Trade {
    if (takerSide.outcome() != taker) {
      throw new IllegalArgumentException(
          "taker_book_side "
              + takerSide.wire()
              + " does not buy taker_outcome_side "
              + taker.wire());
    }
  }
}
