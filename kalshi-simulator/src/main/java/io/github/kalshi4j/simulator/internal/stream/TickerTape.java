package io.github.kalshi4j.simulator.internal.stream;

import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.simulator.exchange.ExchangeEvent;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Conflates what happens in each market into one ticker a second at most.
 *
 * <p>A ticker is due once the time of the change is over, so that it never shows a book that is in
 * the middle of one, and a second after the market's last one. It is sent by the first {@link
 * #passTo} at or after that, which must be called before anything of a later time is told. As
 * nothing can have happened in between, what is sent and in which order does not depend on how
 * often that is called.
 *
 * <p>The book is kept by its changes, as the engine is ahead of what it tells.
 */
final class TickerTape {
  private static final long INTERVAL = 1_000_000;

  private final MessageHandler out;
  private final Map<MarketTicker, Line> lines = new HashMap<>();
  private final PriorityQueue<Line> waiting =
      new PriorityQueue<>(
          Comparator.<Line>comparingLong(line -> line.due).thenComparingInt(line -> line.number));

  TickerTape(MessageHandler out) {
    this.out = out;
  }

  /** Sends what is due at or before a time, before which nothing more will happen. */
  void passTo(long micros) {
    for (Line line = waiting.peek(); line != null && line.due <= micros; line = waiting.peek()) {
      waiting.remove();
      line.send(out);
    }
  }

  /** Takes a market that has just been listed. */
  void listed(MarketTicker market, long micros) {
    lines.put(market, new Line(market, lines.size(), micros));
  }

  void on(ExchangeEvent.BookChanged change) {
    Line line = line(change.market());
    line.side(change.side()).merge(change.price(), change.hundredths(), TickerTape::sumOrNothing);
    touch(line, change.timeMicros());
  }

  private static @Nullable Long sumOrNothing(long before, long change) {
    return before + change == 0 ? null : Long.valueOf(before + change);
  }

  void on(ExchangeEvent.Traded trade) {
    Line line = line(trade.market());
    line.last = trade.price();
    line.lastSize = trade.quantity();
    line.volume += trade.quantity().hundredths();
    touch(line, trade.timeMicros());
  }

  /** Open interest is the sum of all that are long of YES. */
  void on(ExchangeEvent.Filled fill) {
    Line line = line(fill.market());
    long after = fill.position().hundredths();
    long bought = fill.quantity().hundredths();
    long before = after - (fill.side() == BookSide.BID ? bought : -bought);
    line.openInterest += Math.max(0, after) - Math.max(0, before);
    touch(line, fill.timeMicros());
  }

  /** Takes that all positions in a market were paid. */
  void settled(MarketTicker market, long micros) {
    Line line = line(market);
    line.openInterest = 0;
    touch(line, micros);
  }

  private void touch(Line line, long micros) {
    line.changed = micros;
    if (!line.isWaiting) {
      line.isWaiting = true;
      line.due = Math.max(micros + 1, line.sent + INTERVAL);
      waiting.add(line);
    }
  }

  private Line line(MarketTicker market) {
    Line line = lines.get(market);
    if (line == null) {
      throw new IllegalStateException(market + " was not listed");
    }
    return line;
  }

  String marketId(MarketTicker market) {
    return line(market).id;
  }

  /** Returns the ticker of a market as it is now; null for an unknown one. */
  @Nullable String now(MarketTicker market) {
    Line line = lines.get(market);
    return line == null ? null : TickerText.of(market, line.id, line.shown(), line.changed);
  }

  /** One market, by what was told of it. */
  private static final class Line {
    final MarketTicker market;
    final int number;
    final String id;
    final NavigableMap<Price, Long> bids = new TreeMap<>(Collections.reverseOrder());
    final NavigableMap<Price, Long> asks = new TreeMap<>();
    Price last = Price.ZERO;
    Quantity lastSize = Quantity.ZERO;
    long volume;
    long openInterest;
    long changed;
    boolean isWaiting;
    long due;
    long sent = Long.MIN_VALUE / 2;
    private TickerText.Shown lastShown = TickerText.Shown.NOTHING;

    Line(MarketTicker market, int number, long listed) {
      this.market = market;
      this.number = number;
      id = MarketIds.of(market);
      changed = listed;
    }

    NavigableMap<Price, Long> side(BookSide side) {
      return side == BookSide.BID ? bids : asks;
    }

    TickerText.Shown shown() {
      Map.Entry<Price, Long> bid = bids.firstEntry();
      Map.Entry<Price, Long> ask = asks.firstEntry();
      return new TickerText.Shown(
          last,
          bid == null ? Price.ZERO : bid.getKey(),
          ask == null ? Price.ONE : ask.getKey(),
          bid == null ? Quantity.ZERO : Quantity.ofHundredths(bid.getValue()),
          ask == null ? Quantity.ZERO : Quantity.ofHundredths(ask.getValue()),
          lastSize,
          Quantity.ofHundredths(volume),
          Quantity.ofHundredths(openInterest));
    }

    void send(MessageHandler out) {
      isWaiting = false;
      TickerText.Shown shown = shown();
      if (!shown.equals(lastShown)) {
        lastShown = shown;
        sent = due;
        long time = changed;
        out.on(
            News.toAll(
                Channel.TICKER,
                "ticker",
                market.value(),
                () -> TickerText.of(market, id, shown, time)));
      }
    }
  }
}
