package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.market.Level;
import io.github.kalshi4j.client.market.LevelSource;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.TradeId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The last of a stream's frequent messages, read without allocating: a change of a book, a book, a
 * ticker or a trade. Prices are YES prices. Only the methods that speak of its {@link #kind} tell
 * something; the others return what they like.
 *
 * <p>Valid until the decoder's next {@link StreamDecoder#read read}, which changes it. Used by the
 * decoder's thread.
 */
public final class HotFrame implements LevelSource {
  /** Stands for a price that is not there. */
  static final int NO_PRICE = -1;

  /** What message it was. */
  public enum Kind {
    /** A {@link BookDelta}. */
    DELTA("orderbook_delta"),
    /** A {@link BookSnapshot}. */
    SNAPSHOT("orderbook_snapshot"),
    /** A {@link Ticker}. */
    TICKER("ticker"),
    /** A {@link PublicTrade}. */
    TRADE("trade");

    private final String wire;

    Kind(String wire) {
      this.wire = wire;
    }

    String wire() {
      return wire;
    }
  }

  // Written by FrameScanner.
  @Nullable Kind kind;
  int subscription;
  long sequence;
  long command;
  @Nullable MarketTicker market;
  OutcomeSide outcome = OutcomeSide.YES;
  int price;
  long hundredths;
  long exchangeMicros;
  int bid;
  int ask;
  long bidHundredths;
  long askHundredths;
  long lastHundredths;
  long volumeHundredths;
  long openInterestHundredths;
  boolean block;
  long tradeIdHigh;
  long tradeIdLow;
  final Levels bids = new Levels();
  final Levels asks = new Levels();

  HotFrame() {}

  /**
   * Returns what message it was.
   *
   * @throws IllegalStateException if the last frame became an event instead
   */
  public Kind kind() {
    if (kind == null) {
      throw new IllegalStateException("the last frame was returned as an event");
    }
    return kind;
  }

  /** Returns the subscription, the exchange's {@code sid}; 0 if a ticker or trade has none. */
  public int subscription() {
    return subscription;
  }

  /** Returns the place in the subscription; 0 if a ticker or trade has none. */
  public long sequence() {
    return sequence;
  }

  /** Returns the id of the command that a snapshot answers; 0 if it answers none. */
  public long command() {
    return command;
  }

  /**
   * Returns the market.
   *
   * @throws IllegalStateException if the last frame became an event instead
   */
  public MarketTicker market() {
    if (kind == null || market == null) {
      throw new IllegalStateException("the last frame was returned as an event");
    }
    return market;
  }

  /** Returns the side of the YES book that a delta changes. */
  public BookSide side() {
    return outcome.bookSide();
  }

  /** Returns the level that a delta changes, or the price of a trade. */
  public Price price() {
    return Price.ofCenticents(price);
  }

  /**
   * Returns a delta's change, negative when contracts leave the level, or a trade's quantity, in
   * hundredths of a contract.
   */
  public long hundredths() {
    return hundredths;
  }

  /**
   * Returns the exchange's time, microseconds since 1970; of a ticker or trade it has whole
   * milliseconds only. 0 if a delta has none, and for a snapshot.
   */
  public long exchangeMicros() {
    return exchangeMicros;
  }

  /** Returns how many levels of a side a snapshot has. */
  @Override
  public int count(BookSide side) {
    return levels(side).count;
  }

  /** Returns the price of a snapshot's level, 0 to {@link #count} − 1, in no promised order. */
  @Override
  public Price price(BookSide side, int index) {
    return Price.ofCenticents(levels(side).centicents[index]);
  }

  /** Returns the hundredths of a contract at a snapshot's level. */
  @Override
  public long hundredths(BookSide side, int index) {
    return levels(side).hundredths[index];
  }

  /** Returns a ticker's last traded price; null before the first trade. */
  public @Nullable Price lastPrice() {
    return price <= 0 ? null : Price.ofCenticents(price);
  }

  /** Returns a ticker's best bid; null where nobody bids. */
  public @Nullable Price bid() {
    return bid == 0 ? null : Price.ofCenticents(bid);
  }

  /** Returns a ticker's best ask; null where nobody asks. */
  public @Nullable Price ask() {
    return ask == Price.ONE.centicents() ? null : Price.ofCenticents(ask);
  }

  /** Returns the hundredths of a contract at a ticker's best bid. */
  public long bidHundredths() {
    return bidHundredths;
  }

  /** Returns the hundredths of a contract at a ticker's best ask. */
  public long askHundredths() {
    return askHundredths;
  }

  /** Returns the hundredths of a contract of the last trade, as a ticker says. */
  public long lastHundredths() {
    return lastHundredths;
  }

  /** Returns the hundredths of a contract traded since the market opened, as a ticker says. */
  public long volumeHundredths() {
    return volumeHundredths;
  }

  /** Returns the hundredths of a contract held open, as a ticker says. */
  public long openInterestHundredths() {
    return openInterestHundredths;
  }

  /** Returns the outcome that a trade's taker bought. */
  public OutcomeSide taker() {
    return outcome;
  }

  /** Returns whether a trade was agreed off the book. */
  public boolean isBlock() {
    return block;
  }

  /** Returns the first 64 bits of a trade's id, which is a UUID. */
  public long tradeIdHigh() {
    return tradeIdHigh;
  }

  /** Returns the last 64 bits of a trade's id. */
  public long tradeIdLow() {
    return tradeIdLow;
  }

  /**
   * Returns the message as a value that may be kept.
   *
   * @throws IllegalStateException if the last frame became an event instead
   */
  public StreamEvent toEvent() {
    return switch (kind()) {
      case DELTA ->
          new BookDelta(
              subscription,
              sequence,
              market(),
              side(),
              price(),
              hundredths,
              exchangeMicros,
              null,
              null);
      case SNAPSHOT ->
          new BookSnapshot(command, subscription, sequence, market(), bids.toList(), asks.toList());
      case TICKER ->
          new Ticker(
              subscription,
              market(),
              lastPrice(),
              bid(),
              Quantity.ofHundredths(bidHundredths),
              ask(),
              Quantity.ofHundredths(askHundredths),
              Quantity.ofHundredths(lastHundredths),
              Quantity.ofHundredths(volumeHundredths),
              Quantity.ofHundredths(openInterestHundredths),
              exchangeMicros / 1000);
      case TRADE ->
          new PublicTrade(
              subscription,
              sequence,
              TradeId.of(new UUID(tradeIdHigh, tradeIdLow).toString()),
              market(),
              price(),
              Quantity.ofHundredths(hundredths),
              outcome,
              block,
              exchangeMicros / 1000);
    };
  }

  private Levels levels(BookSide side) {
    return side == BookSide.BID ? bids : asks;
  }

  /** One side of a snapshot, in arrays that grow as needed and are used again. */
  static final class Levels {
    private int[] centicents = new int[128];
    private long[] hundredths = new long[128];
    private int count;

    void clear() {
      count = 0;
    }

    void add(int levelCenticents, long levelHundredths) {
      if (count == centicents.length) {
        centicents = Arrays.copyOf(centicents, 2 * count);
        hundredths = Arrays.copyOf(hundredths, 2 * count);
      }
      centicents[count] = levelCenticents;
      hundredths[count++] = levelHundredths;
    }

    /** Turns NO prices into YES prices. */
    void complement() {
      for (int i = 0; i < count; i++) {
        centicents[i] = (int) Price.ONE.centicents() - centicents[i];
      }
    }

    List<Level> toList() {
      List<Level> list = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        list.add(
            new Level(Price.ofCenticents(centicents[i]), Quantity.ofHundredths(hundredths[i])));
      }
      return list;
    }
  }
}
