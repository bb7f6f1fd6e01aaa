package io.github.kalshi4j.client.livedata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.RestTest;
import io.github.kalshi4j.client.value.CityId;
import io.github.kalshi4j.client.value.MilestoneId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiveDataApiTest extends RestTest {
  private static final Instant TIME = Instant.parse("2026-11-27T14:15:00Z");
  private static final CityId MIAMI = CityId.of("miami");
  private static final MilestoneId GAME = MilestoneId.of("g1");

  @Test
  void knowsNoPlaysOfAGameThatIsNotFollowed() {
    exchange.on(
        "GET /live_data/milestone/g1/game_stats", Reply.json("{\"pbp\": null}"), Reply.json("{}"));

    assertThat(client.liveData().gameStats(GAME)).isEmpty();
    assertThat(client.liveData().gameStats(GAME)).isEmpty();
  }

  @Test
  void refusesNoMilestonesAndTooMany() {
    List<MilestoneId> many =
        IntStream.rangeClosed(0, 100).mapToObj(i -> MilestoneId.of("g" + i)).toList();

    assertThatThrownBy(() -> client.liveData().ofMilestones(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 to 100 milestones at once: 0");
    assertThatThrownBy(() -> client.liveData().ofMilestones(many))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 to 100 milestones at once: 101");
    assertThat(exchange.requests()).isEmpty();
  }

  @Test
  void readsMinutesThatHaveNoValueYet() {
    exchange.on(
        "GET /live_data/weather/miami",
        Reply.json(
            """
            {"city": "miami", "config_version": "", "units": "fahrenheit", "timeseries": [
              {"t": 1795788900000, "v": 71, "status": "normal", "contributors": 9},
              {"t": 1795788960000, "status": "incomplete", "stations": [
                {"station_id": "KMIA1M", "code": "pending", "temp_f": 71.06}]},
              {"t": 1795789020000, "v": 71.25, "status": "guessed"}]}
            """));

    WeatherIndex index = client.liveData().weatherIndex(MIAMI, WeatherQuery.LAST_DAY);

    assertThat(index.points())
        .extracting(WeatherIndex.Point::time)
        .containsExactly(TIME, TIME.plusSeconds(60), TIME.plusSeconds(120));
    assertThat(index.points())
        .extracting(WeatherIndex.Point::value)
        .containsExactly(new BigDecimal("71"), null, new BigDecimal("71.25"));
    assertThat(index.points())
        .extracting(WeatherIndex.Point::status)
        .containsExactly(
            WeatherIndex.Status.NORMAL,
            WeatherIndex.Status.INCOMPLETE,
            WeatherIndex.Status.UNRECOGNIZED);
    assertThat(index.points().get(1).stations().getFirst().disposition())
        .isEqualTo(WeatherIndex.Disposition.PENDING);
  }

  @Test
  void asksForWeatherInMilliseconds() {
    assertThat(WeatherQuery.between(TIME, TIME.plusNanos(1)))
        .hasToString("WeatherQuery[to=1795788900001, from=1795788900000]");
    assertThat(WeatherQuery.until(TIME)).hasToString("WeatherQuery[to=1795788900000]");
    assertThat(WeatherQuery.last(Duration.ofMinutes(2)).withStations())
        .hasToString("WeatherQuery[last_sec=120, detailed=true]");
  }

  @Test
  void refusesSpansOfWeatherThatCannotBe() {
    assertThatThrownBy(() -> WeatherQuery.between(TIME, TIME.minusMillis(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(TIME.toString());
    for (Duration span : List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofMillis(1500))) {
      assertThatThrownBy(() -> WeatherQuery.last(span))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(span.toString());
    }
  }
}
