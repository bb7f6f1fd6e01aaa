package io.github.kalshi4j.client.livedata;

import io.github.kalshi4j.client.call.Endpoint;
import io.github.kalshi4j.client.value.CityId;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MilestoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Scores, statistics and weather behind events. Public: it needs no credentials. Where there is
 * nothing live, a {@link io.github.kalshi4j.client.error.KalshiNotFoundException} says so.
 *
 * <p>Statistics of players are known for professional football and basketball and for men's college
 * basketball; elsewhere, asking for them changes nothing.
 */
public interface LiveDataApi {
  /**
   * Returns what is known of a milestone.
   *
   * @param withPlayerStatistics whether to include the statistics of players
   */
  @Endpoint("GET /live_data/milestone/{milestone_id}")
  LiveData ofMilestone(MilestoneId milestone, boolean withPlayerStatistics);

  /** Returns what is known of a milestone, without statistics of players. */
  default LiveData ofMilestone(MilestoneId milestone) {
    return ofMilestone(milestone, false);
  }

  /**
   * Returns what is known of a milestone, by an older way that must be told the type of its data.
   * Prefer the one without.
   *
   * @param type as in {@link LiveData#type()}
   * @param withPlayerStatistics whether to include the statistics of players
   */
  @Endpoint("GET /live_data/{type}/milestone/{milestone_id}")
  LiveData ofMilestone(String type, MilestoneId milestone, boolean withPlayerStatistics);

  /**
   * Returns what is known of several milestones.
   *
   * @param milestones 1 to 100
   * @param withPlayerStatistics whether to include the statistics of players
   */
  @Endpoint("GET /live_data/batch")
  List<LiveData> ofMilestones(Collection<MilestoneId> milestones, boolean withPlayerStatistics);

  /** Returns what is known of several milestones, without statistics of players. */
  default List<LiveData> ofMilestones(Collection<MilestoneId> milestones) {
    return ofMilestones(milestones, false);
  }

  /**
   * Returns what is known of an event: the course of a price, or the weather.
   *
   * @param range the span of time to show, where the type of data has such; one of {@link
   *     EventLiveData#rangeOptions()}, or null for the default
   */
  @Endpoint("GET /live_data/events/{event_ticker}")
  EventLiveData ofEvent(EventTicker event, @Nullable String range);

  /** Returns what is known of an event, in the default span of time. */
  default EventLiveData ofEvent(EventTicker event) {
    return ofEvent(event, null);
  }

  /**
   * Returns what happened in a game, play by play; empty if that is not known of this milestone, as
   * in sports that are not followed so closely.
   */
  @Endpoint("GET /live_data/milestone/{milestone_id}/game_stats")
  Optional<PlayByPlay> gameStats(MilestoneId milestone);

  /**
   * Returns the temperature index of a city, by which hourly temperature markets are decided.
   *
   * @throws io.github.kalshi4j.client.error.KalshiApiException with status 400 if the city has no
   *     such index
   */
  @Endpoint("GET /live_data/weather/{city}")
  WeatherIndex weatherIndex(CityId city, WeatherQuery query);

  /** Returns how a city's temperature index was made of its stations, by version. */
  @Endpoint("GET /live_data/weather/{city}/calibrations")
  WeatherCalibrations weatherCalibrations(CityId city);
}
