package io.github.kalshi4j.engine.report;

import io.github.kalshi4j.client.order.TimeInForce;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.engine.desk.OrderPurpose;
import io.github.kalshi4j.risk.Verdict;
import io.github.kalshi4j.risk.exit.ExitTrigger;
import io.github.kalshi4j.strategy.Signal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One order from its reason to its end.
 *
 * @param purpose what it was sent for
 * @param signal the signal behind it; null for an exit by a rule
 * @param verdicts what every risk rule said; empty for an exit, which is never asked about
 * @param exit why the position is left; null for an entry
 * @param outcome the outcome it buys
 * @param limit its limit, as a price of that outcome
 * @param requested what the sizer asked for, or the position to be left
 * @param quantity what was sent
 * @param sent when it left us
 * @param status how it ended: {@code executed}, {@code canceled}, {@code refused}, or {@code
 *     resting} at the end of the run
 * @param statusReason why it was canceled or refused; null otherwise
 */
public record OrderRecord(
    ClientOrderId id,
    OrderPurpose purpose,
    MarketTicker market,
    @Nullable Signal signal,
    List<Verdict> verdicts,
    @Nullable Exit exit,
    OutcomeSide outcome,
    Price limit,
    TimeInForce timeInForce,
    Quantity requested,
    Quantity quantity,
    Instant sent,
    String status,
    @Nullable String statusReason,
    List<FillRecord> fills) {
  public OrderRecord {
    verdicts = List.copyOf(verdicts);
    fills = List.copyOf(fills);
  }

  /** Returns how much of it was filled. */
  public Quantity filled() {
    Quantity sum = Quantity.ZERO;
    for (FillRecord fill : fills) {
      sum = sum.plus(fill.quantity());
    }
    return sum;
  }

  /**
   * Why a position is left.
   *
   * @param trigger the rule, with its numbers as of when it fired
   * @param firedAt when it fired; orders for what remains are sent later
   * @param ownBid the best bid for the outcome held when this order was sent, in its prices
   */
  public record Exit(ExitTrigger trigger, Instant firedAt, Price ownBid) {}
}
