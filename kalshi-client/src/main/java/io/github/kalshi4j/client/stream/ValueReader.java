package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.internal.FixedPoint;
import io.github.kalshi4j.client.market.Level;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceBand;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.RawJson;
import io.github.kalshi4j.client.value.WireEnum;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Walks over the fields of a JSON object and reads their values exactly. A value that cannot be
 * read throws {@link IllegalArgumentException}, broken JSON Jackson's exception.
 */
final class ValueReader {
  private static final int MAX_STRIKE_DIGITS = 40;

  private final CharSlice slice = new CharSlice();
  private final TickerCache tickers;
  private final JsonParser parser;
  private final byte[] frame;
  private final int offset;
  private String field = "";

  /**
   * Creates a reader of what a parser parses.
   *
   * @param frame what it parses, from an offset on
   */
  ValueReader(JsonParser parser, TickerCache tickers, byte[] frame, int offset) {
    this.parser = parser;
    this.tickers = tickers;
    this.frame = frame;
    this.offset = offset;
  }

  /** Returns the name of the field that is being read, for messages. */
  String field() {
    return field;
  }

  /** Goes to the value of the next field and returns its name, or null at the object's end. */
  @Nullable String nextField() {
    String name = parser.nextName();
    if (name != null) {
      field = name;
      parser.nextToken();
    } else if (!parser.hasToken(JsonToken.END_OBJECT)) {
      throw expected("a field or the end of the object");
    }
    return name;
  }

  boolean isNull() {
    return parser.hasToken(JsonToken.VALUE_NULL);
  }

  boolean isObject() {
    return parser.hasToken(JsonToken.START_OBJECT);
  }

  boolean isArray() {
    return parser.hasToken(JsonToken.START_ARRAY);
  }

  void requireObject() {
    if (!isObject()) {
      throw expected("an object");
    }
  }

  void skip() {
    parser.skipChildren();
  }

  /** Skips a value and returns its bytes, as they came. */
  byte[] skipped() {
    int start = offset + (int) parser.currentTokenLocation().getByteOffset();
    parser.skipChildren();
    parser.finishToken(); // so that the parser stands behind a string that it skipped
    return Arrays.copyOfRange(
        frame, start, offset + (int) parser.currentLocation().getByteOffset());
  }

  RawJson rawJson() {
    return new RawJson(new String(skipped(), StandardCharsets.UTF_8));
  }

  /** Returns the characters of a string, valid until the next value is read. */
  CharSlice characters() {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      throw expected("a string");
    }
    // The length comes last: it is what forces the string to be read to its end.
    char[] chars = parser.getStringCharacters();
    return slice.over(chars, parser.getStringOffset(), parser.getStringLength());
  }

  String text() {
    return characters().toString();
  }

  /** Returns whether the value is the empty string, as which the exchange sends some nulls. */
  boolean isEmpty() {
    return parser.hasToken(JsonToken.VALUE_STRING) && characters().isEmpty();
  }

  /** Returns the text of a string, or null if it is empty. */
  @Nullable String textOrNull() {
    return isEmpty() ? null : text();
  }

  long integer() {
    if (!parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
      throw expected("an integer");
    }
    return parser.getLongValue();
  }

  /** Reads a count that numbers something, such as a subscription: 0 to 2³¹ − 1. */
  int number() {
    long value = integer();
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("out of range: " + value);
    }
    return (int) value;
  }

  /** Reads what only counts upward: 0 or more. */
  long counter() {
    long value = integer();
    if (value < 0) {
      throw new IllegalArgumentException("negative: " + value);
    }
    return value;
  }

  boolean bool() {
    if (parser.hasToken(JsonToken.VALUE_TRUE)) {
      return true;
    }
    if (parser.hasToken(JsonToken.VALUE_FALSE)) {
      return false;
    }
    throw expected("true or false");
  }

  MarketTicker ticker() {
    return tickers.get(characters());
  }

  long fixedPoint(int scale) {
    return FixedPoint.parse(characters(), scale);
  }

  Price price() {
    return Price.ofCenticents(fixedPoint(4));
  }

  Quantity quantity() {
    return Quantity.ofHundredths(fixedPoint(2));
  }

  long micros() {
    return Timestamps.micros(characters());
  }

  /** Reads a time in milliseconds since 1970. */
  long millis() {
    return counter();
  }

  /** Reads a time in seconds since 1970 as milliseconds. */
  long secondsAsMillis() {
    return Math.multiplyExact(counter(), 1000L);
  }

  Instant instantOfSeconds() {
    return Instant.ofEpochSecond(counter());
  }

  OutcomeSide outcome() {
    CharSlice word = characters();
    if (word.is("yes")) {
      return OutcomeSide.YES;
    }
    if (word.is("no")) {
      return OutcomeSide.NO;
    }
    throw new IllegalArgumentException("neither yes nor no: \"" + word + '"');
  }

  BookSide bookSide() {
    CharSlice word = characters();
    if (word.is("bid")) {
      return BookSide.BID;
    }
    if (word.is("ask")) {
      return BookSide.ASK;
    }
    throw new IllegalArgumentException("neither bid nor ask: \"" + word + '"');
  }

  /** Reads one of the exchange's words; null for the empty one. */
  <E extends WireEnum> @Nullable E word(E[] known, E unrecognized) {
    CharSlice word = characters();
    if (word.isEmpty()) {
      return null;
    }
    for (E each : known) {
      if (word.is(each.wire())) {
        return each;
      }
    }
    return unrecognized;
  }

  /** Reads a strike, which the exchange sends as a number. */
  BigDecimal strike() {
    if (!parser.hasToken(JsonToken.VALUE_NUMBER_INT)
        && !parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
      throw expected("a number");
    }
    String digits = parser.getString();
    BigDecimal strike = new BigDecimal(digits);
    if (strike.precision() > MAX_STRIKE_DIGITS || Math.abs(strike.scale()) > MAX_STRIKE_DIGITS) {
      throw new IllegalArgumentException("no strike has so many digits: " + digits);
    }
    return strike;
  }

  /**
   * Reads an array of {@code [price, count]}.
   *
   * @param complement whether the prices are those of the other outcome
   */
  List<Level> levels(boolean complement) {
    requireArray();
    List<Level> levels = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      requireArray();
      parser.nextToken();
      Price price = price();
      parser.nextToken();
      Quantity quantity = quantity();
      if (parser.nextToken() != JsonToken.END_ARRAY) {
        throw expected("a price and a count only");
      }
      levels.add(new Level(complement ? price.complement() : price, quantity));
    }
    return levels;
  }

  /** Reads an array whose items are all of one kind. */
  <T> List<T> list(Function<ValueReader, T> item) {
    requireArray();
    List<T> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(item.apply(this));
    }
    return items;
  }

  /** Reads an array of {@code {channel, sid}}. */
  List<SubscriptionList.Entry> subscriptions() {
    return list(in -> {
      in.requireObject();
      String channel = null;
      int subscription = 0;
      for (String name = in.nextField(); name != null; name = in.nextField()) {
        switch (name) {
          case "channel" -> channel = in.text();
          case "sid" -> subscription = in.number();
          default -> in.skip();
        }
      }
      if (channel == null || subscription == 0) {
        throw new IllegalArgumentException("subscription without channel or sid");
      }
      return new SubscriptionList.Entry(channel, subscription);
    });
  }

  /** Reads an array of {@code {start, end, step}}. */
  PriceGrid priceRanges() {
    requireArray();
    List<PriceBand> bands = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      requireObject();
      Price start = null;
      Price end = null;
      Price step = null;
      for (String name = nextField(); name != null; name = nextField()) {
        switch (name) {
          case "start" -> start = price();
          case "end" -> end = price();
          case "step" -> step = price();
          default -> skip();
        }
      }
      if (start == null || end == null || step == null) {
        throw new IllegalArgumentException("price range without start, end or step");
      }
      bands.add(new PriceBand(start, end, step));
    }
    return PriceGrid.of(bands);
  }

  private void requireArray() {
    if (!isArray()) {
      throw expected("an array");
    }
  }

  private IllegalArgumentException expected(String what) {
    return new IllegalArgumentException("expected " + what + ", found " + parser.currentToken());
  }
}
