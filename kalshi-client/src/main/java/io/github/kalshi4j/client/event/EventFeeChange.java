package io.github.kalshi4j.client.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.fee.FeeType;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.FeeChangeId;
import io.github.kalshi4j.client.value.SeriesTicker;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of what the markets of one event charge. It sets an override, or clears the one there
 * was, so that the fees of the series hold again.
 *
 * @param feeTypeOverride the new type; null together with the multiplier where it is cleared
 * @param feeMultiplierOverride goes with the type
 * @param scheduled when it takes effect
 */
public record EventFeeChange(
    FeeChangeId id,
    @JsonProperty("event_ticker") EventTicker event,
    @JsonProperty("series_ticker") SeriesTicker series,
    @Nullable FeeType feeTypeOverride,
    @Nullable BigDecimal feeMultiplierOverride,
    @JsonProperty("scheduled_ts") Instant scheduled) {
  /** Returns whether it clears the override. */
  public boolean isCleared() {
    return feeTypeOverride == null && feeMultiplierOverride == null;
  }

  /**
   * Returns the new override, if both type and multiplier are there.
   *
   * @throws IllegalArgumentException if the multiplier that was sent is negative, or has more than
   *     six decimals that mean anything
   */
  public Optional<FeeSchedule> feeOverride() {
    return new FeeOverride(feeTypeOverride, feeMultiplierOverride).schedule();
  }

  /**
   * Returns what the event's markets charge from then on: the override, or what its series does
   * where it is cleared. If only half an override was sent, the type is {@link
   * FeeType#UNRECOGNIZED}, from which nothing is computed.
   *
   * @throws IllegalArgumentException as {@link #feeOverride()} does
   */
  public FeeSchedule fees(FeeSchedule ofSeries) {
    return new FeeOverride(feeTypeOverride, feeMultiplierOverride).over(ofSeries);
  }
}
