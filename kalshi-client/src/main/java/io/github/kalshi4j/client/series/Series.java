package io.github.kalshi4j.client.series;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.fee.FeeType;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.RawJson;
import io.github.kalshi4j.client.value.SeriesTicker;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question that recurs, as a template of its events: what they are about, how they are settled,
 * and what trading them costs.
 *
 * @param frequency how often it recurs, in words that are not a fixed set
 * @param category the one it belongs to
 * @param categories those under which {@link SeriesQuery#withCategory} finds it; may be empty
 * @param tags what it is about, across categories
 * @param settlementSources where its decisions are read from
 * @param contractUrl the filing of its contract
 * @param contractTermsUrl the terms now in force
 * @param productMetadata whatever else the exchange keeps of it; null unless asked for
 * @param feeType how fills are charged; an event may override it
 * @param feeMultiplier what the fees are multiplied with
 * @param additionalProhibitions who else may not trade it
 * @param volume contracts traded in all its events; null unless asked for
 * @param lastUpdated when this description last changed; null if not said
 * @param exchangeIndex the shard it is assigned to; null if not said
 * @see <a href="https://docs.kalshi.com/api-reference/market/get-series">Kalshi, Get Series</a>
 */
public record Series(
    SeriesTicker ticker,
    String frequency,
    String title,
    String category,
    List<String> categories,
    List<String> tags,
    List<SettlementSource> settlementSources,
    String contractUrl,
    String contractTermsUrl,
    @Nullable RawJson productMetadata,
    FeeType feeType,
    BigDecimal feeMultiplier,
    List<String> additionalProhibitions,
    @JsonProperty("volume_fp") @Nullable Quantity volume,
    @JsonProperty("last_updated_ts") @Nullable Instant lastUpdated,
    @Nullable Integer exchangeIndex) {
  public Series {
    categories = List.copyOf(categories);
    tags = List.copyOf(tags);
    settlementSources = List.copyOf(settlementSources);
    additionalProhibitions = List.copyOf(additionalProhibitions);
  }

  /**
   * Returns what its markets charge, unless their event overrides it.
   *
   * @throws IllegalArgumentException if the multiplier that was sent is negative, or has more than
   *     six decimals that mean anything
   */
  public FeeSchedule fees() {
    return FeeSchedule.of(feeType, feeMultiplier.doubleValue());
  }
}
