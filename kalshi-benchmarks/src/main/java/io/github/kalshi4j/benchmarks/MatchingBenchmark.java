package io.github.kalshi4j.benchmarks;

import exchange.core2.collections.objpool.ObjectsPool;
import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.MatcherTradeEvent;
import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.SymbolType;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.cmd.OrderCommandType;
import exchange.core2.core.common.config.LoggingConfiguration;
import exchange.core2.core.orderbook.OrderBookDirectImpl;
import exchange.core2.core.orderbook.OrderBookEventsHelper;
import io.github.kalshi4j.client.order.SelfTradePrevention;
import io.github.kalshi4j.client.order.TimeInForce;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceLevelStructure;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.exchange.Answer;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.exchange.ExchangePolicies;
import io.github.kalshi4j.simulator.exchange.OrderRequest;
import io.github.kalshi4j.simulator.exchange.OrderTarget;
import io.github.kalshi4j.simulator.exchange.SimulatedEngine;
import io.github.kalshi4j.simulator.ledger.AccountId;
import io.github.kalshi4j.simulator.market.ListedMarket;
import io.github.kalshi4j.simulator.matching.BookOrder;
import io.github.kalshi4j.simulator.matching.MatchHandler;
import io.github.kalshi4j.simulator.matching.MatchingBook;
import io.github.kalshi4j.simulator.matching.Meeting;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one order command costs: in the matching book alone, in exchange-core's (its direct order
 * book, without its queues and risk engine), and in the whole simulated exchange with ledger, fees,
 * answers and events. Each runs the same script on a fresh book of 0.1-cent ticks; the setup checks
 * that both books match the same contracts.
 *
 * <p>The script {@code orders} only places, one in four so that it crosses; {@code cancels} also
 * cancels as many orders as it places. Ours is handed the order to cancel while exchange-core looks
 * it up by id, so of the second script only a part of the difference is matching.
 *
 * <p>Run: {@code mvn -Pbenchmarks -pl kalshi-benchmarks -am -DskipTests test-compile exec:exec
 * -Djmh.arguments=Matching}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 7, time = 1)
@Fork(1)
@Threads(1)
public class MatchingBenchmark {
  private static final int COMMANDS = 1 << 15;
  private static final int TICKS = 1_001;
  private static final MarketTicker MARKET = MarketTicker.of("KXBTC15M-26JUL041015-15");
  private static final Instant OPEN = Instant.parse("2026-07-04T14:00:00Z");
  private static final UserId MAKER = UserId.of("maker");
  private static final UserId TAKER = UserId.of("taker");

  @Param({"orders", "cancels"})
  private String script = "orders";

  private final boolean[] cancels = new boolean[COMMANDS];
  private final boolean[] bids = new boolean[COMMANDS];
  private final boolean[] crossing = new boolean[COMMANDS];
  private final int[] ticks = new int[COMMANDS];
  private final int[] hundredths = new int[COMMANDS];
  private final int[] targets = new int[COMMANDS];
  private final BookOrder[] orders = new BookOrder[COMMANDS];
  private final @Nullable OrderId[] ids = new OrderId[COMMANDS];

  /** Writes the script, and checks that both books do the same with it. */
  @Setup
  public void write() {
    SplittableRandom random = new SplittableRandom(1);
    boolean withCancels = script.equals("cancels");
    for (int i = 0; i < COMMANDS; i++) {
      cancels[i] = withCancels && i > 64 && random.nextBoolean();
      bids[i] = random.nextBoolean();
      crossing[i] = random.nextInt(4) == 0;
      int away = crossing[i] ? -20 : 1 + random.nextInt(20); // from the middle, on its own side
      ticks[i] = 500 + (bids[i] ? -away : away);
      hundredths[i] = crossing[i] ? 300 + random.nextInt(6_000) : 100 + random.nextInt(2_000);
      targets[i] = i == 0 ? 0 : i - 1 - random.nextInt(Math.min(i, 64));
    }
    long ours = matchingBook();
    long theirs = exchangeCore();
    if (ours != theirs || ours == 0) {
      throw new IllegalStateException("matched " + ours + " here and " + theirs + " there");
    }
  }

  /** The matching book alone. */
  @Benchmark
  @OperationsPerInvocation(COMMANDS)
  public long matchingBook() {
    MatchingBook book = new MatchingBook(TICKS);
    Counter counter = new Counter();
    for (int i = 0; i < COMMANDS; i++) {
      if (cancels[i]) {
        BookOrder order = orders[targets[i]];
        orders[i] = order; // so that a cancel may be the target of another
        if (order.isResting()) {
          book.reduce(order, order.restingHundredths());
        }
      } else {
        BookSide side = bids[i] ? BookSide.BID : BookSide.ASK;
        BookOrder order = new BookOrder();
        orders[i] = order;
        long left = book.match(side, ticks[i], hundredths[i], counter);
        if (left > 0) {
          book.rest(order, side, ticks[i], left);
        }
      }
    }
    return counter.matched;
  }

  private static final class Counter implements MatchHandler {
    private long matched;

    @Override
    public Meeting meet(BookOrder resting) {
      return Meeting.MATCH;
    }

    @Override
    public void matched(BookOrder resting, int tick, long hundredths) {
      matched += hundredths;
    }

    @Override
    public void removed(BookOrder resting, long hundredths) {}
  }

  /** The yardstick. */
  @Benchmark
  @OperationsPerInvocation(COMMANDS)
  public long exchangeCore() {
    CoreSymbolSpecification symbol =
        new CoreSymbolSpecification(1, SymbolType.CURRENCY_EXCHANGE_PAIR, 1, 2, 1, 1, 0, 0, 0, 0);
    OrderBookDirectImpl book =
        new OrderBookDirectImpl(
            symbol,
            ObjectsPool.createDefaultTestPool(),
            OrderBookEventsHelper.NON_POOLED_EVENTS_HELPER,
            LoggingConfiguration.DEFAULT);
    OrderCommand command = new OrderCommand();
    command.symbol = 1;
    command.uid = 1;
    long matched = 0;
    for (int i = 0; i < COMMANDS; i++) {
      command.matcherEvent = null;
      if (cancels[i]) {
        int target = targets[i];
        while (cancels[target]) {
          target = targets[target];
        }
        command.command = OrderCommandType.CANCEL_ORDER;
        command.orderId = target + 1;
        book.cancelOrder(command);
      } else {
        command.command = OrderCommandType.PLACE_ORDER;
        command.orderType = OrderType.GTC;
        command.orderId = i + 1;
        command.action = bids[i] ? OrderAction.BID : OrderAction.ASK;
        command.price = ticks[i];
        command.reserveBidPrice = ticks[i];
        command.size = hundredths[i];
        command.timestamp = i;
        book.newOrder(command);
        for (MatcherTradeEvent event = command.matcherEvent;
            event != null;
            event = event.nextEvent) {
          matched += event.size;
        }
      }
    }
    return matched;
  }

  /** The whole exchange, its events made and thrown away. */
  @Benchmark
  @OperationsPerInvocation(COMMANDS)
  public long wholeExchange() {
    SimulatedEngine engine = new SimulatedEngine(ExchangePolicies.DEFAULT, 1, event -> {});
    long now = OPEN.getEpochSecond() * 1_000_000;
    for (UserId user : new UserId[] {MAKER, TAKER}) {
      engine.execute(now, new Command.OpenMember(user));
      engine.execute(now, new Command.Deposit(AccountId.of(user), Money.ofDollars(1_000_000_000)));
    }
    engine.execute(
        now,
        new Command.ListMarket(
            ListedMarket.of(
                    MARKET,
                    EventTicker.of("KXBTC15M-26JUL041015"),
                    OPEN,
                    OPEN.plus(Duration.ofMinutes(15)))
                .withGrid(PriceLevelStructure.DECI_CENT.grid())));
    for (int i = 0; i < COMMANDS; i++) {
      now += 100;
      if (cancels[i]) {
        OrderId id = ids[targets[i]];
        ids[i] = id;
        if (id != null) {
          engine.execute(now, new Command.Cancel(MAKER, OrderTarget.in(MARKET, id)));
        }
      } else {
        Answer answer = engine.execute(now, new Command.Place(crossing[i] ? TAKER : MAKER, at(i)));
        ids[i] = answer instanceof Answer.Placed placed ? placed.order().id() : null;
      }
    }
    return engine.ledger().fees().micros();
  }

  private OrderRequest at(int i) {
    return new OrderRequest(
        MARKET,
        bids[i] ? BookSide.BID : BookSide.ASK,
        Price.ofCenticents(10L * ticks[i]),
        Quantity.ofHundredths(hundredths[i]),
        TimeInForce.GOOD_TILL_CANCELED,
        false,
        false,
        false,
        SelfTradePrevention.MAKER,
        null,
        null,
        null,
        0,
        null);
  }
}
