package io.github.kalshi4j.client.contract;

import static io.github.kalshi4j.client.contract.Samples.EVENT;

import io.github.kalshi4j.client.livedata.WeatherQuery;
import io.github.kalshi4j.client.value.CityId;
import io.github.kalshi4j.client.value.MilestoneId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The operations of {@code liveData()}. */
final class LiveDataCases {
  private static final MilestoneId MILESTONE =
      MilestoneId.of("dbb5cd1e-49b1-456c-a9a6-d9e18abe5745");
  private static final List<MilestoneId> MILESTONES =
      List.of(
          MilestoneId.of("371e614f-45da-4134-afb3-0085bf90508a"),
          MilestoneId.of("76e854db-4100-4857-a94c-fbd652acd09c"));
  private static final CityId MIAMI = CityId.of("miami");
  private static final Instant MILLIS = Instant.ofEpochMilli(1_795_788_900_123L);

  static final List<OperationCase> ALL =
      List.of(
          OperationCase.of(
              "GetLiveDatas",
              c -> c.liveData().ofMilestones(MILESTONES, true),
              c -> c.liveData().ofMilestones(MILESTONES)),
          OperationCase.of(
              "GetEventLiveData",
              c -> c.liveData().ofEvent(EVENT, "1h"),
              c -> c.liveData().ofEvent(EVENT)),
          OperationCase.of(
              "GetLiveDataByMilestone",
              c -> c.liveData().ofMilestone(MILESTONE, true),
              c -> c.liveData().ofMilestone(MILESTONE)),
          OperationCase.of(
              "GetLiveData",
              c -> c.liveData().ofMilestone("basketball_game", MILESTONE, true),
              c -> c.liveData().ofMilestone("basketball_game", MILESTONE, false)),
          OperationCase.of("GetGameStats", c -> c.liveData().gameStats(MILESTONE)),
          OperationCase.of(
              "GetWeatherIndex",
              c ->
                  c.liveData()
                      .weatherIndex(MIAMI, WeatherQuery.between(MILLIS, MILLIS).withStations()),
              c -> c.liveData().weatherIndex(MIAMI, WeatherQuery.LAST_DAY)),
          OperationCase.of(
              "GetWeatherIndex.2",
              c -> c.liveData().weatherIndex(MIAMI, WeatherQuery.last(Duration.ofHours(1)))),
          OperationCase.of(
              "GetWeatherIndexCalibrations", c -> c.liveData().weatherCalibrations(MIAMI)));

  private LiveDataCases() {}
}
