package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.error.KalshiDecodingException;
import io.github.kalshi4j.client.internal.json.UnknownCounter;
import io.github.kalshi4j.client.internal.json.WireJson;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * Turns a WebSocket frame into one {@link StreamEvent}. Prices and counts are read exactly, levels
 * and prices of the NO side become YES asks, and old forms of a message become the present one:
 * this is the only place that knows them. Fields may come in any order; the one that came last time
 * is fastest.
 *
 * <p>Types that are not known become {@link Unrecognized}, fields that are not known are skipped,
 * and {@link #statistics} counts both. A frame that is not valid UTF-8 or JSON, lacks a field or
 * has a value that cannot be is refused as a whole.
 *
 * <p>Used by one thread at a time.
 *
 * @see <a href="https://docs.kalshi.com/websockets/websocket-connection">Kalshi, WebSocket
 *     connection</a>
 */
public final class StreamDecoder {
  private static final int EXCERPT = 200;
  private static final int MAX_TYPES = 256;

  private final JsonFactory json =
      JsonFactory.builder()
          .recyclerPool(JsonRecyclerPools.threadLocalPool())
          .enable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES) // a switch compares identities
          .build();
  private final TickerCache tickers = new TickerCache();
  private final Envelope envelope = new Envelope();
  private final HotFrame hot = new HotFrame();
  private final @Nullable FrameScanner scanner;
  private final UnknownCounter unknown = new UnknownCounter(field -> {});
  private final WireJson wire = new WireJson(unknown);
  private final Map<String, Long> unknownTypes = new HashMap<>();
  private final List<KnownType> types;
  private final Map<HotFrame.Kind, KnownType> hotTypes = new EnumMap<>(HotFrame.Kind.class);
  private long failures;
  private int failedSubscription;
  private long failedSequence;

  private byte[] frame = {};
  private int offset;
  private int length;
  private @Nullable ValueReader in;
  private @Nullable String type;
  private @Nullable KnownType known;

  /** Creates a decoder for subscriptions without {@code use_yes_price}: NO levels in NO prices. */
  public StreamDecoder() {
    this(false);
  }

  /**
   * Creates a decoder.
   *
   * @param useYesPrice whether the subscriptions were made with {@code use_yes_price}, so that the
   *     prices of the order book's NO side are YES prices already; if not, they are complemented
   */
  public StreamDecoder(boolean useYesPrice) {
    this(useYesPrice, true);
  }

  /** Creates a decoder that leaves everything to the general reader unless it is to scan. */
  StreamDecoder(boolean useYesPrice, boolean scans) {
    scanner = scans ? new FrameScanner(hot, tickers, useYesPrice) : null;
    LifecycleBody lifecycle = new LifecycleBody();
    types =
        List.of(
            new KnownType("orderbook_delta", new BookBodies.Delta(useYesPrice)),
            new KnownType("ticker", new MarketBodies.TickerBody()),
            new KnownType("trade", new MarketBodies.TradeBody()),
            new KnownType("orderbook_snapshot", new BookBodies.Snapshot(useYesPrice)),
            new KnownType("market_lifecycle_v2", lifecycle),
            new KnownType("multivariate_market_lifecycle", lifecycle),
            new KnownType("fill", new FillBody()),
            new KnownType("ok", new ReplyBodies.OkBody()),
            new KnownType("subscribed", new ReplyBodies.SubscribedBody()),
            new KnownType("unsubscribed", new ReplyBodies.UnsubscribedBody()),
            new KnownType("error", new ReplyBodies.ErrorBody()),
            data("user_order", UserOrder.class),
            data("market_position", MarketPositionEvent.class),
            data("cfbenchmarks_value", IndexValue.class),
            data("cfbenchmarks_value_5hz", FastIndexValue.class),
            data("pyth_value", PythValue.class),
            data("order_group_updates", OrderGroupUpdate.class),
            data("event_lifecycle", EventLifecycle.class),
            data("event_fee_update", EventFeeUpdate.class),
            data("rfq_created", RfqCreated.class),
            data("rfq_deleted", RfqDeleted.class),
            data("quote_created", QuoteCreated.class),
            data("quote_accepted", QuoteAccepted.class),
            data("quote_executed", QuoteExecuted.class),
            data("cfbenchmarks_value_indexlist", IndexList.class),
            data("cfbenchmarks_value_5hz_indexlist", IndexList.class),
            data("pyth_value_underlying_list", UnderlyingList.class));
    for (KnownType each : types) {
      for (HotFrame.Kind kind : HotFrame.Kind.values()) {
        if (kind.wire().equals(each.wire)) {
          hotTypes.put(kind, each);
        }
      }
    }
  }

  /**
   * Decodes a frame that fills the array.
   *
   * @throws KalshiDecodingException if the frame cannot be read
   */
  public StreamEvent decode(byte[] frame) {
    return decode(frame, 0, frame.length);
  }

  /**
   * Decodes a frame that is a part of an array. The array is not kept.
   *
   * @throws KalshiDecodingException if the frame cannot be read; names its type and field and shows
   *     its beginning
   */
  public StreamEvent decode(byte[] frame, int offset, int length) {
    StreamEvent event = read(frame, offset, length);
    return event == null ? hot.toEvent() : event;
  }

  /**
   * Reads a frame that is a part of an array, which is not kept. One of the frequent messages is
   * left in {@link #hot}, and null is returned, unless it is of an unusual form; everything else is
   * returned as an event.
   *
   * <p>Reading a frequent message allocates nothing. It is copied first unless the array goes on
   * for at least 128 bytes behind it.
   *
   * @throws KalshiDecodingException if the frame cannot be read; names its type and field and shows
   *     its beginning
   */
  public @Nullable StreamEvent read(byte[] frame, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, frame.length);
    if (scanner != null && scanner.scan(frame, offset, length)) {
      Objects.requireNonNull(hotTypes.get(hot.kind())).frames++;
      return null;
    }
    return parse(frame, offset, length);
  }

  /** Returns the frequent message that was read last, in the same object each time. */
  public HotFrame hot() {
    return hot;
  }

  private StreamEvent parse(byte[] frame, int offset, int length) {
    this.frame = frame;
    this.offset = offset;
    this.length = length;
    in = null;
    type = null;
    known = null;
    try {
      requireUtf8();
      StreamEvent event;
      try (JsonParser parser = parser()) {
        event = read(parser);
      }
      if (known != null) {
        known.frames++;
      } else if (type != null) {
        count(type);
      }
      return event;
    } catch (KalshiDecodingException e) { // of a body that databind reads, field and reason
      throw failure("", String.valueOf(e.getMessage()), e);
    } catch (MessageBody.MissingFieldException e) {
      throw failure(e.field(), "missing", e);
    } catch (InputCoercionException e) {
      throw failure(in == null ? "" : in.field(), e.getOriginalMessage(), e);
    } catch (JacksonException e) { // of broken JSON only the place is known
      String place = e.getLocation() == null ? "" : " at byte " + e.getLocation().getByteOffset();
      throw failure("", e.getOriginalMessage() + place, e);
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      throw failure(in == null ? "" : in.field(), String.valueOf(e.getMessage()), e);
    } finally {
      this.frame = new byte[0];
      in = null;
    }
  }

  /** Returns what was seen so far. */
  public DecoderStatistics statistics() {
    Map<String, Long> frames = new HashMap<>();
    for (KnownType each : types) {
      if (each.frames > 0) {
        frames.put(each.wire, each.frames);
      }
    }
    return new DecoderStatistics(frames, unknownTypes, unknown.fields(), failures);
  }

  /**
   * Returns the subscription, the exchange's {@code sid}, of the last frame that could not be
   * decoded: what it said is missing there. 0 if there was no such frame or it does not tell.
   */
  public int failedSubscription() {
    return failedSubscription;
  }

  /**
   * Returns the place in its subscription of the last frame that could not be decoded; 0 if there
   * was no such frame, or it has none or does not tell.
   */
  public long failedSequence() {
    return failedSequence;
  }

  private StreamEvent read(JsonParser parser) {
    ValueReader reader = new ValueReader(parser, tickers, frame, offset);
    in = reader;
    envelope.clear();
    parser.nextToken();
    reader.requireObject();
    boolean hasBody = false;
    for (String name = reader.nextField(); name != null; name = reader.nextField()) {
      switch (name) {
        case "type" -> readType(reader.characters());
        case "id" -> envelope.command = reader.isNull() ? 0 : reader.counter();
        case "sid" -> envelope.subscription = reader.isNull() ? 0 : reader.number();
        case "seq" -> envelope.sequence = reader.isNull() ? 0 : reader.counter();
        case "msg" -> {
          if (hasBody) {
            throw new IllegalArgumentException("named twice");
          }
          hasBody = true;
          readBody(reader, typeOrFind());
        }
        case "sending_ts_ms" -> reader.skip();
        default -> readOther(reader, name, typeOrFind());
      }
    }
    if (parser.nextToken() != null) {
      throw new IllegalArgumentException("something follows the JSON object");
    }
    String found = type;
    if (found == null) {
      throw new MessageBody.MissingFieldException("type");
    }
    return known != null
        ? known.body.toEvent(envelope)
        : new Unrecognized(found, envelope.subscription, envelope.sequence, text(length).strip());
  }

  private void readType(CharSlice word) {
    if (type != null) {
      if (!word.is(type)) {
        throw new IllegalArgumentException("named twice");
      }
      return;
    }
    for (int i = 0; i < types.size(); i++) {
      if (word.is(types.get(i).text)) {
        known = types.get(i);
        known.body.clear();
        type = known.wire;
        return;
      }
    }
    type = word.toString();
  }

  /** Returns the body of the frame's type, which may come later in the frame; null if not known. */
  private @Nullable MessageBody typeOrFind() {
    if (type == null) {
      try (JsonParser ahead = parser()) {
        ValueReader reader = new ValueReader(ahead, tickers, frame, offset);
        ahead.nextToken();
        for (String name = reader.nextField(); name != null; name = reader.nextField()) {
          if (name.equals("type")) {
            readType(reader.characters());
            break;
          }
          reader.skip();
        }
      }
      if (type == null) {
        throw new MessageBody.MissingFieldException("type");
      }
    }
    return known == null ? null : known.body;
  }

  private void readBody(ValueReader reader, @Nullable MessageBody body) {
    if (body == null || reader.isNull()) {
      reader.skip();
    } else if (body instanceof ReplyBodies.OkBody ok && reader.isArray()) {
      ok.readEntries(reader);
    } else if (body instanceof DataBody data) {
      reader.requireObject();
      data.take(reader.skipped());
    } else {
      readFields(reader, body);
    }
  }

  private void readFields(ValueReader reader, MessageBody body) {
    reader.requireObject();
    for (String name = reader.nextField(); name != null; name = reader.nextField()) {
      if (reader.isNull()) {
        continue;
      }
      if (body.isPart(name)) {
        readFields(reader, body);
      } else if (!body.read(name, reader)) {
        countAndSkip(reader, name);
      }
    }
  }

  private void readOther(ValueReader reader, String name, @Nullable MessageBody body) {
    // In 2025 the lists of an ok stood beside its msg.
    boolean isOldList = body instanceof ReplyBodies.OkBody && !reader.isNull();
    if (body == null || reader.isNull()) {
      reader.skip();
    } else if (!isOldList || !body.read(name, reader)) {
      countAndSkip(reader, name);
    }
  }

  private void count(String unknownType) {
    boolean counted = unknownTypes.containsKey(unknownType) || unknownTypes.size() < MAX_TYPES;
    unknownTypes.merge(counted ? unknownType : "*", 1L, Long::sum);
  }

  private void countAndSkip(ValueReader reader, String name) {
    byte[] json = reader.skipped();
    unknown.count(
        String.valueOf(type),
        name,
        () -> new String(json, 0, Math.min(json.length, EXCERPT), StandardCharsets.UTF_8));
  }

  private JsonParser parser() {
    return json.createParser(ObjectReadContext.empty(), frame, offset, length);
  }

  /**
   * Jackson takes overlong forms and guesses UTF-16 and UTF-32, so the encoding is checked here.
   */
  private void requireUtf8() {
    if (length < 2 || frame[offset] <= 0 || frame[offset + 1] <= 0) {
      throw new IllegalArgumentException("not a JSON object in UTF-8");
    }
    int i = offset;
    int end = offset + length;
    long seen = 0;
    for (; i + Long.BYTES <= end; i += Long.BYTES) {
      seen |= Words.at(frame, i);
    }
    for (; i < end; i++) {
      seen |= frame[i]; // a negative byte sets every higher bit
    }
    if ((seen & Words.HIGH_BITS) != 0) {
      try {
        var unused =
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(frame, offset, length));
      } catch (CharacterCodingException e) {
        throw new IllegalArgumentException("not UTF-8", e);
      }
    }
  }

  private KalshiDecodingException failure(String field, String reason, Exception cause) {
    failures++;
    FrameGlance glance = new FrameGlance(frame, offset, length);
    failedSubscription = glance.subscription();
    failedSequence = glance.sequence();
    return new KalshiDecodingException(
        (type == null ? "stream frame" : type)
            + (field.isEmpty() ? ": " : ", field " + field + ": ")
            + reason
            + ", in: "
            + text(Math.min(length, EXCERPT)),
        cause);
  }

  private String text(int limit) {
    return new String(frame, offset, limit, StandardCharsets.UTF_8);
  }

  private KnownType data(String wireType, Class<? extends StreamEvent> event) {
    return new KnownType(wireType, new DataBody(wire, wireType, event));
  }

  private static final class KnownType {
    private final String wire;
    private final char[] text;
    private final MessageBody body;
    private long frames;

    KnownType(String wire, MessageBody body) {
      this.wire = wire;
      text = wire.toCharArray();
      this.body = body;
    }
  }
}
