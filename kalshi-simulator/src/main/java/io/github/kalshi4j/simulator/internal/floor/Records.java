package io.github.kalshi4j.simulator.internal.floor;

import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OrderGroupId;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.exchange.ExchangeEvent;
import io.github.kalshi4j.simulator.exchange.ExchangeListener;
import io.github.kalshi4j.simulator.ledger.AccountId;
import io.github.kalshi4j.simulator.market.MarketStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the engine has told and does not itself remember: dead orders, fills, trades, settlements,
 * and the times at which things happened. Nothing is ever forgotten. Written and read on the {@link
 * Floor}.
 */
public final class Records implements ExchangeListener {
  /**
   * When what happened to a market.
   *
   * @param settled null until it is
   */
  public record MarketTimes(Instant created, Instant updated, @Nullable Instant settled) {}

  /** An order group that was not deleted. */
  public record Group(OrderGroupId id, AccountId account, Quantity limit) {}

  private record Held(AccountId account, MarketTicker market) {}

  private final List<ExchangeEvent.Traded> trades = new ArrayList<>();
  private final Map<MarketTicker, List<ExchangeEvent.Traded>> marketTrades = new HashMap<>();
  private final Map<UserId, List<ExchangeEvent.Filled>> fills = new HashMap<>();
  private final Map<UserId, List<OrderId>> ordersOf = new HashMap<>();
  private final Map<OrderId, Order> orders = new HashMap<>();
  private final Map<UserId, List<ExchangeEvent.PositionSettled>> settlements = new HashMap<>();
  private final Map<MarketTicker, MarketTimes> markets = new HashMap<>();
  private final Map<MarketTicker, Minutes> minutes = new HashMap<>();
  private final Map<OrderGroupId, Group> groups = new LinkedHashMap<>();
  private final Map<Held, ExchangeEvent.PositionChanged> positions = new HashMap<>();
  private final Map<AccountId, Instant> balances = new HashMap<>();

  @Override
  public void on(ExchangeEvent event) {
    Instant time = event.time();
    switch (event) {
      case ExchangeEvent.Traded trade -> {
        minutes(trade.market()).on(trade);
        trades.add(trade);
        marketTrades.computeIfAbsent(trade.market(), market -> new ArrayList<>()).add(trade);
      }
      case ExchangeEvent.Filled fill -> {
        fills.computeIfAbsent(fill.account().user(), user -> new ArrayList<>()).add(fill);
        balances.put(fill.account(), time);
      }
      case ExchangeEvent.OrderChanged changed -> keep(changed.order());
      case ExchangeEvent.PositionSettled settled -> {
        settlements
            .computeIfAbsent(settled.account().user(), user -> new ArrayList<>())
            .add(settled);
        balances.put(settled.account(), time);
      }
      case ExchangeEvent.PositionChanged changed -> keep(changed);
      case ExchangeEvent.MarketChanged changed -> stamp(changed, time);
      case ExchangeEvent.GroupChanged changed -> keep(changed);
      case ExchangeEvent.AccountOpened opened -> balances.put(opened.account(), time);
      case ExchangeEvent.CashMoved moved -> balances.put(moved.account(), time);
      case ExchangeEvent.BookChanged changed -> minutes(changed.market()).on(changed);
      case ExchangeEvent.BookEnded ended -> {}
      case ExchangeEvent.ShardChanged changed -> {}
    }
  }

  private void keep(Order order) {
    if (orders.put(order.id(), order) == null) {
      ordersOf.computeIfAbsent(order.user(), user -> new ArrayList<>()).add(order.id());
    }
  }

  private void keep(ExchangeEvent.PositionChanged changed) {
    ExchangeEvent.PositionChanged before =
        positions.put(new Held(changed.account(), changed.market()), changed);
    long change = yes(changed) - (before == null ? 0 : yes(before));
    if (change != 0) {
      minutes(changed.market()).openInterestChanged(changed.timeMicros(), change);
    }
  }

  /** Each open pair is one contract of YES that somebody holds. */
  private static long yes(ExchangeEvent.PositionChanged changed) {
    return Math.max(0, changed.position().hundredths());
  }

  private void stamp(ExchangeEvent.MarketChanged changed, Instant time) {
    if (changed.step() == MarketStep.CREATED) {
      minutes.put(changed.market(), new Minutes(changed.timeMicros()));
    }
    MarketTimes before = markets.getOrDefault(changed.market(), new MarketTimes(time, time, null));
    markets.put(
        changed.market(),
        new MarketTimes(
            before.created(),
            time,
            changed.step() == MarketStep.SETTLED ? time : before.settled()));
  }

  private void keep(ExchangeEvent.GroupChanged changed) {
    Quantity limit = changed.limit();
    switch (changed.type()) {
      case DELETED -> groups.remove(changed.group());
      default -> {
        if (limit != null) {
          groups.put(changed.group(), new Group(changed.group(), changed.account(), limit));
        }
      }
    }
  }

  /** Returns all trades, the oldest first. */
  public List<ExchangeEvent.Traded> trades() {
    return trades;
  }

  /** Returns a market's trades, the oldest first. */
  public List<ExchangeEvent.Traded> trades(MarketTicker market) {
    return marketTrades.getOrDefault(market, List.of());
  }

  /** Returns the course of a market that is there. */
  public Minutes minutes(MarketTicker market) {
    return Objects.requireNonNull(minutes.get(market));
  }

  /** Returns a member's fills, the oldest first. */
  public List<ExchangeEvent.Filled> fills(UserId user) {
    return fills.getOrDefault(user, List.of());
  }

  /** Returns a member's orders in the order in which they were placed. */
  public List<OrderId> orders(UserId user) {
    return ordersOf.getOrDefault(user, List.of());
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
  public List<ExchangeEvent.PositionSettled> settlements(UserId user) {
    return settlements.getOrDefault(user, List.of());
  }

  /** Returns the times of a market that is there. */
  public MarketTimes times(MarketTicker market) {
    return Objects.requireNonNull(markets.get(market));
  }

  /** Returns a member's order groups in the order in which they were made. */
  public List<Group> groups(UserId user) {
    return groups.values().stream().filter(group -> group.account().user().equals(user)).toList();
  }

  /** Returns when a position last changed; null if it never did. */
  public @Nullable Instant positionChanged(AccountId account, MarketTicker market) {
    ExchangeEvent.PositionChanged changed = positions.get(new Held(account, market));
    return changed == null ? null : changed.time();
  }

  /** Returns when the cash of an account that is there last changed. */
  public Instant balanceChanged(AccountId account) {
    return Objects.requireNonNull(balances.get(account));
  }
}
