package io.github.kalshi4j.engine.tape.inspection;

import io.github.kalshi4j.client.error.KalshiDecodingException;
import io.github.kalshi4j.client.market.LocalOrderBook;
import io.github.kalshi4j.client.stream.BookDelta;
import io.github.kalshi4j.client.stream.BookEvent;
import io.github.kalshi4j.client.stream.BookSnapshot;
import io.github.kalshi4j.client.stream.OrderBooks;
import io.github.kalshi4j.client.stream.StreamDecoder;
import io.github.kalshi4j.client.stream.StreamEvent;
import io.github.kalshi4j.client.stream.Subscribed;
import io.github.kalshi4j.client.stream.Ticker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.engine.tape.TapeFile;
import io.github.kalshi4j.engine.tape.format.TapeEnd;
import io.github.kalshi4j.engine.tape.format.TapeGap;
import io.github.kalshi4j.engine.tape.format.TapeMarket;
import io.github.kalshi4j.engine.tape.format.TapeReader;
import io.github.kalshi4j.engine.tape.format.TapeSource;
import io.github.kalshi4j.engine.tape.header.ClockOffsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rebuilds the books of one tape and watches them. */
final class TapeVerifier {
  private static final PriceGrid CENTS = PriceGrid.uniform(Price.ofCents(1));

  private final TapeFile tape;
  private final OrderBooks books;
  private final TickerComparison tickers;
  private final Map<MarketTicker, Watch> watches = new HashMap<>();
  private final Set<Integer> subscriptions = new HashSet<>();
  private long deltas;
  private long snapshots;
  private long negativeLevels;
  private long badSnapshots;
  private long crossedGroups;
  private long crossedNanos;
  private long crossedStatesInGroups;
  private long crossedNanosInGroups;
  private final ClockOffsets offsets = new ClockOffsets();

  TapeVerifier(TapeFile tape) {
    this.tape = tape;
    Map<MarketTicker, PriceGrid> grids = new HashMap<>();
    Map<MarketTicker, Instant> closes = new HashMap<>();
    for (TapeMarket market : tape.header().markets()) {
      grids.put(market.ticker(), market.facts().grid());
      closes.put(market.ticker(), market.facts().closeTime());
    }
    this.books = new OrderBooks(market -> grids.getOrDefault(market, CENTS));
    this.tickers = new TickerComparison(tape.path().toString(), closes);
  }

  TapeVerification.Tape run() {
    TapeEnd end;
    try (var reader = tape.open()) {
      var decoder = new StreamDecoder(reader.header().useYesPrice());
      while (reader.next()) {
        if (!reader.source().equals(TapeSource.KALSHI)) {
          continue;
        }
        if (reader.isGap()) {
          books.disconnected();
          disconnected();
          subscriptions.clear();
        } else {
          take(decode(decoder, reader), reader);
        }
      }
      end = reader.end().orElseGet(reader::soFar);
    }
    watches.values().forEach(Watch::leave);
    return new TapeVerification.Tape(
        tape.path().toString(),
        tape.isUnfinished(),
        deltas,
        snapshots,
        books.gaps(),
        books.missedNumbers(),
        books.duplicates(),
        books.staleDropped(),
        negativeLevels,
        badSnapshots,
        new TapeVerification.Crossed(
            crossedGroups, crossedNanos, crossedStatesInGroups, crossedNanosInGroups),
        tickers.result(),
        clockOffset(),
        end.gaps().stream()
            .filter(gap -> gap.source().equals(TapeSource.KALSHI))
            .mapToLong(TapeGap::nanos)
            .sum());
  }

  private static StreamEvent decode(StreamDecoder decoder, TapeReader reader) {
    try {
      return decoder.decode(reader.buffer(), reader.offset(), reader.length());
    } catch (KalshiDecodingException e) {
      throw reader.undecodable(e);
    }
  }

  private void take(StreamEvent event, TapeReader reader) {
    if (event instanceof Ticker ticker) {
      tickers.ticker(ticker, reader.record());
      return;
    }
    if (event instanceof Subscribed subscribed && isSubscribedAgain(subscribed)) {
      disconnected();
    }
    if (event instanceof BookDelta delta) {
      deltas++;
      offsets.take(delta, reader.receiveNanos());
    } else if (event instanceof BookSnapshot) {
      snapshots++;
    }
    boolean wasValid = event instanceof BookEvent e && isValid(e.market());
    OrderBooks.Outcome outcome = books.apply(event);
    if (outcome == OrderBooks.Outcome.FAULT) {
      if (event instanceof BookDelta) {
        negativeLevels++;
      } else {
        badSnapshots++;
      }
    }
    if (outcome == OrderBooks.Outcome.FAULT || outcome == OrderBooks.Outcome.GAP) {
      for (MarketTicker market : books.staleMarkets()) {
        tickers.lost(market);
        watch(market).leave();
      }
    }
    if (outcome == OrderBooks.Outcome.APPLIED_DELTA && event instanceof BookDelta delta) {
      changed(delta, reader.receiveNanos());
    } else if (event instanceof BookSnapshot snapshot && isValid(snapshot.market())) {
      if (outcome == OrderBooks.Outcome.GAP || !wasValid) {
        tickers.foundAgain(snapshot.market());
      }
      if (outcome != OrderBooks.Outcome.DUPLICATE) {
        replaced(snapshot.market(), reader.receiveNanos());
      }
    }
  }

  private boolean isSubscribedAgain(Subscribed subscribed) {
    return !subscriptions.add(subscribed.subscription());
  }

  private boolean isValid(MarketTicker market) {
    LocalOrderBook book = books.find(market);
    return book != null && book.isValid();
  }

  private void changed(BookDelta delta, long receiveNanos) {
    LocalOrderBook book = books.find(delta.market());
    if (book != null) {
      tickers.book(book, delta.exchangeMicros());
      watch(delta.market()).at(book, delta.exchangeMicros(), receiveNanos);
    }
  }

  private void replaced(MarketTicker market, long receiveNanos) {
    LocalOrderBook book = books.find(market);
    if (book != null) {
      watch(market).at(book, 0, receiveNanos);
    }
  }

  /** Says that a connection is over: no more deltas come on it. */
  private void disconnected() {
    tickers.ended();
    watches.values().forEach(Watch::leave);
  }

  private Watch watch(MarketTicker market) {
    return watches.computeIfAbsent(market, m -> new Watch());
  }

  private TapeVerification.@Nullable ClockOffset clockOffset() {
    Long median = offsets.percentile(50);
    Long low = offsets.percentile(1);
    Long high = offsets.percentile(99);
    return median == null || low == null || high == null
        ? null
        : new TapeVerification.ClockOffset(low, median, high, tape.header().clockOffsetNanos());
  }

  /** How long one market's book stays locked or crossed. */
  private final class Watch {
    private boolean watching;
    private boolean crossed;
    private long micros;
    private long since;

    void at(LocalOrderBook book, long exchangeMicros, long receiveNanos) {
      if (watching && crossed) {
        if (exchangeMicros != 0 && exchangeMicros == micros) {
          crossedStatesInGroups++;
          crossedNanosInGroups += receiveNanos - since;
        } else {
          crossedGroups++;
          crossedNanos += receiveNanos - since;
        }
      }
      watching = true;
      crossed = book.isCrossed() || book.isLocked();
      micros = exchangeMicros;
      since = receiveNanos;
    }

    /** Ends the watch: how long the last state would have lasted is not known. */
    void leave() {
      if (watching && crossed) {
        crossedGroups++;
      }
      watching = false;
    }
  }
}
