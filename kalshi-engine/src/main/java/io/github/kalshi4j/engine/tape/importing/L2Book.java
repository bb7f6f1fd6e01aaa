package io.github.kalshi4j.engine.tape.importing;

import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.engine.tape.format.TapeMarket;
import io.github.kalshi4j.engine.tape.header.ClockOffsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The book rows of a capture, as frames of the exchange: the levels of one ticker and sequence
 * number become a snapshot, every other row a delta.
 */
final class L2Book implements L2Frames {
  private static final List<String> COLUMNS =
      List.of("recv_ns", "exch_ts_us", "seq", "kind", "ticker", "side", "price", "qty");
  private static final int RECEIVED = 0;
  private static final int EXCHANGE = 1;
  private static final int SEQUENCE = 2;
  private static final int KIND = 3;
  private static final int TICKER = 4;
  private static final int SIDE = 5;
  private static final int PRICE = 6;
  private static final int QUANTITY = 7;

  private static final byte[] YES = FrameBuilder.ascii("yes");
  private static final byte[] NO = FrameBuilder.ascii("no");
  private static final byte[] SNAPSHOT =
      FrameBuilder.ascii("{\"type\":\"orderbook_snapshot\",\"sid\":1,\"seq\":");
  private static final byte[] DELTA =
      FrameBuilder.ascii("{\"type\":\"orderbook_delta\",\"sid\":1,\"seq\":");
  private static final byte[] MESSAGE = FrameBuilder.ascii(",\"msg\":{");
  private static final byte[] PRICE_KEY = FrameBuilder.ascii(",\"price_dollars\":\"");
  private static final byte[] DELTA_KEY = FrameBuilder.ascii("\",\"delta_fp\":\"");
  private static final byte[] SIDE_KEY = FrameBuilder.ascii("\",\"side\":\"");
  private static final byte[] TIME_KEY = FrameBuilder.ascii("\",\"ts\":\"");
  private static final byte[] MILLIS_KEY = FrameBuilder.ascii("\",\"ts_ms\":");
  private static final byte[] YES_LEVELS = FrameBuilder.ascii(",\"yes_dollars_fp\":[");
  private static final byte[] NO_LEVELS = FrameBuilder.ascii(",\"no_dollars_fp\":[");
  private static final byte[] END = FrameBuilder.ascii("}}");

  private final CsvRows rows;
  private final L2Tickers tickers;
  private final FrameBuilder frame = new FrameBuilder();
  private final Levels yes = new Levels();
  private final Levels no = new Levels();
  private boolean hasRow;
  private long rowReceived;
  private long received;
  private long sequence = -1;
  private boolean reconnected;
  private @Nullable Long gapUntil;
  private final ClockOffsets offsets = new ClockOffsets();

  L2Book(Path file, L2Tickers tickers) {
    this.rows = new CsvRows(file, COLUMNS);
    this.tickers = tickers;
    readRow();
  }

  @Override
  public boolean next() {
    if (!hasRow) {
      return false;
    }
    reconnected = restarts();
    received = rowReceived;
    if (isSnapshot()) {
      snapshot();
    } else {
      delta();
    }
    gapUntil = hasRow && restarts() ? rowReceived : null;
    return true;
  }

  @Override
  public long receiveNanos() {
    return received;
  }

  @Override
  public FrameBuilder frame() {
    return frame;
  }

  /** Returns whether the current frame is the first of a connection that follows another. */
  boolean reconnected() {
    return reconnected;
  }

  /** Returns when the next frame comes, if that is the first of a new connection; else null. */
  @Nullable Long gapUntil() {
    return gapUntil;
  }

  /** Returns the exact lower median of receive less exchange time; null without deltas. */
  @Nullable Long medianOffset() {
    return offsets.percentile(50);
  }

  @Override
  public void close() {
    rows.close();
  }

  private void readRow() {
    hasRow = rows.next();
    if (hasRow) {
      rowReceived = rows.wholeFrom(RECEIVED, rowReceived);
    }
  }

  private boolean isSnapshot() {
    return switch (rows.character(KIND)) {
      case 'S' -> true;
      case 'D' -> false;
      default -> throw rows.bad(KIND, "neither S nor D");
    };
  }

  /** Only a snapshot begins a connection; a delta out of order is kept as it came. */
  private boolean restarts() {
    return isSnapshot() && rows.whole(SEQUENCE) <= sequence;
  }

  private boolean isYes() {
    if (rows.is(SIDE, YES)) {
      return true;
    }
    if (rows.is(SIDE, NO)) {
      return false;
    }
    throw rows.bad(SIDE, "neither yes nor no");
  }

  private long price(TapeMarket market) {
    long centicents = rows.decimal(PRICE, 4);
    if (centicents < 0
        || centicents > 10_000
        || !market.facts().grid().contains(Price.ofCenticents(centicents))) {
      throw rows.bad(PRICE, "not a price of the grid " + market.priceLevelStructure());
    }
    return centicents;
  }

  private void delta() {
    TapeMarket market = tickers.of(rows, TICKER);
    sequence = rows.whole(SEQUENCE);
    long micros = rows.time(EXCHANGE, 1_000);
    long change = rows.decimal(QUANTITY, 2);
    if (change == 0) {
      throw rows.bad(QUANTITY, "no change");
    }
    frame.clear().add(DELTA).add(sequence).add(MESSAGE).add(tickers.keys());
    frame.add(PRICE_KEY).decimal(price(market), 4);
    frame.add(DELTA_KEY).decimal(change, 2);
    frame.add(SIDE_KEY).add(isYes() ? YES : NO);
    frame.add(TIME_KEY).kalshiTime(micros);
    frame.add(MILLIS_KEY).add(micros / 1000).add(END);
    offsets.take(Math.subtractExact(received, Math.multiplyExact(micros, 1000L)));
    readRow();
  }

  private void snapshot() {
    TapeMarket market = tickers.of(rows, TICKER);
    MarketTicker ticker = market.ticker();
    sequence = rows.whole(SEQUENCE);
    byte[] keys = tickers.keys();
    yes.clear();
    no.clear();
    do {
      if (!rows.isEmpty(EXCHANGE)) {
        throw rows.bad(EXCHANGE, "a time, which snapshots lack");
      }
      if (rowReceived != received) {
        throw rows.bad(RECEIVED, "another time than that of the snapshot's first level");
      }
      long quantity = rows.decimal(QUANTITY, 2);
      if (quantity <= 0) {
        throw rows.bad(QUANTITY, "not a quantity of a level");
      }
      if (!(isYes() ? yes : no).add(price(market), quantity)) {
        throw rows.bad(PRICE, "twice in one snapshot");
      }
      readRow();
    } while (hasRow
        && isSnapshot()
        && rows.whole(SEQUENCE) == sequence
        && tickers.of(rows, TICKER).ticker().equals(ticker));
    frame.clear().add(SNAPSHOT).add(sequence).add(MESSAGE).add(keys);
    yes.addTo(frame, YES_LEVELS);
    no.addTo(frame, NO_LEVELS);
    frame.add(END);
  }

  /** The levels of one side of a snapshot. */
  private static final class Levels {
    private static final byte[] FIRST = FrameBuilder.ascii("[\"");
    private static final byte[] LATER = FrameBuilder.ascii(",[\"");
    private static final byte[] BETWEEN = FrameBuilder.ascii("\",\"");
    private static final byte[] LAST = FrameBuilder.ascii("\"]");

    private record Level(long price, long quantity) {}

    private final List<Level> levels = new ArrayList<>();

    void clear() {
      levels.clear();
    }

    boolean add(long price, long quantity) {
      boolean isNew = levels.stream().noneMatch(level -> level.price == price);
      levels.add(new Level(price, quantity));
      return isNew;
    }

    void addTo(FrameBuilder frame, byte[] key) {
      if (levels.isEmpty()) {
        return;
      }
      levels.sort(Comparator.comparingLong(Level::price));
      frame.add(key);
      byte[] before = FIRST;
      for (Level level : levels) {
        frame.add(before).decimal(level.price, 4).add(BETWEEN).decimal(level.quantity, 2).add(LAST);
        before = LATER;
      }
      frame.add(']');
    }
  }
}
