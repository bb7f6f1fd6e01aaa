package io.github.kalshi4j.client.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * When the exchange is open.
 *
 * @param standardHours the hours of a week, each for a span of dates
 * @param maintenanceWindows when it will be down
 */
public record ExchangeSchedule(List<Week> standardHours, List<Maintenance> maintenanceWindows) {
  public ExchangeSchedule {
    standardHours = List.copyOf(standardHours);
    maintenanceWindows = List.copyOf(maintenanceWindows);
  }

  /**
   * The hours of each day of the week, while they hold.
   *
   * @param start from when these hours hold
   * @param end until when
   */
  public record Week(
      @JsonProperty("start_time") Instant start,
      @JsonProperty("end_time") Instant end,
      List<Hours> monday,
      List<Hours> tuesday,
      List<Hours> wednesday,
      List<Hours> thursday,
      List<Hours> friday,
      List<Hours> saturday,
      List<Hours> sunday) {}

  /**
   * A span of one day.
   *
   * @param open wall time in New York, {@code HH:MM}
   * @param close wall time in New York, {@code HH:MM}; equal to {@code open} for the whole day
   */
  public record Hours(
      @JsonProperty("open_time") String open, @JsonProperty("close_time") String close) {}

  /** A time in which the exchange is down. */
  public record Maintenance(
      @JsonProperty("start_datetime") Instant start, @JsonProperty("end_datetime") Instant end) {}
}
