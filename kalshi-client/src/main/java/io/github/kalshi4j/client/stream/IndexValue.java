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
import org.jspecify.annotations.Nullable;

/**
 * A value of an index of CF Benchmarks, about one a second, with the averages that the exchange
 * makes of it.
 *
 * @param subscription 0 if not said
 * @param sequence its place in the subscription; 0 if it has none
 * @param received when the exchange got it, to the millisecond
 * @param source what CF Benchmarks sent
 * @param trailingAverage over the 60 seconds before this value, which is not counted; of no values
 *     it is this value
 * @param finalMinuteAverage over the minute that ends at :00, :15, :30 or :45, from after its start
 *     to its end inclusive, so far: with 60 values it is what the 15-minute markets settle on; null
 *     outside that minute
 */
public record IndexValue(
    @JacksonInject(value = Envelope.SUBSCRIPTION, useInput = OptBoolean.FALSE) int subscription,
    @JacksonInject(value = Envelope.SEQUENCE, useInput = OptBoolean.FALSE) long sequence,
    @JsonProperty("index_id") IndexId index,
    @JsonProperty("received_at") @InUnits(InUnits.Unit.EPOCH_MILLIS) Instant received,
    @JsonProperty("data") @InText Source source,
    @JsonProperty("avg_60s_data") Average trailingAverage,
    @JsonProperty("last_60s_windowed_average_15min") @Nullable Average finalMinuteAverage)
    implements StreamEvent {
  /** Returns the value, in dollars for the indices of prices in dollars. */
  public BigDecimal value() {
    return source.value();
  }

  /** Returns the time of the value by CF Benchmarks, to the millisecond. */
  public Instant time() {
    return source.time();
  }

  /**
   * The message of CF Benchmarks itself.
   *
   * @param value with the decimals that were sent
   * @param time to the millisecond
   */
  @JsonIgnoreProperties("type")
  public record Source(
      @JsonProperty("id") IndexId index,
      @InText BigDecimal value,
      @InUnits(InUnits.Unit.EPOCH_MILLIS) Instant time) {}

  /**
   * An average over a window.
   *
   * @param value to eight decimals
   * @param count how many values it is made of
   * @param start to the millisecond
   * @param end to the millisecond; the exchange calls it exclusive
   */
  public record Average(
      @InText BigDecimal value,
      @JsonProperty("window_size") int count,
      @JsonProperty("window_start_ts_ms") @InUnits(InUnits.Unit.EPOCH_MILLIS) Instant start,
      @JsonProperty("window_end_ts_exclusive") @InUnits(InUnits.Unit.EPOCH_MILLIS) Instant end) {
    public Average {
      if (count < 0) {
        throw new IllegalArgumentException("window_size negative: " + count);
      }
    }
  }
}
