package io.github.kalshi4j.client.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.fee.FeeType;
import io.github.kalshi4j.client.market.Market;
import io.github.kalshi4j.client.series.SettlementSource;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.RawJson;
import io.github.kalshi4j.client.value.SeriesTicker;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One occurrence of a series, with the markets that can be traded on it.
 *
 * @param collateralReturn what lets its positions be backed together; null if nothing does
 * @param mutuallyExclusive whether at most one of its markets can end with yes
 * @param strikeDate the date it is about; null if it is about a period, or neither
 * @param strikePeriod the period it is about, such as {@code week}; null if it is about a date
 * @param markets empty unless asked for; without those that are archived
 * @param productMetadata whatever else the exchange keeps of it
 * @param settlementSources where its decisions are read from
 * @param lastUpdated when this description last changed; null if not said
 * @param feeTypeOverride how fills are charged instead of as its series says; null if as that
 * @param feeMultiplierOverride goes with the type
 * @param exchangeIndex the shard on which its markets live; null if not said
 * @see <a href="https://docs.kalshi.com/api-reference/events/get-event">Kalshi, Get Event</a>
 */
@JsonIgnoreProperties("category") // the series has it
public record Event(
    @JsonProperty("event_ticker") EventTicker ticker,
    @JsonProperty("series_ticker") SeriesTicker series,
    String subTitle,
    String title,
    @JsonProperty(value = "collateral_return_type", required = true)
        @Nullable CollateralReturn collateralReturn,
    boolean mutuallyExclusive,
    @Nullable Instant strikeDate,
    @Nullable String strikePeriod,
    List<Market> markets,
    @Nullable RawJson productMetadata,
    List<SettlementSource> settlementSources,
    @JsonProperty("last_updated_ts") @Nullable Instant lastUpdated,
    @Nullable FeeType feeTypeOverride,
    @Nullable BigDecimal feeMultiplierOverride,
    @Nullable Integer exchangeIndex) {
  public Event {
    markets = List.copyOf(markets);
    settlementSources = List.copyOf(settlementSources);
  }

  /**
   * Returns what its markets charge instead of what its series says, if both type and multiplier
   * are there.
   *
   * @throws IllegalArgumentException if the multiplier that was sent is negative, or has more than
   *     six decimals that mean anything
   */
  public Optional<FeeSchedule> feeOverride() {
    return new FeeOverride(feeTypeOverride, feeMultiplierOverride).schedule();
  }

  /**
   * Returns what its markets charge: the override, or what its series does where there is none. If
   * only half an override was sent, the type is {@link FeeType#UNRECOGNIZED}, from which nothing is
   * computed.
   *
   * @throws IllegalArgumentException as {@link #feeOverride()} does
   */
  public FeeSchedule fees(FeeSchedule ofSeries) {
    return new FeeOverride(feeTypeOverride, feeMultiplierOverride).over(ofSeries);
  }
}
