package io.github.kalshi4j.client.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixedPointTest {
  @ParameterizedTest
  @CsvSource({
    "0.5600, 4, 5600",
    "0.56, 4, 5600",
    "1, 4, 10000",
    "-116.41, 2, -11641",
    "10, 2, 1000",
    "0.000001, 6, 1",
    "-0.00, 2, 0",
    "0.56000000, 4, 5600",
    "007.5, 2, 750"
  })
  void readsDecimalsAsCountsOfTheUnit(String text, int scale, long units) {
    assertThat(FixedPoint.parse(text, scale)).isEqualTo(units);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "-", ".", "1.", "+1", "1e3", " 1", "1 ", "1.2.3", "--1", "1-", "0x1", "NaN", "١"
      })
  void refusesWhatIsNoPlainDecimal(String text) {
    assertThatThrownBy(() -> FixedPoint.parse(text, 4))
        .isInstanceOf(NumberFormatException.class)
        .hasMessageContaining("\"" + text + "\"");
  }

  @Test
  void refusesADigitBeyondTheScale() {
    assertThatThrownBy(() -> FixedPoint.parse("0.56001", 4))
        .isInstanceOf(NumberFormatException.class)
        .hasMessageContaining("more than 4 decimal places");
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThat(FixedPoint.parse("92233720368547758.07", 2)).isEqualTo(Long.MAX_VALUE);
    assertThat(FixedPoint.parse("-92233720368547758.08", 2)).isEqualTo(Long.MIN_VALUE);
    assertThatThrownBy(() -> FixedPoint.parse("-92233720368547758.09", 2))
        .isInstanceOf(NumberFormatException.class)
        .hasMessageContaining("too large");
    assertThatThrownBy(() -> FixedPoint.parse("92233720368547758.08", 2))
        .isInstanceOf(NumberFormatException.class)
        .hasMessageContaining("too large");
    assertThatThrownBy(() -> FixedPoint.parse("9223372036854775807", 2))
        .isInstanceOf(NumberFormatException.class);
  }

  @Test
  void writesEveryPlace() {
    assertThat(FixedPoint.format(5600, 4)).isEqualTo("0.5600");
    assertThat(FixedPoint.format(-5, 2)).isEqualTo("-0.05");
    assertThat(FixedPoint.format(0, 6)).isEqualTo("0.000000");
    assertThat(FixedPoint.format(Long.MIN_VALUE, 6)).isEqualTo("-9223372036854.775808");
  }
}
