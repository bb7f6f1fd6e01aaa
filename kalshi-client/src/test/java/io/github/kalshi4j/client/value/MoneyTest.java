package io.github.kalshi4j.client.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
  @Test
  void readsAndWritesSixDecimals() {
    assertThat(Money.of("-1.25")).hasToString("-1.250000").isEqualTo(Money.ofCents(-125));
    assertThat(Money.ofDollars(3)).isEqualTo(Money.ofMicros(3_000_000));
    assertThatThrownBy(() -> Money.of("0.0000001")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void throwsRatherThanOverflow() {
    Money most = Money.ofMicros(Long.MAX_VALUE);
    Money least = Money.ofMicros(Long.MIN_VALUE);
    Money one = Money.ofMicros(1);
    assertThatThrownBy(() -> most.plus(one)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> least.minus(one)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(least::negated).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Money.ofDollars(Long.MAX_VALUE))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Money.ofCents(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> most.share(Quantity.of("2"), Quantity.of("1"), RoundingMode.HALF_EVEN))
        .isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @CsvSource({
    // half-way cases go to the even micro-dollar
    "0.000001, 0.01, 0.02, 0.000000",
    "0.000003, 0.01, 0.02, 0.000002",
    "-0.000001, 0.01, 0.02, 0.000000",
    "-0.000003, 0.01, 0.02, -0.000002",
    "1.00, 1, 3, 0.333333",
    "1.00, 2, 3, 0.666667",
    "1.00, 3, 3, 1.00",
    "1.00, 0, 3, 0"
  })
  void sharesATotalRoundedHalfToEven(Money total, Quantity part, Quantity whole, Money share) {
    assertThat(total.share(part, whole, RoundingMode.HALF_EVEN)).isEqualTo(share);
  }

  @Test
  void hasNoShareOfNothing() {
    assertThatThrownBy(
            () -> Money.ofDollars(1).share(Quantity.ZERO, Quantity.ZERO, RoundingMode.HALF_EVEN))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(
            () -> Money.ofDollars(1).share(Quantity.of("1"), Quantity.ZERO, RoundingMode.HALF_EVEN))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void comparesByValue() {
    assertThat(Money.of("1").max(Money.of("2"))).isEqualTo(Money.of("2"));
    assertThat(Money.of("1").min(Money.of("2"))).isEqualTo(Money.of("1"));
    assertThat(Money.of("-1").signum()).isNegative();
    assertThat(Money.of("1").isAbove(Money.of("1"))).isFalse();
    assertThat(Money.of("1").isAbove(Money.of("0.999999"))).isTrue();
  }
}
