package io.github.kalshi4j.client.market;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.internal.json.InUnits;
import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a market within one period, live or archived.
 *
 * @param end when the period ends, which is in it
 * @param bid the best bid
 * @param ask the best ask
 * @param price the trades
 * @param volume contracts traded
 * @param openInterest contracts held at the end
 */
public record Candlestick(
    @JsonProperty("end_period_ts") @InUnits(Unit.EPOCH_SECONDS) Instant end,
    @JsonProperty("yes_bid") Quotes bid,
    @JsonProperty("yes_ask") Quotes ask,
    Trades price,
    @JsonProperty("volume_fp") @JsonAlias("volume") Quantity volume,
    @JsonProperty("open_interest_fp") @JsonAlias("open_interest") Quantity openInterest) {

  /** The course of a best price; $0, or $1 for asks, where there was none. */
  public record Quotes(
      @JsonProperty("open_dollars") @JsonAlias("open") Price open,
      @JsonProperty("low_dollars") @JsonAlias("low") Price low,
      @JsonProperty("high_dollars") @JsonAlias("high") Price high,
      @JsonProperty("close_dollars") @JsonAlias("close") Price close) {}

  /**
   * The prices of a period's trades, all null if there was none.
   *
   * @param mean dollars per contract
   * @param previous the last before the period
   */
  public record Trades(
      @JsonProperty("open_dollars") @JsonAlias("open") @Nullable Price open,
      @JsonProperty("low_dollars") @JsonAlias("low") @Nullable Price low,
      @JsonProperty("high_dollars") @JsonAlias("high") @Nullable Price high,
      @JsonProperty("close_dollars") @JsonAlias("close") @Nullable Price close,
      @JsonProperty("mean_dollars") @JsonAlias("mean") @Nullable Money mean,
      @JsonProperty("previous_dollars") @JsonAlias("previous") @Nullable Price previous,
      @JsonProperty("min_dollars") @JsonAlias("min") @Nullable Price min,
      @JsonProperty("max_dollars") @JsonAlias("max") @Nullable Price max) {}
}
