package io.github.kalshi4j.simulator.exchange;

import io.github.kalshi4j.client.order.AmendedOrder;
import io.github.kalshi4j.client.order.Amendment;
import io.github.kalshi4j.client.order.CanceledOrder;
import io.github.kalshi4j.client.order.Decrease;
import io.github.kalshi4j.client.order.DecreasedOrder;
import io.github.kalshi4j.client.order.OrderStatus;
import io.github.kalshi4j.client.order.PlacedOrder;
import io.github.kalshi4j.client.order.TimeInForce;
import io.github.kalshi4j.client.stream.UserOrder;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.exchange.Refusal.Reason;
import io.github.kalshi4j.simulator.ledger.Account;
import io.github.kalshi4j.simulator.ledger.AccountId;
import io.github.kalshi4j.simulator.ledger.Holding;
import io.github.kalshi4j.simulator.ledger.Ledger;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What members do with orders. The checks come in the order in which the exchange is thought to
 * make them; nothing changes before the last of them has passed.
 */
final class OrderEntry {
  private final ExchangePolicies policies;
  private final Timers timers;
  private final Ids ids;
  private final Ledger ledger;
  private final Members members;
  private final Markets markets;
  private final Gate gate;
  private final Removals removals;
  private final OrderGroups groups;
  private final Announcer announcer;
  private final OrderChecks checks;

  OrderEntry(
      ExchangePolicies policies,
      Timers timers,
      Ids ids,
      Ledger ledger,
      Members members,
      Markets markets,
      Gate gate,
      Removals removals,
      OrderGroups groups,
      Announcer announcer) {
    this.policies = policies;
    this.timers = timers;
    this.ids = ids;
    this.ledger = ledger;
    this.members = members;
    this.markets = markets;
    this.gate = gate;
    this.removals = removals;
    this.groups = groups;
    this.announcer = announcer;
    checks = new OrderChecks(policies, timers, ledger);
  }

  PlacedOrder place(UserId user, OrderRequest request) {
    Members.Member member = members.member(user);
    LiveMarket market = markets.find(request.market());
    OrderChecks.route(request.shard(), market);
    gate.checkTrading(market);
    OrderChecks.price(market, request.price());
    checks.quantity(request.quantity());
    checks.flags(request);
    ClientOrderId name = request.clientOrderId();
    if (name != null && member.hasUsed(name)) {
      throw new RefusedException(Reason.ORDER_ALREADY_EXISTS, name.value());
    }
    Account account = account(new AccountId(user, request.subaccount(), market.shard()));
    LiveGroup group =
        request.orderGroup() == null ? null : groups.find(account.id(), request.orderGroup());
    if (group != null && group.triggered) {
      throw new RefusedException(Reason.EXCEEDED_ORDER_GROUP_RISK_LIMIT, group.id.value());
    }
    Holding holding = account.holdingIn(market.ticker());
    BookSide side = request.side();
    Price price = request.price();
    long asked = request.quantity().hundredths();
    long wanted = request.reduceOnly() ? holding.closing(side, asked) : asked;
    checks.positionLimit(holding, side, wanted);
    checks.collateral(
        holding, market, side, price, wanted, request.selfTradePrevention(), request.postOnly());
    if (name != null) {
      member.use(name, market.ticker()); // used up even by an order that is killed
    }
    checks.kills(request, market, account.id(), wanted);

    LiveOrder order =
        new LiveOrder(ids.order(), market, holding, request, group, Micros.instant(timers.now()));
    if (wanted < asked) {
      order.open = wanted;
      if (wanted > 0) {
        announcer.order(order, UserOrder.Reason.REDUCE_ONLY_CANCEL);
      }
    }
    Sweep sweep = sweep(order);
    finish(order, sweep, request.timeInForce(), wanted < asked && wanted == 0);
    removals.tellDeferred();
    watchExpiration(order);
    return new PlacedOrder(
        order.id,
        name,
        Quantity.ofHundredths(order.filled),
        Quantity.ofHundredths(order.open),
        average(sweep.cost(), order.filled),
        average(order.charged(), order.filled),
        order.created);
  }

  private Sweep sweep(LiveOrder order) {
    removals.defer();
    Sweep sweep =
        new Sweep(policies, ledger, ids, removals, groups, announcer, order, timers.now());
    if (order.open > 0) {
      sweep.run();
    }
    return sweep;
  }

  private void finish(LiveOrder order, Sweep sweep, TimeInForce force, boolean capped) {
    UserOrder.Reason reason = order.filled > 0 ? UserOrder.Reason.TRADE : null;
    if (order.open == 0 && order.filled > 0) {
      order.status = OrderStatus.EXECUTED;
    } else if (capped) {
      reason = UserOrder.Reason.REDUCE_ONLY_CANCEL;
      order.status = OrderStatus.CANCELED;
    } else if (sweep.stopped() != null || force != TimeInForce.GOOD_TILL_CANCELED) {
      reason = Objects.requireNonNullElse(sweep.stopped(), Removals.PLAIN);
      order.open = 0;
      order.status = OrderStatus.CANCELED;
    } else {
      rest(order);
    }
    announcer.order(order, reason);
  }

  private void rest(LiveOrder order) {
    LiveMarket market = order.market;
    market.book.rest(order, order.side, market.tick(order.price), order.open);
    removals.entered(order);
    announcer.book(order, order.price, order.open);
  }

  AmendedOrder amend(Command.Amend amend) {
    LiveOrder order = find(amend.user(), amend.target());
    LiveMarket market = order.market;
    checkAgrees(amend, order);
    gate.checkTrading(market);
    if (!amend.price().equals(order.price)) {
      OrderChecks.price(market, amend.price());
    }
    long open = amend.total().hundredths() - order.filled;
    if (open < 0) {
      throw new RefusedException(
          Reason.INVALID_AMEND_QTY_FOR_ORDER,
          amend.total() + " is less than what is filled, " + Quantity.ofHundredths(order.filled));
    }
    checks.largest(amend.total());
    if (amend.expiration() instanceof Amendment.Expiration.At at) {
      checks.expiration(at.time());
    }
    ClientOrderId name = amend.newClientOrderId();
    Members.Member member = members.member(amend.user());
    if (name != null && !name.equals(order.clientOrderId) && member.hasUsed(name)) {
      throw new RefusedException(Reason.ORDER_ALREADY_EXISTS, name.value());
    }
    boolean samePrice = amend.price().equals(order.price);
    boolean sameSize = open == order.open;
    boolean moves = open > 0 && (!samePrice || open > order.open);
    if (moves) {
      checkMove(order, amend.price(), open);
    }

    if (name != null) {
      member.use(name, order.market.ticker());
      order.clientOrderId = name;
    }
    changeExpiration(order, amend.expiration());
    long filled = order.filled;
    long charged = order.charged();
    long cost = 0;
    order.initial = amend.total().hundredths();
    if (open == 0) {
      removals.cancel(order, UserOrder.Reason.AMEND);
    } else if (moves) {
      cost = move(order, amend.price(), open);
    } else {
      shrink(order, order.open - open, UserOrder.Reason.AMEND);
    }
    long change = order.filled - filled;
    boolean tells = !sameSize || change > 0;
    return new AmendedOrder(
        order.id,
        order.clientOrderId,
        tells ? Quantity.ofHundredths(order.open) : null,
        tells ? Quantity.ofHundredths(change) : null,
        average(cost, change),
        average(order.charged() - charged, change),
        Micros.instant(timers.now()));
  }

  private void checkAgrees(Command.Amend amend, LiveOrder order) {
    if (!amend.market().equals(order.market.ticker())) {
      throw new RefusedException(Reason.ORDER_TICKER_MISMATCH, amend.market().value());
    }
    if (amend.side() != order.side) {
      throw new RefusedException(Reason.ORDER_SIDE_MISMATCH, amend.side().wire());
    }
    if (amend.clientOrderId() != null && !amend.clientOrderId().equals(order.clientOrderId)) {
      throw new RefusedException(Reason.CLIENT_ORDER_ID_MISMATCH, amend.clientOrderId().value());
    }
  }

  /** Checks what an order must satisfy anew, as if it had gone and came back. */
  private void checkMove(LiveOrder order, Price price, long open) {
    LiveMarket market = order.market;
    ledger.release(order.holding, order.side, order);
    try {
      checks.positionLimit(order.holding, order.side, open);
      checks.collateral(
          order.holding,
          market,
          order.side,
          price,
          open,
          order.selfTradePrevention,
          order.postOnly);
    } finally {
      ledger.reserve(order.holding, order.side, order);
    }
    if (order.postOnly && market.book.crosses(order.side, market.tick(price))) {
      throw new RefusedException(Reason.POST_ONLY_CROSS, "post only cross");
    }
  }

  private long move(LiveOrder order, Price price, long open) {
    Price oldPrice = order.price;
    long oldOpen = order.open;
    removals.left(order);
    order.market.book.reduce(order, oldOpen);
    order.price = price;
    order.open = open;
    long filled = order.filled;
    Sweep sweep = sweep(order);
    announcer.book(order, oldPrice, -oldOpen);
    UserOrder.Reason reason =
        order.filled > filled ? UserOrder.Reason.TRADE : UserOrder.Reason.AMEND;
    if (order.open == 0) {
      order.status = OrderStatus.EXECUTED;
    } else if (sweep.stopped() != null) {
      reason = sweep.stopped();
      order.open = 0;
      order.status = OrderStatus.CANCELED;
    } else {
      rest(order);
    }
    announcer.order(order, reason);
    removals.tellDeferred();
    return sweep.cost();
  }

  private void shrink(LiveOrder order, long by, UserOrder.Reason reason) {
    if (by > 0) {
      order.market.book.reduce(order, by);
      order.open -= by;
      ledger.reduced(order.holding, order.side, order);
      announcer.book(order, order.price, -by);
    }
    announcer.order(order, reason);
  }

  DecreasedOrder decrease(Command.Reduce reduce) {
    LiveOrder order = find(reduce.user(), reduce.target());
    gate.checkCanceling(order.market);
    long wanted =
        switch (reduce.decrease()) {
          case Decrease.By by -> Math.max(0, order.open - by.quantity().hundredths());
          case Decrease.To to -> Math.min(order.open, to.quantity().hundredths());
        };
    if (wanted == 0) {
      removals.cancel(order, UserOrder.Reason.DECREASE);
    } else if (wanted < order.open) {
      shrink(order, order.open - wanted, UserOrder.Reason.DECREASE);
    }
    return new DecreasedOrder(
        order.id,
        order.clientOrderId,
        Quantity.ofHundredths(order.open),
        Micros.instant(timers.now()));
  }

  CanceledOrder cancel(Command.Cancel cancel) {
    LiveOrder order = find(cancel.user(), cancel.target());
    gate.checkCanceling(order.market);
    long hundredths = order.open;
    removals.cancel(order, Removals.PLAIN);
    return new CanceledOrder(
        order.id,
        order.clientOrderId,
        Quantity.ofHundredths(hundredths),
        Micros.instant(timers.now()));
  }

  void cancelAll(Command.CancelAll all) {
    for (LiveOrder order : members.restingOf(all.user(), all.subaccount())) {
      if (gate.allowsCanceling(order.market)) {
        removals.cancel(order, Removals.PLAIN);
      }
    }
  }

  private LiveOrder find(UserId user, OrderTarget target) {
    members.member(user);
    LiveOrder order = members.find(target.order()).orElse(null);
    if (order != null) {
      Integer shard = target.shard();
      int searched = shard == null || shard < 0 ? shardOf(target, order) : shard;
      if (order.account().equals(new AccountId(user, target.subaccount(), searched))) {
        return order;
      }
    }
    throw new RefusedException(Reason.ORDER_NOT_FOUND, target.order().value());
  }

  private int shardOf(OrderTarget target, LiveOrder order) {
    if (target.market() == null) {
      return 0;
    }
    return target.market().equals(order.market.ticker())
        ? order.market.shard()
        : markets.find(target.market()).shard();
  }

  private Account account(AccountId id) {
    return ledger
        .account(id)
        .orElseThrow(() -> new RefusedException(Reason.SUBACCOUNT_NOT_FOUND, id.toString()));
  }

  private void changeExpiration(LiveOrder order, Amendment.Expiration change) {
    switch (change) {
      case Amendment.Expiration.Keep keep -> {}
      case Amendment.Expiration.Never never -> order.expiration = null;
      case Amendment.Expiration.At at -> {
        order.expiration = at.time();
        watchExpiration(order);
      }
    }
  }

  private void watchExpiration(LiveOrder order) {
    Instant expiration = order.expiration;
    if (expiration != null && order.status == OrderStatus.RESTING) {
      timers.at(
          Micros.of(expiration),
          Timers.Kind.EXPIRY,
          () -> {
            if (order.isResting() && expiration.equals(order.expiration)) {
              removals.cancel(order, UserOrder.Reason.EXPIRY_CANCEL);
            }
          });
    }
  }

  /** Returns dollars per contract, to $0.000001; null if there is no contract. */
  private static @Nullable Money average(long micros, long hundredths) {
    return hundredths == 0
        ? null
        : Money.ofMicros(
            BigDecimal.valueOf(micros)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(hundredths), 0, RoundingMode.HALF_EVEN)
                .longValueExact());
  }
}
