package io.github.kalshi4j.client.livedata;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.internal.json.InUnits;
import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import io.github.kalshi4j.client.value.CityId;
import io.github.kalshi4j.client.value.StationId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a city's temperature index was made of its stations, by version.
 *
 * @param units of the index, not of the calibrations, which are in degrees Celsius
 */
public record WeatherCalibrations(CityId city, String units, List<Calibration> calibrations) {
  public WeatherCalibrations {
    calibrations = List.copyOf(calibrations);
  }

  /**
   * One version.
   *
   * @param published null if not said
   * @param effective from when it holds
   * @param changeReason why it replaced the one before; null if not said
   * @param windowStart from when the observations are on which it rests; null if not said
   * @param windowEnd until when
   * @param cityReferenceCelsius what the offsets of the stations refer to
   */
  public record Calibration(
      String configVersion,
      @JsonProperty("published_at_ms") @InUnits(Unit.EPOCH_MILLIS) @Nullable Instant published,
      @JsonProperty("effective_at_ms") @InUnits(Unit.EPOCH_MILLIS) Instant effective,
      @Nullable String changeReason,
      @JsonProperty("calibration_window_start_ms") @InUnits(Unit.EPOCH_MILLIS)
          @Nullable Instant windowStart,
      @JsonProperty("calibration_window_end_ms") @InUnits(Unit.EPOCH_MILLIS)
          @Nullable Instant windowEnd,
      @JsonProperty("city_reference_c") BigDecimal cityReferenceCelsius,
      List<Station> stations) {
    public Calibration {
      stations = List.copyOf(stations);
    }
  }

  /**
   * The part of one station.
   *
   * @param weight its share in the index
   * @param offsetCelsius by how much it differs from the reference
   * @param updateNote what changed about it; null if not said
   */
  public record Station(
      @JsonProperty("station_id") StationId station,
      BigDecimal weight,
      @JsonProperty("offset_c") BigDecimal offsetCelsius,
      @Nullable String updateNote) {}
}
