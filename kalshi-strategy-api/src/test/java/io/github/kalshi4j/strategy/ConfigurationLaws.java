package io.github.kalshi4j.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.math.BigDecimal;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class ConfigurationLaws {
  private static final Values START =
      new Values(Duration.ZERO, Price.ZERO, Quantity.ZERO, Money.ZERO, 0, 0, BigDecimal.ZERO);

  @Property(tries = 300)
  void whatIsPrintedCanBeSetAgain(
      @ForAll long seconds,
      @ForAll @IntRange(max = 999_999_999) int nanos,
      @ForAll @LongRange(max = 10_000) long centicents,
      @ForAll @LongRange(min = 0) long hundredths,
      @ForAll @LongRange(min = -Long.MAX_VALUE) long micros,
      @ForAll double ratio,
      @ForAll long count,
      @ForAll @IntRange(max = 20) int scale) {
    Values values =
        new Values(
            Duration.ofSeconds(seconds / 1_000_000_000, nanos),
            Price.ofCenticents(centicents),
            Quantity.ofHundredths(hundredths),
            Money.ofMicros(micros),
            ratio,
            count,
            BigDecimal.valueOf(count, scale));
    Configuration<Values> printed = Configuration.of(ConfigurationTest.provider("law", values));
    Configuration<Values> read = Configuration.of(ConfigurationTest.provider("law", START));
    for (ParameterInfo parameter : printed.parameters()) {
      read = read.with(parameter.name(), parameter.value());
    }
    assertThat(read.value()).isEqualTo(values);
  }

  @Property(tries = 300)
  void aDurationHasOneShortForm(@ForAll @LongRange(min = -100_000, max = 100_000) long millis) {
    String text = DurationText.format(Duration.ofMillis(millis));
    assertThat(text).matches("-?[0-9]+(\\.[0-9]*[1-9])?(ms|s|m|h)");
    assertThat(DurationText.parse(text)).isEqualTo(Duration.ofMillis(millis));
  }

  public record Values(
      Duration duration,
      Price price,
      Quantity quantity,
      Money money,
      double ratio,
      long count,
      BigDecimal decimal) {}
}
