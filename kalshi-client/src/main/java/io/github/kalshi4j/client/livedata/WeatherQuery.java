package io.github.kalshi4j.client.livedata;

import io.github.kalshi4j.client.call.Query;
import io.github.kalshi4j.client.call.QueryParameter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Which minutes of a temperature index to return, both ends included. Unlike elsewhere, the
 * exchange takes these times in milliseconds.
 */
public final class WeatherQuery extends Query<WeatherQuery> {
  /** The 24 hours before now. */
  public static final WeatherQuery LAST_DAY = new WeatherQuery(List.of());

  private WeatherQuery(List<QueryParameter> parameters) {
    super(parameters);
  }

  /**
   * Returns a query for the minutes between two times.
   *
   * @throws IllegalArgumentException if the times are not in order
   */
  public static WeatherQuery between(Instant from, Instant to) {
    if (from.isAfter(to)) {
      throw new IllegalArgumentException("weather from " + from + " to " + to);
    }
    return until(to).with("from", from.toEpochMilli());
  }

  /** Returns a query for the 24 hours before a time. */
  public static WeatherQuery until(Instant to) {
    Instant millis = to.truncatedTo(ChronoUnit.MILLIS);
    return LAST_DAY.with("to", millis.toEpochMilli() + (millis.equals(to) ? 0 : 1));
  }

  /**
   * Returns a query for the time before now.
   *
   * @param span in whole seconds, at least one
   */
  public static WeatherQuery last(Duration span) {
    if (span.compareTo(Duration.ofSeconds(1)) < 0
        || !span.equals(span.truncatedTo(ChronoUnit.SECONDS))) {
      throw new IllegalArgumentException("weather of the last " + span + ", not whole seconds");
    }
    return LAST_DAY.with("last_sec", span.toSeconds());
  }

  /**
   * Returns a copy that shows what each station reported. It also shows the last minutes that are
   * not decided yet, as {@link WeatherIndex.Status#INCOMPLETE}.
   */
  public WeatherQuery withStations() {
    return with("detailed", true);
  }

  @Override
  protected WeatherQuery copy(List<QueryParameter> changed) {
    return new WeatherQuery(changed);
  }
}
