package io.github.kalshi4j.engine;

import io.github.kalshi4j.client.error.KalshiDecodingException;
import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.client.stream.BookEvent;
import io.github.kalshi4j.client.stream.PublicTrade;
import io.github.kalshi4j.client.stream.StreamDecoder;
import io.github.kalshi4j.client.stream.StreamEvent;
import io.github.kalshi4j.client.stream.Ticker;
import io.github.kalshi4j.client.stream.Unrecognized;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.engine.clock.EpochNanos;
import io.github.kalshi4j.engine.live.Arrival;
import io.github.kalshi4j.engine.report.BacktestReport;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a live exchange tells of its markets, handed on to the engine, and the count of it. A frame
 * is decoded here; a lost connection is a gap until the next frame; what comes of a market whose
 * facts are still being read is let go, but for its newest ticker.
 */
final class LiveFeed {
  private final Engine engine;
  private final Feed feed;
  private final StreamDecoder decoder = new StreamDecoder(true);
  // The newest ticker of a market whose facts are still being read.
  private final Map<MarketTicker, Ticker> earlyTickers = new HashMap<>();
  private long frames;
  private long gaps;
  private long gapSince = -1;
  private long gapNanos;
  private long damaged;
  private long lastFrame;

  private LiveFeed(Engine engine, Feed feed) {
    this.engine = engine;
    this.feed = feed;
  }

  /**
   * Connects a feed that has no markets yet.
   *
   * @param clockOffsetNanos receive time less exchange time
   */
  static LiveFeed connect(Engine engine, long clockOffsetNanos, long nanos) {
    return new LiveFeed(engine, engine.connect(Map.of(), clockOffsetNanos, nanos));
  }

  void onFrame(Arrival.Frame frame) {
    long nanos = Math.max(frame.nanos(), engine.nanos());
    frames++;
    lastFrame = nanos;
    if (gapSince >= 0) {
      gapNanos += nanos - gapSince;
      gapSince = -1;
    }
    StreamEvent event;
    try {
      event = decoder.decode(frame.bytes(), 0, frame.bytes().length);
    } catch (KalshiDecodingException e) { // the missing number makes the books stale
      damaged++;
      return;
    }
    switch (event) {
      case BookEvent change when isUnknown(change.market()) ->
          engine.onEvent(
              feed,
              new Unrecognized("unknown market", change.subscription(), change.sequence(), ""),
              nanos);
      case Ticker ticker when isUnknown(ticker.market()) ->
          earlyTickers.put(ticker.market(), ticker);
      case PublicTrade trade when isUnknown(trade.market()) -> {}
      case StreamEvent known -> engine.onEvent(feed, known, nanos);
    }
  }

  private boolean isUnknown(MarketTicker market) {
    return !feed.markets().containsKey(market);
  }

  /** Frames are missing from this time on. */
  void gap(long nanos) {
    long at = Math.max(nanos, engine.nanos());
    gaps++;
    gapSince = gapSince < 0 ? at : gapSince;
    engine.onGap(feed, at);
  }

  /** Takes what is known of a market; returns whether nothing was before. */
  boolean know(MarketFacts facts) {
    if (engine.markets().containsKey(facts.ticker())) {
      engine.update(facts);
      return false;
    }
    engine.add(feed, facts, engine.nanos());
    Ticker early = earlyTickers.remove(facts.ticker());
    if (early != null) {
      engine.onEvent(feed, early, engine.nanos());
    }
    return true;
  }

  void settle(MarketTicker market, MarketResult result) {
    if (engine.markets().containsKey(market)) {
      engine.settleAt(market, result, false, engine.nanos());
    }
  }

  /** Nothing more comes of a market. */
  void forget(MarketTicker market) {
    engine.remove(feed, market);
    earlyTickers.remove(market);
  }

  /** Returns how many markets are open. */
  int openMarkets() {
    return (int) feed.markets().values().stream().filter(MarketState::isOpen).count();
  }

  /** Returns how many of them have a valid book. */
  int validBooks() {
    return (int)
        feed.markets().values().stream()
            .filter(market -> market.isOpen() && market.book.isValid())
            .count();
  }

  /**
   * Returns what came, for the report.
   *
   * @param started when the run began
   */
  BacktestReport.Data data(Instant started) {
    long valid = 0;
    long stale = 0;
    int markets = 0;
    for (MarketState market : engine.markets().values()) {
      valid += market.coverage.validNanos();
      stale += market.coverage.staleNanos();
      markets += market.published ? 1 : 0;
    }
    Instant last = frames == 0 ? started : EpochNanos.toInstant(lastFrame);
    Instant end = last.isBefore(started) ? started : last;
    return new BacktestReport.Data(
        "stream",
        0,
        markets,
        started,
        end,
        Duration.between(started, end),
        gaps,
        Duration.ofNanos(gapNanos),
        feed.books().gaps(),
        feed.books().faults() + damaged,
        Duration.ofNanos(valid),
        Duration.ofNanos(stale),
        frames,
        engine.statistics().bookUpdates,
        decoder.statistics().unrecognized(),
        List.of());
  }
}
