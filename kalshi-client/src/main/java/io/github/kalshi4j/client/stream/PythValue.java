package io.github.kalshi4j.client.stream;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.github.kalshi4j.client.internal.json.InText;
import io.github.kalshi4j.client.internal.json.InUnits;
import io.github.kalshi4j.client.value.UnderlyingTicker;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A value of what Pyth quotes.
 *
 * @param subscription 0 if not said
 * @param sequence its place in the subscription; 0 if it has none
 * @param value in dollars, to eight decimals
 * @param time by Pyth, to the millisecond
 * @param received when the exchange got it, to the millisecond
 */
public record PythValue(
    @JacksonInject(value = Envelope.SUBSCRIPTION, useInput = OptBoolean.FALSE) int subscription,
    @JacksonInject(value = Envelope.SEQUENCE, useInput = OptBoolean.FALSE) long sequence,
    @JsonProperty("underlying_ticker") UnderlyingTicker underlying,
    @JsonProperty("value_usd") @InText BigDecimal value,
    @JsonProperty("source_ts_ms") @InUnits(InUnits.Unit.EPOCH_MILLIS) Instant time,
    @JsonProperty("received_at") @InUnits(InUnits.Unit.EPOCH_MILLIS) Instant received)
    implements StreamEvent {}
