package io.github.kalshi4j.client.fee;

import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;

/**
 * The fees of one order's fills, in the order in which they happen. The exchange aligns the balance
 * downward after each fill, keeps what that costs in an accumulator per order, and pays whole units
 * of balance precision back as soon as they are there; so many small fills cost what one large fill
 * costs. A rebate never makes a fill's net fee negative. Whether it is due at or only above a whole
 * unit is unconfirmed; here it is due at one. Written by one thread.
 *
 * @see <a href="https://docs.kalshi.com/getting_started/fee_rounding">Kalshi, Fee Rounding</a>
 */
public final class OrderFees {
  private final FeeSchedule schedule;
  private final BalancePrecision precision;
  private long accumulatedMicros;

  public OrderFees(FeeSchedule schedule, BalancePrecision precision) {
    this.schedule = schedule;
    this.precision = precision;
  }

  /**
   * Charges the order's next fill.
   *
   * @param price the YES price of the match
   * @param revenue the fill's effect on cash before fees: negative when it opens a position
   */
  public FillFee charge(Liquidity liquidity, Price price, Quantity quantity, Money revenue) {
    Money tradeFee = schedule.tradeFee(liquidity, price, quantity);
    long unit = precision.micros();
    long rounding = Math.floorMod(revenue.minus(tradeFee).micros(), unit);
    accumulatedMicros += rounding;
    long charged = tradeFee.micros() + rounding;
    long rebate = Math.min(accumulatedMicros, charged) / unit * unit;
    accumulatedMicros -= rebate;
    return new FillFee(tradeFee, Money.ofMicros(rounding), Money.ofMicros(rebate));
  }
}
