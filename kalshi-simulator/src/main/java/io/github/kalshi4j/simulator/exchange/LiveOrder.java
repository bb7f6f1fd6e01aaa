package io.github.kalshi4j.simulator.exchange;

import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.fee.FillFee;
import io.github.kalshi4j.client.fee.Liquidity;
import io.github.kalshi4j.client.fee.OrderFees;
import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.order.OrderStatus;
import io.github.kalshi4j.client.order.OrderType;
import io.github.kalshi4j.client.order.SelfTradePrevention;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.simulator.ledger.AccountId;
import io.github.kalshi4j.simulator.ledger.Claim;
import io.github.kalshi4j.simulator.ledger.Holding;
import io.github.kalshi4j.simulator.matching.BookOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order from its arrival to its end. */
final class LiveOrder extends BookOrder implements Claim {
  final OrderId id;
  final LiveMarket market;
  final Holding holding;
  final BookSide side;
  final SelfTradePrevention selfTradePrevention;
  final boolean postOnly;
  final boolean cancelOnPause;
  final @Nullable LiveGroup group;
  final Instant created;
  Instant updated;
  @Nullable ClientOrderId clientOrderId;
  @Nullable Instant expiration;
  OrderStatus status = OrderStatus.RESTING;
  Price price;
  long initial;

  /** What may still be filled: on arrival all of it, later what rests, in the end nothing. */
  long open;

  long filled;
  private final long[] cost = new long[Liquidity.values().length];
  private final long[] charged = new long[Liquidity.values().length];
  private @Nullable FeeSchedule schedule;
  private @Nullable OrderFees fees;

  LiveOrder(
      OrderId id,
      LiveMarket market,
      Holding holding,
      OrderRequest request,
      @Nullable LiveGroup group,
      Instant created) {
    this.id = id;
    this.market = market;
    this.holding = holding;
    this.group = group;
    this.created = created;
    updated = created;
    side = request.side();
    price = request.price();
    selfTradePrevention = request.selfTradePrevention();
    postOnly = request.postOnly();
    cancelOnPause = request.cancelOnPause();
    clientOrderId = request.clientOrderId();
    expiration = request.expiration();
    initial = request.quantity().hundredths();
    open = initial;
  }

  AccountId account() {
    return holding.account().id();
  }

  @Override
  public long ownCenticents() {
    return side == BookSide.BID ? price.centicents() : Price.ONE.centicents() - price.centicents();
  }

  /**
   * Returns the accumulator of this order's fees. A change of the schedule starts a new one, as the
   * accumulated part of $0.0001 belongs to the old.
   */
  OrderFees feesUnder(FeeSchedule current, ExchangePolicies policies) {
    OrderFees found = fees;
    if (found == null || !current.equals(schedule)) {
      found = new OrderFees(current, policies.balancePrecision());
      schedule = current;
      fees = found;
    }
    return found;
  }

  void fill(Liquidity liquidity, Price at, long hundredths, FillFee fee) {
    filled += hundredths;
    cost[liquidity.ordinal()] += side.outcome().toYes(at).centicents() * hundredths;
    charged[liquidity.ordinal()] += fee.net().micros();
  }

  long charged() {
    return charged[0] + charged[1];
  }

  Order view() {
    return new Order(
        id,
        account().user(),
        clientOrderId,
        market.ticker(),
        side,
        side.outcome(),
        OrderType.LIMIT,
        status,
        price,
        Quantity.ofHundredths(filled),
        Quantity.ofHundredths(open),
        Quantity.ofHundredths(initial),
        Money.ofMicros(cost[Liquidity.TAKER.ordinal()]),
        Money.ofMicros(cost[Liquidity.MAKER.ordinal()]),
        Money.ofMicros(charged[Liquidity.TAKER.ordinal()]),
        Money.ofMicros(charged[Liquidity.MAKER.ordinal()]),
        expiration,
        created,
        updated,
        selfTradePrevention,
        group == null ? null : group.id,
        cancelOnPause,
        account().subaccount(),
        market.shard());
  }
}
