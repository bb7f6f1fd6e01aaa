package io.github.kalshi4j.client.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class QuantityTest {
  @Test
  void readsAndWritesTheWireForm() {
    assertThat(Quantity.of("227.27").hundredths()).isEqualTo(22_727);
    assertThat(Quantity.ofContracts(10)).hasToString("10.00").isEqualTo(Quantity.of("10"));
  }

  @Test
  void isNeverNegative() {
    assertThatThrownBy(() -> Quantity.of("-0.01"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
    assertThatThrownBy(() -> Quantity.of("1.00").minus(Quantity.of("1.01")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesAThirdDecimal() {
    assertThatThrownBy(() -> Quantity.of("1.001")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void addsAndSubtractsExactly() {
    assertThat(Quantity.of("1.50").plus(Quantity.of("0.51"))).isEqualTo(Quantity.of("2.01"));
    assertThat(Quantity.of("1.50").minus(Quantity.of("1.50")).isZero()).isTrue();
    assertThat(Quantity.of("1.50").min(Quantity.of("1.49"))).isEqualTo(Quantity.of("1.49"));
    assertThat(Quantity.of("1.50").isAbove(Quantity.of("1.49"))).isTrue();
    assertThat(Quantity.of("1.50").isAbove(Quantity.of("1.50"))).isFalse();
    assertThatThrownBy(() -> Quantity.ofHundredths(Long.MAX_VALUE).plus(Quantity.of("0.01")))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Quantity.ofContracts(Long.MAX_VALUE))
        .isInstanceOf(ArithmeticException.class);
  }
}
