package io.github.kalshi4j.client.stream;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.github.kalshi4j.client.internal.json.InText;
import io.github.kalshi4j.client.internal.json.InUnits;
import io.github.kalshi4j.client.value.IndexId;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A value of an index of CF Benchmarks, up to five a second, without averages; the exchange's
 * {@code cfbenchmarks_value_5hz}.
 *
 * @param subscription 0 if not said
 * @param sequence its place in the subscription; 0 if it has none
 * @param value in dollars, to eight decimals
 * @param time by CF Benchmarks, to the millisecond
 * @param received when the exchange got it, to the millisecond
 */
@JsonIgnoreProperties("data")
public record FastIndexValue(
    @JacksonInject(value = Envelope.SUBSCRIPTION, useInput = OptBoolean.FALSE) int subscription,
    @JacksonInject(value = Envelope.SEQUENCE, useInput = OptBoolean.FALSE) long sequence,
    @JsonProperty("index_id") IndexId index,
    @JsonProperty("value_usd") @InText BigDecimal value,
    @JsonProperty("source_ts_ms") @InUnits(InUnits.Unit.EPOCH_MILLIS) Instant time,
    @JsonProperty("received_at") @InUnits(InUnits.Unit.EPOCH_MILLIS) Instant received)
    implements StreamEvent {}
