package io.github.kalshi4j.simulator.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.order.Amendment;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.order.PlacedOrder;
import io.github.kalshi4j.client.stream.UserOrder;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.NetPosition;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.ledger.AccountId;
import io.github.kalshi4j.simulator.market.ListedMarket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An engine with one open market, members with $1000 each, and all it has told. */
final class TestExchange {
  static final Instant OPEN = Instant.parse("2026-07-04T14:00:00Z");
  static final Instant CLOSE = OPEN.plus(Duration.ofMinutes(15));
  static final MarketTicker MARKET = MarketTicker.of("KXHIGHNY-26JUL04-T85");
  static final ListedMarket LISTED =
      ListedMarket.of(MARKET, EventTicker.of("KXHIGHNY-26JUL04"), OPEN, CLOSE);
  static final UserId ANN = UserId.of("ann");
  static final UserId BOB = UserId.of("bob");
  static final UserId CAT = UserId.of("cat");
  static final UserId DAN = UserId.of("dan");

  final List<ExchangeEvent> events = new ArrayList<>();
  final SimulatedEngine engine;
  private long now = Micros.of(OPEN);

  TestExchange() {
    this(ExchangePolicies.DEFAULT, LISTED);
  }

  TestExchange(ExchangePolicies policies, ListedMarket listed) {
    engine = new SimulatedEngine(policies, 1, events::add);
    for (UserId user : List.of(ANN, BOB, CAT, DAN)) {
      done(new Command.OpenMember(user));
      done(new Command.Deposit(new AccountId(user, 0, listed.shard()), Money.of("1000")));
    }
    done(new Command.ListMarket(listed));
    events.clear();
  }

  /** Lets the next command come later than the last. */
  void pass(Duration duration) {
    now += Micros.of(duration);
    engine.advanceTo(now);
  }

  void passTo(Instant time) {
    now = Micros.of(time);
    engine.advanceTo(now);
  }

  Instant now() {
    return Micros.instant(now);
  }

  Answer run(Command command) {
    Answer answer = engine.execute(now, command);
    assertThat(engine.ledger().imbalance()).isEqualTo(Money.ZERO);
    return answer;
  }

  void done(Command command) {
    assertThat(run(command)).isEqualTo(Answer.DONE);
  }

  Answer place(UserId user, LimitOrder order) {
    return run(new Command.Place(user, OrderRequest.from(order)));
  }

  PlacedOrder placed(UserId user, LimitOrder order) {
    Answer answer = place(user, order);
    assertThat(answer).isInstanceOf(Answer.Placed.class);
    return ((Answer.Placed) answer).order();
  }

  PlacedOrder bid(UserId user, String price, String quantity) {
    return placed(user, order(BookSide.BID, price, quantity));
  }

  PlacedOrder ask(UserId user, String price, String quantity) {
    return placed(user, order(BookSide.ASK, price, quantity));
  }

  static LimitOrder order(BookSide side, String price, String quantity) {
    return LimitOrder.goodTillCanceled(MARKET, side, Price.of(price), Quantity.of(quantity));
  }

  Answer amend(UserId user, OrderId id, BookSide side, String price, String total) {
    return run(
        new Command.Amend(
            user,
            OrderTarget.in(MARKET, id),
            MARKET,
            side,
            Price.of(price),
            Quantity.of(total),
            null,
            null,
            new Amendment.Expiration.Keep()));
  }

  Answer cancel(UserId user, OrderId id) {
    return run(new Command.Cancel(user, OrderTarget.in(MARKET, id)));
  }

  static Refusal.@Nullable Reason reason(Answer answer) {
    return answer instanceof Answer.Refused refused ? refused.refusal().reason() : null;
  }

  /** Returns the deltas since the last call of this, such as {@code "bid 0.4000 -1.00"}. */
  List<String> deltas() {
    List<String> deltas = new ArrayList<>();
    for (ExchangeEvent event : events) {
      if (event instanceof ExchangeEvent.BookChanged change) {
        String sign = change.hundredths() < 0 ? "-" : "+";
        deltas.add(
            change.side().wire()
                + " "
                + change.price()
                + " "
                + sign
                + Quantity.ofHundredths(Math.abs(change.hundredths())));
      }
    }
    events.clear();
    return deltas;
  }

  /** Returns the trades so far, such as {@code "0.4000 × 1.00"}. */
  List<String> trades() {
    List<String> trades = new ArrayList<>();
    for (ExchangeEvent event : events) {
      if (event instanceof ExchangeEvent.Traded trade) {
        trades.add(trade.price() + " × " + trade.quantity());
      }
    }
    return trades;
  }

  /** Returns the last state of an order that was told. */
  Order last(OrderId id) {
    return lastChange(id).order();
  }

  UserOrder.@Nullable Reason lastReason(OrderId id) {
    return lastChange(id).reason();
  }

  private ExchangeEvent.OrderChanged lastChange(OrderId id) {
    for (ExchangeEvent event : events.reversed()) {
      if (event instanceof ExchangeEvent.OrderChanged change && change.order().id().equals(id)) {
        return change;
      }
    }
    throw new AssertionError("nothing was told of " + id);
  }

  Money cash(UserId user) {
    return engine.ledger().account(AccountId.of(user)).orElseThrow().cash();
  }

  NetPosition position(UserId user) {
    return engine
        .ledger()
        .account(AccountId.of(user))
        .orElseThrow()
        .holding(MARKET)
        .orElseThrow()
        .position();
  }
}
