package io.github.kalshi4j.simulator.exchange;

import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.fee.Liquidity;
import io.github.kalshi4j.client.order.SelfTradePrevention;
import io.github.kalshi4j.client.order.TimeInForce;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.simulator.exchange.Refusal.Reason;
import io.github.kalshi4j.simulator.ledger.AccountId;
import io.github.kalshi4j.simulator.ledger.Holding;
import io.github.kalshi4j.simulator.ledger.Ledger;
import io.github.kalshi4j.simulator.matching.BookOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an order must satisfy before anything changes. Each check that fails throws a {@link
 * RefusedException}.
 */
final class OrderChecks {
  private final ExchangePolicies policies;
  private final Timers timers;
  private final Ledger ledger;

  OrderChecks(ExchangePolicies policies, Timers timers, Ledger ledger) {
    this.policies = policies;
    this.timers = timers;
    this.ledger = ledger;
  }

  static void route(@Nullable Integer shard, LiveMarket market) {
    if (shard != null && shard >= 0 && shard != market.shard()) {
      throw new RefusedException(Reason.MARKET_NOT_FOUND, market.ticker() + " on shard " + shard);
    }
  }

  static void price(LiveMarket market, Price price) {
    if (!market.grid.contains(price)) {
      throw new RefusedException(Reason.INVALID_PRICE, "price " + price + " is not on the grid");
    }
  }

  void quantity(Quantity quantity) {
    if (quantity.isZero()) {
      throw new RefusedException(Reason.INVALID_ORDER_SIZE, "count " + quantity);
    }
    largest(quantity);
  }

  void largest(Quantity quantity) {
    if (quantity.isAbove(policies.largestOrder())) {
      throw new RefusedException(Reason.INVALID_ORDER_SIZE, "count " + quantity);
    }
  }

  void flags(OrderRequest request) {
    TimeInForce force = request.timeInForce();
    if (request.postOnly() && force != TimeInForce.GOOD_TILL_CANCELED) {
      throw new RefusedException(
          Reason.INVALID_FLAGS, "Cannot specify both post_only and " + force.wire());
    }
    if (request.reduceOnly() && force != TimeInForce.IMMEDIATE_OR_CANCEL) {
      throw new RefusedException(
          Reason.INVALID_FLAGS, "Cannot specify both reduce_only and " + force.wire());
    }
    if (request.expiration() != null) {
      if (force != TimeInForce.GOOD_TILL_CANCELED) {
        throw new RefusedException(
            Reason.INVALID_EXPIRATION, "Cannot specify both expiration_time and " + force.wire());
      }
      expiration(request.expiration());
    }
  }

  void expiration(Instant expiration) {
    if (Micros.of(expiration) <= timers.now()) {
      throw new RefusedException(
          Reason.INVALID_EXPIRATION, "expiration_time " + expiration + " is past");
    }
  }

  void positionLimit(Holding holding, BookSide side, long hundredths) {
    Quantity limit = policies.positionLimit();
    if (limit == null) {
      return;
    }
    long held = side == BookSide.BID ? holding.hundredths() : -holding.hundredths();
    long reach = held + holding.restingHundredths(side) + hundredths;
    if (reach > limit.hundredths() && hundredths > 0) {
      throw new RefusedException(Reason.EXCEEDED_PER_MARKET_RISK_LIMIT, "limit " + limit);
    }
  }

  void collateral(
      Holding holding,
      LiveMarket market,
      BookSide side,
      Price price,
      long hundredths,
      SelfTradePrevention prevention,
      boolean postOnly) {
    Money need = ledger.need(holding, side, price, Quantity.ofHundredths(hundredths));
    Money fees =
        postOnly ? Money.ZERO : takerFees(holding, market, side, price, hundredths, prevention);
    Money free = ledger.free(holding.account());
    if (need.plus(fees).isAbove(free)) {
      throw new RefusedException(
          Reason.INSUFFICIENT_BALANCE, "needs " + need.plus(fees) + ", free is " + free);
    }
  }

  /** Returns the fees of what an order would match at once, without rebates. */
  private Money takerFees(
      Holding holding,
      LiveMarket market,
      BookSide side,
      Price limit,
      long hundredths,
      SelfTradePrevention prevention) {
    FeeSchedule schedule = market.feesAt(timers.now());
    long left = hundredths;
    long closing = holding.closing(side, hundredths);
    long sum = 0;
    for (BookOrder next = market.book.first(side.opposite());
        next != null && left > 0;
        next = market.book.next(next)) {
      LiveOrder maker = (LiveOrder) next;
      if (side == BookSide.BID ? maker.price.isAbove(limit) : maker.price.isBelow(limit)) {
        break;
      }
      if (Sweep.isOwn(policies, holding.account().id(), maker)) {
        if (prevention == SelfTradePrevention.TAKER_AT_CROSS) {
          break;
        }
        continue;
      }
      long matched = Math.min(left, maker.restingHundredths());
      long closed = Math.min(closing, matched);
      left -= matched;
      closing -= closed;
      sum +=
          ledger
              .unrebatedFee(
                  side,
                  maker.price,
                  Quantity.ofHundredths(matched),
                  closed,
                  Liquidity.TAKER,
                  schedule)
              .micros();
    }
    return Money.ofMicros(sum);
  }

  void kills(OrderRequest request, LiveMarket market, AccountId account, long hundredths) {
    BookSide side = request.side();
    boolean crosses = market.book.crosses(side, market.tick(request.price()));
    if (request.postOnly() && crosses) {
      throw new RefusedException(Reason.POST_ONLY_CROSS, "post only cross");
    }
    if (request.timeInForce() == TimeInForce.FILL_OR_KILL
        && !Sweep.canFillWhole(policies, market, account, side, request.price(), hundredths)) {
      throw new RefusedException(Reason.FOK_INSUFFICIENT_VOLUME, "");
    }
    if (request.timeInForce() == TimeInForce.IMMEDIATE_OR_CANCEL
        && policies.unfilledImmediateRefused()
        && !crosses) {
      throw new RefusedException(Reason.IOC_INSUFFICIENT_VOLUME, "");
    }
  }
}
