package io.github.kalshi4j.engine.tape.importing;

import io.github.kalshi4j.engine.clock.EpochNanos;
import io.github.kalshi4j.engine.tape.format.TapeException;
import io.github.kalshi4j.engine.tape.format.TapeMarket;
import io.github.kalshi4j.engine.tape.header.FifteenMinuteMarkets;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads frames from a text file, plain or gzip, one a line. A line is one of these:
 *
 * <ul>
 *   <li>a frame;
 *   <li>a receive time, blanks, and a frame. The time is RFC 3339, or a number of seconds,
 *       milliseconds, microseconds or nanoseconds since 1970, which its digits tell apart; a colon
 *       or comma may follow it;
 *   <li>a JSON object with the frame in {@code frame} and its receive time in {@code received_ns},
 *       {@code received_us} or {@code received_ms};
 *   <li>a recorder's envelope with a message's body in {@code payload_json}, around which the frame
 *       is put again.
 * </ul>
 *
 * <p>A file that is one JSON document over many lines may have such objects in a list, {@code
 * frames}.
 */
final class FrameLines implements AutoCloseable {
  /** What the recorder with the envelope added to the exchange's own fields. */
  private static final Map<String, Set<String>> DERIVED =
      Map.of(
          "orderbook_delta",
          Set.of("price_cents"),
          "ticker",
          Set.of("yes_bid", "yes_ask", "no_bid", "no_ask", "no_bid_size_fp", "no_ask_size_fp"));

  private static final int SECOND_DIGITS = 10;
  private static final int MAX_DOCUMENT = 1 << 28;

  private final JsonMapper json = JsonMapper.shared();
  private final TextLines lines;
  private final Map<String, Integer> subscriptions = new HashMap<>();
  private final Deque<TapeMarket> known = new ArrayDeque<>();
  private @Nullable Iterator<JsonNode> document;
  private boolean begun;
  private long element;

  private byte[] bytes = {};
  private int offset;
  private int length;
  private @Nullable Long receiveNanos;
  private boolean connected;
  private long rebuilt;
  private long leftOut;

  FrameLines(Path file) {
    this.lines = new TextLines(file);
  }

  /**
   * Goes on to the next frame; false at the end.
   *
   * @throws TapeException if a line is none of those that are known
   */
  boolean next() {
    connected = false;
    while (true) {
      receiveNanos = null;
      Iterator<JsonNode> elements = document;
      if (elements != null) {
        if (!elements.hasNext()) {
          return false;
        }
        element++;
        if (unwrap(elements.next())) {
          return true;
        }
      } else if (!lines.next()) {
        return false;
      } else if (!begun && isDocument()) {
        document = frames().iterator();
      } else if (readLine()) {
        return true;
      }
      begun = true;
    }
  }

  byte[] bytes() {
    return bytes;
  }

  int offset() {
    return offset;
  }

  int length() {
    return length;
  }

  /** Returns when the frame was received, nanoseconds since 1970; null if the line does not say. */
  @Nullable Long receiveNanos() {
    return receiveNanos;
  }

  /** Returns whether the recorder said that it connected since the frame before. */
  boolean connected() {
    return connected;
  }

  /** Returns a market that the recorder described, each once; null if there is no other. */
  @Nullable TapeMarket known() {
    return known.poll();
  }

  /** Returns how many frames were put together from an envelope. */
  long rebuilt() {
    return rebuilt;
  }

  /** Returns how many lines were the recorder's own, not the exchange's. */
  long leftOut() {
    return leftOut;
  }

  /** Returns what to throw for the current line. */
  TapeException bad(String problem) {
    return lines.bad(element == 0 ? problem : "frame " + element + " of the document: " + problem);
  }

  private boolean isDocument() {
    int from = lines.from();
    return lines.to() - from == 1 && (lines.bytes()[from] == '{' || lines.bytes()[from] == '[');
  }

  private JsonNode frames() {
    var text = new StringBuilder(lines.text(lines.from(), lines.to()));
    while (lines.next()) {
      text.append(lines.text(lines.from(), lines.to())).append('\n');
      if (text.length() > MAX_DOCUMENT) {
        throw bad("a document of more than " + MAX_DOCUMENT + " characters");
      }
    }
    JsonNode root;
    try {
      root = json.readTree(text.toString());
    } catch (JacksonException e) {
      throw bad("not JSON: " + e.getOriginalMessage());
    }
    JsonNode frames = root.isArray() ? root : root.path("frames");
    if (!frames.isArray()) {
      throw bad("a document without a list of frames");
    }
    return frames;
  }

  private boolean readLine() {
    int from = lines.from();
    int to = lines.to();
    byte[] line = lines.bytes();
    int start = from;
    if (line[from] != '{') {
      while (start < to && line[start] != ' ' && line[start] != '\t' && line[start] != '{') {
        start++;
      }
      receiveNanos = time(lines.text(from, start));
      while (start < to && line[start] != '{') {
        if (line[start] != ' ' && line[start] != '\t') {
          throw bad("neither a frame nor a time and a frame");
        }
        start++;
      }
      if (start == to) {
        throw bad("no frame after the time");
      }
    }
    if (startsWith(line, start, to, "{\"type\"") || startsWith(line, start, to, "{\"id\"")) {
      bytes = line;
      offset = start;
      length = to - start;
      return true;
    }
    JsonNode node;
    try {
      node = json.readTree(line, start, to - start);
    } catch (JacksonException e) {
      throw bad("not JSON: " + e.getOriginalMessage());
    }
    if (node.has("type")) {
      bytes = line;
      offset = start;
      length = to - start;
      return true;
    }
    return unwrap(node);
  }

  private static boolean startsWith(byte[] line, int from, int to, String text) {
    if (to - from < text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (line[from + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private long time(String word) {
    String text =
        word.endsWith(":") || word.endsWith(",") ? word.substring(0, word.length() - 1) : word;
    if (text.isEmpty() || text.charAt(0) < '0' || text.charAt(0) > '9') {
      throw bad("neither a frame nor a time");
    }
    try {
      if (text.indexOf('T') > 0) {
        return notNegative(EpochNanos.of(OffsetDateTime.parse(text).toInstant()));
      }
      int point = text.indexOf('.');
      int digits = point < 0 ? text.length() : point;
      int scale = digits - SECOND_DIGITS; // 0, 3, 6 or 9
      if (scale < 0 || scale > 9 || scale % 3 != 0) {
        throw bad("no time that a frame can have been received at");
      }
      return notNegative(new BigDecimal(text).movePointRight(9 - scale).longValue());
    } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
      throw bad("no time that a frame can have been received at");
    }
  }

  private long notNegative(long nanos) {
    if (nanos < 0) {
      throw bad("no time that a frame can have been received at");
    }
    return nanos;
  }

  /** Finds the frame in an object around it; false if there is none. */
  private boolean unwrap(JsonNode node) {
    if (node.has("type")) {
      take(node);
      return true;
    }
    JsonNode frame = node.path("frame");
    if (frame.isObject() || frame.isString()) {
      receiveNanos = receivedWith(node);
      if (frame.isString()) {
        bytes = frame.stringValue().strip().getBytes(StandardCharsets.UTF_8);
        offset = 0;
        length = bytes.length;
      } else {
        take(frame);
      }
      return true;
    }
    JsonNode payload = node.path("payload_json");
    if (payload.isObject() && node.path("event_type").isString()) {
      return unwrap(node, payload);
    }
    throw bad("not a frame, and no frame in it");
  }

  private @Nullable Long receivedWith(JsonNode node) {
    long unit = 1;
    for (String key : List.of("received_ns", "received_us", "received_ms")) {
      Long nanos = whole(node.path(key), unit);
      if (nanos != null) {
        return nanos;
      }
      unit *= 1000;
    }
    return receiveNanos;
  }

  /** Returns a whole number times a unit; null if it is none, negative or too large. */
  static @Nullable Long whole(JsonNode value, long unit) {
    boolean number = value.isIntegralNumber() && value.canConvertToLong();
    return number && value.longValue() >= 0 && value.longValue() <= Long.MAX_VALUE / unit
        ? value.longValue() * unit
        : null;
  }

  private void take(JsonNode frame) {
    bytes = frame.toString().getBytes(StandardCharsets.UTF_8);
    offset = 0;
    length = bytes.length;
    rebuilt++;
  }

  private boolean unwrap(JsonNode envelope, JsonNode payload) {
    String event = envelope.path("event_type").stringValue();
    String channel = envelope.path("channel").asString("");
    receiveNanos = whole(envelope.path("local_recv_ns"), 1);
    if (payload.has("type")) { // the frame itself
      JsonNode subscribed = payload.path("msg");
      if (subscribed.path("channel").isString() && subscribed.path("sid").canConvertToInt()) {
        subscriptions.put(
            subscribed.path("channel").stringValue(), subscribed.path("sid").intValue());
      }
      take(payload);
      return true;
    }
    if (channel.equals("control")) {
      connected |= event.equals("ws_connected");
      if (event.equals("watch_market")) {
        watch(payload);
      }
      leftOut++;
      return false;
    }
    ObjectNode frame = json.createObjectNode();
    frame.put("type", event);
    frame.put("sid", subscriptions.computeIfAbsent(channel, c -> subscriptions.size() + 1));
    Long sequence = whole(envelope.path("sequence_number"), 1);
    if (sequence != null) {
      frame.put("seq", sequence);
    }
    ObjectNode body = json.createObjectNode();
    Set<String> derived = DERIVED.getOrDefault(event, Set.of());
    for (Map.Entry<String, JsonNode> field : payload.properties()) {
      if (!derived.contains(field.getKey())) {
        body.set(field.getKey(), field.getValue());
      }
    }
    frame.set("msg", body);
    take(frame);
    return true;
  }

  private void watch(JsonNode market) {
    String ticker = market.path("market_ticker").asString("");
    JsonNode strike = market.path("strike");
    if (!FifteenMinuteMarkets.has(ticker) || !strike.isNumber()) {
      return;
    }
    try {
      Instant close = Instant.parse(market.path("close_time").asString(""));
      known.add(
          new TapeMarket(
              FifteenMinuteMarkets.facts(ticker, strike.decimalValue(), close),
              FifteenMinuteMarkets.STRUCTURE.wire(),
              null,
              null,
              null));
    } catch (DateTimeException e) {
      throw bad("no time of close");
    }
  }

  /** Returns what of the frames was not in the file, for a tape's header. */
  List<String> synthesised() {
    var text = new ArrayList<String>();
    if (rebuilt > 0) {
      text.add(
          rebuilt
              + " frames: put together from what a recorder made of them; blanks, and for some the"
              + " order of fields, are not the exchange's");
    }
    if (leftOut > 0) {
      text.add(leftOut + " lines of the recorder's own are left out");
    }
    return text;
  }

  @Override
  public void close() {
    lines.close();
  }
}
