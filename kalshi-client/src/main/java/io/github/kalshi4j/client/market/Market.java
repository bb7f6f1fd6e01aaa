package io.github.kalshi4j.client.market;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.value.CollectionTicker;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.RawJson;
import io.github.kalshi4j.client.value.SeriesTicker;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A market as the exchange describes it: what it is about, when it trades, and its top of book at
 * the time of the answer. All prices are YES prices.
 *
 * @param yesSubTitle what YES stands for, in a few words
 * @param noSubTitle what NO stands for
 * @param close when trading ends; may be moved either way
 * @param expectedExpiration when a decision is expected; may come before the close
 * @param latestExpiration the latest time at which it is decided
 * @param settlementTimerSeconds from the decision to the payout
 * @param bid the best bid; null where nobody bids
 * @param ask the best ask; null where nobody asks
 * @param lastPrice the last trade's; null before the first trade
 * @param volume contracts traded since it opened
 * @param volume24h contracts traded in the last 24 hours
 * @param result how it ended; null until it has
 * @param openInterest contracts held
 * @param notionalValue what one contract pays at most
 * @param previousBid the best bid a day ago; null where nobody bid
 * @param previousAsk the best ask a day ago; null where nobody asked
 * @param previousPrice the last trade's a day ago; null if there was none
 * @param settlementValue what one YES contract is paid; null until decided
 * @param settled when it was settled
 * @param settlementFloor the least that YES can settle at; null without such a bound
 * @param expirationValue the value of the underlying that decided it; empty until then
 * @param occurrence when what it is about happens
 * @param feeWaiverExpiration until when it charges no fees; null if it does
 * @param floorStrike the level to be reached, in units of the underlying
 * @param capStrike the upper level of a range
 * @param customStrike values of its own, in a form that differs from market to market
 * @param collection the collection a combo was made from
 * @param legs the legs of a combo; empty for other markets
 * @param priceLevelStructure the name of its price grid, which is only a label
 * @param grid the prices that orders may carry
 * @param provisional whether it may yet be withdrawn
 * @param exchangeIndex the shard on which it lives; null if not said
 * @see <a href="https://docs.kalshi.com/api-reference/market/get-market">Kalshi, Get Market</a>
 */
@JsonIgnoreProperties({"title", "subtitle", "expiration_time", "no_bid_dollars", "no_ask_dollars"})
public record Market(
    MarketTicker ticker,
    @JsonProperty("event_ticker") EventTicker event,
    @JsonProperty("market_type") MarketType type,
    String yesSubTitle,
    String noSubTitle,
    @JsonProperty("created_time") Instant created,
    @JsonProperty("updated_time") Instant updated,
    @JsonProperty("open_time") Instant open,
    @JsonProperty("close_time") Instant close,
    @JsonProperty("expected_expiration_time") @Nullable Instant expectedExpiration,
    @JsonProperty("latest_expiration_time") Instant latestExpiration,
    int settlementTimerSeconds,
    MarketStatus status,
    @JsonProperty(value = "yes_bid_dollars", required = true) @Nullable Price bid,
    @JsonProperty("yes_bid_size_fp") Quantity bidQuantity,
    @JsonProperty(value = "yes_ask_dollars", required = true) @Nullable Price ask,
    @JsonProperty("yes_ask_size_fp") Quantity askQuantity,
    @JsonProperty(value = "last_price_dollars", required = true) @Nullable Price lastPrice,
    @JsonProperty("volume_fp") Quantity volume,
    @JsonProperty("volume_24h_fp") Quantity volume24h,
    @JsonProperty(required = true) @Nullable ResultKind result,
    boolean canCloseEarly,
    @JsonProperty("open_interest_fp") Quantity openInterest,
    @JsonProperty("notional_value_dollars") Money notionalValue,
    @JsonProperty(value = "previous_yes_bid_dollars", required = true) @Nullable Price previousBid,
    @JsonProperty(value = "previous_yes_ask_dollars", required = true) @Nullable Price previousAsk,
    @JsonProperty(value = "previous_price_dollars", required = true) @Nullable Price previousPrice,
    @JsonProperty("settlement_value_dollars") @Nullable Price settlementValue,
    @JsonProperty("settlement_ts") @Nullable Instant settled,
    @JsonProperty("settlement_bounds_type") SettlementBounds settlementBounds,
    @JsonProperty("settlement_floor_dollars") @Nullable Price settlementFloor,
    String expirationValue,
    @JsonProperty("occurrence_datetime") @Nullable Instant occurrence,
    @JsonProperty("fee_waiver_expiration_time") @Nullable Instant feeWaiverExpiration,
    @Nullable String earlyCloseCondition,
    @Nullable StrikeType strikeType,
    @Nullable BigDecimal floorStrike,
    @Nullable BigDecimal capStrike,
    @Nullable String functionalStrike,
    @Nullable RawJson customStrike,
    String rulesPrimary,
    String rulesSecondary,
    @JsonProperty("mve_collection_ticker") @Nullable CollectionTicker collection,
    @JsonProperty("mve_selected_legs") List<SelectedLeg> legs,
    @Nullable String primaryParticipantKey,
    String priceLevelStructure,
    @JsonProperty("price_ranges") PriceGrid grid,
    @JsonProperty("is_provisional") @Nullable Boolean provisional,
    @Nullable Integer exchangeIndex) {
  public Market {
    bid = unlessZero(bid);
    ask = unlessEnd(ask);
    lastPrice = unlessZero(lastPrice);
    previousBid = unlessZero(previousBid);
    previousAsk = unlessEnd(previousAsk);
    previousPrice = unlessZero(previousPrice);
    legs = List.copyOf(legs);
  }

  /** Returns how it ended, as the value of its contracts; empty until that is decided. */
  public Optional<MarketResult> outcome() {
    if (settlementValue != null) {
      return Optional.of(new MarketResult(settlementValue));
    }
    return result == ResultKind.YES
        ? Optional.of(MarketResult.YES)
        : result == ResultKind.NO ? Optional.of(MarketResult.NO) : Optional.empty();
  }

  /** Returns the best bid for an outcome, in prices of that outcome. */
  public Optional<Price> bestBid(OutcomeSide outcome) {
    Price yes = outcome == OutcomeSide.YES ? bid : ask;
    return Optional.ofNullable(yes).map(outcome::toYes);
  }

  /**
   * Returns what a strategy may know of it.
   *
   * @param series the series that the market's event belongs to
   * @param fees the fee type and multiplier in force, of the event or else of the series
   */
  public MarketFacts facts(SeriesTicker series, FeeSchedule fees) {
    return new MarketFacts(
        ticker,
        event,
        series,
        strikeType == null ? null : strikeType.wire(),
        floorStrike,
        capStrike,
        open,
        close,
        grid,
        fees,
        exchangeIndex == null ? 0 : exchangeIndex);
  }

  private static @Nullable Price unlessZero(@Nullable Price price) {
    return Price.ZERO.equals(price) ? null : price;
  }

  /** The exchange shows $1, or $0, where nobody asks. */
  private static @Nullable Price unlessEnd(@Nullable Price price) {
    return Price.ONE.equals(price) ? null : unlessZero(price);
  }
}
