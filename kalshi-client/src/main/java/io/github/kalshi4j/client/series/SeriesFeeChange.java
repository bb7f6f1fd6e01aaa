package io.github.kalshi4j.client.series;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.fee.FeeType;
import io.github.kalshi4j.client.value.FeeChangeId;
import io.github.kalshi4j.client.value.SeriesTicker;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A change of what the markets of a series charge.
 *
 * @param scheduled when it takes effect
 */
public record SeriesFeeChange(
    FeeChangeId id,
    @JsonProperty("series_ticker") SeriesTicker series,
    FeeType feeType,
    BigDecimal feeMultiplier,
    @JsonProperty("scheduled_ts") Instant scheduled) {
  /**
   * Returns what is charged from then on.
   *
   * @throws IllegalArgumentException if the multiplier that was sent is negative, or has more than
   *     six decimals that mean anything
   */
  public FeeSchedule fees() {
    return FeeSchedule.of(feeType, feeMultiplier.doubleValue());
  }
}
