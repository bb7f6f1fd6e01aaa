package io.github.kalshi4j.client.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

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

  private static final int NO = -1;
  private static final int MAX_FRAME = 1 << 20;
  private static final int MAX_DECIMAL = 14;
  private static final int DOLLAR = 10_000;
  private static final long[] POWERS_OF_TEN = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000
  };

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

  /** The name that came last time at each place: of the envelope, then of each kind of message. */
  private final Name[] guesses = new Name[(KINDS.length + 2) * NAMES];

  private Name lastType = TYPE_NAMES[0];
  private byte[] copy = new byte[1 << 10];

  private int end;
  private int kind; // 0 while it is not known, else 1 + its ordinal
  private long seen;
  private long value;
  private long seconds;
  private long millis;

  // The first eight digits of the last time in milliseconds, and what they alone amount to.
  private long millisHead;
  private long millisStart;
  private OutcomeSide oldTaker = OutcomeSide.YES;

  // The day that the last time was in, as its first eight characters and the eight from the fourth
  // on, and when it began. The first value is none, since the two contradict each other.
  private long dayStart = 0;
  private long dayRest = -1;
  private long dayMicros;

  // The minute that the last time was in, as its first sixteen characters, and when it began.
  private long minuteStart;
  private long minuteRest;
  private long minuteMicros;

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
    at = integer(bytes, at + DELTA_START.length());
    hot.subscription = (int) value;
    if (value > Integer.MAX_VALUE || !follows(THEN_SEQUENCE, bytes, at)) {
      return NO;
    }
    at = integer(bytes, at + THEN_SEQUENCE.length());
    hot.sequence = value;
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
    at = price(bytes, at + THEN_PRICE.length());
    hot.price = (int) value;
    if (!follows(THEN_DELTA, bytes, at)) {
      return NO;
    }
    at = hundredths(bytes, at + THEN_DELTA.length());
    hot.hundredths = value;
    if (!follows(THEN_SIDE, bytes, at)) {
      return NO;
    }
    at = outcome(bytes, at + THEN_SIDE.length());
    hot.outcome = value == 0 ? OutcomeSide.YES : OutcomeSide.NO;
    if (!follows(THEN_TIME, bytes, at)) {
      return NO;
    }
    at = micros(bytes, at + THEN_TIME.length());
    hot.exchangeMicros = value;
    if (!follows(THEN_MILLIS, bytes, at)) {
      return NO;
    }
    at = millis(bytes, at + THEN_MILLIS.length());
    if (at == NO || bytes[at] != '}') {
      return NO;
    }
    at++;
    if (bytes[at] == ',') {
      if (!THEN_SENT.isAt(bytes, at)) {
        return NO;
      }
      at = integer(bytes, at + THEN_SENT.length());
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
          at = integer(bytes, at);
          if (value > Integer.MAX_VALUE) {
            return NO;
          }
          hot.subscription = (int) value;
        }
        case SEQUENCE -> {
          at = integer(bytes, at);
          hot.sequence = value;
        }
        case COMMAND -> {
          at = integer(bytes, at);
          hot.command = value;
        }
        case SENT -> at = integer(bytes, at);
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
            at = price(bytes, at);
            hot.price = (int) value;
          }
        }
        case TRADE_PRICE -> {
          at = price(bytes, at);
          hot.price = (int) value;
        }
        case DELTA, COUNT -> {
          at = hundredths(bytes, at);
          hot.hundredths = value;
        }
        case SIDE, TAKER -> {
          at = outcome(bytes, at);
          hot.outcome = value == 0 ? OutcomeSide.YES : OutcomeSide.NO;
        }
        case OLD_TAKER -> {
          at = outcome(bytes, at);
          oldTaker = value == 0 ? OutcomeSide.YES : OutcomeSide.NO;
        }
        case TIME -> {
          if (bytes[at] == '"') {
            at = micros(bytes, at);
            hot.exchangeMicros = value;
            found |= TIME_IS_TEXT;
          } else {
            at = integer(bytes, at);
            seconds = value;
          }
        }
        case MILLIS -> {
          at = millis(bytes, at);
          millis = value;
        }
        case YES_LEVELS -> at = levels(bytes, at, hot.bids);
        case NO_LEVELS -> at = levels(bytes, at, hot.asks);
        case BID -> {
          at = price(bytes, at);
          hot.bid = (int) value;
        }
        case ASK -> {
          at = price(bytes, at);
          hot.ask = (int) value;
        }
        case BID_SIZE -> {
          at = quantity(bytes, at);
          hot.bidHundredths = value;
        }
        case ASK_SIZE -> {
          at = quantity(bytes, at);
          hot.askHundredths = value;
        }
        case LAST_SIZE -> {
          at = quantity(bytes, at);
          hot.lastHundredths = value;
        }
        case VOLUME -> {
          at = quantity(bytes, at);
          hot.volumeHundredths = value;
        }
        case OPEN_INTEREST -> {
          at = quantity(bytes, at);
          hot.openInterestHundredths = value;
        }
        case TRADE_ID -> at = tradeId(bytes, at);
        case DOLLAR_VOLUME, DOLLAR_OPEN_INTEREST -> at = integer(bytes, at);
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

  /** Reads a whole number that is not negative and has at most 15 digits. */
  private int integer(byte[] bytes, int at) {
    long values = Words.values(Words.at(bytes, at));
    int digits = Words.firstIn(Words.noDigits(values));
    if (digits == 0 || (digits > 1 && (values & 0xFF) == 0)) {
      return NO;
    }
    value = Words.number(values << (64 - 8 * digits));
    if (digits < Long.BYTES) {
      return behind(at, digits);
    }
    values = Words.values(Words.at(bytes, at + Long.BYTES));
    digits = Words.firstIn(Words.noDigits(values));
    if (digits == Long.BYTES) {
      return NO;
    }
    if (digits > 0) {
      value = value * POWERS_OF_TEN[digits] + Words.number(values << (64 - 8 * digits));
    }
    return behind(at + Long.BYTES, digits);
  }

  /** Reads a whole number as {@link #integer} does, sooner if it begins as the last one did. */
  private int millis(byte[] bytes, int at) {
    long head = Words.at(bytes, at);
    long rest = Words.values(Words.at(bytes, at + Long.BYTES));
    if (head == millisHead && Words.firstIn(Words.noDigits(rest)) == 5) {
      value = millisStart + Words.number(rest << 24);
      return at + 13;
    }
    int stop = integer(bytes, at);
    if (stop == at + 13) {
      millisHead = head;
      millisStart = value - value % 100_000;
    }
    return stop;
  }

  /**
   * Returns {@code at + digits}, but in branches: so the processor guesses how many there are, as
   * there were last time, and goes on meanwhile.
   */
  private static int behind(int at, int digits) {
    return switch (digits) {
      case 0 -> at;
      case 1 -> at + 1;
      case 2 -> at + 2;
      case 3 -> at + 3;
      case 4 -> at + 4;
      case 5 -> at + 5;
      case 6 -> at + 6;
      default -> at + 7;
    };
  }

  /** Reads a price from $0 to $1, in quotes. */
  private int price(byte[] bytes, int at) {
    // The usual form is "0.5600": with its quotes it is exactly one word.
    long values = Words.at(bytes, at) ^ 0x2230_3030_302E_3022L;
    if (((values + 0x7F76_7676_767F_767FL | values) & Words.HIGH_BITS) != 0) {
      return decimal(bytes, at, 4, DOLLAR);
    }
    long fraction = (values & 0x00FF_FFFF_FF00_0000L) << 8;
    long whole = (values & 0xFF00) << 16;
    value = Words.number(fraction | whole);
    return value <= DOLLAR ? at + Long.BYTES : NO;
  }

  private int quantity(byte[] bytes, int at) {
    int next = hundredths(bytes, at);
    return value < 0 ? NO : next;
  }

  /** Reads a decimal with a sign if need be, in quotes, as a count of hundredths. */
  private int hundredths(byte[] bytes, int at) {
    if (bytes[at] != '"') {
      return NO;
    }
    boolean negative = bytes[at + 1] == '-';
    int start = negative ? at + 2 : at + 1;
    long quotes = Words.quotes(Words.at(bytes, start));
    int length = Words.firstIn(quotes);
    long millions = 0;
    if (length == Long.BYTES) {
      int more = Words.firstIn(Words.quotes(Words.at(bytes, start + Long.BYTES)));
      if (more == Long.BYTES) {
        return NO;
      }
      if (more > 0) {
        // The first digits, which the aligned word below does not reach.
        long values = Words.values(Words.at(bytes, start)) & Words.mask(more);
        if (Words.noDigits(values) != 0) {
          return NO;
        }
        millions = Words.number(values << (64 - 8 * more)) * 10_000_000;
        length += more;
      }
    }
    // Aligned to the closing quote, so that the point is at byte 5 and the cents are behind it.
    long values = Words.values(Words.at(bytes, start + length - Long.BYTES));
    if (length < Long.BYTES) {
      values &= ~Words.mask(Long.BYTES - length);
    }
    if (length < 4 || (values >>> 40 & 0xFF) != ('.' ^ '0')) {
      return decimal(bytes, at, 2, Long.MAX_VALUE);
    }
    values = (values & 0xFFFF_0000_0000_0000L) | ((values & 0x00FF_FFFF_FFFFL) << 8);
    if (Words.noDigits(values) != 0) {
      return NO;
    }
    long units = millions + Words.number(values);
    value = negative ? -units : units;
    return start + length + 1;
  }

  /** Reads any short decimal in quotes as a count of 10<sup>-scale</sup>. */
  private int decimal(byte[] bytes, int at, int scale, long most) {
    if (bytes[at] != '"') {
      return NO;
    }
    int i = at + 1;
    boolean negative = bytes[i] == '-';
    if (negative) {
      i++;
    }
    int stop = i + MAX_DECIMAL;
    long units = 0;
    int digits = 0;
    int decimals = NO; // until the point
    for (; i < stop; i++) {
      int digit = bytes[i] - '0';
      if (digit >= 0 && digit <= 9) {
        digits++;
        if (decimals < scale) {
          units = units * 10 + digit;
          decimals += decimals == NO ? 0 : 1;
        } else if (digit != 0) {
          return NO;
        }
      } else if (bytes[i] == '.' && decimals == NO) {
        decimals = 0;
      } else {
        break;
      }
    }
    if (digits == 0 || bytes[i] != '"' || bytes[i - 1] == '.') {
      return NO;
    }
    units *= POWERS_OF_TEN[scale - Math.max(decimals, 0)];
    value = negative ? -units : units;
    return units > most || (negative && units != 0 && most != Long.MAX_VALUE) ? NO : i + 1;
  }

  /** Reads {@code "yes"} as 0 and {@code "no"} as 1. */
  private int outcome(byte[] bytes, int at) {
    long word = Words.at(bytes, at);
    if ((word & Words.mask(5)) == YES) {
      value = 0;
      return at + 5;
    }
    value = 1;
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

  /** Reads a time such as {@code "2026-05-13T15:44:19.59736Z"} as microseconds since 1970. */
  private int micros(byte[] bytes, int at) {
    int start = at + 1;
    if ((Words.at(bytes, start) != minuteStart || Words.at(bytes, start + 8) != minuteRest)
        && !minute(bytes, start)) {
      return NO;
    }
    int second = twoDigits(bytes, start + 17);
    if (bytes[start + 16] != ':' || second < 0 || second > 59) {
      return NO;
    }
    long micros = minuteMicros + second * 1_000_000L;
    int i = start + 19;
    if (bytes[i] == '.') { // the digits become the last six of eight, with zeros behind them
      long values = Words.values(Words.at(bytes, i + 1));
      int digits = Words.firstIn(Words.noDigits(values));
      if (digits == 0 || digits > 6) {
        return NO; // the general reader knows what to do with nanoseconds
      }
      micros += Words.number((values & Words.mask(digits)) << 16);
      i = behind(i + 1, digits);
    }
    value = micros;
    return bytes[at] == '"' && bytes[i] == 'Z' && bytes[i + 1] == '"' ? i + 2 : NO;
  }

  /** Reads a minute such as {@code 2026-05-13T15:44}, to be remembered. */
  private boolean minute(byte[] bytes, int start) {
    long first = Words.at(bytes, start);
    long rest = Words.at(bytes, start + 3);
    if (first != dayStart || rest != dayRest) {
      try {
        dayMicros = Timestamps.micros(new String(bytes, start, 11, US_ASCII) + "00:00:00Z");
      } catch (IllegalArgumentException e) {
        return false;
      }
      dayStart = first;
      dayRest = rest;
    }
    int hour = twoDigits(bytes, start + 11);
    int minute = twoDigits(bytes, start + 14);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || bytes[start + 13] != ':') {
      return false;
    }
    minuteStart = first;
    minuteRest = Words.at(bytes, start + 8);
    minuteMicros = dayMicros + (hour * 60 + minute) * 60_000_000L;
    return true;
  }

  /** Returns the number that two digits make, or something negative if they are none. */
  private static int twoDigits(byte[] bytes, int at) {
    int tens = bytes[at] - '0';
    int ones = bytes[at + 1] - '0';
    return (tens | ones) < 0 || tens > 9 || ones > 9 ? NO : tens * 10 + ones;
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
      at = price(bytes, at + 1);
      long centicents = value;
      if (at == NO || bytes[at] != ',') {
        return NO;
      }
      at = quantity(bytes, at + 1);
      if (at == NO || bytes[at] != ']') {
        return NO;
      }
      levels.add((int) centicents, value);
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
