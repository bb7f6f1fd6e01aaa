package io.github.kalshi4j.simulator.market;

import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a market is created with.
 *
 * @param shard the exchange's {@code exchange_index}
 * @param grid the prices that orders may carry
 * @param fees what fills are charged; its type must be computable
 * @param feeWaiverUntil until when nothing is charged; null for no waiver
 * @param open when trading begins
 * @param close when trading ends, after the opening
 * @param settlementTimer how long a result stands before it is paid
 * @param settlementFloor the least that YES settles at; null for none
 */
public record ListedMarket(
    MarketTicker market,
    EventTicker event,
    int shard,
    PriceGrid grid,
    FeeSchedule fees,
    @Nullable Instant feeWaiverUntil,
    Instant open,
    Instant close,
    Duration settlementTimer,
    @Nullable Price settlementFloor) {
  private static final PriceGrid CENTS = PriceGrid.uniform(Price.ofCents(1));

  public ListedMarket {
    if (shard < 0) {
      throw new IllegalArgumentException("shard " + shard + " of " + market);
    }
    if (!open.isBefore(close)) {
      throw new IllegalArgumentException(market + " opens at " + open + " and closes at " + close);
    }
    if (!fees.type().isComputable()) {
      throw new IllegalArgumentException("fee type " + fees.type() + " of " + market);
    }
    if (settlementTimer.isNegative()) {
      throw new IllegalArgumentException("settlement timer " + settlementTimer + " of " + market);
    }
  }

  /** Returns a market of shard 0 with whole cents, standard fees and no wait before the payout. */
  public static ListedMarket of(
      MarketTicker market, EventTicker event, Instant open, Instant close) {
    return new ListedMarket(
        market, event, 0, CENTS, FeeSchedule.STANDARD, null, open, close, Duration.ZERO, null);
  }

  /** Returns a copy on another shard. */
  public ListedMarket withShard(int value) {
    return new ListedMarket(
        market,
        event,
        value,
        grid,
        fees,
        feeWaiverUntil,
        open,
        close,
        settlementTimer,
        settlementFloor);
  }

  /** Returns a copy with other legal prices. */
  public ListedMarket withGrid(PriceGrid value) {
    return new ListedMarket(
        market,
        event,
        shard,
        value,
        fees,
        feeWaiverUntil,
        open,
        close,
        settlementTimer,
        settlementFloor);
  }

  /** Returns a copy with other fees. */
  public ListedMarket withFees(FeeSchedule value) {
    return new ListedMarket(
        market,
        event,
        shard,
        grid,
        value,
        feeWaiverUntil,
        open,
        close,
        settlementTimer,
        settlementFloor);
  }

  /** Returns a copy that charges nothing until a time. */
  public ListedMarket withFeeWaiverUntil(Instant value) {
    return new ListedMarket(
        market, event, shard, grid, fees, value, open, close, settlementTimer, settlementFloor);
  }

  /** Returns a copy whose result stands for a while before it is paid. */
  public ListedMarket withSettlementTimer(Duration value) {
    return new ListedMarket(
        market, event, shard, grid, fees, feeWaiverUntil, open, close, value, settlementFloor);
  }

  /** Returns a copy with a least value of YES. */
  public ListedMarket withSettlementFloor(Price value) {
    return new ListedMarket(
        market, event, shard, grid, fees, feeWaiverUntil, open, close, settlementTimer, value);
  }
}
