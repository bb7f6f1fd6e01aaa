package io.github.kalshi4j.client.value;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PriceLaws {
  @Provide
  Arbitrary<Price> prices() {
    return Arbitraries.longs().between(0, 10_000).map(Price::ofCenticents);
  }

  @Provide
  Arbitrary<Quantity> quantities() {
    return Arbitraries.longs().between(0, 1_000_000_000L).map(Quantity::ofHundredths);
  }

  @Property(tries = 300)
  void yesAndNoTogetherCostADollar(
      @ForAll("prices") Price price, @ForAll("quantities") Quantity quantity) {
    assertThat(price.times(quantity).plus(price.complement().times(quantity)))
        .isEqualTo(Price.ONE.times(quantity));
  }

  @Property(tries = 300)
  void theWireFormIsReadBack(@ForAll("prices") Price price) {
    assertThat(Price.of(price.toString())).isSameAs(price);
  }

  @Property(tries = 300)
  void seenTwiceFromTheOtherSideItIsTheSame(
      @ForAll("prices") Price price, @ForAll OutcomeSide side) {
    assertThat(price.complement().complement()).isEqualTo(price);
    assertThat(side.toYes(side.toYes(price))).isEqualTo(price);
  }

  @Property(tries = 300)
  void costsAddUp(
      @ForAll("prices") Price price,
      @ForAll("quantities") Quantity one,
      @ForAll("quantities") Quantity other) {
    assertThat(price.times(one).plus(price.times(other))).isEqualTo(price.times(one.plus(other)));
  }
}
