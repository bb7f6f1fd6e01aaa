package io.github.kalshi4j.engine.paper;

import io.github.kalshi4j.client.fee.FillFee;
import io.github.kalshi4j.client.fee.Liquidity;
import io.github.kalshi4j.client.fee.OrderFees;
import io.github.kalshi4j.client.market.Level;
import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.OrderBook;
import io.github.kalshi4j.client.order.TimeInForce;
import io.github.kalshi4j.client.stream.BookDelta;
import io.github.kalshi4j.client.stream.PublicTrade;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.engine.clock.EpochNanos;
import io.github.kalshi4j.engine.clock.Scheduler;
import io.github.kalshi4j.engine.desk.VenueEvent.Accepted;
import io.github.kalshi4j.engine.desk.VenueEvent.CancelRefused;
import io.github.kalshi4j.engine.desk.VenueEvent.Canceled;
import io.github.kalshi4j.engine.desk.VenueEvent.Filled;
import io.github.kalshi4j.engine.desk.VenueEvent.Refused;
import io.github.kalshi4j.strategy.Figure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One market of the paper venue: what arrives is checked and matched against the observed book, and
 * rests. Commands that arrive inside a group of deltas wait for its end, because the book in
 * between may be crossed.
 */
final class PaperMarket {
  private static final String TOOK = "took displayed quantity";
  private static final String CROSSED = "opposite best crossed";

  private final Scheduler scheduler;
  private final PaperAccount account;
  private final Answers answers;
  private final Supplier<Money> reserved;
  private final RestingOrders resting;
  private final TakenQuantities takenBids = new TakenQuantities();
  private final TakenQuantities takenAsks = new TakenQuantities();
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private MarketFacts facts;
  private OrderBook observed;
  private boolean insideGroup;
  private boolean stale;
  private boolean closed;
  private boolean usedMakers;

  /**
   * Opens a market.
   *
   * @param reserved what all resting orders of the account may cost, in every market
   */
  PaperMarket(
      MarketFacts facts,
      OrderBook observed,
      Scheduler scheduler,
      FillModel model,
      PaperAccount account,
      Answers answers,
      Supplier<Money> reserved) {
    this.facts = facts;
    this.observed = observed;
    this.scheduler = scheduler;
    this.account = account;
    this.answers = answers;
    this.reserved = reserved;
    this.resting = new RestingOrders(scheduler, model, this::fillMaker);
  }

  /** Goes on with other facts; another book counts as stale until its snapshot. */
  void reopen(MarketFacts newFacts, OrderBook book) {
    facts = newFacts;
    if (observed != book) {
      observed = book;
      onStale();
    }
  }

  void onSnapshot() {
    stale = false;
    insideGroup = false;
    takenBids.clear();
    takenAsks.clear();
    resting.onSnapshot(observed);
  }

  void onDelta(BookDelta delta) {
    if (closed || isStale()) {
      return;
    }
    insideGroup = true;
    if (delta.hundredths() < 0) {
      taken(delta.side()).decrease(delta.price(), -delta.hundredths());
    }
    resting.onDelta(delta, observed);
  }

  void onTrade(PublicTrade trade) {
    if (!isStale() && !closed) {
      resting.onTrade(trade);
    }
  }

  void onGroupEnd() {
    insideGroup = false;
    if (!isStale()) {
      fillCrossed(BookSide.BID);
      fillCrossed(BookSide.ASK);
    }
    runWaiting();
  }

  /** Matches nothing until the next snapshot; what waited for a group's end is handled so too. */
  void onStale() {
    stale = true;
    insideGroup = false;
    runWaiting();
  }

  void close() {
    closed = true;
    insideGroup = false;
    for (BookSide side : BookSide.values()) {
      for (PaperOrder order : List.copyOf(resting.on(side))) {
        cancelRest(order, "CloseCancel", scheduler.nanos());
      }
    }
    runWaiting();
  }

  void placeArrives(PaperOrder order) {
    long time = scheduler.nanos();
    order.state = PaperOrder.State.WAITING;
    afterGroup(() -> execute(order, time));
  }

  void cancelArrives(PaperOrder order) {
    long time = scheduler.nanos();
    afterGroup(() -> {
      if (order.state == PaperOrder.State.RESTING) {
        cancelRest(order, "canceled", time);
      } else {
        answers.send(order, new CancelRefused(order.id, EpochNanos.toInstant(time)));
      }
    });
  }

  boolean usedMakers() {
    return usedMakers;
  }

  /** Returns what the resting orders can cost at most, the parts that close a position aside. */
  Money reserved() {
    Money sum = Money.ZERO;
    if (!resting.isEmpty()) {
      for (BookSide side : BookSide.values()) {
        long closable = account.closable(ticker(), side);
        for (PaperOrder order : resting.on(side)) {
          long closing = Math.min(closable, order.remaining);
          closable -= closing;
          sum = sum.plus(order.costOf(order.remaining - closing));
        }
      }
    }
    return sum;
  }

  private MarketTicker ticker() {
    return facts.ticker();
  }

  private boolean isStale() {
    return stale || !observed.isValid();
  }

  private TakenQuantities taken(BookSide side) {
    return side == BookSide.BID ? takenBids : takenAsks;
  }

  private void afterGroup(Runnable command) {
    if (insideGroup || !waiting.isEmpty()) {
      waiting.add(command);
    } else {
      command.run();
    }
  }

  private void runWaiting() {
    for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
      next.run();
    }
  }

  private void execute(PaperOrder order, long time) {
    long wanted =
        order.terms.reduceOnly()
            ? Math.min(order.remaining, account.closable(ticker(), order.side()))
            : order.remaining;
    List<Level> displayed = displayed(order, wanted);
    PaperOrder own = resting.first(order.side().opposite());
    boolean meetsOwn = own != null && order.accepts(own.price());
    String refusal = refusal(order, wanted, displayed, meetsOwn);
    if (refusal != null) {
      order.state = PaperOrder.State.DONE;
      answers.send(order, new Refused(order.id, refusal, EpochNanos.toInstant(time)));
      return;
    }
    order.charge(new OrderFees(facts.fees(), account.precision()));
    answers.send(order, new Accepted(order.id, answers.nextOrder(), EpochNanos.toInstant(time)));
    long unfilled = wanted - total(displayed);
    BookSide opposite = order.side().opposite();
    for (Level level : displayed) {
      List<Figure> figures = figures(opposite, level.price());
      taken(opposite).take(level.price(), level.quantity().hundredths());
      fill(order, Liquidity.TAKER, level.price(), level.quantity(), TOOK, figures, time);
    }
    if (order.remaining == 0) {
      order.state = PaperOrder.State.DONE;
    } else if (unfilled == 0) {
      cancelRest(order, "ReduceOnlyCancel", time);
    } else if (meetsOwn) {
      cancelRest(order, "SelfTradeCancel", time);
    } else if (order.terms.timeInForce() == TimeInForce.GOOD_TILL_CANCELED) {
      resting.join(order, observed, isStale());
      usedMakers = true;
    } else {
      cancelRest(order, isStale() ? "stale_book" : "immediate_or_cancel", time);
    }
  }

  /** Returns why the order is not taken, in the exchange's order of checks; null if it is. */
  private @Nullable String refusal(
      PaperOrder order, long wanted, List<Level> displayed, boolean meetsOwn) {
    if (closed) {
      return "market_closed";
    }
    if (!facts.fees().type().isComputable()) {
      return "fee_not_computable";
    }
    // The book's own grid becomes finer with what is seen, before anybody tells of a new one.
    if (!facts.grid().contains(order.price()) && !observed.grid().contains(order.price())) {
      return "invalid_price";
    }
    if (needs(order, wanted, displayed).isAbove(Money.ZERO.max(free()))) {
      return "insufficient_balance";
    }
    if (order.terms.timeInForce() == TimeInForce.FILL_OR_KILL
        && total(displayed) < wanted
        && (!meetsOwn || isStale())) {
      return "fill_or_kill_insufficient_resting_volume";
    }
    if (order.terms.postOnly() && (meetsOwn || !displayed.isEmpty())) {
      return "post_only_cross";
    }
    return null;
  }

  private Money free() {
    return account.cash().minus(reserved.get());
  }

  /**
   * Returns the cash that must be there: the part that opens at the order's price, and the taker
   * fee as far as what the closing part yields at that price does not pay it.
   */
  private Money needs(PaperOrder order, long wanted, List<Level> displayed) {
    Quantity closing =
        Quantity.ofHundredths(Math.min(wanted, account.closable(ticker(), order.side())));
    Money fee = Money.ZERO;
    for (Level level : displayed) {
      fee = fee.plus(estimate(order, level));
    }
    Money proceeds =
        order
            .side()
            .outcome()
            .toYes(order.price())
            .complement()
            .times(closing.min(Quantity.ofHundredths(total(displayed))));
    return order.costOf(wanted - closing.hundredths()).plus(Money.ZERO.max(fee.minus(proceeds)));
  }

  private Money estimate(PaperOrder order, Level level) {
    return facts
        .fees()
        .estimate(
            Liquidity.TAKER, order.side(), level.price(), level.quantity(), account.precision());
  }

  /** Returns what the order finds within its limit and before any resting order of ours. */
  private List<Level> displayed(PaperOrder order, long wanted) {
    if (isStale() || closed || wanted == 0) {
      return List.of();
    }
    BookSide opposite = order.side().opposite();
    PaperOrder own = resting.first(opposite);
    return available(
        opposite,
        wanted,
        price ->
            order.accepts(price)
                && (own == null || !own.isBefore(price) && !own.price().equals(price)));
  }

  /** Fills resting orders that the other side of a complete book has passed. */
  private void fillCrossed(BookSide side) {
    BookSide opposite = side.opposite();
    for (PaperOrder order = resting.first(side); order != null; order = resting.first(side)) {
      Optional<Price> best = observed.best(opposite);
      if (best.isEmpty() || !isPassed(order, best.get())) {
        return;
      }
      PaperOrder passed = order;
      List<Level> passing = available(opposite, order.remaining, price -> isPassed(passed, price));
      if (passing.isEmpty()) {
        return;
      }
      if (fillMaker(order, total(passing), CROSSED)) {
        take(opposite, passing);
      }
    }
  }

  private static long total(List<Level> levels) {
    return levels.stream().mapToLong(level -> level.quantity().hundredths()).sum();
  }

  private void take(BookSide side, List<Level> levels) {
    for (Level level : levels) {
      taken(side).take(level.price(), level.quantity().hundredths());
    }
  }

  /** Returns what is there and not taken yet, best first, as far as prices are within reach. */
  private List<Level> available(BookSide side, long wanted, Predicate<Price> within) {
    List<Level> found = new ArrayList<>();
    long[] left = {wanted};
    observed.forEachLevel(
        side,
        (price, hundredths) -> {
          if (!within.test(price)) {
            return false;
          }
          long quantity = Math.min(left[0], hundredths - taken(side).at(price));
          if (quantity > 0) {
            found.add(new Level(price, Quantity.ofHundredths(quantity)));
            left[0] -= quantity;
          }
          return left[0] > 0;
        });
    return found;
  }

  private List<Figure> figures(BookSide side, Price price) {
    return List.of(
        Figure.of("displayed", observed.quantityAt(side, price)),
        Figure.of("takenBefore", Quantity.ofHundredths(taken(side).at(price))));
  }

  private static boolean isPassed(PaperOrder order, Price opposite) {
    return order.accepts(opposite) && !opposite.equals(order.price());
  }

  private boolean fillMaker(PaperOrder order, long hundredths, String reason) {
    Quantity quantity = Quantity.ofHundredths(hundredths);
    boolean filled =
        fill(order, Liquidity.MAKER, order.price(), quantity, reason, List.of(), scheduler.nanos());
    if (filled && order.remaining == 0) {
      resting.remove(order);
      order.state = PaperOrder.State.DONE;
    }
    return filled;
  }

  /** Books a fill; a resting order that can no longer be paid is canceled instead. */
  private boolean fill(
      PaperOrder order,
      Liquidity liquidity,
      Price price,
      Quantity quantity,
      String reason,
      List<Figure> figures,
      long time) {
    Money revenue = account.revenue(ticker(), order.side(), price, quantity);
    FillFee fee = order.fees().charge(liquidity, price, quantity, revenue);
    if (liquidity == Liquidity.MAKER
        && account.cash().plus(revenue).minus(fee.net()).signum() < 0) {
      cancelRest(order, "MarginCancel", time);
      return false;
    }
    account.book(ticker(), order.side(), quantity, revenue, fee.net());
    order.remaining -= quantity.hundredths();
    answers.send(
        order,
        new Filled(
            order.id,
            answers.nextTrade(),
            price,
            quantity,
            liquidity,
            fee,
            reason,
            figures,
            EpochNanos.toInstant(time)));
    return true;
  }

  private void cancelRest(PaperOrder order, String reason, long time) {
    if (order.state == PaperOrder.State.RESTING) {
      resting.remove(order);
    }
    order.state = PaperOrder.State.DONE;
    answers.send(
        order,
        new Canceled(order.id, order.remainingQuantity(), reason, EpochNanos.toInstant(time)));
  }
}
