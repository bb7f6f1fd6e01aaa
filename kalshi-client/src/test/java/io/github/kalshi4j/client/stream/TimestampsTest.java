package io.github.kalshi4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00Z", "2026-05-13T15:44:19.596955Z", "2026-05-13T15:44:19.59736Z",
        "2026-05-13T15:44:19.5Z", "2024-02-29T23:59:59.999999Z", "2000-02-29T00:00:00Z",
        "2100-03-01T00:00:00Z", "2026-12-31T23:59:59.000001Z", "9999-12-31T23:59:59Z"
      })
  void readsWhatTheJdkReads(String text) {
    assertThat(Timestamps.micros(text))
        .isEqualTo(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(text)));
  }

  @Test
  void cutsOffNanoseconds() {
    assertThat(Timestamps.micros("2026-05-13T15:44:19.123456999Z"))
        .isEqualTo(Timestamps.micros("2026-05-13T15:44:19.123456Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-05-13",
        "2026-05-13T15:44:19",
        "2026-05-13T15:44:19+00:00",
        "2026-05-13 15:44:19Z",
        "2026-02-29T00:00:00Z",
        "2100-02-29T00:00:00Z",
        "2026-04-31T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-00-01T00:00:00Z",
        "2026-01-00T00:00:00Z",
        "2026-01-01T24:00:00Z",
        "2026-01-01T00:60:00Z",
        "2026-01-01T00:00:60Z",
        "2026-01-01T00:00:00.Z",
        "2026-01-01T00:00:00.1234567890Z",
        "2026-01-01T00:00:00.12x4Z",
        "2026-01-01T00:00:00.1234567xZ",
        "1969-12-31T23:59:59Z",
        "2026-1--01T00:00:00Z",
        "2026-01-01T00:00:00,5Z"
      })
  void refusesWhatIsNoTimeInUtc(String text) {
    assertThatThrownBy(() -> Timestamps.micros(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text);
  }
}
