package io.github.kalshi4j.client.stream;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.github.kalshi4j.client.event.CollateralReturn;
import io.github.kalshi4j.client.internal.json.InUnits;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.SeriesTicker;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event was created. Events of combos come on the multivariate channel in the same form.
 *
 * @param subscription 0 if not said
 * @param sequence its place in the subscription; 0 if it has none
 * @param exchangeIndex the shard of its markets
 * @param collateralReturn null if positions in its markets are backed one by one
 * @param strikeDate to the second; null if it has none
 * @param strikePeriod null if it has none
 */
public record EventLifecycle(
    @JacksonInject(value = Envelope.SUBSCRIPTION, useInput = OptBoolean.FALSE) int subscription,
    @JacksonInject(value = Envelope.SEQUENCE, useInput = OptBoolean.FALSE) long sequence,
    @JsonProperty("event_ticker") EventTicker event,
    @JsonProperty("series_ticker") SeriesTicker series,
    int exchangeIndex,
    String title,
    String subtitle,
    @JsonProperty(value = "collateral_return_type", required = true)
        @Nullable CollateralReturn collateralReturn,
    @InUnits(InUnits.Unit.EPOCH_SECONDS) @Nullable Instant strikeDate,
    @Nullable String strikePeriod)
    implements LifecycleEvent {}
