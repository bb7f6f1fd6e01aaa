package io.github.kalshi4j.client.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.internal.json.InUnits;
import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import io.github.kalshi4j.client.value.EventTicker;
import java.time.Instant;
import java.util.List;

/**
 * A forecast of the number that an event is about, as it was in one period.
 *
 * @param end when the period ends, which is in it
 * @param minutes how long the period is; 0 for five seconds
 */
public record Forecast(
    @JsonProperty("event_ticker") EventTicker event,
    @JsonProperty("end_period_ts") @InUnits(Unit.EPOCH_SECONDS) Instant end,
    @JsonProperty("period_interval") int minutes,
    @JsonProperty("percentile_points") List<Percentile> percentiles) {
  public Forecast {
    percentiles = List.copyOf(percentiles);
  }

  /**
   * The number below which the event's ends with a given probability.
   *
   * @param percentile the probability, 0 to 9999, counted in hundredths of a percent
   * @param rawForecast the number as computed
   * @param forecast the number as shown
   * @param text the number as a person reads it
   */
  public record Percentile(
      int percentile,
      @JsonProperty("raw_numerical_forecast") double rawForecast,
      @JsonProperty("numerical_forecast") double forecast,
      @JsonProperty("formatted_forecast") String text) {}
}
