package io.github.kalshi4j.client.fee;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FeeScheduleLaws {
  private static final Map<FeeType, BigDecimal> MAKER_RATES =
      Map.of(
          FeeType.QUADRATIC, BigDecimal.ZERO,
          FeeType.QUADRATIC_WITH_MAKER_FEES, new BigDecimal("0.0175"),
          FeeType.QUADRATIC_WITH_COMBO_MAKER_FEES, new BigDecimal("0.035"));

  @Provide
  Arbitrary<Price> prices() {
    return Arbitraries.longs().between(0, 10_000).map(Price::ofCenticents);
  }

  @Provide
  Arbitrary<Quantity> quantities() {
    return Arbitraries.longs().between(0, 10_000_000_000L).map(Quantity::ofHundredths);
  }

  @Provide
  Arbitrary<FeeSchedule> schedules() {
    Arbitrary<BigDecimal> multipliers =
        Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.TEN).ofScale(6);
    return Arbitraries.of(MAKER_RATES.keySet())
        .flatMap(type -> multipliers.map(multiplier -> new FeeSchedule(type, multiplier)));
  }

  @Property(tries = 500)
  void isTheModelFeeRoundedUpToAMicroDollar(
      @ForAll("schedules") FeeSchedule schedule,
      @ForAll Liquidity liquidity,
      @ForAll("prices") Price price,
      @ForAll("quantities") Quantity quantity) {
    BigDecimal rate =
        liquidity == Liquidity.TAKER ? new BigDecimal("0.07") : MAKER_RATES.get(schedule.type());
    BigDecimal p = BigDecimal.valueOf(price.centicents(), 4);
    BigDecimal model =
        rate.multiply(schedule.multiplier())
            .multiply(BigDecimal.valueOf(quantity.hundredths(), 2))
            .multiply(p)
            .multiply(BigDecimal.ONE.subtract(p));

    assertThat(schedule.tradeFee(liquidity, price, quantity).micros())
        .isEqualTo(model.setScale(6, RoundingMode.CEILING).unscaledValue().longValueExact());
  }

  @Property(tries = 300)
  void isTheSameForAPriceAndItsComplement(
      @ForAll("schedules") FeeSchedule schedule,
      @ForAll Liquidity liquidity,
      @ForAll("prices") Price price,
      @ForAll("quantities") Quantity quantity) {
    assertThat(schedule.tradeFee(liquidity, price, quantity))
        .isEqualTo(schedule.tradeFee(liquidity, price.complement(), quantity));
  }

  @Property(tries = 300)
  void isGreatestAtHalfADollarAndNothingAtTheEnds(
      @ForAll("schedules") FeeSchedule schedule,
      @ForAll Liquidity liquidity,
      @ForAll("prices") Price price,
      @ForAll("quantities") Quantity quantity) {
    assertThat(schedule.tradeFee(liquidity, price, quantity))
        .isBetween(Money.ZERO, schedule.tradeFee(liquidity, Price.of("0.5"), quantity));
    assertThat(schedule.tradeFee(liquidity, Price.ZERO, quantity)).isEqualTo(Money.ZERO);
    assertThat(schedule.tradeFee(liquidity, Price.ONE, quantity)).isEqualTo(Money.ZERO);
  }
}
