package io.github.kalshi4j.simulator.exchange;

import io.github.kalshi4j.client.market.Level;
import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.ledger.AccountId;
import io.github.kalshi4j.simulator.ledger.Ledger;
import io.github.kalshi4j.simulator.matching.MatchingBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The exchange: order entry, matching, clearing and the life of markets, for all shards.
 *
 * <p>It has no clock and no thread. Each command comes with its time, which is the time of all it
 * causes; what falls due before (openings, expiries, closes, payouts) happens first, each at its
 * own time. Ids follow from a seed. So the same commands at the same times give the same answers
 * and events, always.
 *
 * <p>All calls must be made by one thread, or one after the other. A listener that throws leaves
 * the engine in a state that nothing is promised of.
 *
 * @see <a href="https://docs.kalshi.com/getting_started/orders">Kalshi, orders</a>
 */
public final class SimulatedEngine {
  private final Timers timers = new Timers();
  private final Ledger ledger;
  private final Members members = new Members();
  private final Gate gate;
  private final Announcer announcer;
  private final OrderGroups groups;
  private final Markets markets;
  private final CashDesk cashDesk;
  private final OrderEntry orderEntry;

  /**
   * Creates an exchange without markets and members.
   *
   * @param seed decides the ids
   * @param listener is told of every change
   */
  public SimulatedEngine(ExchangePolicies policies, long seed, ExchangeListener listener) {
    Ids ids = new Ids(seed);
    ledger = new Ledger(policies.balancePrecision(), policies.reservation());
    gate = new Gate(policies);
    announcer = new Announcer(listener, timers);
    Removals removals = new Removals(ledger, members, announcer);
    groups = new OrderGroups(policies, timers, ids, members, removals, announcer);
    markets = new Markets(policies, timers, ledger, removals, announcer);
    cashDesk = new CashDesk(policies, ledger, members, gate, announcer);
    orderEntry =
        new OrderEntry(
            policies, timers, ids, ledger, members, markets, gate, removals, groups, announcer);
  }

  /**
   * Lets time pass, and what falls due happen.
   *
   * @param micros microseconds since 1970
   * @throws IllegalArgumentException if that time is past
   */
  public void advanceTo(long micros) {
    timers.advanceTo(micros);
  }

  /** Does the same up to an instant. */
  public void advanceTo(Instant time) {
    advanceTo(Micros.of(time));
  }

  /**
   * Runs a command at a time.
   *
   * @param micros microseconds since 1970
   * @throws IllegalArgumentException if that time is past
   */
  public Answer execute(long micros, Command command) {
    timers.advanceTo(micros);
    Answer answer = answer(command);
    timers.advanceTo(micros); // what the command made due at once
    return answer;
  }

  private Answer answer(Command command) {
    try {
      return run(command);
    } catch (RefusedException e) {
      return new Answer.Refused(e.refusal());
    }
  }

  private Answer run(Command command) {
    return switch (command) {
      case Command.Place(UserId user, OrderRequest order) ->
          new Answer.Placed(orderEntry.place(user, order));
      case Command.Amend amend -> new Answer.Amended(orderEntry.amend(amend));
      case Command.Reduce reduce -> new Answer.Decreased(orderEntry.decrease(reduce));
      case Command.Cancel cancel -> new Answer.Canceled(orderEntry.cancel(cancel));
      case Command.Batch batch -> runAll(batch);
      case Command.CancelAll all -> {
        orderEntry.cancelAll(all);
        yield Answer.DONE;
      }
      case Command.CreateGroup create -> {
        cashDesk.find(create.account());
        yield new Answer.GroupCreated(groups.create(create.account(), create.limit()));
      }
      case Command.TriggerGroup trigger -> {
        groups.trigger(groups.find(trigger.account(), trigger.group()));
        yield Answer.DONE;
      }
      case Command.ResetGroup reset -> {
        groups.reset(groups.find(reset.account(), reset.group()));
        yield Answer.DONE;
      }
      case Command.DeleteGroup delete -> {
        groups.delete(groups.find(delete.account(), delete.group()));
        yield Answer.DONE;
      }
      case Command.LimitGroup limit -> {
        groups.limit(groups.find(limit.account(), limit.group()), limit.limit());
        yield Answer.DONE;
      }
      case Command.OpenMember open -> {
        cashDesk.openMember(open.user());
        yield Answer.DONE;
      }
      case Command.OpenSubaccount open ->
          new Answer.SubaccountOpened(cashDesk.openSubaccount(open.user(), open.shard()));
      case Command.Deposit deposit -> {
        cashDesk.deposit(deposit.account(), deposit.amount());
        yield Answer.DONE;
      }
      case Command.Withdraw withdraw -> {
        cashDesk.withdraw(withdraw.account(), withdraw.amount());
        yield Answer.DONE;
      }
      case Command.Transfer transfer -> {
        cashDesk.transfer(transfer.from(), transfer.to(), transfer.amount());
        yield Answer.DONE;
      }
      case Command.MarketCommand market -> {
        run(market);
        yield Answer.DONE;
      }
      case Command.Pause(int shard, Command.PauseScope scope) -> {
        pause(shard, scope, true);
        yield Answer.DONE;
      }
      case Command.Resume(int shard, Command.PauseScope scope) -> {
        pause(shard, scope, false);
        yield Answer.DONE;
      }
    };
  }

  private Answer runAll(Command.Batch batch) {
    List<Answer> answers = new ArrayList<>(batch.commands().size());
    for (Command command : batch.commands()) {
      answers.add(answer(command));
    }
    return new Answer.Batch(answers);
  }

  private void run(Command.MarketCommand command) {
    if (command instanceof Command.ListMarket list) {
      gate.checkShard(list.listed().shard());
      markets.list(list.listed());
      return;
    }
    LiveMarket market = markets.find(command.market());
    switch (command) {
      case Command.ListMarket list -> throw new AssertionError(list);
      case Command.Deactivate deactivate -> markets.deactivate(market);
      case Command.Activate activate -> markets.activate(market);
      case Command.MoveClose move -> markets.moveClose(market, move.close());
      case Command.ChangeGrid change -> markets.changeGrid(market, change.grid());
      case Command.ChangeFees change -> markets.changeFees(market, change.fees());
      case Command.RaiseFloor raise -> markets.raiseFloor(market, raise.floor());
      case Command.Determine determine -> markets.determine(market, determine.outcome());
      case Command.Dispute dispute -> markets.dispute(market);
    }
  }

  private void pause(int shard, Command.PauseScope scope, boolean paused) {
    gate.checkShard(shard);
    if (gate.pause(shard, scope, paused)) {
      announcer.shard(shard, gate.isExchangeActive(shard), gate.isTradingActive(shard));
      if (paused) {
        markets.halt(shard);
      }
    }
  }

  /** Returns the engine's time in microseconds since 1970. */
  public long timeMicros() {
    return timers.now();
  }

  /** Returns the accounts, to be read only. */
  public Ledger ledger() {
    return ledger;
  }

  /** Returns whether orders may be placed on a shard, as far as pauses go. */
  public boolean isTradingActive(int shard) {
    return gate.isTradingActive(shard);
  }

  /** Returns whether a shard is not paused as a whole. */
  public boolean isExchangeActive(int shard) {
    return gate.isExchangeActive(shard);
  }

  /** Returns all markets in the order in which they were listed. */
  public List<MarketView> markets() {
    return markets.all().stream().map(this::view).toList();
  }

  /** Returns a market; empty if there is none of this name. */
  public Optional<MarketView> market(MarketTicker ticker) {
    return markets.get(ticker).map(this::view);
  }

  /**
   * Forgets a market that was paid, and what accounts did in it, so that an exchange can go on for
   * long. Its orders, if it is asked for them, were never there, and the client order ids used in
   * it may be used again.
   *
   * @throws IllegalArgumentException if it is not paid
   */
  public void forget(MarketTicker ticker) {
    markets
        .get(ticker)
        .ifPresent(market -> {
          markets.forget(market);
          members.forget(ticker);
        });
  }

  private MarketView view(LiveMarket market) {
    return new MarketView(
        market.listed(),
        market.life.status(),
        Micros.instant(market.close),
        market.grid,
        market.feesAt(timers.now()),
        market.fees,
        market.settlementFloor,
        market.life.outcome().orElse(null),
        market.lastPrice,
        Quantity.ofHundredths(market.volume),
        Quantity.ofHundredths(market.openInterest));
  }

  /** Returns the levels of one side of a book, best price first; none for an unknown market. */
  public List<Level> levels(MarketTicker ticker, BookSide side) {
    List<Level> levels = new ArrayList<>();
    markets
        .get(ticker)
        .ifPresent(market -> {
          int tick = -1;
          for (LiveOrder order : market.resting(side)) {
            if (order.tick() != tick) {
              tick = order.tick();
              levels.add(
                  new Level(
                      order.price, Quantity.ofHundredths(market.book.hundredthsAt(side, tick))));
            }
          }
        });
    return levels;
  }

  /** Returns the best level of one side of a book; empty if nothing rests there. */
  public Optional<Level> best(MarketTicker ticker, BookSide side) {
    return markets
        .get(ticker)
        .filter(market -> market.book.bestTick(side) != MatchingBook.NONE)
        .map(market -> {
          int tick = market.book.bestTick(side);
          return new Level(
              market.price(tick), Quantity.ofHundredths(market.book.hundredthsAt(side, tick)));
        });
  }

  /** Returns the orders that rest on one side of a book, in the order of their matching. */
  public List<Order> queue(MarketTicker ticker, BookSide side) {
    return markets.get(ticker).map(market -> market.resting(side)).orElse(List.of()).stream()
        .map(LiveOrder::view)
        .toList();
  }

  /** Returns a resting order; empty if it is gone or never was. */
  public Optional<Order> restingOrder(OrderId id) {
    return members.find(id).map(LiveOrder::view);
  }

  /**
   * Returns a member's resting orders of all accounts, in the order in which they came to rest;
   * none of an unknown member.
   */
  public List<Order> restingOrders(UserId user) {
    return ledger.account(AccountId.of(user)).isEmpty()
        ? List.of()
        : members.restingOf(user, null).stream().map(LiveOrder::view).toList();
  }

  /** Returns the contracts that rest ahead of an order at its price; empty if it does not rest. */
  public Optional<Quantity> queuePosition(OrderId id) {
    return members.find(id).map(order -> Quantity.ofHundredths(order.market.book.ahead(order)));
  }
}
