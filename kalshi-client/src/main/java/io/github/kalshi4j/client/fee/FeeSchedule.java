package io.github.kalshi4j.client.fee;

import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * The fee type of a market and its multiplier, M. The API's one multiplier is applied to makers and
 * takers alike, as in every row of the schedule of 2026-07-07; that it must be so is unconfirmed.
 *
 * @param multiplier M, from 0 with at most six decimals; 1 where nothing else is said
 * @see <a href="https://docs.kalshi.com/getting_started/fee_rounding">Kalshi, Fee Rounding</a>
 */
public record FeeSchedule(FeeType type, BigDecimal multiplier) {
  /** What almost every series charges: {@link FeeType#QUADRATIC} with a multiplier of 1. */
  public static final FeeSchedule STANDARD = new FeeSchedule(FeeType.QUADRATIC, BigDecimal.ONE);

  private static final long DIVISOR = 100_000_000_000_000L; // 10⁻²⁰ to 10⁻⁶ dollars
  private static final BigDecimal NOISE = new BigDecimal("1e-9");

  public FeeSchedule {
    if (multiplier.signum() < 0 || multiplier.stripTrailingZeros().scale() > 6) {
      throw new IllegalArgumentException(
          "fee multiplier must be 0 or more with at most six decimals: " + multiplier);
    }
    multiplier = multiplier.stripTrailingZeros();
  }

  /**
   * Returns a schedule from the API's {@code fee_multiplier}, which is a JSON double: the decimal
   * that was meant, with at most six places.
   *
   * @throws IllegalArgumentException if it is negative, not finite, or further than 10⁻⁹ from such
   *     a decimal
   */
  public static FeeSchedule of(FeeType type, double multiplier) {
    if (!Double.isFinite(multiplier)) {
      throw new IllegalArgumentException("fee multiplier is not a number: " + multiplier);
    }
    BigDecimal sent = BigDecimal.valueOf(multiplier);
    BigDecimal meant = sent.setScale(6, RoundingMode.HALF_EVEN);
    return new FeeSchedule(type, sent.subtract(meant).abs().compareTo(NOISE) <= 0 ? meant : sent);
  }

  /**
   * Returns the trade fee of one fill, before the rounding fee and any rebate.
   *
   * <p>The fee is {@code rate × M × quantity × price × ($1 − price)}, rounded up to the next
   * $0.000001. It is equal for a price and its complement, greatest at $0.50, and zero at $0 and
   * $1.
   *
   * @throws ArithmeticException if the fee overflows
   * @throws IllegalStateException if the fee type has no formula
   */
  public Money tradeFee(Liquidity liquidity, Price price, Quantity quantity) {
    if (!type.isComputable()) {
      throw new IllegalStateException("fee type " + type + " has no published formula");
    }
    // rate 10⁻⁴ × M 10⁻⁶ × price 10⁻⁴ × complement 10⁻⁴ × quantity 10⁻² = 10⁻²⁰
    long factor =
        Math.multiplyExact(type.rate(liquidity), multiplier.movePointRight(6).longValueExact());
    long divisor = DIVISOR;
    while (factor != 0 && factor % 10 == 0 && divisor > 1) { // so that usual fees fit a long
      factor /= 10;
      divisor /= 10;
    }
    long variance = price.centicents() * price.complement().centicents(); // at most 2.5 × 10⁷
    long contracts = Math.multiplyExact(variance, quantity.hundredths());
    long high = Math.multiplyHigh(contracts, factor);
    long low = contracts * factor;
    if (high == 0 && low >= 0) {
      return Money.ofMicros(Math.ceilDiv(low, divisor));
    }
    BigInteger[] parts =
        BigInteger.valueOf(contracts)
            .multiply(BigInteger.valueOf(factor))
            .divideAndRemainder(BigInteger.valueOf(divisor));
    return Money.ofMicros(Math.addExact(parts[0].longValueExact(), parts[1].signum()));
  }

  /**
   * Returns the net fee of an order that fills at once in one match and opens a position: what to
   * expect, before it happens. Several matches of the same total charge nearly the same.
   */
  public Money estimate(
      Liquidity liquidity,
      BookSide side,
      Price price,
      Quantity quantity,
      BalancePrecision precision) {
    Money cost = side.outcome().toYes(price).times(quantity);
    return new OrderFees(this, precision).charge(liquidity, price, quantity, cost.negated()).net();
  }
}
