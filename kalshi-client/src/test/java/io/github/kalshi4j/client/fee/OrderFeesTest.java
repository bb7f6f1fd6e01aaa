package io.github.kalshi4j.client.fee;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderFeesTest {
  private final OrderFees fees =
      new OrderFees(FeeSchedule.STANDARD, BalancePrecision.DIRECT_MEMBER);

  @ParameterizedTest
  @CsvSource({
    "1, 0.055, 0.003639, 0.000061, 0.0037, 0.0036, 0.0037",
    "0.30, 0.50, 0.005250, 0.000050, 0.0053, 0.0052, 0.0053",
    "0.03, 0.3301, 0.000465, 0.000032, 0.000497, 0.000497, 0.000497"
  })
  void paysWholeUnitsBackFromTheOrdersAccumulator(
      Quantity quantity,
      Price price,
      Money tradeFee,
      Money rounding,
      Money first,
      Money second,
      Money third) {
    Money sum = Money.ZERO;
    for (Money net : new Money[] {first, second, third}) {
      FillFee fee = fees.charge(Liquidity.TAKER, price, quantity, price.times(quantity).negated());
      assertThat(fee.tradeFee()).isEqualTo(tradeFee);
      assertThat(fee.roundingFee()).isEqualTo(rounding);
      assertThat(fee.net()).isEqualTo(net);
      sum = sum.plus(net);
    }

    Quantity total = quantity.plus(quantity).plus(quantity);
    assertThat(sum)
        .isEqualTo(
            new OrderFees(FeeSchedule.STANDARD, BalancePrecision.DIRECT_MEMBER)
                .charge(Liquidity.TAKER, price, total, price.times(total).negated())
                .net());
  }

  @Test
  void neverPaysBackMoreThanTheFillIsCharged() {
    // Each fill is charged $0.000050 of rounding and nothing else, so no whole unit ever fits.
    Price price = Price.of("0.0050");
    Quantity hundredth = Quantity.of("0.01");
    for (int i = 0; i < 5; i++) {
      FillFee fee =
          fees.charge(Liquidity.MAKER, price, hundredth, price.times(hundredth).negated());
      assertThat(fee).isEqualTo(new FillFee(Money.ZERO, Money.ofMicros(50), Money.ZERO));
    }
    // What was kept comes back once a fill is charged enough: two units of 250 + 50 micro-dollars.
    FillFee large =
        fees.charge(Liquidity.TAKER, Price.of("0.50"), Quantity.of("0.30"), Money.of("-0.15"));
    assertThat(large.rebate()).isEqualTo(Money.ofMicros(300));
    assertThat(large.net()).isEqualTo(Money.of("0.0050"));
  }

  @Test
  void sharesOneAccumulatorBetweenTakerAndMakerFills() {
    OrderFees both =
        new OrderFees(
            new FeeSchedule(FeeType.QUADRATIC_WITH_MAKER_FEES, new BigDecimal("0.5")),
            BalancePrecision.DIRECT_MEMBER);
    Price price = Price.of("0.055");
    Quantity one = Quantity.ofContracts(1);
    Money revenue = price.times(one).negated();

    // taker 0.001819125… + 0.000080 rounding; maker 0.00045478… + 0.000045 rounding
    assertThat(both.charge(Liquidity.TAKER, price, one, revenue))
        .isEqualTo(new FillFee(Money.ofMicros(1820), Money.ofMicros(80), Money.ZERO));
    assertThat(both.charge(Liquidity.MAKER, price, one, revenue))
        .isEqualTo(new FillFee(Money.ofMicros(455), Money.ofMicros(45), Money.ofMicros(100)));
  }

  @Test
  void alignsProceedsDownwardToo() {
    // A closing fill brings 0.100099 in: the balance may only grow by whole units.
    FillFee fee =
        fees.charge(Liquidity.MAKER, Price.of("0.5"), Quantity.of("0.20"), Money.ofMicros(100_099));
    assertThat(fee).isEqualTo(new FillFee(Money.ZERO, Money.ofMicros(99), Money.ZERO));
  }

  @Test
  void roundsToTheCentBehindABroker() {
    OrderFees broker = new OrderFees(FeeSchedule.STANDARD, BalancePrecision.BROKER);
    Price price = Price.of("0.48");
    Quantity one = Quantity.ofContracts(1);
    Money revenue = Money.of("-0.48");

    // 0.017472 each; roundings of 0.002528 reach a whole cent with the fourth fill
    Money cents = Money.of("0.02");
    assertThat(broker.charge(Liquidity.TAKER, price, one, revenue).net()).isEqualTo(cents);
    assertThat(broker.charge(Liquidity.TAKER, price, one, revenue).net()).isEqualTo(cents);
    assertThat(broker.charge(Liquidity.TAKER, price, one, revenue).net()).isEqualTo(cents);
    assertThat(broker.charge(Liquidity.TAKER, price, one, revenue).net())
        .isEqualTo(Money.of("0.01"));
  }
}
