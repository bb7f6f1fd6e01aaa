package io.github.kalshi4j.client.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FixedPointLaws {
  @Property(tries = 500)
  void writingAndReadingGivesTheSameUnits(
      @ForAll long units, @ForAll @IntRange(min = 1, max = 6) int scale) {
    assertThat(FixedPoint.parse(FixedPoint.format(units, scale), scale)).isEqualTo(units);
  }

  @Property(tries = 500)
  void writesWhatBigDecimalWrites(
      @ForAll long units, @ForAll @IntRange(min = 1, max = 6) int scale) {
    assertThat(FixedPoint.format(units, scale))
        .isEqualTo(BigDecimal.valueOf(units, scale).toPlainString());
  }
}
