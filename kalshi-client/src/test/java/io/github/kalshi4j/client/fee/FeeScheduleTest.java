package io.github.kalshi4j.client.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeeScheduleTest {
  @ParameterizedTest
  @CsvSource({
    // contracts, price, model fee rounded up to $0.000001, charged to a direct member
    "1, 0.48, 0.017472, 0.0175",
    "227.27, 0.001, 0.015893, 0.015930",
    "90.90, 0.001, 0.006357, 0.006400",
    "100, 0.50, 1.75, 1.75",
    "1, 0.055, 0.003639, 0.0037",
    "3, 0.055, 0.010915, 0.0110",
    "0.90, 0.50, 0.015750, 0.0158",
    "0.09, 0.3301, 0.001394, 0.001491"
  })
  void chargesATakerWhatTheExchangeChargesForOneFill(
      Quantity quantity, Price price, Money tradeFee, Money net) {
    assertThat(FeeSchedule.STANDARD.tradeFee(Liquidity.TAKER, price, quantity)).isEqualTo(tradeFee);
    assertThat(
            FeeSchedule.STANDARD.estimate(
                Liquidity.TAKER, BookSide.BID, price, quantity, BalancePrecision.DIRECT_MEMBER))
        .isEqualTo(net);
  }

  @ParameterizedTest
  @CsvSource({
    "QUADRATIC, 1, 1.75, 0",
    "QUADRATIC_WITH_MAKER_FEES, 1, 1.75, 0.4375",
    "QUADRATIC_WITH_COMBO_MAKER_FEES, 1, 1.75, 0.875",
    "QUADRATIC_WITH_MAKER_FEES, 0.5, 0.875, 0.21875",
    "QUADRATIC, 2, 3.5, 0",
    "QUADRATIC, 0, 0, 0",
    "QUADRATIC_WITH_MAKER_FEES, 0.000001, 0.000002, 0.000001"
  })
  void scalesTakerAndMakerFeesByTheMultiplier(
      FeeType type, BigDecimal multiplier, Money taker, Money maker) {
    FeeSchedule schedule = new FeeSchedule(type, multiplier);
    Price half = Price.of("0.50");
    Quantity hundred = Quantity.ofContracts(100);

    assertThat(schedule.tradeFee(Liquidity.TAKER, half, hundred)).isEqualTo(taker);
    assertThat(schedule.tradeFee(Liquidity.MAKER, half, hundred)).isEqualTo(maker);
  }

  @Test
  void alignsTheCostOfTheSideThatIsBought() {
    // An ask at 0.0333 buys NO at 0.9667: 0.03 of it cost 0.029001, a bid's YES 0.000999.
    Price price = Price.of("0.0333");
    Quantity quantity = Quantity.of("0.03");

    assertThat(estimate(BookSide.BID, price, quantity, BalancePrecision.DIRECT_MEMBER))
        .isEqualTo(Money.of("0.000101"));
    assertThat(estimate(BookSide.ASK, price, quantity, BalancePrecision.DIRECT_MEMBER))
        .isEqualTo(Money.of("0.000099"));
  }

  @Test
  void alignsToTheCentBehindABroker() {
    assertThat(
            estimate(
                BookSide.BID, Price.of("0.48"), Quantity.ofContracts(1), BalancePrecision.BROKER))
        .isEqualTo(Money.of("0.02"));
    assertThat(
            estimate(
                BookSide.BID, Price.of("0.50"), Quantity.ofContracts(100), BalancePrecision.BROKER))
        .isEqualTo(Money.of("1.75"));
  }

  @Test
  void readsTheApisDoubleAsTheDecimalThatWasMeant() {
    FeeSchedule half = FeeSchedule.of(FeeType.QUADRATIC, 0.5);
    assertThat(half).isEqualTo(new FeeSchedule(FeeType.QUADRATIC, new BigDecimal("0.500")));
    assertThat(FeeSchedule.of(FeeType.QUADRATIC, 1)).isEqualTo(FeeSchedule.STANDARD);
    assertThat(FeeSchedule.of(FeeType.QUADRATIC, 0.1 + 0.2).multiplier())
        .isEqualByComparingTo("0.3");
    assertThat(FeeSchedule.of(FeeType.QUADRATIC, 0).multiplier()).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.5, Double.NaN, Double.POSITIVE_INFINITY, 0.12345678})
  void refusesAMultiplierThatCannotBe(double multiplier) {
    assertThatThrownBy(() -> FeeSchedule.of(FeeType.QUADRATIC, multiplier))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(Double.toString(multiplier));
  }

  @ParameterizedTest
  @EnumSource(names = {"FLAT", "UNRECOGNIZED"})
  void doesNotGuessAFeeWithoutAFormula(FeeType type) {
    assertThat(type.isComputable()).isFalse();
    FeeSchedule schedule = new FeeSchedule(type, BigDecimal.ONE);
    assertThatThrownBy(
            () -> schedule.tradeFee(Liquidity.MAKER, Price.of("0.5"), Quantity.ofContracts(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(type.name());
  }

  @ParameterizedTest
  @CsvSource({
    "quadratic, QUADRATIC",
    "quadratic_with_maker_fees, QUADRATIC_WITH_MAKER_FEES",
    "quadratic_with_combo_maker_fees, QUADRATIC_WITH_COMBO_MAKER_FEES",
    "flat, FLAT",
    "margin_market_maker_program_fees, UNRECOGNIZED",
    "unrecognized, UNRECOGNIZED",
    "QUADRATIC, UNRECOGNIZED"
  })
  void readsTheExchangesWord(String wire, FeeType type) {
    assertThat(FeeType.parse(wire)).isEqualTo(type);
  }

  @Test
  void throwsRatherThanOverflow() {
    Quantity most = Quantity.ofHundredths(Long.MAX_VALUE);
    assertThatThrownBy(() -> FeeSchedule.STANDARD.tradeFee(Liquidity.TAKER, Price.of("0.5"), most))
        .isInstanceOf(ArithmeticException.class);
    FeeSchedule huge = new FeeSchedule(FeeType.QUADRATIC, new BigDecimal("9000000000000"));
    assertThatThrownBy(
            () -> huge.tradeFee(Liquidity.TAKER, Price.of("0.5"), Quantity.ofContracts(1)))
        .isInstanceOf(ArithmeticException.class);
    FeeSchedule large = new FeeSchedule(FeeType.QUADRATIC, new BigDecimal("1000000.000001"));
    assertThatThrownBy(() ->
            large.tradeFee(Liquidity.TAKER, Price.of("0.5"), Quantity.ofContracts(3_000_000_000L)))
        .isInstanceOf(ArithmeticException.class);
  }

  private static Money estimate(
      BookSide side, Price price, Quantity quantity, BalancePrecision precision) {
    return FeeSchedule.STANDARD.estimate(Liquidity.TAKER, side, price, quantity, precision);
  }
}
