package io.github.kalshi4j.client.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTest {
  @Test
  void readsTheWireForm() {
    assertThat(Price.of("0.5600")).isEqualTo(Price.ofCents(56)).hasToString("0.5600");
    assertThat(Price.of("0.560000").centicents()).isEqualTo(5600);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.01", "1.0001", "0.00001", "0,56", ""})
  void refusesWhatIsNoPrice(String text) {
    assertThatThrownBy(() -> Price.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void namesTheBadValue() {
    assertThatThrownBy(() -> Price.ofCenticents(10_001))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("10001");
    assertThatThrownBy(() -> Price.ofCenticents(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Price.ofCents(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void sharesItsInstances() {
    assertThat(Price.of("0.56")).isSameAs(Price.ofCents(56));
    assertThat(Price.ofCents(56).asOptional()).isSameAs(Price.of("0.56").asOptional());
  }

  @Test
  void costsWhatItSays() {
    assertThat(Price.of("0.5600").times(Quantity.of("10.50"))).isEqualTo(Money.of("5.88"));
    assertThat(Price.of("0.0001").times(Quantity.of("0.01"))).isEqualTo(Money.ofMicros(1));
    assertThat(Price.of("0.5600").perContract()).isEqualTo(Money.ofCents(56));
  }

  @Test
  void refusesACostThatDoesNotFit() {
    assertThatThrownBy(() -> Price.ONE.times(Quantity.ofHundredths(Long.MAX_VALUE)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void comparesByValue() {
    assertThat(Price.ZERO).isLessThan(Price.ONE);
    assertThat(Price.ONE.isAbove(Price.ZERO)).isTrue();
    assertThat(Price.ONE.isAbove(Price.ONE)).isFalse();
    assertThat(Price.ZERO.isBelow(Price.ONE)).isTrue();
    assertThat(Price.ONE.isBelow(Price.ONE)).isFalse();
  }
}
