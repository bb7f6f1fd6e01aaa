package io.github.kalshi4j.simulator.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.market.Level;
import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.order.OrderStatus;
import io.github.kalshi4j.client.portfolio.RestingOrderReserve;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OrderGroupId;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.ledger.Account;
import io.github.kalshi4j.simulator.ledger.AccountId;
import io.github.kalshi4j.simulator.ledger.Holding;
import io.github.kalshi4j.simulator.market.ListedMarket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The engine against {@link ReferenceExchange}, command by command, and against what must hold of
 * any exchange. That no trade goes through a better price and that priority is kept follow from the
 * first: the reference looks for the best and oldest order anew at each match.
 */
class ExchangeLaws {
  private static final Money STAKE = Money.of("12");

  @Provide
  Arbitrary<List<Long>> numbers() {
    return Arbitraries.longs().list().ofMinSize(60).ofMaxSize(200);
  }

  @Property(tries = 300)
  void doesWhatTheReferenceDoes(
      @ForAll("numbers") List<Long> numbers,
      @ForAll RestingOrderReserve reservation,
      @ForAll boolean siblingsAreSelf) {
    Run run = new Run(policies(reservation, siblingsAreSelf));
    for (long number : numbers) {
      run.step(number);
      run.compare();
      run.check();
    }
  }

  @Property(tries = 30)
  void repeatsItselfToTheLastEvent(
      @ForAll("numbers") List<Long> numbers, @ForAll RestingOrderReserve reservation) {
    Run first = new Run(policies(reservation, false));
    Run second = new Run(policies(reservation, false));
    for (long number : numbers) {
      first.step(number);
      second.step(number);
    }
    assertThat(second.events).isEqualTo(first.events);
    assertThat(second.answers).isEqualTo(first.answers);
  }

  private static ExchangePolicies policies(RestingOrderReserve reservation, boolean siblings) {
    return ExchangePolicies.DEFAULT.withReservation(reservation).withSiblingsAreSelf(siblings);
  }

  /** One engine and its reference, and what was told so far. */
  private static final class Run {
    private final List<ExchangeEvent> events = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private final SimulatedEngine engine;
    private final ReferenceExchange reference;
    private final List<OrderId> orders = new ArrayList<>();
    private final List<OrderGroupId> groups = new ArrayList<>();
    private final Map<MarketTicker, Map<BookSide, TreeMap<Price, Long>>> books = new HashMap<>();
    private final Set<OrderId> ended = new HashSet<>();
    private final Map<OrderId, Long> filledOf = new HashMap<>();
    private long filled;
    private long traded;
    private long charged;
    private int seen;
    private long now = Micros.of(TestExchange.OPEN);

    Run(ExchangePolicies policies) {
      engine = new SimulatedEngine(policies, 42, events::add);
      reference = new ReferenceExchange(policies);
      for (UserId user : RandomCommands.USERS) {
        engine.execute(now, new Command.OpenMember(user));
        for (int shard : List.of(0, 2)) {
          engine.execute(now, new Command.OpenSubaccount(user, shard));
          for (int subaccount : List.of(0, 1)) {
            AccountId account = new AccountId(user, subaccount, shard);
            engine.execute(now, new Command.Deposit(account, STAKE));
            reference.cash.put(account, STAKE.micros());
          }
        }
      }
      for (ListedMarket listed : RandomCommands.MARKETS) {
        engine.execute(now, new Command.ListMarket(listed));
        reference.markets.put(listed.market(), new ReferenceExchange.Contract(listed));
        Map<BookSide, TreeMap<Price, Long>> book = new EnumMap<>(BookSide.class);
        book.put(BookSide.BID, new TreeMap<>());
        book.put(BookSide.ASK, new TreeMap<>());
        books.put(listed.market(), book);
      }
      for (int i = 0; i < RandomCommands.USERS.size(); i++) {
        AccountId account = RandomCommands.groupAccount(i);
        Answer answer =
            engine.execute(now, new Command.CreateGroup(account, Quantity.ofContracts(6)));
        OrderGroupId group = ((Answer.GroupCreated) answer).group();
        groups.add(group);
        reference.groups.put(group, new ReferenceExchange.Group(account, 600));
      }
    }

    void step(long number) {
      now += RandomCommands.pause(number);
      engine.advanceTo(now);
      reference.advanceTo(now);
      Command command = RandomCommands.of(number, now, orders, groups);
      command = oftenRight(command);
      ReferenceExchange.Result expected = reference.run(command);
      Answer answer = engine.execute(now, command);
      answers.add(answer);
      assertThat(TestExchange.reason(answer)).as("%s", command).isEqualTo(expected.refused());
      compare(command, answer, expected);
    }

    /** Lets most commands about an order agree with it, as nearly all would be refused else. */
    private Command oftenRight(Command command) {
      return switch (command) {
        case Command.Amend amend -> {
          Order order = engine.restingOrder(amend.target().order()).orElse(null);
          yield order == null
              ? amend
              : new Command.Amend(
                  order.user(),
                  target(order),
                  order.market(),
                  order.side(),
                  amend.price().centicents() % 300 == 0 ? order.price() : amend.price(),
                  amend.total(),
                  null,
                  null,
                  amend.expiration());
        }
        case Command.Reduce reduce ->
            engine
                .restingOrder(reduce.target().order())
                .<Command>map(o -> new Command.Reduce(o.user(), target(o), reduce.decrease()))
                .orElse(reduce);
        case Command.Cancel cancel ->
            engine
                .restingOrder(cancel.target().order())
                .<Command>map(order -> new Command.Cancel(order.user(), target(order)))
                .orElse(cancel);
        case Command.Transfer transfer ->
            transfer.amount().micros() % 300 == 0 ? lastCent(transfer) : transfer;
        default -> command;
      };
    }

    /** Leaves an account so little that the next order just fits, or just does not. */
    private Command lastCent(Command.Transfer transfer) {
      long chance = transfer.amount().micros() / 100;
      Money free = engine.ledger().free(engine.ledger().account(transfer.from()).orElseThrow());
      Money left =
          Price.ofCents(46 + chance % 9)
              .times(Quantity.ofContracts(1 + chance % 7))
              .plus(Money.ofMicros(100 * (chance % 1000)));
      long rest = free.minus(left).micros() / 100 * 100; // as balances can hold it
      return rest > 0
          ? new Command.Transfer(transfer.from(), transfer.to(), Money.ofMicros(rest))
          : transfer;
    }

    private static OrderTarget target(Order order) {
      return OrderTarget.from(order.address());
    }

    private void compare(Command command, Answer answer, ReferenceExchange.Result expected) {
      switch (answer) {
        case Answer.Placed(var order) -> {
          ReferenceExchange.Entry entry = expected.entry();
          assertThat(entry).isNotNull();
          entry.id = order.id();
          orders.add(order.id());
          assertThat(order.filled().hundredths()).as("%s", command).isEqualTo(expected.filled());
          assertThat(order.remaining().hundredths()).isEqualTo(expected.open());
        }
        case Answer.Amended(var order) -> {
          if (order.filled() != null && order.remaining() != null) {
            assertThat(order.filled().hundredths()).isEqualTo(expected.filled());
            assertThat(order.remaining().hundredths()).isEqualTo(expected.open());
          }
        }
        case Answer.Decreased(var order) ->
            assertThat(order.remaining().hundredths()).isEqualTo(expected.open());
        case Answer.Canceled(var order) ->
            assertThat(order.canceled().hundredths()).isEqualTo(expected.open());
        case Answer.Batch batch -> throw new AssertionError(batch);
        case Answer.GroupCreated created -> throw new AssertionError(created);
        case Answer.SubaccountOpened opened -> throw new AssertionError(opened);
        case Answer.Done done -> {}
        case Answer.Refused refused -> {}
      }
    }

    void compare() {
      for (MarketTicker market : reference.markets.keySet()) {
        for (BookSide side : BookSide.values()) {
          assertThat(engine.queue(market, side).stream().map(Run::line).toList())
              .isEqualTo(reference.queue(market, side).stream().map(Run::line).toList());
        }
        assertThat(engine.market(market).orElseThrow().status())
            .isEqualTo(reference.markets.get(market).status);
      }
      for (Account account : engine.ledger().accounts()) {
        AccountId id = account.id();
        assertThat(account.cash().micros())
            .as("%s", id)
            .isEqualTo(reference.cash.getOrDefault(id, 0L));
        assertThat(account.reserved().micros()).as("%s", id).isEqualTo(reference.reserved(id));
        for (Holding holding : account.holdings()) {
          assertThat(holding.hundredths()).isEqualTo(reference.position(id, holding.market()));
        }
      }
      assertThat(engine.ledger().fees().micros()).isEqualTo(reference.fees);
    }

    private static String line(Order order) {
      return order.id() + " " + order.price() + " " + order.remaining() + " " + order.filled();
    }

    private static String line(ReferenceExchange.Entry entry) {
      return entry.id
          + " "
          + entry.price
          + " "
          + Quantity.ofHundredths(entry.open)
          + " "
          + Quantity.ofHundredths(entry.filled);
    }

    void check() {
      for (; seen < events.size(); seen++) {
        follow(events.get(seen));
      }
      assertThat(filled).isEqualTo(2 * traded);
      assertThat(traded).isEqualTo(reference.volume);
      assertThat(engine.ledger().imbalance()).isEqualTo(Money.ZERO);
      assertThat(engine.ledger().fees().micros()).isEqualTo(charged);
      long escrow = 0;
      for (MarketView market : engine.markets()) {
        MarketTicker ticker = market.listed().market();
        checkBook(ticker);
        long sum = 0;
        long longs = 0;
        for (Account account : engine.ledger().accounts()) {
          long position = account.holding(ticker).map(Holding::hundredths).orElse(0L);
          sum += position;
          longs += Math.max(0, position);
        }
        assertThat(sum).isZero();
        assertThat(market.openInterest().hundredths()).isEqualTo(longs);
        escrow += longs * 10_000;
      }
      assertThat(engine.ledger().escrow().micros()).isEqualTo(escrow);
      for (Account account : engine.ledger().accounts()) {
        assertThat(account.cash().signum()).isNotNegative();
        assertThat(account.cash().micros() % 100).isZero();
      }
    }

    private void checkBook(MarketTicker market) {
      List<Level> bids = engine.levels(market, BookSide.BID);
      List<Level> asks = engine.levels(market, BookSide.ASK);
      assertThat(bids).isEqualTo(rebuilt(market, BookSide.BID));
      assertThat(asks).isEqualTo(rebuilt(market, BookSide.ASK));
      if (!bids.isEmpty() && !asks.isEmpty()) {
        assertThat(bids.getFirst().price()).isLessThan(asks.getFirst().price());
      }
    }

    private List<Level> rebuilt(MarketTicker market, BookSide side) {
      TreeMap<Price, Long> levels = books.get(market).get(side);
      List<Level> result = new ArrayList<>();
      (side == BookSide.BID ? levels.descendingMap() : levels)
          .forEach((price, hundredths) ->
              result.add(new Level(price, Quantity.ofHundredths(hundredths))));
      return result;
    }

    private void follow(ExchangeEvent event) {
      switch (event) {
        case ExchangeEvent.BookChanged change -> {
          TreeMap<Price, Long> levels = books.get(change.market()).get(change.side());
          long now = levels.getOrDefault(change.price(), 0L) + change.hundredths();
          assertThat(now).isNotNegative();
          if (now == 0) {
            levels.remove(change.price());
          } else {
            levels.put(change.price(), now);
          }
        }
        case ExchangeEvent.Traded trade -> traded += trade.quantity().hundredths();
        case ExchangeEvent.Filled fill -> {
          filled += fill.quantity().hundredths();
          charged += fill.fee().net().micros();
          filledOf.merge(fill.order(), fill.quantity().hundredths(), Long::sum);
        }
        case ExchangeEvent.OrderChanged change -> {
          Order order = change.order();
          assertThat(ended).as("an order lives once").doesNotContain(order.id());
          assertThat(order.filled().plus(order.remaining())).isLessThanOrEqualTo(order.initial());
          if (order.status() != OrderStatus.RESTING) {
            ended.add(order.id());
            assertThat(order.remaining()).isEqualTo(Quantity.ZERO);
            assertThat(order.filled().hundredths())
                .isEqualTo(filledOf.getOrDefault(order.id(), 0L));
          } else {
            assertThat(order.remaining()).isGreaterThan(Quantity.ZERO);
          }
          if (order.status() == OrderStatus.EXECUTED) {
            assertThat(order.filled()).isGreaterThan(Quantity.ZERO);
          }
        }
        case ExchangeEvent.PositionSettled settled -> charged += settled.payout().fee().micros();
        case ExchangeEvent.BookEnded end ->
            assertThat(engine.levels(end.market(), BookSide.BID)).isEmpty();
        case ExchangeEvent.PositionChanged position -> {}
        case ExchangeEvent.MarketChanged market -> {}
        case ExchangeEvent.GroupChanged group -> {}
        case ExchangeEvent.CashMoved cash -> assertThat(cash.balance().signum()).isNotNegative();
        case ExchangeEvent.AccountOpened account -> {}
        case ExchangeEvent.ShardChanged shard -> {}
      }
    }
  }
}
