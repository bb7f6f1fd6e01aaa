package io.github.kalshi4j.simulator.exchange;

import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.fee.FillFee;
import io.github.kalshi4j.client.fee.Liquidity;
import io.github.kalshi4j.client.order.OrderStatus;
import io.github.kalshi4j.client.order.SelfTradePrevention;
import io.github.kalshi4j.client.stream.UserOrder;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.TradeId;
import io.github.kalshi4j.simulator.ledger.AccountId;
import io.github.kalshi4j.simulator.ledger.Ledger;
import io.github.kalshi4j.simulator.matching.BookOrder;
import io.github.kalshi4j.simulator.matching.MatchHandler;
import io.github.kalshi4j.simulator.matching.Meeting;
import org.jspecify.annotations.Nullable;

/** One incoming order on its way through the book. */
final class Sweep implements MatchHandler {
  private final ExchangePolicies policies;
  private final Ledger ledger;
  private final Ids ids;
  private final Removals removals;
  private final OrderGroups groups;
  private final Announcer announcer;
  private final LiveOrder taker;
  private final LiveMarket market;
  private final FeeSchedule fees;
  private UserOrder.Reason removal = UserOrder.Reason.SELF_TRADE_CANCEL;
  private UserOrder.@Nullable Reason stopped;
  private long cost;

  Sweep(
      ExchangePolicies policies,
      Ledger ledger,
      Ids ids,
      Removals removals,
      OrderGroups groups,
      Announcer announcer,
      LiveOrder taker,
      long now) {
    this.policies = policies;
    this.ledger = ledger;
    this.ids = ids;
    this.removals = removals;
    this.groups = groups;
    this.announcer = announcer;
    this.taker = taker;
    market = taker.market;
    fees = market.feesAt(now);
  }

  void run() {
    market.book.match(taker.side, market.tick(taker.price), taker.open, this);
  }

  /** Returns why the order may go no further; null if nothing but its limit kept it. */
  UserOrder.@Nullable Reason stopped() {
    return stopped;
  }

  /** Returns the sum of YES price × quantity, in micro-dollars. */
  long cost() {
    return cost;
  }

  @Override
  public Meeting meet(BookOrder resting) {
    if (stopped != null) {
      return Meeting.STOP;
    }
    LiveOrder maker = (LiveOrder) resting;
    if (isOwn(policies, taker.account(), maker)) {
      if (taker.selfTradePrevention == SelfTradePrevention.TAKER_AT_CROSS) {
        stopped = UserOrder.Reason.SELF_TRADE_CANCEL;
        return Meeting.STOP;
      }
      removal = UserOrder.Reason.SELF_TRADE_CANCEL;
      return Meeting.REMOVE;
    }
    Quantity quantity = Quantity.ofHundredths(Math.min(taker.open, maker.restingHundredths()));
    if (!ledger.canPay(maker.holding, maker.side, maker.price, quantity, Liquidity.MAKER, fees)) {
      removal = UserOrder.Reason.MARGIN_CANCEL;
      return Meeting.REMOVE;
    }
    if (!ledger.canPay(taker.holding, taker.side, maker.price, quantity, Liquidity.TAKER, fees)) {
      stopped = UserOrder.Reason.MARGIN_CANCEL; // makers went, and this one means a higher fee
      return Meeting.STOP;
    }
    return Meeting.MATCH;
  }

  static boolean isOwn(ExchangePolicies policies, AccountId taker, LiveOrder maker) {
    AccountId other = maker.account();
    return taker.user().equals(other.user())
        && (policies.siblingsAreSelf() || taker.subaccount() == other.subaccount());
  }

  @Override
  public void matched(BookOrder resting, int tick, long hundredths) {
    LiveOrder maker = (LiveOrder) resting;
    Price price = maker.price;
    Quantity quantity = Quantity.ofHundredths(hundredths);
    TradeId trade = ids.trade();
    market.openInterest +=
        hundredths
            - maker.holding.closing(maker.side, hundredths)
            - taker.holding.closing(taker.side, hundredths);
    market.volume += hundredths;
    market.lastPrice = price;
    cost += price.centicents() * hundredths;
    maker.open -= hundredths;
    taker.open -= hundredths;
    if (maker.open == 0) {
      removals.left(maker);
      maker.status = OrderStatus.EXECUTED;
    } else {
      ledger.reduced(maker.holding, maker.side, maker);
    }
    FillFee makerFee = book(maker, Liquidity.MAKER, price, quantity);
    FillFee takerFee = book(taker, Liquidity.TAKER, price, quantity);

    announcer.book(maker, price, -hundredths);
    announcer.trade(trade, taker, price, quantity);
    announcer.fill(trade, maker, Liquidity.MAKER, price, quantity, makerFee);
    announcer.fill(trade, taker, Liquidity.TAKER, price, quantity, takerFee);
    announcer.order(maker, UserOrder.Reason.TRADE);
    announcer.position(maker.holding);
    announcer.position(taker.holding);
    count(maker, hundredths);
    count(taker, hundredths);
  }

  private FillFee book(LiveOrder order, Liquidity liquidity, Price price, Quantity quantity) {
    FillFee fee =
        ledger.fill(
            order.holding, order.side, price, quantity, liquidity, order.feesUnder(fees, policies));
    order.fill(liquidity, price, quantity.hundredths(), fee);
    return fee;
  }

  private void count(LiveOrder order, long hundredths) {
    LiveGroup group = order.group;
    if (group != null) {
      groups.matched(group, hundredths);
      if (taker.group == group && group.triggered) {
        stopped = Removals.PLAIN;
      }
    }
  }

  @Override
  public void removed(BookOrder resting, long hundredths) {
    removals.taken((LiveOrder) resting, hundredths, removal);
  }

  /** Returns whether orders of this market, on this side, within this limit, suffice. */
  static boolean canFillWhole(
      ExchangePolicies policies,
      LiveMarket market,
      AccountId taker,
      BookSide side,
      Price limit,
      long hundredths) {
    long left = hundredths;
    for (BookOrder next = market.book.first(side.opposite());
        next != null && left > 0;
        next = market.book.next(next)) {
      LiveOrder maker = (LiveOrder) next;
      if (side == BookSide.BID ? maker.price.isAbove(limit) : maker.price.isBelow(limit)) {
        break;
      }
      if (isOwn(policies, taker, maker)) {
        return true; // treated as immediate-or-cancel from here on
      }
      left -= maker.restingHundredths();
    }
    return left <= 0;
  }
}
