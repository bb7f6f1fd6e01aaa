package io.github.kalshi4j.engine.paper;

import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.order.TimeInForce;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * A random but valid market, and orders of ours in it. What the market does never depends on us, so
 * the same script can be played under every fill model, or reflected.
 */
record Script(List<Step> steps) {
  static final int TICKS = 12;

  enum Kind {
    /** Others add to a level, where that does not cross. */
    ADD,
    /** Others cancel at a level. */
    CANCEL,
    /**
     * Another takes what its limit allows, with a trade for each level, and rests the remainder.
     */
    SWEEP,
    /** A snapshot in which one level has lost contracts unseen. */
    SNAPSHOT,
    /** The book is stale until the next snapshot. */
    STALE,
    /** We place an order. */
    PLACE,
    /** We cancel an order. */
    WITHDRAW
  }

  record Step(Kind kind, BookSide side, int tick, long hundredths, int delay, int choice) {
    boolean isOurs() {
      return kind == Kind.PLACE || kind == Kind.WITHDRAW;
    }
  }

  /** Scripts in which the market's own times are at least this far apart, in milliseconds. */
  static Arbitrary<Script> scripts(int shortestDelay) {
    Arbitrary<Kind> kinds =
        Arbitraries.frequency(
            Tuple.of(8, Kind.ADD),
            Tuple.of(6, Kind.CANCEL),
            Tuple.of(6, Kind.SWEEP),
            Tuple.of(1, Kind.SNAPSHOT),
            Tuple.of(1, Kind.STALE),
            Tuple.of(8, Kind.PLACE),
            Tuple.of(2, Kind.WITHDRAW));
    return Combinators.combine(
            kinds,
            Arbitraries.of(BookSide.class),
            Arbitraries.integers().between(0, TICKS - 1),
            Arbitraries.longs().between(1, 2_000),
            Arbitraries.integers().between(shortestDelay, shortestDelay + 150),
            Arbitraries.integers().between(0, 1_000))
        .as(Step::new)
        .list()
        .ofMinSize(10)
        .ofMaxSize(60)
        .map(Script::new);
  }

  /** Returns the script without our orders. */
  Script market() {
    return new Script(steps.stream().filter(step -> !step.isOurs()).toList());
  }

  /** Plays scripts on a bench. */
  static final class Player {
    final PaperBench bench;
    final List<ClientOrderId> placed = new ArrayList<>();
    final Map<ClientOrderId, LimitOrder> terms = new HashMap<>();
    private final boolean reflected;
    private final boolean flipFrames;
    private final Observer observer;
    private final Map<BookSide, long[]> levels = new EnumMap<>(BookSide.class);

    Player(PaperBench bench) {
      this(bench, false, false, new Observer() {});
    }

    Player(PaperBench bench, boolean reflected, boolean flipFrames, Observer observer) {
      this.bench = bench;
      this.reflected = reflected;
      this.flipFrames = flipFrames;
      this.observer = observer;
      levels.put(BookSide.BID, new long[TICKS]);
      levels.put(BookSide.ASK, new long[TICKS]);
      for (int i = 0; i < 4; i++) {
        levels.get(BookSide.BID)[i] = 1_000 + 100 * i;
        levels.get(BookSide.ASK)[TICKS - 1 - i] = 1_000 + 100 * i;
      }
      snapshot();
    }

    Player play(Script script) {
      for (Step step : script.steps()) {
        bench.advance(step.delay());
        play(step);
        observer.afterStep();
      }
      return this;
    }

    ClientOrderId place(BookSide side, int tick, long hundredths, TimeInForce time, boolean post) {
      LimitOrder order =
          LimitOrder.of(
                  PaperBench.MARKET,
                  seen(side),
                  price(tick),
                  Quantity.ofHundredths(hundredths),
                  time)
              .withPostOnly(post);
      ClientOrderId id = bench.place(order);
      placed.add(id);
      terms.put(id, order);
      return id;
    }

    private void play(Step step) {
      long[] own = levels.get(step.side());
      switch (step.kind()) {
        case ADD -> {
          if (!crosses(step.side(), step.tick())) {
            delta(step.side(), step.tick(), step.hundredths());
          }
        }
        case CANCEL -> {
          long gone = Math.min(own[step.tick()], step.hundredths());
          if (gone > 0) {
            delta(step.side(), step.tick(), -gone);
          }
        }
        case SWEEP -> sweep(step);
        case SNAPSHOT -> {
          own[step.tick()] = Math.max(0, own[step.tick()] - step.hundredths());
          snapshot();
        }
        case STALE -> bench.stale();
        case PLACE -> {
          TimeInForce time = TimeInForce.values()[step.choice() % 3];
          boolean post = time == TimeInForce.GOOD_TILL_CANCELED && step.choice() % 2 == 0;
          place(step.side(), step.tick(), step.hundredths(), time, post);
        }
        case WITHDRAW -> {
          if (!placed.isEmpty()) {
            bench.cancel(placed.get(step.choice() % placed.size()));
          }
        }
      }
      if (bench.book.isValid()) {
        bench.groupEnd();
      }
    }

    private void sweep(Step step) {
      BookSide resting = step.side().opposite();
      int end = step.side() == BookSide.BID ? step.tick() + 1 : step.tick() - 1;
      int from = step.side() == BookSide.BID ? 0 : TICKS - 1;
      int stride = step.side() == BookSide.BID ? 1 : -1;
      long left = step.hundredths();
      for (int tick = from; tick != end && left > 0; tick += stride) {
        long taken = Math.min(left, levels.get(resting)[tick]);
        if (taken > 0) {
          boolean tradeFirst = (step.choice() % 2 == 0) != flipFrames;
          if (tradeFirst) {
            trade(resting, tick, taken);
          }
          delta(resting, tick, -taken);
          if (!tradeFirst) {
            trade(resting, tick, taken);
          }
          left -= taken;
        }
      }
      if (left > 0) {
        delta(step.side(), step.tick(), left);
      }
    }

    private boolean crosses(BookSide side, int tick) {
      long[] opposite = levels.get(side.opposite());
      for (int i = 0; i < TICKS; i++) {
        if (opposite[i] > 0 && (side == BookSide.BID ? i <= tick : i >= tick)) {
          return true;
        }
      }
      return false;
    }

    /** Changes a level; a stale book does not hear of it. */
    private void delta(BookSide side, int tick, long hundredths) {
      levels.get(side)[tick] += hundredths;
      if (bench.book.isValid()) {
        observer.beforeDelta(seen(side), price(tick), hundredths);
        bench.delta(seen(side), price(tick), hundredths);
      }
    }

    private void trade(BookSide resting, int tick, long hundredths) {
      bench.trade(seen(resting), price(tick), hundredths, 0);
      observer.afterTrade(hundredths);
    }

    private void snapshot() {
      bench.book.reset(List.of(), List.of());
      for (BookSide side : BookSide.values()) {
        for (int i = 0; i < TICKS; i++) {
          if (levels.get(side)[i] > 0) {
            bench.book.apply(seen(side), price(i), levels.get(side)[i], 0);
          }
        }
      }
      observer.beforeSnapshot();
      bench.venue.onSnapshot(PaperBench.MARKET);
      bench.groupEnd();
    }

    private BookSide seen(BookSide side) {
      return reflected ? side.opposite() : side;
    }

    private Price price(int tick) {
      Price price = Price.ofCents(40 + tick);
      return reflected ? price.complement() : price;
    }
  }

  /** Looks on while a script is played. */
  interface Observer {
    default void beforeDelta(BookSide side, Price price, long hundredths) {}

    default void beforeSnapshot() {}

    default void afterTrade(long hundredths) {}

    default void afterStep() {}
  }
}
