package io.github.kalshi4j.simulator.internal.floor;

import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.exchange.ExchangeEvent;
import io.github.kalshi4j.simulator.ledger.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What members have done, as they are shown it: orders dead and alive, fills, positions,
 * settlements and balances. It may be late. Of those who make up the crowd nothing is kept, as
 * nobody can ask for it. Written and read on the {@link Floor}.
 */
public final class MemberRecords {
  /**
   * A position.
   *
   * @param number in the order in which members' positions began
   * @param changed how it is now
   * @param traded what all fills cost at the price of the outcome bought
   */
  public record Position(long number, ExchangeEvent.PositionChanged changed, Money traded) {}

  /** An account's cash, and when it last changed. */
  public record Balance(Money cash, Instant changed) {}

  private record Held(AccountId account, MarketTicker market) {}

  /**
   * What is not shown yet.
   *
   * @param market where it happened; null for nowhere
   */
  private record Late(long micros, @Nullable MarketTicker market, Runnable show) {}

  private final Set<UserId> crowd;
  private final Supplier<Duration> lag;
  private final ArrayDeque<Late> pending = new ArrayDeque<>();
  private final Map<UserId, Tape<ExchangeEvent.Filled>> fills = new HashMap<>();
  private final Map<UserId, Tape<OrderId>> ordersOf = new HashMap<>();
  private final Map<OrderId, Order> orders = new HashMap<>();
  private final Map<UserId, Tape<ExchangeEvent.PositionSettled>> settlements = new HashMap<>();
  private final Map<Held, Money> traded = new HashMap<>();
  private final Map<UserId, Map<Held, Position>> positions = new HashMap<>();
  private final Map<AccountId, Balance> balances = new HashMap<>();
  private long begun; // positions

  MemberRecords(Set<UserId> crowd, Supplier<Duration> lag) {
    this.crowd = Set.copyOf(crowd);
    this.lag = lag;
  }

  private long lagMicros() {
    return lag.get().toNanos() / 1_000;
  }

  void on(ExchangeEvent event) {
    if (!isOfCrowd(event)) {
      show(new Late(event.timeMicros(), market(event), () -> keep(event)));
    }
  }

  /** Takes a new account, which is shown at once, as what is paid in is not. */
  void opened(AccountId account, Instant time) {
    balances.put(account, new Balance(Money.ZERO, time));
  }

  /** Takes what an account has after a change. */
  void paid(ExchangeEvent event, AccountId account, Function<AccountId, Money> cash) {
    if (!crowd.contains(account.user())) {
      Balance balance = new Balance(cash.apply(account), event.time());
      show(new Late(event.timeMicros(), null, () -> balances.put(account, balance)));
    }
  }

  private void show(Late late) {
    if (pending.isEmpty() && lagMicros() == 0) {
      late.show.run();
    } else {
      pending.add(late);
    }
  }

  /** Shows what is old enough. */
  void settle(long nowMicros) {
    long shown = asOf(nowMicros);
    for (Late next = pending.peek(); next != null && next.micros <= shown; next = pending.peek()) {
      pending.remove().show.run();
    }
  }

  /** Returns the time as of which things are shown, in microseconds since 1970. */
  public long asOf(long nowMicros) {
    return nowMicros - lagMicros();
  }

  private boolean isOfCrowd(ExchangeEvent event) {
    return switch (event) {
      case ExchangeEvent.Filled fill -> crowd.contains(fill.account().user());
      case ExchangeEvent.OrderChanged changed -> crowd.contains(changed.order().user());
      case ExchangeEvent.PositionSettled settled -> crowd.contains(settled.account().user());
      case ExchangeEvent.PositionChanged changed -> crowd.contains(changed.account().user());
      default -> true;
    };
  }

  private void keep(ExchangeEvent event) {
    switch (event) {
      case ExchangeEvent.Filled fill -> {
        fills.computeIfAbsent(fill.account().user(), user -> new Tape<>()).add(fill);
        Price own = fill.side() == BookSide.BID ? fill.price() : fill.price().complement();
        traded.merge(
            new Held(fill.account(), fill.market()), own.times(fill.quantity()), Money::plus);
      }
      case ExchangeEvent.OrderChanged changed -> {
        Order order = changed.order();
        if (orders.put(order.id(), order) == null) {
          ordersOf.computeIfAbsent(order.user(), user -> new Tape<>()).add(order.id());
        }
      }
      case ExchangeEvent.PositionSettled settled ->
          settlements.computeIfAbsent(settled.account().user(), user -> new Tape<>()).add(settled);
      case ExchangeEvent.PositionChanged changed -> {
        Held held = new Held(changed.account(), changed.market());
        Map<Held, Position> all =
            positions.computeIfAbsent(changed.account().user(), user -> new LinkedHashMap<>());
        Position before = all.get(held);
        long number = before == null ? begun++ : before.number;
        all.put(held, new Position(number, changed, traded.getOrDefault(held, Money.ZERO)));
      }
      default -> throw new IllegalArgumentException(event.toString());
    }
  }

  void forget(MarketTicker market) {
    pending.removeIf(late -> market.equals(late.market));
    fills.values().forEach(tape -> tape.forgetIf(fill -> fill.market().equals(market)));
    settlements.values().forEach(tape -> tape.forgetIf(paid -> paid.market().equals(market)));
    traded.keySet().removeIf(held -> held.market().equals(market));
    positions.values().forEach(held -> held.keySet().removeIf(key -> key.market().equals(market)));
    if (orders.values().removeIf(order -> order.market().equals(market))) {
      ordersOf.values().forEach(tape -> tape.forgetIf(id -> !orders.containsKey(id)));
    }
  }

  private static @Nullable MarketTicker market(ExchangeEvent event) {
    return switch (event) {
      case ExchangeEvent.Filled fill -> fill.market();
      case ExchangeEvent.OrderChanged changed -> changed.order().market();
      case ExchangeEvent.PositionSettled settled -> settled.market();
      case ExchangeEvent.PositionChanged changed -> changed.market();
      default -> null;
    };
  }

  /** Returns what an account that is there has. */
  public Balance balance(AccountId account) {
    return Objects.requireNonNull(balances.get(account));
  }

  /** Returns a member's fills, the oldest first. */
  public Tape<ExchangeEvent.Filled> fills(UserId user) {
    return Objects.requireNonNullElseGet(fills.get(user), Tape::new);
  }

  /** Returns a member's orders in the order in which they were placed. */
  public Tape<OrderId> orders(UserId user) {
    return Objects.requireNonNullElseGet(ordersOf.get(user), Tape::new);
  }

  /** Returns an order as it was last told of; null if it never was. */
  public @Nullable Order order(OrderId id) {
    return orders.get(id);
  }

  /** Returns an order that is there. */
  public Order known(OrderId id) {
    return Objects.requireNonNull(orders.get(id));
  }

  /** Returns a member's settlements, the oldest first. */
  public Tape<ExchangeEvent.PositionSettled> settlements(UserId user) {
    return Objects.requireNonNullElseGet(settlements.get(user), Tape::new);
  }

  /** Returns a member's positions, open and closed, in the order in which they began. */
  public List<Position> positions(UserId user) {
    return new ArrayList<>(positions.getOrDefault(user, Map.of()).values());
  }

  /** Returns a member's position in a market; null if there never was one. */
  public @Nullable Position position(AccountId account, MarketTicker market) {
    return positions.getOrDefault(account.user(), Map.of()).get(new Held(account, market));
  }
}
