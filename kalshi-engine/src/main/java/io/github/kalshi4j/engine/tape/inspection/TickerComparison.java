package io.github.kalshi4j.engine.tape.inspection;

import io.github.kalshi4j.client.market.OrderBook;
import io.github.kalshi4j.client.stream.Ticker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares tickers with books in exchange time. The two channels race, so a ticker waits until a
 * whole group of deltas after its time has been seen, or nothing more can come; and a late one
 * finds its book in the history.
 */
final class TickerComparison {
  private static final int NEARBY_MILLIS = 2_000;

  private final String file;
  private final Map<MarketTicker, Instant> closes;
  private final Map<MarketTicker, OneMarket> markets = new HashMap<>();
  private final List<TickerAgreement.Difference> differing = new ArrayList<>();
  private long compared;
  private long agreed;
  private long noBook;

  /**
   * @param closes when markets close, as far as that is known
   */
  TickerComparison(String file, Map<MarketTicker, Instant> closes) {
    this.file = file;
    this.closes = Map.copyOf(closes);
  }

  /** Takes the book after a delta. */
  void book(OrderBook book, long exchangeMicros) {
    OneMarket market = market(book.market());
    market.history.add(exchangeMicros, centicents(book.bestBid()), centicents(book.bestAsk()));
    while (!market.waiting.isEmpty()) {
      if (!market.history.isPast(market.waiting.peek().ticker.exchangeMillis())) {
        return;
      }
      compare(market, market.waiting.remove());
    }
  }

  void ticker(Ticker ticker, long record) {
    OneMarket market = market(ticker.market());
    var waiting = new Waiting(ticker, record);
    if (market.history.isPast(ticker.exchangeMillis())) {
      compare(market, waiting);
    } else {
      market.waiting.add(waiting);
    }
  }

  /** Says that no more deltas come on what was subscribed: what waits is compared now. */
  void ended() {
    markets.values().forEach(this::compareAll);
  }

  /** Says that the book of a market is not known any more. */
  void lost(MarketTicker ticker) {
    OneMarket market = market(ticker);
    compareAll(market);
    market.history.interrupt();
  }

  /** Says that the book of a market was not known until now. */
  void foundAgain(MarketTicker ticker) {
    market(ticker).history.interrupt();
  }

  TickerAgreement result() {
    ended();
    return TickerAgreement.of(compared, agreed, noBook, differing);
  }

  private void compareAll(OneMarket market) {
    while (!market.waiting.isEmpty()) {
      compare(market, market.waiting.remove());
    }
  }

  private void compare(OneMarket market, Waiting waiting) {
    Ticker ticker = waiting.ticker;
    TopHistory history = market.history;
    int state = history.at(ticker.exchangeMillis());
    if (state < 0) {
      noBook++;
      return;
    }
    compared++;
    int bid = centicents(Optional.ofNullable(ticker.bid()));
    int ask = centicents(Optional.ofNullable(ticker.ask()));
    if (history.matches(state, bid, ask)) {
      agreed++;
    } else if (differing.size() < TickerAgreement.MAX_LISTED) {
      differing.add(
          new TickerAgreement.Difference(
              file,
              waiting.record,
              ticker.market().value(),
              ticker.exchangeMillis(),
              dollars(bid),
              dollars(ask),
              dollars(history.bid(state)),
              dollars(history.ask(state)),
              explain(ticker, history, state, bid, ask)));
    }
  }

  private String explain(Ticker ticker, TopHistory history, int state, int bid, int ask) {
    long millis = ticker.exchangeMillis();
    if (history.matches(state + 1, bid, ask)) {
      return "it shows the book one group later, "
          + apart(history.micros(state + 1) - millis * 1000)
          + " after its own time";
    }
    int earlier = state - 1;
    while (earlier >= 0
        && history.micros(earlier + 1) / 1000 >= millis - NEARBY_MILLIS
        && !history.matches(earlier, bid, ask)) {
      earlier--;
    }
    if (earlier >= 0 && history.matches(earlier, bid, ask)) {
      long replaced = history.micros(earlier + 1);
      String which = "it shows the book " + groups(state - earlier) + " earlier, ";
      return replaced / 1000 == millis
          ? which + "which changed within the very millisecond of its time"
          : which + "which ended " + apart(millis * 1000 - replaced) + " before its own time";
    }
    Instant close = closes.get(ticker.market());
    boolean empty = bid == TopHistory.NONE && ask == TopHistory.NONE;
    if (close != null && millis >= close.toEpochMilli() && empty && state == history.size() - 1) {
      return "the exchange clears the book after the close, and the tape has no delta of that";
    }
    return "no book near its time has these prices"
        + (state == history.size() - 1
            ? "; the market's last delta on the tape is "
                + apart(millis * 1000 - history.micros(state))
                + " before it"
            : "");
  }

  private static String groups(int count) {
    return count == 1 ? "one group" : count + " groups";
  }

  /** Writes a time that is not negative, but for a part of a millisecond, which is none. */
  private static String apart(long micros) {
    return String.format(Locale.ROOT, "%.3f ms", Math.max(micros, 0) / 1e3);
  }

  private static @Nullable String dollars(int centicents) {
    return centicents == TopHistory.NONE ? null : Price.ofCenticents(centicents).toString();
  }

  private static int centicents(Optional<Price> price) {
    return price.isEmpty() ? TopHistory.NONE : (int) price.get().centicents();
  }

  private OneMarket market(MarketTicker ticker) {
    return markets.computeIfAbsent(ticker, t -> new OneMarket());
  }

  private record Waiting(Ticker ticker, long record) {}

  private static final class OneMarket {
    private final TopHistory history = new TopHistory();
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
  }
}
