package io.github.kalshi4j.simulator.internal.floor;

import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.simulator.exchange.ExchangeEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The course of one market, minute by minute. Only minutes in which something happened are kept, so
 * that it holds no more than one candle for each minute of the market's life.
 *
 * <p>What the best prices are is looked at when a later time begins: while one command runs, the
 * told book may be crossed.
 */
public final class Minutes {
  private static final long MICROS = 1_000_000;
  private static final long DAY = 86_400;

  private final TreeMap<Price, Long> bids = new TreeMap<>();
  private final TreeMap<Price, Long> asks = new TreeMap<>();
  private final List<Candle> past = new ArrayList<>();
  private Candle current;
  private long bookMicros;

  /**
   * Begins a course.
   *
   * @param micros since when there is the market, in microseconds since 1970
   */
  Minutes(long micros) {
    Candle.Course nobodyBids = Candle.Course.of(Price.ZERO);
    Candle.Course nobodyAsks = Candle.Course.of(Price.ONE);
    current = new Candle(minuteOf(micros), nobodyBids, nobodyAsks, null, null, 0);
    bookMicros = micros;
  }

  private static long minuteOf(long micros) {
    return Period.MINUTE.endAtOrAfter(Math.ceilDiv(micros, MICROS));
  }

  private static long seconds(long micros) {
    return Math.ceilDiv(micros, MICROS);
  }

  void on(ExchangeEvent.BookChanged change) {
    moveTo(change.timeMicros());
    TreeMap<Price, Long> levels = change.side() == BookSide.BID ? bids : asks;
    long left = levels.getOrDefault(change.price(), 0L) + change.hundredths();
    if (left == 0) {
      levels.remove(change.price());
    } else {
      levels.put(change.price(), left);
    }
  }

  void on(ExchangeEvent.Traded trade) {
    moveTo(trade.timeMicros());
    Candle.Trades trades =
        new Candle.Trades(
            Candle.Course.of(trade.price()),
            trade.quantity().hundredths(),
            trade.price().times(trade.quantity()));
    Candle.Trades before = current.trades();
    set(before == null ? trades : before.then(trades), current.openInterest());
  }

  void openInterestChanged(long micros, long change) {
    moveTo(micros);
    set(current.trades(), current.openInterest() + change);
  }

  private void set(Candle.@Nullable Trades trades, long openInterest) {
    current =
        new Candle(
            current.end(), current.bid(), current.ask(), trades, current.previous(), openInterest);
  }

  private void moveTo(long micros) {
    if (micros > bookMicros) {
      look();
      bookMicros = micros;
      long minute = minuteOf(micros);
      if (minute > current.end()) {
        past.add(current);
        current = current.still(minute);
      }
    }
  }

  private void look() {
    Price bid = bids.isEmpty() ? Price.ZERO : bids.lastKey();
    Price ask = asks.isEmpty() ? Price.ONE : asks.firstKey();
    if (!bid.equals(current.bid().close()) || !ask.equals(current.ask().close())) {
      current =
          new Candle(
              current.end(),
              current.bid().then(bid),
              current.ask().then(ask),
              current.trades(),
              current.previous(),
              current.openInterest());
    }
  }

  /** Returns what was traded in the 24 hours before a time, whole minutes counted. */
  public Quantity lastDay(long nowMicros) {
    long from = seconds(nowMicros) - DAY;
    long sum = current.end() > from ? current.volume().hundredths() : 0;
    for (int i = past.size() - 1; i >= 0 && past.get(i).end() > from; i--) {
      sum += past.get(i).volume().hundredths();
    }
    return Quantity.ofHundredths(sum);
  }

  /** Returns the minute that was last told of 24 hours before a time; null if there was none. */
  public @Nullable Candle dayBefore(long nowMicros) {
    long to = seconds(nowMicros) - DAY;
    if (current.end() <= to) {
      look();
      return current;
    }
    for (int i = past.size() - 1; i >= 0; i--) {
      if (past.get(i).end() <= to) {
        return past.get(i);
      }
    }
    return null;
  }

  /**
   * Returns the candles whose ends lie between two times, both included, in order of time; there is
   * one of each period that had begun, traded in or not.
   *
   * @param from in seconds since 1970
   * @param to the same
   * @param untilMicros up to when the market traded, or now
   * @param most how many at most; what comes after them is left out
   */
  public List<Candle> candles(Period period, long from, long to, long untilMicros, int most) {
    List<Candle> candles = new ArrayList<>();
    Walk walk = new Walk(period);
    long last = period.endAtOrAfter(seconds(untilMicros));
    for (Candle candle = walk.next(from, last);
        candle != null && candle.end() <= to && candles.size() < most;
        candle = walk.next(from, last)) {
      candles.add(candle);
    }
    return candles;
  }

  /** Returns the last candle that ends before a time; null if there is none. */
  public @Nullable Candle latestBefore(Period period, long time, long untilMicros) {
    Walk walk = new Walk(period);
    long last = period.endAtOrAfter(seconds(untilMicros));
    long before = Math.min(last, period.endAtOrAfter(time) - 1);
    return walk.last(before);
  }

  /** Folds minutes into periods. */
  private final class Walk {
    private final Period period;
    private int next;
    private @Nullable Candle before;

    Walk(Period period) {
      this.period = period;
      look();
    }

    private Candle at(int i) {
      return i < past.size() ? past.get(i) : current;
    }

    private boolean has(int i) {
      return i <= past.size();
    }

    /** Returns the next candle that ends at or after a time, and no later than the last end. */
    @Nullable Candle next(long from, long last) {
      skip(from);
      long end =
          before == null
              ? period.endAtOrAfter(Math.max(from, at(0).end()))
              : period.endAtOrAfter(Math.max(from, before.end() + 1));
      if (end > last) {
        return null;
      }
      Candle candle = null;
      while (has(next) && at(next).end() <= end) {
        Candle minute = at(next++);
        candle = candle == null ? minute : candle.then(minute);
      }
      if (candle == null) {
        candle = before == null ? null : before.still(end);
      } else {
        candle = candle.withEnd(end);
      }
      before = candle;
      return candle;
    }

    /** Returns the last candle that ends no later than a time. */
    @Nullable Candle last(long time) {
      Candle found = null;
      for (Candle candle = next(Long.MIN_VALUE, time);
          candle != null;
          candle = next(Long.MIN_VALUE, time)) {
        found = candle;
      }
      return found;
    }

    private void skip(long from) {
      while (has(next) && period.endAtOrAfter(at(next).end()) < from) {
        before = at(next++);
      }
    }
  }
}
