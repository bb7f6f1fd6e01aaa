package io.github.kalshi4j.client.fee;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OrderFeesLaws {
  private static final long UNIT = BalancePrecision.DIRECT_MEMBER.micros();

  private record Fill(Liquidity liquidity, Price price, Quantity quantity, Money revenue) {}

  @Provide
  Arbitrary<Price> prices() {
    return Arbitraries.longs().between(1, 9_999).map(Price::ofCenticents);
  }

  @Provide
  Arbitrary<Quantity> quantities() {
    return Arbitraries.longs().between(1, 100_000).map(Quantity::ofHundredths);
  }

  @Provide
  Arbitrary<List<Quantity>> parts() {
    return quantities().list().ofMinSize(1).ofMaxSize(30);
  }

  @Provide
  Arbitrary<List<Fill>> fills() {
    Arbitrary<Fill> fill =
        Arbitraries.of(Liquidity.class)
            .flatMap(liquidity ->
                prices()
                    .flatMap(price ->
                        quantities()
                            .flatMap(quantity ->
                                Arbitraries.longs()
                                    .between(-1_000_000_000, 1_000_000_000)
                                    .map(micros ->
                                        new Fill(
                                            liquidity, price, quantity, Money.ofMicros(micros))))));
    return fill.list().ofMinSize(1).ofMaxSize(30);
  }

  @Property(tries = 200)
  void alignsTheBalanceAfterEveryFillAndNeverPaysMoreThanItTook(
      @ForAll("fills") List<Fill> fills,
      @ForAll BalancePrecision precision,
      @ForAll boolean makersPay) {
    FeeSchedule schedule =
        makersPay
            ? new FeeSchedule(FeeType.QUADRATIC_WITH_MAKER_FEES, new BigDecimal("0.5"))
            : FeeSchedule.STANDARD;
    OrderFees fees = new OrderFees(schedule, precision);
    long balance = 0;
    long kept = 0;
    for (Fill fill : fills) {
      FillFee fee = fees.charge(fill.liquidity, fill.price, fill.quantity, fill.revenue);
      balance += fill.revenue.minus(fee.net()).micros();
      kept += fee.roundingFee().micros() - fee.rebate().micros();

      assertThat(balance % precision.micros()).isZero();
      assertThat(fee.net().signum()).isNotNegative();
      assertThat(fee.roundingFee().micros()).isBetween(0L, precision.micros() - 1);
      assertThat(fee.rebate().micros() % precision.micros()).isZero();
      assertThat(fee.rebate().signum()).isNotNegative();
      assertThat(kept).isNotNegative();
    }
  }

  /**
   * Below one unit a fill, rebates must wait, so this is of fills that are charged at least one.
   */
  @Property(tries = 300)
  void splittingAnOrderCostsTheSameOrOneUnitMore(
      @ForAll("prices") Price price, @ForAll("parts") List<Quantity> parts) {
    OrderFees split = new OrderFees(FeeSchedule.STANDARD, BalancePrecision.DIRECT_MEMBER);
    Quantity total = Quantity.ZERO;
    long sum = 0;
    for (Quantity part : parts) {
      FillFee fee = split.charge(Liquidity.TAKER, price, part, price.times(part).negated());
      Assume.that(fee.tradeFee().plus(fee.roundingFee()).micros() >= UNIT);
      total = total.plus(part);
      sum += fee.net().micros();
    }
    long whole =
        FeeSchedule.STANDARD
            .estimate(Liquidity.TAKER, BookSide.BID, price, total, BalancePrecision.DIRECT_MEMBER)
            .micros();

    assertThat(sum)
        .isGreaterThanOrEqualTo(
            FeeSchedule.STANDARD.tradeFee(Liquidity.TAKER, price, total).micros());
    assertThat(sum - whole).isIn(0L, UNIT);
  }
}
