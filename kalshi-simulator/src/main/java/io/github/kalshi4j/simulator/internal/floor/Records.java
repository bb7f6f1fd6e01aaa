package io.github.kalshi4j.simulator.internal.floor;

import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OrderGroupId;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.exchange.ExchangeEvent;
import io.github.kalshi4j.simulator.exchange.ExchangeListener;
import io.github.kalshi4j.simulator.ledger.AccountId;
import io.github.kalshi4j.simulator.market.MarketStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
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
 * What the engine has told and does not itself remember: trades, the course of prices, the times at
 * which things happened, and what {@link MemberRecords members} have done. It forgets what was in a
 * market together with the market. Written and read on the {@link Floor}.
 */
public final class Records implements ExchangeListener {
  /**
   * When what happened to a market.
   *
   * @param number in the order in which markets were listed
   * @param settled null until it is
   */
  public record MarketTimes(
      long number, Instant created, Instant updated, @Nullable Instant settled) {}

  /** An order group that was not deleted. */
  public record Group(OrderGroupId id, AccountId account, Quantity limit) {}

  private record Held(AccountId account, MarketTicker market) {}

  private record Settled(long micros, MarketTicker market) {}

  private final MemberRecords members;
  private final Function<AccountId, Money> cash;
  private final Tape<ExchangeEvent.Traded> trades = new Tape<>();
  private final Map<MarketTicker, Tape<ExchangeEvent.Traded>> marketTrades = new HashMap<>();
  private final Map<MarketTicker, MarketTimes> markets = new HashMap<>();
  private final Map<MarketTicker, Minutes> minutes = new HashMap<>();
  private final ArrayDeque<Settled> settled = new ArrayDeque<>();
  private final Map<OrderGroupId, Group> groups = new LinkedHashMap<>();
  private final Map<Held, Long> yesHeld = new HashMap<>();
  private long forgottenMicros;
  private long listed;

  /**
   * Begins without anything.
   *
   * @param crowd of whom nothing is kept
   * @param lag how late members are shown what they did
   * @param cash says what an account of one who is not of the crowd has now
   */
  Records(Set<UserId> crowd, Supplier<Duration> lag, Function<AccountId, Money> cash) {
    this.cash = cash;
    members = new MemberRecords(crowd, lag);
  }

  /** Returns what members have done. */
  public MemberRecords members() {
    return members;
  }

  @Override
  public void on(ExchangeEvent event) {
    Instant time = event.time();
    switch (event) {
      case ExchangeEvent.Traded trade -> {
        minutes(trade.market()).on(trade);
        trades.add(trade);
        marketTrades.computeIfAbsent(trade.market(), market -> new Tape<>()).add(trade);
      }
      case ExchangeEvent.Filled fill -> {
        members.on(fill);
        members.paid(fill, fill.account(), cash);
      }
      case ExchangeEvent.OrderChanged changed -> members.on(changed);
      case ExchangeEvent.PositionSettled paid -> {
        members.on(paid);
        members.paid(paid, paid.account(), cash);
      }
      case ExchangeEvent.PositionChanged changed -> {
        members.on(changed);
        count(changed);
      }
      case ExchangeEvent.MarketChanged changed -> stamp(changed, time);
      case ExchangeEvent.GroupChanged changed -> keep(changed);
      case ExchangeEvent.AccountOpened opened -> members.opened(opened.account(), time);
      case ExchangeEvent.CashMoved moved -> members.paid(moved, moved.account(), cash);
      case ExchangeEvent.BookChanged changed -> minutes(changed.market()).on(changed);
      case ExchangeEvent.BookEnded ended -> {}
      case ExchangeEvent.ShardChanged changed -> {}
    }
  }

  /** Each open pair is one contract of YES that somebody holds. */
  private void count(ExchangeEvent.PositionChanged changed) {
    Held held = new Held(changed.account(), changed.market());
    long yes = Math.max(0, changed.position().hundredths());
    Long before = yes == 0 ? yesHeld.remove(held) : yesHeld.put(held, yes);
    long change = yes - (before == null ? 0 : before);
    if (change != 0) {
      minutes(changed.market()).openInterestChanged(changed.timeMicros(), change);
    }
  }

  private void stamp(ExchangeEvent.MarketChanged changed, Instant time) {
    MarketTicker market = changed.market();
    if (changed.step() == MarketStep.CREATED) {
      minutes.put(market, new Minutes(changed.timeMicros()));
    }
    boolean paid = changed.step() == MarketStep.SETTLED;
    if (paid) {
      settled.add(new Settled(changed.timeMicros(), market));
    }
    MarketTimes before = markets.get(market);
    if (before == null) {
      before = new MarketTimes(listed++, time, time, null);
    }
    Instant payout = paid ? time : before.settled();
    markets.put(market, new MarketTimes(before.number(), before.created(), time, payout));
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

  /**
   * Forgets a market that was paid at or before a time, with all that was done in it.
   *
   * @return the market; null if there is none left
   */
  @Nullable MarketTicker forgetSettledBy(long micros) {
    Settled oldest = settled.peek();
    if (oldest == null || oldest.micros > micros) {
      return null;
    }
    settled.remove();
    MarketTicker market = oldest.market;
    forgottenMicros = oldest.micros;
    marketTrades.remove(market);
    trades.forgetIf(trade -> trade.market().equals(market));
    markets.remove(market);
    minutes.remove(market);
    members.forget(market);
    return market;
  }

  /**
   * Returns up to when what was settled is forgotten, in microseconds since 1970; 0 if nothing is.
   */
  public long forgottenMicros() {
    return forgottenMicros;
  }

  /** Returns all trades, the oldest first. */
  public Tape<ExchangeEvent.Traded> trades() {
    return trades;
  }

  /** Returns a market's trades, the oldest first. */
  public Tape<ExchangeEvent.Traded> trades(MarketTicker market) {
    return Objects.requireNonNullElseGet(marketTrades.get(market), Tape::new);
  }

  /** Returns the course of a market that is there. */
  public Minutes minutes(MarketTicker market) {
    return Objects.requireNonNull(minutes.get(market));
  }

  /** Returns the times of a market that is there. */
  public MarketTimes times(MarketTicker market) {
    return Objects.requireNonNull(markets.get(market));
  }

  /** Returns a member's order groups in the order in which they were made. */
  public List<Group> groups(UserId user) {
    return groups.values().stream().filter(group -> group.account().user().equals(user)).toList();
  }
}
