package io.github.kalshi4j.client.livedata;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.internal.json.InUnits;
import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import io.github.kalshi4j.client.value.CityId;
import io.github.kalshi4j.client.value.StationId;
import io.github.kalshi4j.client.value.WireEnum;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The temperature of a city by the exchange's own index, minute by minute, by which hourly
 * temperature markets are decided.
 *
 * @param configVersion which calibration the newest point has; empty where there is no point, null
 *     if not said
 * @param units of the values: {@code fahrenheit}
 * @param points a minute each; one for which too few stations reported is left out
 */
public record WeatherIndex(
    CityId city,
    @Nullable String configVersion,
    String units,
    @JsonProperty("timeseries") List<Point> points) {
  public WeatherIndex {
    points = List.copyOf(points);
  }

  /**
   * The index in one minute.
   *
   * @param time the minute
   * @param value degrees Fahrenheit, rounded to 0.01; null while incomplete
   * @param contributors how many stations it is made of; null while incomplete
   * @param receiptBasis how a point of the time before the index was reconstructed, by which no
   *     market is decided; null for all others
   * @param stations what each station reported, where that was asked for
   */
  public record Point(
      @JsonProperty("t") @InUnits(Unit.EPOCH_MILLIS) Instant time,
      @JsonProperty("v") @Nullable BigDecimal value,
      Status status,
      @Nullable Integer contributors,
      @Nullable String receiptBasis,
      List<Reading> stations) {
    public Point {
      stations = List.copyOf(stations);
    }
  }

  /**
   * What one station reported for a minute.
   *
   * @param station a member of the index, or the official station in its stead
   * @param disposition whether it was used
   * @param source where the reading is from; null without one
   * @param fahrenheit as reported, not rounded; null if it is missing
   * @param observed when it was measured, if not in this minute; else null
   * @param received when it came in; null if not said
   * @param primaryDisposition why the member's own reading was not used, where another was
   */
  public record Reading(
      @JsonProperty("station_id") StationId station,
      @JsonProperty("code") Disposition disposition,
      @Nullable Source source,
      @JsonProperty("temp_f") @Nullable BigDecimal fahrenheit,
      @JsonProperty("obs_time_ms") @InUnits(Unit.EPOCH_MILLIS) @Nullable Instant observed,
      @JsonProperty("received_at_ms") @InUnits(Unit.EPOCH_MILLIS) @Nullable Instant received,
      @JsonProperty("primary_code") @Nullable Disposition primaryDisposition) {}

  /** How a minute came about. */
  public enum Status implements WireEnum {
    /** Of all members, each by its own reading of that minute. */
    NORMAL("normal"),
    /** A member was left out or replaced; it decides markets all the same. */
    DEGRADED("degraded"),
    /** Readings may still come in; there is no value yet. */
    INCOMPLETE("incomplete"),
    /** A word that this version does not know. */
    UNRECOGNIZED("");

    private final String wire;

    Status(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }
  }

  /** What became of a reading. */
  public enum Disposition implements WireEnum {
    /** Used. */
    OK("ok"),
    /** There was none. */
    MISSING("missing"),
    /** It came in after the deadline. */
    LATE("late"),
    /** Refused as outside of what is possible. */
    RANGE("range"),
    /** Refused as changing too fast, or too far from its neighbors. */
    RATE_SPATIAL("rate_spatial"),
    /** Refused as extreme. */
    EXTREME("extreme"),
    /** Not checked yet, in a minute that is incomplete. */
    PENDING("pending"),
    /** A word that this version does not know. */
    UNRECOGNIZED("");

    private final String wire;

    Disposition(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }
  }

  /** Where a reading is from. */
  public enum Source implements WireEnum {
    /** The member itself, in that minute. */
    HF_ASOS("hf_asos"),
    /** An official report, carried forward. */
    METAR("metar"),
    /** A word that this version does not know. */
    UNRECOGNIZED("");

    private final String wire;

    Source(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }
  }
}
