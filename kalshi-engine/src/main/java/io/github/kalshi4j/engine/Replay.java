package io.github.kalshi4j.engine;

import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.client.stream.StreamDecoder;
import io.github.kalshi4j.client.stream.StreamEvent;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.engine.clock.EpochNanos;
import io.github.kalshi4j.engine.report.BacktestReport;
import io.github.kalshi4j.engine.tape.ReferenceDecoder;
import io.github.kalshi4j.engine.tape.format.FrameSource;
import io.github.kalshi4j.engine.tape.format.Recording;
import io.github.kalshi4j.engine.tape.format.TapeHeader;
import io.github.kalshi4j.engine.tape.format.TapeMarket;
import io.github.kalshi4j.engine.tape.format.TapeSource;
import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One pass over recordings, in order of receive time, as one account. Recordings that overlap in
 * time are merged; of frames received at the same time the earlier recording's comes first. Each is
 * opened when its time comes and closed at its end, so memory does not grow with their number.
 */
final class Replay {
  /** When a settlement time was not recorded: the expected expiration of the exchange's markets. */
  private static final Duration EXPECTED_EXPIRATION = Duration.ofMinutes(5);

  private static final int PROGRESS_INTERVAL = 1 << 16;
  private static final long NONE = Long.MIN_VALUE;

  private final List<? extends Recording> recordings;
  private final Engine engine;
  private final Consumer<Progress> progress;
  private final boolean wantsReferences;
  private final Map<MarketTicker, Recording> lastRecording = new HashMap<>();
  private final Map<MarketTicker, TapeMarket> decided = new HashMap<>();
  private final PriorityQueue<Cursor> open =
      new PriorityQueue<>(
          Comparator.comparingLong((Cursor cursor) -> cursor.nanos)
              .thenComparingInt(cursor -> cursor.number));
  private final Deque<Recording> waiting;
  private final ReferenceDecoder references = new ReferenceDecoder();

  private final List<BacktestReport.Recorded> ended = new ArrayList<>();

  private int opened;
  private long frames;
  private long gaps;
  private long gapNanos;
  private long spanNanos;
  private long sequenceGaps;
  private long faults;
  private long unrecognized;
  private long startNanos = Long.MAX_VALUE;
  private long endNanos = Long.MIN_VALUE;
  private long peakHeap;

  Replay(
      List<? extends Recording> recordings,
      StrategySetup setup,
      EngineConfig config,
      Consumer<Progress> progress) {
    this.recordings =
        recordings.stream()
            .sorted(Comparator.comparing((Recording r) -> r.header().start()))
            .toList();
    this.engine = new Engine(setup, config);
    this.progress = progress;
    this.wantsReferences = !setup.subscriptions().references().isEmpty();
    this.waiting = new ArrayDeque<>(this.recordings);
    for (Recording recording : this.recordings) {
      for (TapeMarket market : recording.header().markets()) {
        lastRecording.put(market.ticker(), recording);
        if (market.result() != null) {
          decided.put(market.ticker(), market);
        }
      }
    }
  }

  /** Replays everything and lets what is still due happen. */
  void run() {
    try {
      for (Cursor next = next(); next != null; next = next()) {
        step(next);
      }
    } finally {
      open.forEach(cursor -> cursor.source.close());
    }
    engine.finish();
    sampleHeap();
  }

  Engine engine() {
    return engine;
  }

  long frames() {
    return frames;
  }

  long peakHeapBytes() {
    return peakHeap;
  }

  BacktestReport.Data data() {
    long valid = 0;
    long stale = 0;
    int markets = 0;
    for (MarketState market : engine.markets().values()) {
      valid += market.coverage.validNanos();
      stale += market.coverage.staleNanos();
      markets += market.published ? 1 : 0;
    }
    String origin =
        recordings.stream()
            .map(recording -> recording.header().kind().name().toLowerCase(Locale.ROOT))
            .distinct()
            .sorted()
            .collect(Collectors.joining(","));
    return new BacktestReport.Data(
        origin,
        recordings.size(),
        markets,
        frames == 0 ? Instant.EPOCH : EpochNanos.toInstant(startNanos),
        frames == 0 ? Instant.EPOCH : EpochNanos.toInstant(endNanos),
        Duration.ofNanos(spanNanos),
        gaps,
        Duration.ofNanos(gapNanos),
        sequenceGaps,
        faults,
        Duration.ofNanos(valid),
        Duration.ofNanos(stale),
        frames,
        engine.statistics().bookUpdates,
        unrecognized,
        ended);
  }

  /** Returns the recording with the earliest frame; null when all have ended. */
  private @Nullable Cursor next() {
    while (true) {
      Cursor first = open.peek();
      Recording waits = waiting.peek();
      if (waits == null || (first != null && first.nanos < EpochNanos.of(waits.header().start()))) {
        return open.poll();
      }
      waiting.remove();
      open(waits);
    }
  }

  private void open(Recording recording) {
    Cursor cursor = new Cursor(recording, ++opened);
    report(cursor);
    if (cursor.source.next()) {
      cursor.nanos = cursor.source.receiveNanos();
      open.add(cursor);
    } else {
      cursor.nanos = EpochNanos.of(recording.header().start());
      end(cursor, connect(cursor)); // its markets may have no later recording to settle them
    }
  }

  private void step(Cursor cursor) {
    FrameSource source = cursor.source;
    Feed feed = cursor.feed;
    if (feed == null) {
      feed = connect(cursor);
    }
    if (source.isGap()) {
      if (source.source().equals(TapeSource.KALSHI)) {
        gaps++;
        gapNanos += source.gap().nanos();
        engine.onGap(feed, cursor.nanos);
      }
    } else if (source.source().equals(TapeSource.KALSHI)) {
      frames++;
      cursor.frames++;
      cursor.observed(cursor.nanos);
      observe(cursor, feed);
    } else if (wantsReferences) {
      references.decode(source).ifPresent(price -> engine.onReference(price, cursor.nanos));
    }
    if ((frames & (PROGRESS_INTERVAL - 1)) == 0) {
      report(cursor);
    }
    if (source.next()) {
      cursor.nanos = source.receiveNanos();
      open.add(cursor);
    } else {
      end(cursor, feed);
    }
  }

  private void observe(Cursor cursor, Feed feed) {
    StreamEvent event = decode(cursor);
    try {
      engine.onEvent(feed, event, cursor.nanos);
    } catch (UnknownMarketException e) {
      throw cursor.source.undecodable(e);
    }
  }

  private StreamEvent decode(Cursor cursor) {
    FrameSource source = cursor.source;
    try {
      return cursor.decoder.decode(source.buffer(), source.offset(), source.length());
    } catch (RuntimeException e) {
      throw source.undecodable(e);
    }
  }

  private Feed connect(Cursor cursor) {
    TapeHeader header = cursor.recording.header();
    Long median = header.clockOffsetNanos();
    long offset = median == null ? 0 : median;
    Map<MarketTicker, MarketFacts> facts = new LinkedHashMap<>();
    header.markets().forEach(market -> facts.put(market.ticker(), market.facts()));
    Feed feed = engine.connect(facts, offset, cursor.nanos);
    cursor.feed = feed;
    for (TapeMarket market : header.markets()) {
      if (lastRecording.get(market.ticker()) == cursor.recording) {
        settleLater(market, header, offset);
      }
    }
    return feed;
  }

  private void settleLater(TapeMarket market, TapeHeader header, long offset) {
    TapeMarket known = decided.getOrDefault(market.ticker(), market);
    MarketResult result = known.result();
    Instant close = market.facts().closeTime();
    Instant settlement = known.settlementTime();
    long settleNanos =
        EpochNanos.of(settlement == null ? close.plus(EXPECTED_EXPIRATION) : settlement) + offset;
    long closeNanos = EpochNanos.of(close) + offset;
    boolean beyondTape = EpochNanos.of(header.end()) < closeNanos;
    engine.settleAt(market.ticker(), result, beyondTape, Math.max(settleNanos, closeNanos));
  }

  private void end(Cursor cursor, Feed feed) {
    cursor.source.close();
    engine.disconnect(feed);
    if (cursor.firstNanos != NONE) {
      spanNanos += cursor.lastNanos - cursor.firstNanos;
      startNanos = Math.min(startNanos, cursor.firstNanos);
      endNanos = Math.max(endNanos, cursor.lastNanos);
      ended.add(
          new BacktestReport.Recorded(
              fileName(cursor.recording.name()),
              EpochNanos.toInstant(cursor.firstNanos),
              EpochNanos.toInstant(cursor.lastNanos),
              Duration.ofNanos(feed.clockOffsetNanos()),
              cursor.frames));
    }
    sequenceGaps += feed.books().gaps();
    faults += feed.books().faults();
    unrecognized += cursor.decoder.statistics().unrecognized();
  }

  private static String fileName(String name) {
    return name.substring(name.lastIndexOf(File.separatorChar) + 1);
  }

  private void report(Cursor cursor) {
    sampleHeap();
    progress.accept(
        new Progress(cursor.number, recordings.size(), cursor.recording.name(), frames));
  }

  private void sampleHeap() {
    Runtime runtime = Runtime.getRuntime();
    peakHeap = Math.max(peakHeap, runtime.totalMemory() - runtime.freeMemory());
  }

  /** A recording being read. */
  private static final class Cursor {
    private final Recording recording;
    private final int number;
    private final FrameSource source;
    private final StreamDecoder decoder;
    private @Nullable Feed feed;
    private long nanos;
    private long firstNanos = NONE;
    private long lastNanos = NONE;
    private long frames;

    private Cursor(Recording recording, int number) {
      this.recording = recording;
      this.number = number;
      this.decoder = new StreamDecoder(recording.header().useYesPrice());
      this.source = recording.open();
    }

    /** Takes note of an exchange frame, which is what a recording's span is measured by. */
    private void observed(long frameNanos) {
      if (firstNanos == NONE) {
        firstNanos = frameNanos;
      }
      lastNanos = frameNanos;
    }
  }
}
