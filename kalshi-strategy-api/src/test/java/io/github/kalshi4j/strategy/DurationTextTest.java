package io.github.kalshi4j.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DurationTextTest {
  @Test
  void readsEveryForm() {
    assertThat(DurationText.parse("500ms")).isEqualTo(Duration.ofMillis(500));
    assertThat(DurationText.parse("2s")).isEqualTo(Duration.ofSeconds(2));
    assertThat(DurationText.parse("1.5s")).isEqualTo(Duration.ofMillis(1500));
    assertThat(DurationText.parse("10m")).isEqualTo(Duration.ofMinutes(10));
    assertThat(DurationText.parse("1h")).isEqualTo(Duration.ofHours(1));
    assertThat(DurationText.parse("PT1M0.25S")).isEqualTo(Duration.ofMillis(60_250));
    assertThat(DurationText.parse("-0.5s")).isEqualTo(Duration.ofMillis(-500));
  }

  @Test
  void writesTheShortestUnitWithoutFraction() {
    assertThat(DurationText.format(Duration.ZERO)).isEqualTo("0s");
    assertThat(DurationText.format(Duration.ofMillis(500))).isEqualTo("500ms");
    assertThat(DurationText.format(Duration.ofMillis(1500))).isEqualTo("1.5s");
    assertThat(DurationText.format(Duration.ofSeconds(90))).isEqualTo("90s");
    assertThat(DurationText.format(Duration.ofMinutes(10))).isEqualTo("10m");
    assertThat(DurationText.format(Duration.ofHours(36))).isEqualTo("36h");
    assertThat(DurationText.format(Duration.ofNanos(1))).isEqualTo("0.000001ms");
    assertThat(DurationText.format(Duration.ofMillis(-500))).isEqualTo("-500ms");
  }

  @Test
  void refusesEverythingElse() {
    for (String text :
        List.of("", "5", "s", "5 s", "5S", "1d", "1m30s", ".5s", "5.s", "0.0000001ms")) {
      assertThatThrownBy(() -> DurationText.parse(text))
          .as(text)
          .isInstanceOfAny(IllegalArgumentException.class, ArithmeticException.class);
    }
  }
}
