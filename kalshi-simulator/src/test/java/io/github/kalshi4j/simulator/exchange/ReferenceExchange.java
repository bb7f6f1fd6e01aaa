package io.github.kalshi4j.simulator.exchange;

import io.github.kalshi4j.client.fee.BalancePrecision;
import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.fee.Liquidity;
import io.github.kalshi4j.client.fee.OrderFees;
import io.github.kalshi4j.client.market.MarketStatus;
import io.github.kalshi4j.client.order.Amendment;
import io.github.kalshi4j.client.order.Decrease;
import io.github.kalshi4j.client.order.SelfTradePrevention;
import io.github.kalshi4j.client.order.TimeInForce;
import io.github.kalshi4j.client.portfolio.RestingOrderReserve;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OrderGroupId;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.exchange.Refusal.Reason;
import io.github.kalshi4j.simulator.ledger.AccountId;
import io.github.kalshi4j.simulator.market.ListedMarket;
import io.github.kalshi4j.simulator.market.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The exchange once more, as plainly as it can be said: one list of orders, searched and sorted for
 * every question, and nothing remembered that can be counted anew. It makes no ids; those of the
 * engine are given to it.
 */
final class ReferenceExchange {
  /** An order in the book, or on its way in. */
  static final class Entry {
    final AccountId account;
    final MarketTicker market;
    final BookSide side;
    final SelfTradePrevention prevention;
    final boolean postOnly;
    final boolean cancelOnPause;
    final @Nullable Group group;
    @Nullable ClientOrderId name;
    OrderId id = OrderId.of("unknown");
    Price price;
    long open;
    long filled;
    long arrival;
    long expiration = Long.MAX_VALUE;
    @Nullable OrderFees fees;
    @Nullable FeeSchedule schedule;

    Entry(AccountId account, OrderRequest request, long open, @Nullable Group group) {
      this.account = account;
      this.group = group;
      this.open = open;
      market = request.market();
      side = request.side();
      prevention = request.selfTradePrevention();
      postOnly = request.postOnly();
      cancelOnPause = request.cancelOnPause();
      name = request.clientOrderId();
      price = request.price();
      if (request.expiration() != null) {
        expiration = Micros.of(request.expiration());
      }
    }

    long own() {
      return side.outcome().toYes(price).centicents();
    }
  }

  static final class Group {
    final AccountId account;
    final List<long[]> matches = new ArrayList<>();
    long limit;
    boolean triggered;

    Group(AccountId account, long limit) {
      this.account = account;
      this.limit = limit;
    }
  }

  static final class Contract {
    final ListedMarket listed;
    MarketStatus status = MarketStatus.ACTIVE;
    FeeSchedule fees;
    long close;

    Contract(ListedMarket listed) {
      this.listed = listed;
      fees = listed.fees();
      close = Micros.of(listed.close());
    }
  }

  /** What a command came to: a refusal, or what was filled and what is left open. */
  record Result(@Nullable Reason refused, long filled, long open, @Nullable Entry entry) {
    static final Result DONE = new Result(null, 0, 0, null);

    static Result refused(Reason reason) {
      return new Result(reason, 0, 0, null);
    }
  }

  private record Holder(AccountId account, MarketTicker market) {}

  final Map<AccountId, Long> cash = new LinkedHashMap<>();
  final Map<MarketTicker, Contract> markets = new LinkedHashMap<>();
  final Map<OrderGroupId, Group> groups = new LinkedHashMap<>();
  private final Map<Holder, Long> positions = new LinkedHashMap<>();
  private final ExchangePolicies policies;
  private final List<Entry> book = new ArrayList<>();
  private final Map<UserId, Set<ClientOrderId>> used = new LinkedHashMap<>();
  private final Set<Integer> tradingPaused = new HashSet<>();
  private long arrivals;
  private long now;
  long fees;
  long volume;

  ReferenceExchange(ExchangePolicies policies) {
    this.policies = policies;
  }

  long position(AccountId account, MarketTicker market) {
    return positions.getOrDefault(new Holder(account, market), 0L);
  }

  /** Returns the orders of one side in the order of their matching. */
  List<Entry> queue(MarketTicker market, BookSide side) {
    Comparator<Entry> byPrice = Comparator.comparing(entry -> entry.own());
    return book.stream()
        .filter(entry -> entry.market.equals(market) && entry.side == side)
        .sorted(byPrice.reversed().thenComparing(entry -> entry.arrival))
        .toList();
  }

  List<Entry> resting() {
    return book;
  }

  /** Returns all that resting orders of an account may cost. */
  long reserved(AccountId account) {
    long sum = 0;
    for (MarketTicker market : markets.keySet()) {
      for (BookSide side : BookSide.values()) {
        sum += reserved(account, market, side, book);
      }
    }
    return sum;
  }

  private long reserved(
      AccountId account, MarketTicker market, BookSide side, List<Entry> entries) {
    long closing = closable(account, market, side);
    long sum = 0;
    for (Entry entry :
        entries.stream()
            .filter(e -> e.account.equals(account) && e.market.equals(market) && e.side == side)
            .sorted(Comparator.comparing((Entry e) -> e.own()).reversed())
            .toList()) {
      for (long left = entry.open; left > 0; left--) { // one hundredth of a contract at a time
        if (closing > 0) {
          closing--;
        } else {
          sum += entry.own();
        }
      }
    }
    return sum;
  }

  private long closable(AccountId account, MarketTicker market, BookSide side) {
    long position = position(account, market);
    return Math.max(0, side == BookSide.BID ? -position : position);
  }

  private long bound(AccountId account) {
    return switch (policies.reservation()) {
      case NONE -> 0;
      case SUM -> reserved(account);
      case MAX -> {
        long most = 0;
        for (Entry entry : book) {
          if (entry.account.equals(account)) {
            long closing = closable(account, entry.market, entry.side);
            most = Math.max(most, Math.max(0, entry.open - closing) * entry.own());
          }
        }
        yield most;
      }
    };
  }

  private long free(AccountId account) {
    return Math.max(0, cash.getOrDefault(account, 0L) - bound(account));
  }

  void advanceTo(long micros) {
    for (boolean more = true; more; ) {
      long due = Long.MAX_VALUE;
      for (Entry entry : book) {
        due = Math.min(due, entry.expiration);
      }
      for (Contract contract : markets.values()) {
        if (!isClosed(contract)) {
          due = Math.min(due, contract.close);
        }
      }
      more = due <= micros;
      if (more) {
        long time = due;
        book.removeIf(entry -> entry.expiration <= time);
        for (Contract contract : markets.values()) {
          if (!isClosed(contract) && contract.close <= time) {
            contract.status = MarketStatus.CLOSED;
            clear(contract);
          }
        }
      }
    }
    now = micros;
  }

  private static boolean isClosed(Contract contract) {
    return contract.status != MarketStatus.ACTIVE && contract.status != MarketStatus.INACTIVE;
  }

  private void clear(Contract contract) {
    book.removeIf(entry -> entry.market.equals(contract.listed.market()));
  }

  Result run(Command command) {
    return switch (command) {
      case Command.Place place -> place(place.user(), place.order());
      case Command.Amend amend -> amend(amend);
      case Command.Reduce reduce -> reduce(reduce);
      case Command.Cancel cancel -> cancel(cancel);
      case Command.CancelAll all -> {
        book.removeIf(entry ->
            entry.account.user().equals(all.user())
                && !isClosed(contract(entry))
                && (all.subaccount() == null || entry.account.subaccount() == all.subaccount()));
        yield Result.DONE;
      }
      case Command.Transfer transfer -> {
        long amount = transfer.amount().micros();
        if (amount > free(transfer.from())) {
          yield Result.refused(Reason.INSUFFICIENT_BALANCE);
        }
        cash.merge(transfer.from(), -amount, Long::sum);
        cash.merge(transfer.to(), amount, Long::sum);
        yield Result.DONE;
      }
      case Command.TriggerGroup trigger -> {
        trigger(group(trigger.group()));
        yield Result.DONE;
      }
      case Command.ResetGroup reset -> {
        group(reset.group()).matches.clear();
        group(reset.group()).triggered = false;
        yield Result.DONE;
      }
      case Command.LimitGroup limit -> {
        group(limit.group()).limit = limit.limit().hundredths();
        check(group(limit.group()));
        yield Result.DONE;
      }
      case Command.Pause pause -> {
        if (tradingPaused.add(pause.shard())) {
          book.removeIf(
              entry -> entry.cancelOnPause && contract(entry).listed.shard() == pause.shard());
        }
        yield Result.DONE;
      }
      case Command.Resume resume -> {
        tradingPaused.remove(resume.shard());
        yield Result.DONE;
      }
      case Command.ChangeFees change -> {
        Contract contract = contract(change.market());
        if (isClosed(contract)) {
          yield Result.refused(Reason.MARKET_STATE);
        }
        contract.fees = change.fees();
        yield Result.DONE;
      }
      case Command.Deactivate deactivate ->
          step(deactivate.market(), MarketStatus.ACTIVE, MarketStatus.INACTIVE, false);
      case Command.Activate activate ->
          step(activate.market(), MarketStatus.INACTIVE, MarketStatus.ACTIVE, true);
      case Command.Determine determine -> determine(determine);
      default -> throw new IllegalArgumentException("not modelled: " + command);
    };
  }

  private Result step(MarketTicker market, MarketStatus from, MarketStatus to, boolean clears) {
    Contract contract = contract(market);
    if (contract.status != from) {
      return Result.refused(Reason.MARKET_STATE);
    }
    contract.status = to;
    if (clears) {
      clear(contract);
    }
    return Result.DONE;
  }

  private Result determine(Command.Determine determine) {
    Contract contract = contract(determine.market());
    if (contract.status != MarketStatus.CLOSED) {
      return Result.refused(Reason.MARKET_STATE);
    }
    contract.status = MarketStatus.FINALIZED; // the timers here are all zero
    Price value = ((Outcome.Paid) determine.outcome()).result().settlementValue();
    for (Holder holder : List.copyOf(positions.keySet())) {
      if (holder.market.equals(determine.market())) {
        long position = positions.remove(holder);
        long gross =
            position > 0
                ? position * value.centicents()
                : -position * value.complement().centicents();
        long paid = gross / 100 * 100;
        fees += gross - paid;
        cash.merge(holder.account, paid, Long::sum);
      }
    }
    return Result.DONE;
  }

  private Contract contract(MarketTicker market) {
    Contract contract = markets.get(market);
    if (contract == null) {
      throw new IllegalArgumentException("no market " + market);
    }
    return contract;
  }

  private Contract contract(Entry entry) {
    return contract(entry.market);
  }

  private Group group(OrderGroupId id) {
    Group group = groups.get(id);
    if (group == null) {
      throw new IllegalArgumentException("no group " + id);
    }
    return group;
  }

  private @Nullable Reason whyNot(Contract contract) {
    if (tradingPaused.contains(contract.listed.shard())) {
      return Reason.TRADING_PAUSED;
    }
    if (isClosed(contract)) {
      return Reason.MARKET_ALREADY_CLOSED;
    }
    return contract.status == MarketStatus.INACTIVE ? Reason.MARKET_INACTIVE : null;
  }

  private Result place(UserId user, OrderRequest order) {
    Contract contract = contract(order.market());
    Reason closed = whyNot(contract);
    if (closed != null) {
      return Result.refused(closed);
    }
    if (!contract.listed.grid().contains(order.price())) {
      return Result.refused(Reason.INVALID_PRICE);
    }
    if (order.expiration() != null && Micros.of(order.expiration()) <= now) {
      return Result.refused(Reason.INVALID_EXPIRATION);
    }
    Set<ClientOrderId> names = used.computeIfAbsent(user, key -> new HashSet<>());
    if (order.clientOrderId() != null && names.contains(order.clientOrderId())) {
      return Result.refused(Reason.ORDER_ALREADY_EXISTS);
    }
    AccountId account = new AccountId(user, order.subaccount(), contract.listed.shard());
    Group group = order.orderGroup() == null ? null : group(order.orderGroup());
    if (group != null && !group.account.equals(account)) {
      return Result.refused(Reason.ORDER_GROUP_NOT_FOUND);
    }
    if (group != null && group.triggered) {
      return Result.refused(Reason.EXCEEDED_ORDER_GROUP_RISK_LIMIT);
    }
    long wanted = order.quantity().hundredths();
    if (order.reduceOnly()) {
      wanted = Math.min(wanted, closable(account, order.market(), order.side()));
    }
    Entry entry = new Entry(account, order, wanted, group);
    if (!affordable(entry)) {
      return Result.refused(Reason.INSUFFICIENT_BALANCE);
    }
    if (order.clientOrderId() != null) {
      names.add(order.clientOrderId());
    }
    List<Entry> reach = reach(entry);
    if (order.postOnly() && !reach.isEmpty()) {
      return Result.refused(Reason.POST_ONLY_CROSS);
    }
    if (order.timeInForce() == TimeInForce.FILL_OR_KILL && !fillable(entry, reach)) {
      return Result.refused(Reason.FOK_INSUFFICIENT_VOLUME);
    }
    boolean goesOn = match(entry);
    if (entry.open > 0 && goesOn && order.timeInForce() == TimeInForce.GOOD_TILL_CANCELED) {
      entry.arrival = arrivals++;
      book.add(entry);
    } else {
      entry.open = 0;
    }
    return new Result(null, entry.filled, entry.open, entry);
  }

  private boolean fillable(Entry entry, List<Entry> reach) {
    long sum = 0;
    for (Entry maker : reach) {
      if (sum >= entry.open) {
        break;
      }
      if (isOwn(entry, maker)) {
        return true;
      }
      sum += maker.open;
    }
    return sum >= entry.open;
  }

  private List<Entry> reach(Entry taker) {
    return queue(taker.market, taker.side.opposite()).stream()
        .filter(maker -> maker.own() + taker.own() >= 10_000)
        .toList();
  }

  private boolean isOwn(Entry taker, Entry maker) {
    return taker.account.user().equals(maker.account.user())
        && (policies.siblingsAreSelf() || taker.account.subaccount() == maker.account.subaccount());
  }

  private boolean affordable(Entry entry) {
    long need;
    if (policies.reservation() == RestingOrderReserve.SUM) {
      List<Entry> with = new ArrayList<>(book);
      with.add(entry);
      need =
          reserved(entry.account, entry.market, entry.side, with)
              - reserved(entry.account, entry.market, entry.side, book);
    } else {
      long closing = closable(entry.account, entry.market, entry.side);
      need = Math.max(0, entry.open - closing) * entry.own();
    }
    return Math.max(0, need) + (entry.postOnly ? 0 : takerFees(entry)) <= free(entry.account);
  }

  private long takerFees(Entry entry) {
    long left = entry.open;
    long closing = closable(entry.account, entry.market, entry.side);
    long sum = 0;
    for (Entry maker : reach(entry)) {
      if (isOwn(entry, maker)) {
        if (entry.prevention == SelfTradePrevention.TAKER_AT_CROSS) {
          break;
        }
      } else if (left > 0) {
        long matched = Math.min(left, maker.open);
        long closed = Math.min(closing, matched);
        long revenue = revenue(entry.side, maker.price, matched, closed);
        sum += unrebated(contract(entry), Liquidity.TAKER, maker.price, matched, revenue);
        left -= matched;
        closing -= closed;
      }
    }
    return sum;
  }

  private static long revenue(BookSide side, Price price, long hundredths, long closed) {
    long own = side.outcome().toYes(price).centicents();
    return closed * (10_000 - own) - (hundredths - closed) * own; // as section 7 states it
  }

  private static long unrebated(
      Contract contract, Liquidity liquidity, Price price, long hundredths, long revenue) {
    OrderFees fresh = new OrderFees(contract.fees, BalancePrecision.DIRECT_MEMBER);
    Quantity quantity = Quantity.ofHundredths(hundredths);
    var fee = fresh.charge(liquidity, price, quantity, Money.ofMicros(revenue));
    return fee.tradeFee().plus(fee.roundingFee()).micros();
  }

  /** Returns whether what is left of the order may rest. */
  private boolean match(Entry taker) {
    while (taker.open > 0) {
      List<Entry> reach = reach(taker);
      if (reach.isEmpty()) {
        return true;
      }
      Entry maker = reach.getFirst();
      if (isOwn(taker, maker)) {
        if (taker.prevention == SelfTradePrevention.TAKER_AT_CROSS) {
          return false;
        }
        book.remove(maker);
        continue;
      }
      long hundredths = Math.min(taker.open, maker.open);
      long closed = Math.min(closable(maker.account, maker.market, maker.side), hundredths);
      long revenue = revenue(maker.side, maker.price, hundredths, closed);
      long charge = unrebated(contract(maker), Liquidity.MAKER, maker.price, hundredths, revenue);
      if (cash.getOrDefault(maker.account, 0L) + revenue - charge < 0) {
        book.remove(maker);
        continue;
      }
      closed = Math.min(closable(taker.account, taker.market, taker.side), hundredths);
      revenue = revenue(taker.side, maker.price, hundredths, closed);
      charge = unrebated(contract(taker), Liquidity.TAKER, maker.price, hundredths, revenue);
      if (cash.getOrDefault(taker.account, 0L) + revenue - charge < 0) {
        return false;
      }
      maker.open -= hundredths;
      taker.open -= hundredths;
      if (maker.open == 0) {
        book.remove(maker);
      }
      fill(maker, Liquidity.MAKER, maker.price, hundredths);
      fill(taker, Liquidity.TAKER, maker.price, hundredths);
      volume += hundredths;
      count(maker, hundredths);
      count(taker, hundredths);
      if (taker.group != null && taker.group.triggered) {
        return false;
      }
    }
    return true;
  }

  private void fill(Entry entry, Liquidity liquidity, Price price, long hundredths) {
    FeeSchedule schedule = contract(entry).fees;
    OrderFees orderFees = entry.fees;
    if (orderFees == null || !schedule.equals(entry.schedule)) {
      orderFees = new OrderFees(schedule, BalancePrecision.DIRECT_MEMBER);
      entry.fees = orderFees;
      entry.schedule = schedule;
    }
    long closed = Math.min(closable(entry.account, entry.market, entry.side), hundredths);
    long revenue = revenue(entry.side, price, hundredths, closed);
    long fee =
        orderFees
            .charge(liquidity, price, Quantity.ofHundredths(hundredths), Money.ofMicros(revenue))
            .net()
            .micros();
    cash.merge(entry.account, revenue - fee, Long::sum);
    fees += fee;
    entry.filled += hundredths;
    positions.merge(
        new Holder(entry.account, entry.market),
        entry.side == BookSide.BID ? hundredths : -hundredths,
        Long::sum);
  }

  private void count(Entry entry, long hundredths) {
    if (entry.group != null) {
      entry.group.matches.add(new long[] {now, hundredths});
      check(entry.group);
    }
  }

  private void check(Group group) {
    long sum = 0;
    for (long[] match : group.matches) {
      if (now - match[0] < Micros.of(policies.groupWindow())) {
        sum += match[1];
      }
    }
    if (sum > group.limit) {
      trigger(group);
    }
  }

  private void trigger(Group group) {
    group.triggered = true;
    book.removeIf(entry -> entry.group == group);
  }

  private @Nullable Entry find(UserId user, OrderTarget target) {
    for (Entry entry : book) {
      if (entry.id.equals(target.order())
          && entry.account.user().equals(user)
          && entry.account.subaccount() == target.subaccount()) {
        return entry;
      }
    }
    return null;
  }

  private Result amend(Command.Amend amend) {
    Entry entry = find(amend.user(), amend.target());
    if (entry == null) {
      return Result.refused(Reason.ORDER_NOT_FOUND);
    }
    Contract contract = contract(entry);
    Reason closed = whyNot(contract);
    if (closed != null) {
      return Result.refused(closed);
    }
    if (!amend.price().equals(entry.price) && !contract.listed.grid().contains(amend.price())) {
      return Result.refused(Reason.INVALID_PRICE);
    }
    long open = amend.total().hundredths() - entry.filled;
    if (open < 0) {
      return Result.refused(Reason.INVALID_AMEND_QTY_FOR_ORDER);
    }
    Price oldPrice = entry.price;
    long oldOpen = entry.open;
    long filled = entry.filled;
    boolean moves = open > 0 && (!amend.price().equals(oldPrice) || open > oldOpen);
    if (moves) {
      int place = book.indexOf(entry);
      book.remove(entry);
      entry.price = amend.price();
      entry.open = open;
      Reason refused =
          !affordable(entry)
              ? Reason.INSUFFICIENT_BALANCE
              : entry.postOnly && !reach(entry).isEmpty() ? Reason.POST_ONLY_CROSS : null;
      if (refused != null) {
        entry.price = oldPrice;
        entry.open = oldOpen;
        book.add(place, entry);
        return Result.refused(refused);
      }
    }
    switch (amend.expiration()) {
      case Amendment.Expiration.Keep keep -> {}
      case Amendment.Expiration.Never never -> entry.expiration = Long.MAX_VALUE;
      case Amendment.Expiration.At at -> entry.expiration = Micros.of(at.time());
    }
    if (moves) {
      if (match(entry) && entry.open > 0) {
        entry.arrival = arrivals++;
        book.add(entry);
      } else {
        entry.open = 0;
      }
    } else {
      entry.open = open;
      if (open == 0) {
        book.remove(entry);
      }
    }
    return new Result(null, entry.filled - filled, entry.open, entry);
  }

  private Result reduce(Command.Reduce reduce) {
    Entry entry = find(reduce.user(), reduce.target());
    if (entry == null) {
      return Result.refused(Reason.ORDER_NOT_FOUND);
    }
    entry.open =
        switch (reduce.decrease()) {
          case Decrease.By by -> Math.max(0, entry.open - by.quantity().hundredths());
          case Decrease.To to -> Math.min(entry.open, to.quantity().hundredths());
        };
    if (entry.open == 0) {
      book.remove(entry);
    }
    return new Result(null, 0, entry.open, entry);
  }

  private Result cancel(Command.Cancel cancel) {
    Entry entry = find(cancel.user(), cancel.target());
    if (entry == null) {
      return Result.refused(Reason.ORDER_NOT_FOUND);
    }
    book.remove(entry);
    return new Result(null, 0, entry.open, entry);
  }
}
