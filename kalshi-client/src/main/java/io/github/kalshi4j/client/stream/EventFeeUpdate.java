package io.github.kalshi4j.client.stream;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.github.kalshi4j.client.fee.FeeType;
import io.github.kalshi4j.client.value.EventTicker;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An event's override of the fees of its series was set or cleared.
 *
 * @param subscription 0 if not said
 * @param sequence its place in the subscription; 0 if it has none
 * @param feeTypeOverride the new type; null together with the multiplier where it is cleared
 * @param feeMultiplierOverride goes with the type
 */
public record EventFeeUpdate(
    @JacksonInject(value = Envelope.SUBSCRIPTION, useInput = OptBoolean.FALSE) int subscription,
    @JacksonInject(value = Envelope.SEQUENCE, useInput = OptBoolean.FALSE) long sequence,
    @JsonProperty("event_ticker") EventTicker event,
    @JsonProperty(required = true) @Nullable FeeType feeTypeOverride,
    @JsonProperty(required = true) @Nullable BigDecimal feeMultiplierOverride)
    implements LifecycleEvent {
  /** Returns whether the fees of the series hold again. */
  public boolean isCleared() {
    return feeTypeOverride == null && feeMultiplierOverride == null;
  }
}
