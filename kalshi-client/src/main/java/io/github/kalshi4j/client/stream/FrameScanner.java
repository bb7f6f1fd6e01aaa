package io.github.kalshi4j.client.stream;

import static io.github.kalshi4j.client.stream.NumberScanner.DOLLAR;
import static io.github.kalshi4j.client.stream.NumberScanner.NO;

import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OutcomeSide;
import java.util.Arrays;

/**
 * Reads the frequent messages straight from their bytes, without allocating.
 *
 * <p>It takes only what it is sure to understand as the general reader does: plain ASCII strings
 * without escapes, whole numbers in their shortest form, no white space but one line feed at the
 * end, no nulls, each field once and none that is not known. Everything else it leaves to the
 * general reader, which then decides what the frame says or why it is refused; so nothing here has
 * to explain itself.
 *
 * <p>Fields may come in any order. Which one comes next is guessed from the last frame of the same
 * kind and only checked; a wrong guess costs a search. What a field holds does not depend on the
 * frame's type, which may come last; whether it belongs there is seen at the end.
 *
 * <p>Positions run ahead of what is known to be inside the frame, by less than {@link #PADDING},
 * and are checked against its end once per field or run of eight bytes. Whatever stands behind the
 * end cannot do harm: a frame is taken only if reading it ended exactly at its end.
 */
final class FrameScanner {
  /** How many bytes an array must go on behind a frame, so that it need not be copied. */
  static final int PADDING = 128;

  private static final int MAX_FRAME = 1 << 20;

  private static final long YES = Words.of("\"yes\"", 0);
  private static final long NOT_YES = Words.of("\"no\"", 0);
  private static final long TRUE = Words.of("true", 0);
  private static final long FALSE = Words.of("false", 0);

  private static final int TYPE = 1;
  private static final int SUBSCRIPTION = 2;
  private static final int SEQUENCE = 3;
  private static final int MESSAGE = 4;
  private static final int COMMAND = 5;
  private static final int SENT = 6;
  private static final int MARKET = 7;
  private static final int MARKET_ID = 8;
  private static final int PRICE = 9;
  private static final int DELTA = 10;
  private static final int SIDE = 11;
  private static final int TIME = 12;
  private static final int MILLIS = 13;
  private static final int YES_LEVELS = 14;
  private static final int NO_LEVELS = 15;
  private static final int BID = 16;
  private static final int ASK = 17;
  private static final int BID_SIZE = 18;
  private static final int ASK_SIZE = 19;
  private static final int LAST_SIZE = 20;
  private static final int VOLUME = 21;
  private static final int OPEN_INTEREST = 22;
  private static final int DOLLAR_VOLUME = 23;
  private static final int DOLLAR_OPEN_INTEREST = 24;
  private static final int TIME_TEXT = 25;
  private static final int TRADE_ID = 26;
  private static final int TRADE_PRICE = 27;
  private static final int NO_PRICE = 28;
  private static final int COUNT = 29;
  private static final int TAKER = 30;
  private static final int OLD_TAKER = 31;
  private static final int TAKER_BOOK_SIDE = 32;
  private static final int BLOCK = 33;

  /** Marks that {@code ts} was a text, as a delta has it; else it was a number. */
  private static final long TIME_IS_TEXT = 1L << 34;

  private static final int NAMES = 34;

  private static final Literal DELTA_START = Literal.of("{\"type\":\"orderbook_delta\",\"sid\":");
  private static final Literal THEN_SEQUENCE = Literal.of(",\"seq\":");
  private static final Literal THEN_MARKET = Literal.of(",\"msg\":{\"market_ticker\":");
  private static final Literal THEN_MARKET_ID = Literal.of(",\"market_id\":");
  private static final Literal THEN_PRICE = Literal.of(",\"price_dollars\":");
  private static final Literal THEN_DELTA = Literal.of(",\"delta_fp\":");
  private static final Literal THEN_SIDE = Literal.of(",\"side\":");
  private static final Literal THEN_TIME = Literal.of(",\"ts\":");
  private static final Literal THEN_MILLIS = Literal.of(",\"ts_ms\":");
  private static final Literal THEN_SENT = Literal.of(",\"sending_ts_ms\":");
  private static final long USUAL_DELTA =
      bits(
              TYPE,
              SUBSCRIPTION,
              SEQUENCE,
              MESSAGE,
              MARKET,
              MARKET_ID,
              PRICE,
              DELTA,
              SIDE,
              TIME,
              MILLIS)
          | TIME_IS_TEXT;

  private static final Name[] ENVELOPE_NAMES = {
    field("type", TYPE),
    field("sid", SUBSCRIPTION),
    field("seq", SEQUENCE),
    field("msg", MESSAGE),
    field("id", COMMAND),
    field("sending_ts_ms", SENT)
  };

  private static final Name[] FIELD_NAMES = {
    field("market_ticker", MARKET),
    field("market_id", MARKET_ID),
    field("price_dollars", PRICE),
    field("delta_fp", DELTA),
    field("side", SIDE),
    field("ts", TIME),
    field("ts_ms", MILLIS),
    field("yes_dollars_fp", YES_LEVELS),
    field("no_dollars_fp", NO_LEVELS),
    field("yes_bid_dollars", BID),
    field("yes_ask_dollars", ASK),
    field("yes_bid_size_fp", BID_SIZE),
    field("yes_ask_size_fp", ASK_SIZE),
    field("last_trade_size_fp", LAST_SIZE),
    field("volume_fp", VOLUME),
    field("open_interest_fp", OPEN_INTEREST),
    field("dollar_volume", DOLLAR_VOLUME),
    field("dollar_open_interest", DOLLAR_OPEN_INTEREST),
    field("time", TIME_TEXT),
    field("trade_id", TRADE_ID),
    field("yes_price_dollars", TRADE_PRICE),
    field("no_price_dollars", NO_PRICE),
    field("count_fp", COUNT),
    field("taker_outcome_side", TAKER),
    field("taker_side", OLD_TAKER),
    field("taker_book_side", TAKER_BOOK_SIDE),
    field("is_block_trade", BLOCK)
  };

  private static final Name.Table ENVELOPE = new Name.Table(ENVELOPE_NAMES);
  private static final Name.Table FIELDS = new Name.Table(FIELD_NAMES);
  private static final HotFrame.Kind[] KINDS = HotFrame.Kind.values();

  private static final Name[] TYPE_NAMES =
      Arrays.stream(KINDS)
          .map(kind -> new Name(kind.wire(), "\"", kind.ordinal()))
          .toArray(Name[]::new);

  private static final Name.Table TYPES = new Name.Table(TYPE_NAMES);

  /** What each kind of message must and may have, in the order of the kinds. */
  private static final Shape[] SHAPES = {
    new Shape(
        bits(MARKET, PRICE, DELTA, SIDE, SUBSCRIPTION, SEQUENCE),
        bits(MARKET_ID, TIME, MILLIS) | TIME_IS_TEXT),
    new Shape(bits(MARKET, SUBSCRIPTION, SEQUENCE), bits(MARKET_ID, YES_LEVELS, NO_LEVELS)),
    new Shape(
        bits(MARKET, BID, ASK, BID_SIZE, ASK_SIZE, LAST_SIZE, VOLUME, OPEN_INTEREST),
        bits(MARKET_ID, PRICE, DOLLAR_VOLUME, DOLLAR_OPEN_INTEREST, TIME, MILLIS, TIME_TEXT)),
    new Shape(
        bits(TRADE_ID, MARKET, TRADE_PRICE, COUNT),
        bits(NO_PRICE, TAKER, OLD_TAKER, TAKER_BOOK_SIDE, BLOCK, TIME, MILLIS))
  };

  private final HotFrame hot;
  private final TickerCache tickers;
  private final boolean useYesPrice;
  private final NumberScanner numbers = new NumberScanner();
  private final TimeScanner times = new TimeScanner(numbers);

  /** The name that came last time at each place: of the envelope, then of each kind of message. */
  private final Name[] guesses = new Name[(KINDS.length + 2) * NAMES];

  private Name lastType = TYPE_NAMES[0];
  private byte[] copy = new byte[1 << 10];

  private int end;
  private int kind; // 0 while it is not known, else 1 + its ordinal
  private long seen;
  private long seconds;
  private long millis;

  private OutcomeSide oldTaker = OutcomeSide.YES;

  /**
   * Creates a scanner.
   *
   * @param hot where it leaves what it reads
   */
  FrameScanner(HotFrame hot, TickerCache tickers, boolean useYesPrice) {
    this.hot = hot;
    this.tickers = tickers;
    this.useYesPrice = useYesPrice;
    Arrays.fill(guesses, 0, NAMES, ENVELOPE_NAMES[0]);
    Arrays.fill(guesses, NAMES, guesses.length, FIELD_NAMES[0]);
  }

  /** Reads a frame, or returns false if the general reader has to. */
  boolean scan(byte[] frame, int offset, int length) {
    hot.kind = null;
    byte[] bytes = frame;
    int start = offset;
    if (length > MAX_FRAME) {
      return false;
    }
    if (frame.length - offset - length < PADDING) {
      if (copy.length < length + PADDING) {
        copy = new byte[length + length / 2 + PADDING];
      }
      System.arraycopy(frame, offset, copy, 0, length);
      bytes = copy;
      start = 0;
    }
    end = start + length;
    int stop = usualDelta(bytes, start);
    if (stop == NO) {
      stop = envelope(bytes, start);
    }
    return stop != NO && (stop == end || (stop == end - 1 && bytes[stop] == '\n')) && isComplete();
  }

  /** Reads a delta whose fields stand as the exchange sends them; anything else is not taken. */
  private int usualDelta(byte[] bytes, int start) {
    int at = start;
    if (!DELTA_START.isAt(bytes, at)) {
      return NO;
    }
    at = numbers.integer(bytes, at + DELTA_START.length());
    hot.subscription = (int) numbers.value;
    if (numbers.value > Integer.MAX_VALUE || !follows(THEN_SEQUENCE, bytes, at)) {
      return NO;
    }
    at = numbers.integer(bytes, at + THEN_SEQUENCE.length());
    hot.sequence = numbers.value;
    if (!follows(THEN_MARKET, bytes, at)) {
      return NO;
    }
    at = market(bytes, at + THEN_MARKET.length());
    if (!follows(THEN_MARKET_ID, bytes, at)) {
      return NO;
    }
    at = text(bytes, at + THEN_MARKET_ID.length());
    if (!follows(THEN_PRICE, bytes, at)) {
      return NO;
    }
    at = numbers.price(bytes, at + THEN_PRICE.length());
    hot.price = (int) numbers.value;
    if (!follows(THEN_DELTA, bytes, at)) {
      return NO;
    }
    at = numbers.hundredths(bytes, at + THEN_DELTA.length());
    hot.hundredths = numbers.value;
    if (!follows(THEN_SIDE, bytes, at)) {
      return NO;
    }
    at = outcome(bytes, at + THEN_SIDE.length());
    hot.outcome = numbers.value == 0 ? OutcomeSide.YES : OutcomeSide.NO;
    if (!follows(THEN_TIME, bytes, at)) {
      return NO;
    }
    at = times.micros(bytes, at + THEN_TIME.length());
    hot.exchangeMicros = numbers.value;
    if (!follows(THEN_MILLIS, bytes, at)) {
      return NO;
    }
    at = times.millis(bytes, at + THEN_MILLIS.length());
    if (at == NO || bytes[at] != '}') {
      return NO;
    }
    at++;
    if (bytes[at] == ',') {
      if (!THEN_SENT.isAt(bytes, at)) {
        return NO;
      }
      at = numbers.integer(bytes, at + THEN_SENT.length());
    }
    if (at == NO || bytes[at] != '}') {
      return NO;
    }
    hot.command = 0;
    kind = 1 + HotFrame.Kind.DELTA.ordinal();
    seen = USUAL_DELTA;
    return at + 1;
  }

  /** Returns whether all went well so far and a text comes next. */
  private boolean follows(Literal text, byte[] bytes, int at) {
    return at != NO && at < end && text.isAt(bytes, at);
  }

  private int envelope(byte[] bytes, int start) {
    seen = 0;
    kind = 0;
    hot.command = 0;
    hot.sequence = 0;
    hot.subscription = 0;
    if (start >= end || bytes[start] != '{') {
      return NO;
    }
    int at = start + 1;
    for (int place = 0; at < end; place++) {
      Name name = guesses[place];
      if (!name.isAt(bytes, at)) {
        name = ENVELOPE.find(bytes, at);
        if (name == null) {
          return NO;
        }
        guesses[place] = name;
      }
      int field = name.number;
      if ((seen & (1L << field)) != 0) {
        return NO;
      }
      seen |= 1L << field;
      at += name.length;
      switch (field) {
        case TYPE -> at = type(bytes, at);
        case SUBSCRIPTION -> {
          at = numbers.integer(bytes, at);
          if (numbers.value > Integer.MAX_VALUE) {
            return NO;
          }
          hot.subscription = (int) numbers.value;
        }
        case SEQUENCE -> {
          at = numbers.integer(bytes, at);
          hot.sequence = numbers.value;
        }
        case COMMAND -> {
          at = numbers.integer(bytes, at);
          hot.command = numbers.value;
        }
        case SENT -> at = numbers.integer(bytes, at);
        default -> at = message(bytes, at);
      }
      if (at == NO) {
        return NO;
      }
      byte next = bytes[at++];
      if (next != ',') {
        return next == '}' ? at : NO;
      }
    }
    return NO;
  }

  private int type(byte[] bytes, int at) {
    Name name = lastType;
    if (!name.isAt(bytes, at)) {
      name = TYPES.find(bytes, at);
      if (name == null) {
        return NO;
      }
      lastType = name;
    }
    kind = 1 + name.number;
    return at + name.length;
  }

  private int message(byte[] bytes, int start) {
    if (bytes[start] != '{') {
      return NO;
    }
    int at = start + 1;
    int place = (1 + kind) * NAMES;
    long found = seen;
    for (; at < end; place++) {
      Name name = guesses[place];
      if (!name.isAt(bytes, at)) {
        name = FIELDS.find(bytes, at);
        if (name == null) {
          return NO;
        }
        guesses[place] = name;
      }
      int field = name.number;
      if ((found & (1L << field)) != 0) {
        return NO;
      }
      found |= 1L << field;
      at += name.length;
      switch (field) {
        case MARKET -> at = market(bytes, at);
        case PRICE -> {
          if (bytes[at] == '"' && bytes[at + 1] == '"') { // a ticker before the first trade
            hot.price = HotFrame.NO_PRICE;
            at += 2;
          } else {
            at = numbers.price(bytes, at);
            hot.price = (int) numbers.value;
          }
        }
        case TRADE_PRICE -> {
          at = numbers.price(bytes, at);
          hot.price = (int) numbers.value;
        }
        case DELTA, COUNT -> {
          at = numbers.hundredths(bytes, at);
          hot.hundredths = numbers.value;
        }
        case SIDE, TAKER -> {
          at = outcome(bytes, at);
          hot.outcome = numbers.value == 0 ? OutcomeSide.YES : OutcomeSide.NO;
        }
        case OLD_TAKER -> {
          at = outcome(bytes, at);
          oldTaker = numbers.value == 0 ? OutcomeSide.YES : OutcomeSide.NO;
        }
        case TIME -> {
          if (bytes[at] == '"') {
            at = times.micros(bytes, at);
            hot.exchangeMicros = numbers.value;
            found |= TIME_IS_TEXT;
          } else {
            at = numbers.integer(bytes, at);
            seconds = numbers.value;
          }
        }
        case MILLIS -> {
          at = times.millis(bytes, at);
          millis = numbers.value;
        }
        case YES_LEVELS -> at = levels(bytes, at, hot.bids);
        case NO_LEVELS -> at = levels(bytes, at, hot.asks);
        case BID -> {
          at = numbers.price(bytes, at);
          hot.bid = (int) numbers.value;
        }
        case ASK -> {
          at = numbers.price(bytes, at);
          hot.ask = (int) numbers.value;
        }
        case BID_SIZE -> {
          at = numbers.quantity(bytes, at);
          hot.bidHundredths = numbers.value;
        }
        case ASK_SIZE -> {
          at = numbers.quantity(bytes, at);
          hot.askHundredths = numbers.value;
        }
        case LAST_SIZE -> {
          at = numbers.quantity(bytes, at);
          hot.lastHundredths = numbers.value;
        }
        case VOLUME -> {
          at = numbers.quantity(bytes, at);
          hot.volumeHundredths = numbers.value;
        }
        case OPEN_INTEREST -> {
          at = numbers.quantity(bytes, at);
          hot.openInterestHundredths = numbers.value;
        }
        case TRADE_ID -> at = tradeId(bytes, at);
        case DOLLAR_VOLUME, DOLLAR_OPEN_INTEREST -> at = numbers.integer(bytes, at);
        case BLOCK -> at = block(bytes, at);
        default -> at = text(bytes, at); // MARKET_ID, TIME_TEXT, NO_PRICE, TAKER_BOOK_SIDE
      }
      if (at == NO) {
        return NO;
      }
      byte next = bytes[at++];
      if (next != ',') {
        seen = found;
        return next == '}' ? at : NO;
      }
    }
    return NO;
  }

  /** Returns whether all that the kind of message needs was there, and nothing else. */
  private boolean isComplete() {
    if (kind == 0) {
      return false;
    }
    HotFrame.Kind found = KINDS[kind - 1];
    if (!SHAPES[kind - 1].fits(seen)) {
      return false;
    }
    boolean complete =
        switch (found) {
          case DELTA -> completeDelta();
          case SNAPSHOT -> completeSnapshot();
          case TICKER -> completeTicker();
          case TRADE -> completeTrade();
        };
    if (complete) {
      hot.kind = found;
    }
    return complete;
  }

  private boolean completeDelta() {
    if (isSeen(TIME)) {
      if ((seen & TIME_IS_TEXT) == 0) {
        return false;
      }
    } else {
      hot.exchangeMicros = isSeen(MILLIS) ? millis * 1000 : 0;
    }
    if (hot.price == HotFrame.NO_PRICE) {
      return false;
    }
    if (hot.outcome == OutcomeSide.NO && !useYesPrice) {
      hot.price = DOLLAR - hot.price;
    }
    return hot.subscription != 0 && hot.sequence != 0;
  }

  private boolean completeSnapshot() {
    if (!isSeen(YES_LEVELS)) {
      hot.bids.clear();
    }
    if (!isSeen(NO_LEVELS)) {
      hot.asks.clear();
    } else if (!useYesPrice) {
      hot.asks.complement();
    }
    hot.exchangeMicros = 0;
    return hot.subscription != 0 && hot.sequence != 0;
  }

  private boolean completeTrade() {
    if (!isSeen(TAKER)) {
      if (!isSeen(OLD_TAKER)) {
        return false;
      }
      hot.outcome = oldTaker;
    }
    if (!isSeen(BLOCK)) {
      hot.block = false;
    }
    return hot.hundredths >= 0 && completeTime();
  }

  private boolean completeTicker() {
    if (!isSeen(PRICE)) {
      hot.price = HotFrame.NO_PRICE;
    }
    return completeTime();
  }

  private boolean completeTime() {
    if (isSeen(MILLIS)) {
      hot.exchangeMicros = millis * 1000;
      return true;
    }
    hot.exchangeMicros = seconds * 1_000_000;
    return isSeen(TIME) && seconds <= Long.MAX_VALUE / 1_000_000;
  }

  private boolean isSeen(int field) {
    return (seen & (1L << field)) != 0;
  }

  private int market(byte[] bytes, int at) {
    int close = at + 1 + tickers.lastLength();
    // If it is as long as the last one and known, nothing has to be searched or checked.
    if (close < end && bytes[at] == '"' && bytes[close] == '"') {
      MarketTicker known = tickers.known(bytes, at + 1, close - at - 1);
      if (known != null) {
        hot.market = known;
        return close + 1;
      }
    }
    close = closing(bytes, at);
    if (close == NO) {
      return NO;
    }
    MarketTicker market = tickers.find(bytes, at + 1, close - at - 1);
    hot.market = market;
    return market == null ? NO : close + 1;
  }

  /** Goes behind a string, which is a UUID as a rule. */
  private int text(byte[] bytes, int at) {
    if (bytes[at] == '"' && bytes[at + 37] == '"' && Words.isLikeUuid(bytes, at + 1)) {
      return at + 38;
    }
    int close = closing(bytes, at);
    return close == NO ? NO : close + 1;
  }

  /** Returns where the quote is that closes a plain string. */
  private int closing(byte[] bytes, int at) {
    if (bytes[at] != '"') {
      return NO;
    }
    for (int i = at + 1; i < end; i += Long.BYTES) {
      long special = Words.special(Words.at(bytes, i));
      if (special != 0) {
        int close = i + Words.firstIn(special);
        return bytes[close] == '"' ? close : NO;
      }
    }
    return NO;
  }

  /** Reads {@code "yes"} as 0 and {@code "no"} as 1. */
  private int outcome(byte[] bytes, int at) {
    long word = Words.at(bytes, at);
    if ((word & Words.mask(5)) == YES) {
      numbers.value = 0;
      return at + 5;
    }
    numbers.value = 1;
    return (word & Words.mask(4)) == NOT_YES ? at + 4 : NO;
  }

  private int block(byte[] bytes, int at) {
    long word = Words.at(bytes, at);
    hot.block = (word & Words.mask(4)) == TRUE;
    if (hot.block) {
      return at + 4;
    }
    return (word & Words.mask(5)) == FALSE ? at + 5 : NO;
  }

  /** Reads a UUID in its canonical form, lower case and in quotes. */
  private int tradeId(byte[] bytes, int at) {
    int i = at + 1;
    if (bytes[at] != '"'
        || bytes[i + 8] != '-'
        || bytes[i + 13] != '-'
        || bytes[i + 18] != '-'
        || bytes[i + 23] != '-'
        || bytes[i + 36] != '"') {
      return NO;
    }
    long a = hex(Words.at(bytes, i));
    long b =
        hex((Words.at(bytes, i + 9) & Words.mask(4)) | (Words.at(bytes, i + 10) & ~Words.mask(4)));
    long c =
        hex((Words.at(bytes, i + 19) & Words.mask(4)) | (Words.at(bytes, i + 20) & ~Words.mask(4)));
    long d = hex(Words.at(bytes, i + 28));
    if ((a | b | c | d) < 0) {
      return NO;
    }
    hot.tradeIdHigh = a << 32 | b;
    hot.tradeIdLow = c << 32 | d;
    return i + 37;
  }

  /** Returns what eight hexadecimal digits say, or −1 if they are none, or in upper case. */
  private static long hex(long word) {
    long letters = (word & 0x4040_4040_4040_4040L) >>> 6; // 1 for each letter
    long nibbles = (word & 0x0F0F_0F0F_0F0F_0F0FL) + letters * 9;
    long tens = (nibbles + 0x7676_7676_7676_7676L & Words.HIGH_BITS) >>> 7; // 1 for 10 and more
    boolean fit = (nibbles & 0xF0F0_F0F0_F0F0_F0F0L) == 0;
    if (!fit || nibbles + 0x3030_3030_3030_3030L + tens * ('a' - '0' - 10) != word) {
      return NO;
    }
    long bytes = (nibbles << 4 | nibbles >>> 8) & 0x00FF_00FF_00FF_00FFL;
    long pairs = (bytes << 8 | bytes >>> 16) & 0x0000_FFFF_0000_FFFFL;
    return (pairs << 16 | pairs >>> 32) & 0xFFFF_FFFFL;
  }

  private int levels(byte[] bytes, int start, HotFrame.Levels levels) {
    levels.clear();
    if (bytes[start] != '[') {
      return NO;
    }
    int at = start + 1;
    if (bytes[at] == ']') {
      return at + 1;
    }
    while (at < end && bytes[at] == '[') {
      at = numbers.price(bytes, at + 1);
      long centicents = numbers.value;
      if (at == NO || bytes[at] != ',') {
        return NO;
      }
      at = numbers.quantity(bytes, at + 1);
      if (at == NO || bytes[at] != ']') {
        return NO;
      }
      levels.add((int) centicents, numbers.value);
      if (bytes[at + 1] != ',') {
        return bytes[at + 1] == ']' ? at + 2 : NO;
      }
      at += 2;
    }
    return NO;
  }

  private static Name field(String name, int number) {
    return new Name(name, "\":", number);
  }

  private static long bits(int... fields) {
    long bits = 0;
    for (int field : fields) {
      bits |= 1L << field;
    }
    return bits;
  }

  /** Which fields a kind of message has, as bits. */
  private record Shape(long must, long may) {
    private static final long EVERY = bits(TYPE, MESSAGE);
    private static final long ANY = bits(SUBSCRIPTION, SEQUENCE, COMMAND, SENT);

    boolean fits(long seen) {
      return (seen & (must | EVERY)) == (must | EVERY) && (seen & ~(must | EVERY | may | ANY)) == 0;
    }
  }
}
