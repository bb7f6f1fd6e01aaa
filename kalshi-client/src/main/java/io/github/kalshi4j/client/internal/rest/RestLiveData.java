package io.github.kalshi4j.client.internal.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.internal.http.Call;
import io.github.kalshi4j.client.internal.http.Caller;
import io.github.kalshi4j.client.internal.http.Operation;
import io.github.kalshi4j.client.livedata.EventLiveData;
import io.github.kalshi4j.client.livedata.LiveData;
import io.github.kalshi4j.client.livedata.LiveDataApi;
import io.github.kalshi4j.client.livedata.PlayByPlay;
import io.github.kalshi4j.client.livedata.WeatherCalibrations;
import io.github.kalshi4j.client.livedata.WeatherIndex;
import io.github.kalshi4j.client.livedata.WeatherQuery;
import io.github.kalshi4j.client.value.CityId;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MilestoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Scores, statistics and weather behind events, over REST. */
public final class RestLiveData implements LiveDataApi {
  private static final Operation MILESTONE =
      Operation.open("GET /live_data/milestone/{milestone_id}");
  private static final Operation TYPED_MILESTONE =
      Operation.open("GET /live_data/{type}/milestone/{milestone_id}");
  private static final Operation MILESTONES = Operation.open("GET /live_data/batch");
  private static final Operation EVENT = Operation.open("GET /live_data/events/{event_ticker}");
  private static final Operation GAME_STATS =
      Operation.open("GET /live_data/milestone/{milestone_id}/game_stats");
  private static final Operation WEATHER = Operation.open("GET /live_data/weather/{city}");
  private static final Operation CALIBRATIONS =
      Operation.open("GET /live_data/weather/{city}/calibrations");
  private static final String PLAYERS = "include_player_stats";
  private static final int MOST_MILESTONES = 100;

  private final Caller caller;

  public RestLiveData(Caller caller) {
    this.caller = caller;
  }

  @Override
  public LiveData ofMilestone(MilestoneId milestone, boolean withPlayerStatistics) {
    return one(Call.of(MILESTONE, milestone), withPlayerStatistics);
  }

  @Override
  public LiveData ofMilestone(String type, MilestoneId milestone, boolean withPlayerStatistics) {
    return one(Call.of(TYPED_MILESTONE, type, milestone), withPlayerStatistics);
  }

  private LiveData one(Call call, boolean withPlayerStatistics) {
    return caller.read(call.with(PLAYERS, orNothing(withPlayerStatistics)), Answer.class).liveData;
  }

  @Override
  public List<LiveData> ofMilestones(
      Collection<MilestoneId> milestones, boolean withPlayerStatistics) {
    if (milestones.isEmpty() || milestones.size() > MOST_MILESTONES) {
      throw new IllegalArgumentException("1 to 100 milestones at once: " + milestones.size());
    }
    Call call = Call.of(MILESTONES).with(PLAYERS, orNothing(withPlayerStatistics));
    for (MilestoneId milestone : milestones) {
      call = call.with("milestone_ids", milestone);
    }
    return caller.read(call, Answers.class).liveDatas;
  }

  @Override
  public EventLiveData ofEvent(EventTicker event, @Nullable String range) {
    return caller.read(Call.of(EVENT, event).with("range", range), EventAnswer.class).liveData;
  }

  @Override
  public Optional<PlayByPlay> gameStats(MilestoneId milestone) {
    return Optional.ofNullable(
        caller.read(Call.of(GAME_STATS, milestone), GameAnswer.class).playByPlay);
  }

  @Override
  public WeatherIndex weatherIndex(CityId city, WeatherQuery query) {
    return caller.read(Call.of(WEATHER, city).with(query), WeatherIndex.class);
  }

  @Override
  public WeatherCalibrations weatherCalibrations(CityId city) {
    return caller.read(Call.of(CALIBRATIONS, city), WeatherCalibrations.class);
  }

  private static @Nullable Boolean orNothing(boolean value) {
    return value ? Boolean.TRUE : null;
  }

  record Answer(LiveData liveData) {}

  record Answers(List<LiveData> liveDatas) {
    Answers {
      liveDatas = List.copyOf(liveDatas);
    }
  }

  record EventAnswer(EventLiveData liveData) {}

  record GameAnswer(@JsonProperty("pbp") @Nullable PlayByPlay playByPlay) {}
}
