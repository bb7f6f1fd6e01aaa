package io.github.kalshi4j.simulator.suite;

import io.github.kalshi4j.client.auth.ApiKeyId;
import io.github.kalshi4j.client.market.Level;
import io.github.kalshi4j.client.order.Decrease;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.testing.FakeExchange;
import io.github.kalshi4j.client.testing.FakeSocket;
import io.github.kalshi4j.client.testing.Happenings;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.TestExchange;
import io.github.kalshi4j.client.testing.TestKeys;
import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.TradeId;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.access.AccessPolicies;
import io.github.kalshi4j.simulator.exchange.Answer;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.exchange.ExchangeEvent;
import io.github.kalshi4j.simulator.exchange.OrderRequest;
import io.github.kalshi4j.simulator.exchange.OrderTarget;
import io.github.kalshi4j.simulator.fault.ActiveFault;
import io.github.kalshi4j.simulator.fault.Fault;
import io.github.kalshi4j.simulator.ledger.AccountId;
import io.github.kalshi4j.simulator.market.ListedMarket;
import io.github.kalshi4j.simulator.server.SimulatedExchange;
import io.github.kalshi4j.simulator.server.SimulatedExchangeConfig;
import java.net.URI;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A simulated exchange as the suites of the client need it. A {@link FakeExchange} stands before
 * it, so that connections can break and frames be lost without a wrong word of the exchange.
 *
 * <p>Others than the member keep the books and trade. A ticker takes a second of the exchange's
 * clock, which therefore may be some seconds ahead of the client's.
 */
final class SimulatedTestExchange implements TestExchange, Happenings {
  private static final UserId MEMBER = UserId.of("member");
  private static final UserId KEEPER = UserId.of("keeper");
  private static final UserId MAKER = UserId.of("maker");
  private static final UserId TAKER = UserId.of("taker");
  private static final Money RICH = Money.ofDollars(10_000_000);
  private static final String STREAM = "/trade-api/ws/v2";
  private static final Price FINEST = Price.ofCenticents(1);
  private static final Price HALF = Price.of("0.5000");
  private static final Quantity ONE = Quantity.ofContracts(1);
  private static final List<String> RECORDS =
      List.of("GET /markets/trades", "GET /portfolio/fills", "GET /portfolio/orders");

  /** An order that is part of a level. */
  private record Part(OrderId order, long hundredths) {}

  /** The two sides of a book, in hundredths of a contract. */
  private record Sides(NavigableMap<Price, Long> bids, NavigableMap<Price, Long> asks) {}

  private final Clock clock;
  private final SimulatedExchange exchange;
  private final FakeExchange front;
  private final int sibling;
  private final ReentrantLock acting = new ReentrantLock();
  private final Map<List<Object>, Deque<Part>> parts = new HashMap<>(); // guarded by acting
  private final Map<MarketTicker, Sides> books = new ConcurrentHashMap<>();
  private final List<BookWatcher> watchers = new CopyOnWriteArrayList<>();
  private final List<ExchangeEvent> told = new ArrayList<>(); // guarded by acting
  private FakeSocket.@Nullable FrameFault next; // guarded by acting
  private volatile @Nullable CountDownLatch gate;
  private @Nullable ActiveFault skew;
  private @Nullable ActiveFault stale;

  private SimulatedTestExchange(Clock clock, AccessPolicies access) {
    this.clock = clock;
    exchange =
        SimulatedExchange.start(SimulatedExchangeConfig.EMPTY.withTime(clock).withAccess(access));
    for (UserId user : List.of(MEMBER, KEEPER, MAKER, TAKER)) {
      exchange.openMember(user, RICH);
    }
    exchange.accept(TestKeys.ID, TestKeys.ED25519.getPublic(), MEMBER);
    sibling =
        ((Answer.SubaccountOpened) exchange.execute(new Command.OpenSubaccount(MEMBER, 0)))
            .subaccount();
    done(new Command.Deposit(new AccountId(MEMBER, sibling, 0), RICH));
    exchange.listen(this::on);
    URI url = exchange.baseUrl();
    front = FakeExchange.before(url, URI.create("ws://" + url.getAuthority() + STREAM));
    front.useClock(clock::now); // which its own answers tell
  }

  /**
   * Starts an exchange.
   *
   * @param time its clock; null for the system's
   */
  static SimulatedTestExchange start(@Nullable ManualTimeSource time) {
    return time == null
        ? new SimulatedTestExchange(new Clock(TimeSource.system()), AccessPolicies.UNLIMITED)
        : start(time, AccessPolicies.UNLIMITED);
  }

  /** Starts an exchange that may limit its members. */
  static SimulatedTestExchange start(ManualTimeSource time, AccessPolicies access) {
    ManualTimeSource own = ManualTimeSource.at(time.now());
    time.lead(own);
    return new SimulatedTestExchange(new Clock(own), access);
  }

  /** A clock that may be put ahead of another one. */
  private static final class Clock implements TimeSource {
    private final TimeSource base;
    private final AtomicLong aheadNanos = new AtomicLong();

    Clock(TimeSource base) {
      this.base = base;
    }

    @Override
    public Instant now() {
      return base.now().plusNanos(aheadNanos.get());
    }

    @Override
    public long nanoTime() {
      return base.nanoTime() + aheadNanos.get();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
      base.sleep(duration);
    }
  }

  /** Returns the exchange itself. */
  SimulatedExchange itself() {
    return exchange;
  }

  @Override
  public FakeExchange front() {
    return front;
  }

  @Override
  public Happenings happenings() {
    return this;
  }

  /** Only a member's own records can be late. */
  @Override
  public void lag(Duration value) {
    if (stale != null) {
      stale.close();
    }
    stale = value.isZero() ? null : exchange.faults().add(new Fault.StaleReads(value));
  }

  @Override
  public void skew(Duration ahead) {
    if (skew != null) {
      skew.close();
    }
    skew = exchange.faults().add(new Fault.ClockSkew(ahead));
  }

  @Override
  public void accept(ApiKeyId id, PublicKey key) {
    exchange.accept(id, key, MEMBER);
  }

  @Override
  public void failRecords(@Nullable Reply value) {
    for (String operation : RECORDS) {
      if (value == null) {
        front.recover(operation);
      } else {
        front.disturb(operation, value);
      }
    }
  }

  @Override
  public void holdRecords() {
    CountDownLatch closed = new CountDownLatch(1);
    gate = closed;
    for (String operation : RECORDS) {
      front.disturb(operation, request -> await(closed));
    }
  }

  private static @Nullable Reply await(CountDownLatch closed) {
    try {
      if (!closed.await(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("not released");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return null;
  }

  @Override
  public void releaseRecords() {
    if (gate != null) {
      gate.countDown();
      RECORDS.forEach(front::recover);
    }
  }

  @Override
  public void close() {
    releaseRecords();
    front.close();
    exchange.close();
  }

  @Override
  public void list(Collection<MarketTicker> markets) {
    Instant now = clock.now();
    Price step = markets.size() < 100 ? FINEST : Price.ofCents(1); // a book has room for each price
    for (MarketTicker market : markets) {
      Instant open = now.minus(Duration.ofHours(1));
      list(listed(market, open, now.plus(Duration.ofDays(30))).withGrid(PriceGrid.uniform(step)));
    }
  }

  @Override
  public void list(MarketTicker market, int shard) {
    Instant now = clock.now();
    Instant open = now.minus(Duration.ofHours(1));
    done(new Command.Deposit(new AccountId(MEMBER, 0, shard), RICH));
    list(listed(market, open, now.plus(Duration.ofDays(30))).withShard(shard));
  }

  @Override
  public void list(MarketTicker market, Instant open, Instant close) {
    list(listed(market, open, close));
  }

  private void list(ListedMarket market) {
    done(new Command.ListMarket(market));
  }

  private static ListedMarket listed(MarketTicker market, Instant open, Instant close) {
    EventTicker event =
        EventTicker.of(market.value().substring(0, market.value().lastIndexOf('-')));
    return ListedMarket.of(market, event, open, close).withGrid(PriceGrid.uniform(FINEST));
  }

  @Override
  public void book(MarketTicker market, List<Level> bids, List<Level> asks) {
    for (BookSide side : BookSide.values()) {
      for (Level level : levels(market, side)) {
        delta(market, side, level.price(), -level.quantity().hundredths());
      }
    }
    bids.forEach(
        level -> delta(market, BookSide.BID, level.price(), level.quantity().hundredths()));
    asks.forEach(
        level -> delta(market, BookSide.ASK, level.price(), level.quantity().hundredths()));
  }

  @Override
  public void delta(MarketTicker market, BookSide side, Price price, long hundredths) {
    act(() -> {
      arm("orderbook_delta");
      Deque<Part> level =
          parts.computeIfAbsent(List.of(market, side, price), key -> new ArrayDeque<>());
      if (hundredths > 0) {
        OrderId order = place(KEEPER, 0, market, side, price, Quantity.ofHundredths(hundredths));
        level.addLast(new Part(order, hundredths));
        return;
      }
      for (long left = -hundredths; left > 0; ) {
        Part last = level.removeLast();
        OrderTarget target = OrderTarget.in(market, last.order());
        if (last.hundredths() <= left) {
          done(new Command.Cancel(KEEPER, target));
        } else {
          Quantity by = Quantity.ofHundredths(left);
          done(new Command.Reduce(KEEPER, target, Decrease.by(by)));
          level.addLast(new Part(last.order(), last.hundredths() - left));
        }
        left -= Math.min(left, last.hundredths());
      }
    });
  }

  @Override
  public List<Level> levels(MarketTicker market, BookSide side) {
    Sides sides = books.get(market);
    if (sides == null) {
      return List.of();
    }
    synchronized (sides) {
      return levels(side == BookSide.BID ? sides.bids() : sides.asks());
    }
  }

  private static List<Level> levels(NavigableMap<Price, Long> side) {
    return side.entrySet().stream()
        .map(level -> new Level(level.getKey(), Quantity.ofHundredths(level.getValue())))
        .toList();
  }

  @Override
  public void watch(BookWatcher watcher) {
    watchers.add(watcher);
  }

  @Override
  public TradeId trade(MarketTicker market, Price price, Quantity quantity, BookSide taker) {
    return act(() -> {
      arm("trade");
      place(MAKER, 0, market, taker.opposite(), price, quantity);
      place(TAKER, 0, market, taker, price, quantity);
      return ((ExchangeEvent.Traded) last(ExchangeEvent.Traded.class)).trade();
    });
  }

  @Override
  public void ticker(MarketTicker market, Price last) {
    var unused = trade(market, last, ONE, BookSide.BID);
    clock.aheadNanos.addAndGet(Duration.ofMillis(1001).toNanos());
    exchange.execute(new Command.CancelAll(TAKER, null)); // so that the exchange looks at its clock
  }

  @Override
  public OwnFill fill(MarketTicker market) {
    return act(() -> {
      place(MAKER, 0, market, BookSide.ASK, HALF, ONE);
      place(MEMBER, 0, market, BookSide.BID, HALF, ONE);
      return ownFills().getLast();
    });
  }

  @Override
  public List<OwnFill> matchWithOneself(MarketTicker market) {
    return act(() -> {
      place(MEMBER, 0, market, BookSide.BID, HALF, ONE);
      place(MEMBER, sibling, market, BookSide.ASK, HALF, ONE);
      return ownFills();
    });
  }

  private List<OwnFill> ownFills() {
    List<OwnFill> fills = new ArrayList<>();
    for (ExchangeEvent event : told) {
      if (event instanceof ExchangeEvent.Filled fill && fill.account().user().equals(MEMBER)) {
        fills.add(new OwnFill(fill.trade(), fill.order()));
      }
    }
    return fills;
  }

  @Override
  public OrderId rest(MarketTicker market) {
    return act(() -> place(MEMBER, 0, market, BookSide.BID, HALF, ONE));
  }

  @Override
  public void execute(MarketTicker market, OrderId order) {
    act(() -> {
      place(TAKER, 0, market, BookSide.ASK, HALF, ONE);
    });
  }

  @Override
  public void drop() {
    act(() -> {
      next = FakeSocket.FrameFault.DROP;
    });
  }

  @Override
  public void duplicate() {
    act(() -> {
      next = FakeSocket.FrameFault.DUPLICATE;
    });
  }

  @Override
  public void hold() {
    act(() -> {
      next = FakeSocket.FrameFault.HOLD;
    });
  }

  @Override
  public void calm() {
    act(() -> {
      next = null;
      front.stream().sockets().forEach(FakeSocket::strikeNoMore);
    });
  }

  private void arm(String type) {
    FakeSocket.FrameFault fault = next;
    if (fault != null) {
      next = null;
      front.stream().sockets().forEach(socket -> socket.strikeNext(type, fault));
    }
  }

  private OrderId place(
      UserId user,
      int subaccount,
      MarketTicker market,
      BookSide side,
      Price price,
      Quantity quantity) {
    LimitOrder order =
        LimitOrder.goodTillCanceled(market, side, price, quantity).withSubaccount(subaccount);
    Answer answer = exchange.execute(new Command.Place(user, OrderRequest.from(order)));
    if (answer instanceof Answer.Placed(var placed)) {
      return placed.id();
    }
    throw new AssertionError(order + " was answered " + answer);
  }

  private void done(Command command) {
    if (exchange.execute(command) instanceof Answer.Refused(var refusal)) {
      throw new AssertionError(command + " was refused: " + refusal);
    }
  }

  private void act(Runnable action) {
    act(() -> {
      action.run();
      return true;
    });
  }

  /** Does something while nobody else does, and knows what came of it. */
  private <T> T act(Supplier<T> action) {
    acting.lock();
    try {
      told.clear();
      return action.get();
    } finally {
      acting.unlock();
    }
  }

  private ExchangeEvent last(Class<? extends ExchangeEvent> type) {
    return told.stream().filter(type::isInstance).toList().getLast();
  }

  private void on(ExchangeEvent event) {
    if (acting.isHeldByCurrentThread()) {
      told.add(event);
    }
    if (event instanceof ExchangeEvent.BookChanged change) {
      Sides sides =
          books.computeIfAbsent(
              change.market(),
              market -> new Sides(new TreeMap<>(Collections.reverseOrder()), new TreeMap<>()));
      synchronized (sides) {
        (change.side() == BookSide.BID ? sides.bids() : sides.asks())
            .merge(
                change.price(),
                change.hundredths(),
                (before, more) -> before + more == 0 ? null : Long.valueOf(before + more));
        watchers.forEach(
            watcher -> watcher.on(change.market(), levels(sides.bids()), levels(sides.asks())));
      }
    }
  }
}
