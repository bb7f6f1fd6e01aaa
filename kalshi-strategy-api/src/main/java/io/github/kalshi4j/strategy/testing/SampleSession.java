package io.github.kalshi4j.strategy.testing;

import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.strategy.testing.SampleBook.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One sample market from the subscription to the end of its book.
 *
 * <p>Each side has a few quoters, who keep orders at fixed distances from fair value and widen with
 * the makers' caution, and a background of orders farther away. Informed takers hit what is priced
 * wrong, noise takers hit anything. What one of them does is a command: its deltas share one time,
 * no two commands fall into the same millisecond, and after each the book is neither locked nor
 * crossed.
 */
final class SampleSession {
  private static final long STEP_MICROS = 1_000_000 / SampleUnderlying.STEPS_PER_SECOND;
  private static final int[] OFFSETS = {0, 0, 100, 200, 300}; // of the quoters, in $0.0001
  private static final int BACKGROUND_FROM = 900; // distance from fair value, in $0.0001
  private static final int BACKGROUND_TO = 4_500;
  private static final int BACKGROUND_NEAREST = 650;
  private static final int BACKGROUND_LEAST = 20; // orders a side
  private static final int BACKGROUND_MOST = 35;
  private static final int MISPRICED = 60; // what makes an informed taker act, in $0.0001

  private final MarketTicker market;
  private final PriceGrid grid;
  private final SampleUnderlying underlying;
  private final SampleRandom random;
  private final SampleWire wire;
  private final int deltasPerSecond;
  private final boolean trades;
  private final long openMicros;
  private final long closeMicros;

  private final SampleBook book = new SampleBook();
  private final Crowd bidders = new Crowd();
  private final Crowd askers = new Crowd();

  private int step;
  private double fairValue; // of YES in this step, in dollars
  private double credit; // deltas that may be sent now
  private long lastMicros; // of the last command
  private long nextTicker;
  private long deltas; // in all
  private Price lastPrice = Price.ZERO;
  private long lastHundredths;
  private long volume;
  private long openInterest;

  SampleSession(
      MarketFacts facts,
      SampleUnderlying underlying,
      SampleRandom random,
      SampleWire wire,
      SampleMarkets.Config config) {
    this.market = facts.ticker();
    this.grid = facts.grid();
    this.underlying = underlying;
    this.random = random;
    this.wire = wire;
    this.deltasPerSecond = config.deltasPerSecond();
    this.trades = config.trades();
    this.openMicros = micros(facts.openTime());
    this.closeMicros = micros(facts.closeTime());
  }

  /**
   * Begins with the snapshot of a book that has traded since the opening.
   *
   * @param previous the market that was followed before; null if this is the first
   */
  void start(@Nullable MarketTicker previous) {
    int stepsMissed = previous == null ? 3 : 10 * SampleUnderlying.STEPS_PER_SECOND;
    while (step < stepsMissed) {
      underlying.advance();
      step++;
    }
    fairValue = underlying.fairValue();
    for (BookSide side : BookSide.values()) {
      for (int i = 0; i < OFFSETS.length; i++) {
        Price target = target(side, OFFSETS[i]);
        if (target != null) {
          Order order = new Order(side, target, quoterSize());
          crowd(side).quoters[i] = order;
          book.add(order);
        }
      }
      for (int i = 0; i < BACKGROUND_LEAST; i++) {
        Price price = backgroundPrice(side);
        if (price != null) {
          Order order = new Order(side, price, backgroundSize());
          crowd(side).background.add(order);
          book.add(order);
        }
      }
    }
    long now = openMicros + step * STEP_MICROS;
    lastMicros = now;
    nextTicker = now + 1_000_000;
    if (previous == null) {
      wire.subscribed(trades, now);
      wire.snapshot(market, book, now);
    } else {
      wire.changed(trades, List.of(previous, market), now);
      wire.snapshot(market, book, now);
      wire.changed(trades, List.of(market), now);
    }
  }

  /** Writes what happens in the next 100 ms, and returns whether there is more to come. */
  boolean advance() {
    if (underlying.isOver()) {
      end();
      return false;
    }
    underlying.advance();
    fairValue = underlying.fairValue();
    long begin = openMicros + step * STEP_MICROS;
    step++;
    double perStep = (double) deltasPerSecond / SampleUnderlying.STEPS_PER_SECOND;
    credit = Math.min(credit + perStep, deltasPerSecond);
    int pause = (int) (STEP_MICROS / Math.max(1, perStep));
    long now = begin;
    while (credit > 0) {
      // the next millisecond at the earliest, so that a message's ts_ms tells commands apart
      long earliest = Math.max(now, (lastMicros / 1000 + 1) * 1000);
      now = earliest + random.below(Math.max(1_000, pause));
      if (now >= begin + STEP_MICROS) {
        break;
      }
      long before = deltas;
      command(now);
      if (deltas == before) {
        continue; // nothing to do for whoever had the turn
      }
      credit -= deltas - before;
      lastMicros = now;
      if (now >= nextTicker) {
        ticker(now);
        nextTicker += 1_000_000 * Math.max(1, (now - nextTicker) / 1_000_000 + 1);
      }
    }
    return true;
  }

  /** The timed orders leave, then all that remains in one group; later the empty book is shown. */
  private void end() {
    long before = deltas;
    long emptied = closeMicros + random.between(20, 200);
    for (BookSide side : BookSide.values()) {
      for (int i = 0; i < OFFSETS.length; i++) {
        withdrawQuoter(side, i, emptied);
      }
    }
    long now = closeMicros + random.between(560_000, 830_000);
    List<Order> bids = book.orders(BookSide.BID);
    List<Order> asks = book.orders(BookSide.ASK);
    for (int i = 0; i < Math.max(bids.size(), asks.size()); i++) {
      if (i < bids.size()) {
        cancel(bids.get(i), now);
      }
      if (i < asks.size()) {
        cancel(asks.get(i), now);
      }
    }
    if (!bids.isEmpty() || !asks.isEmpty()) {
      emptied = now;
    }
    if (deltas > before) {
      ticker(emptied);
    }
    wire.snapshot(market, book, closeMicros + random.between(5_000_000, 8_000_000));
  }

  private void command(long now) {
    BookSide side = random.chance(0.5) ? BookSide.BID : BookSide.ASK;
    if (random.chance(0.5) && (hitMispriced(side, now) || hitMispriced(side.opposite(), now))) {
      return;
    }
    if (random.chance(0.1)) {
      hitAnything(now);
      return;
    }
    if (leaveTheWay(side, now) || leaveTheWay(side.opposite(), now)) {
      return;
    }
    if (requote(side, true, now) || requote(side.opposite(), true, now)) {
      return;
    }
    if (requote(side, false, now) || requote(side.opposite(), false, now)) {
      return;
    }
    stirBackground(side, now);
  }

  /** An informed taker takes what rests on a side beyond fair value. */
  private boolean hitMispriced(BookSide resting, long now) {
    long fair = fairCenticents();
    long worst = resting == BookSide.ASK ? fair - MISPRICED : fair + MISPRICED;
    Optional<Order> first = book.first(resting);
    if (first.isEmpty() || !isWithin(resting, first.get().price.centicents(), worst)) {
      return false;
    }
    if (random.chance(0.3)) {
      replaceOwn(resting, worst, now);
    } else {
      take(resting, worst, random.between(2_000, 80_000), now);
    }
    return true;
  }

  private void hitAnything(long now) {
    BookSide resting =
        random.chance(0.5 + 0.25 * underlying.heading()) ? BookSide.ASK : BookSide.BID;
    Optional<Price> best = book.best(resting);
    if (best.isPresent()) {
      long reach = random.below(150);
      long price = best.get().centicents();
      take(
          resting,
          resting == BookSide.ASK ? price + reach : price - reach,
          random.chance(0.3) ? 100L * random.between(1, 40) : random.between(1, 15_000),
          now);
    }
  }

  /** A taker removes one maker after the other; now and then the remainder rests. */
  private void take(BookSide resting, long worst, long hundredths, long now) {
    long left = hundredths;
    Price reached = null;
    List<long[]> prints = new ArrayList<>();
    for (Optional<Order> next = book.first(resting);
        left > 0 && next.isPresent() && isWithin(resting, next.get().price.centicents(), worst);
        next = book.first(resting)) {
      Order maker = next.get();
      long filled = Math.min(left, maker.hundredths);
      left -= filled;
      reached = maker.price;
      prints.add(new long[] {maker.price.centicents(), filled});
      volume += filled;
      openInterest += filled / 2;
      lastPrice = maker.price;
      lastHundredths = filled;
      if (filled == maker.hundredths) {
        cancel(maker, now);
      } else {
        maker.hundredths -= filled;
        delta(resting, maker.price, -filled, now);
      }
    }
    BookSide own = resting.opposite();
    Optional<Price> opposite = book.best(resting);
    if (left > 0
        && reached != null
        && random.chance(0.3)
        && crowd(own).background.size() < BACKGROUND_MOST
        && (opposite.isEmpty() || isBetter(own, opposite.get(), reached))) {
      Order remainder = new Order(own, reached, left);
      crowd(own).background.add(remainder);
      insert(remainder, now);
    }
    if (trades) {
      for (long[] print : prints) {
        wire.trade(market, own.outcome(), Price.ofCenticents(print[0]), print[1], now);
      }
    }
  }

  /**
   * The owner of mispriced orders replaces them by one on the other side. The exchange shows the
   * new order first and cancels what it crosses after it, so that the book is crossed in between.
   */
  private void replaceOwn(BookSide resting, long worst, long now) {
    BookSide own = resting.opposite();
    Price price =
        (own == BookSide.BID
                ? grid.floor(Price.ofCenticents(worst))
                : grid.ceiling(Price.ofCenticents(worst)))
            .orElseThrow();
    Order replacement = new Order(own, price, 100L * random.between(10, 100));
    crowd(own).background.add(replacement);
    insert(replacement, now);
    for (Optional<Order> next = book.first(resting);
        next.isPresent() && !isBetter(own, next.get().price, price);
        next = book.first(resting)) {
      cancel(next.get(), now);
    }
  }

  /** The background order nearest to fair value leaves before the market comes to it. */
  private boolean leaveTheWay(BookSide side, long now) {
    long fair = fairCenticents();
    for (Order order : crowd(side).background) {
      if (Math.abs(order.price.centicents() - fair) < BACKGROUND_NEAREST
          || isBetter(side, order.price, Price.ofCenticents(fair))) {
        cancel(order, now);
        return true;
      }
    }
    return false;
  }

  /** The first quoter of a side whose order is not where it should be moves it. */
  private boolean requote(BookSide side, boolean retreating, long now) {
    for (int i = 0; i < OFFSETS.length; i++) {
      Order order = crowd(side).quoters[i];
      Price target = target(side, OFFSETS[i]);
      Price allowed = target == null ? null : behind(side, target);
      if (order == null) {
        if (allowed != null && !retreating) {
          Order placed = new Order(side, allowed, quoterSize());
          crowd(side).quoters[i] = placed;
          insert(placed, now);
          return true;
        }
      } else if (allowed == null) {
        cancel(order, now);
        return true;
      } else if (!allowed.equals(order.price)
          && isBetter(side, order.price, allowed) == retreating) {
        move(order, allowed, now);
        return true;
      }
    }
    return false;
  }

  private void stirBackground(BookSide side, long now) {
    List<Order> orders = crowd(side).background;
    int size = orders.size();
    boolean add = size < BACKGROUND_LEAST || (size < BACKGROUND_MOST && random.chance(0.2));
    if (!add && random.chance(0.3)) {
      resize(side, now);
      return;
    }
    Price wanted = backgroundPrice(side);
    Price price = wanted == null ? null : behind(side, wanted);
    if (add) {
      if (price != null) {
        Order order = new Order(side, price, backgroundSize());
        orders.add(order);
        insert(order, now);
      } else {
        resize(side, now);
      }
      return;
    }
    Order order = orders.get(random.below(size));
    if (price == null || price.equals(order.price) || random.chance(0.2)) {
      cancel(order, now);
    } else {
      move(order, price, now);
    }
  }

  /** A quoter changes the size of its order, and goes to the back of the queue. */
  private void resize(BookSide side, long now) {
    Order order = crowd(side).quoters[random.below(OFFSETS.length)];
    if (order != null) {
      book.remove(order);
      delta(side, order.price, -order.hundredths, now);
      order.hundredths = quoterSize();
      insert(order, now);
    }
  }

  private void withdrawQuoter(BookSide side, int i, long now) {
    Order order = crowd(side).quoters[i];
    if (order != null) {
      cancel(order, now);
    }
  }

  private void move(Order order, Price price, long now) {
    book.remove(order);
    delta(order.side, order.price, -order.hundredths, now);
    order.price = price;
    insert(order, now);
  }

  private void insert(Order order, long now) {
    book.add(order);
    delta(order.side, order.price, order.hundredths, now);
  }

  private void cancel(Order order, long now) {
    book.remove(order);
    delta(order.side, order.price, -order.hundredths, now);
    crowd(order.side).background.remove(order);
    @Nullable Order[] own = crowd(order.side).quoters;
    for (int i = 0; i < own.length; i++) {
      if (own[i] == order) {
        own[i] = null;
      }
    }
  }

  private void delta(BookSide side, Price price, long hundredths, long now) {
    deltas++;
    wire.delta(market, side, price, hundredths, now);
  }

  private void ticker(long now) {
    wire.ticker(market, book, lastPrice, lastHundredths, volume, openInterest, now);
  }

  /** Returns where a quoter wants to be; null if there is no price on the grid for it. */
  private @Nullable Price target(BookSide side, int offset) {
    double fair = fairValue;
    double open = 4 * fair * (1 - fair); // 1 where all is open, 0 where all is decided
    double half = 0.001 + open * (0.006 + 0.035 * underlying.caution());
    double distance = half + offset / 10_000.0;
    return onGrid(side, 10_000 * (side == BookSide.BID ? fair - distance : fair + distance));
  }

  private @Nullable Price backgroundPrice(BookSide side) {
    long distance = random.between(BACKGROUND_FROM, BACKGROUND_TO);
    long fair = fairCenticents();
    return onGrid(side, (double) (side == BookSide.BID ? fair - distance : fair + distance));
  }

  /** Rounds away from the market; null outside of the grid. */
  private @Nullable Price onGrid(BookSide side, double centicents) {
    if (centicents < 1 || centicents > 9_999) {
      return null;
    }
    return side == BookSide.BID
        ? grid.floor(Price.ofCenticents((long) centicents)).orElse(null)
        : grid.ceiling(Price.ofCenticents((long) StrictMath.ceil(centicents))).orElse(null);
  }

  /** Returns a price, or the nearest one to it that neither locks nor crosses the book. */
  private @Nullable Price behind(BookSide side, Price price) {
    Optional<Price> opposite = book.best(side.opposite());
    if (opposite.isEmpty() || isBetter(side, opposite.get(), price)) {
      return price;
    }
    return (side == BookSide.BID ? grid.below(opposite.get()) : grid.above(opposite.get()))
        .orElse(null);
  }

  private long fairCenticents() {
    return (long) (10_000 * fairValue);
  }

  /** Returns whether a price would come first on a side: the higher bid, the lower ask. */
  private static boolean isBetter(BookSide side, Price price, Price than) {
    return side == BookSide.BID ? price.isAbove(than) : price.isBelow(than);
  }

  /** Returns whether a taker with this limit takes a resting order. */
  private static boolean isWithin(BookSide resting, long centicents, long worst) {
    return resting == BookSide.ASK ? centicents <= worst : centicents >= worst;
  }

  private long quoterSize() {
    return random.chance(0.6) ? 100L * random.between(10, 400) : random.between(500, 40_000);
  }

  private long backgroundSize() {
    return random.chance(0.7) ? 100L * random.between(5, 2_000) : random.between(100, 200_000);
  }

  private static long micros(Instant time) {
    return time.getEpochSecond() * 1_000_000 + time.getNano() / 1000;
  }

  private Crowd crowd(BookSide side) {
    return side == BookSide.BID ? bidders : askers;
  }

  /** Who has orders on one side. */
  private static final class Crowd {
    final @Nullable Order[] quoters = new Order[OFFSETS.length];
    final List<Order> background = new ArrayList<>();
  }
}
