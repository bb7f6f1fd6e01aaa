package io.github.kalshi4j.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One book's messages in a row: a snapshot, then deltas and some tickers, laid out in one array.
 * They are recorded where the system property {@code kalshi4j.shared} names the folder of
 * recordings, and of the same shape where it does not.
 */
final class Frames {
  /** How many frames there are. */
  static final int COUNT = 498;

  private static final String RECORDING =
      "kalshi-api/samples/ws/ticker_orderbook_btc15m_open_2026-05-13.jsonl";

  private static final List<String> USUAL_ORDER =
      List.of(
          "type",
          "id",
          "sid",
          "seq",
          "msg",
          "market_ticker",
          "market_id",
          "price_dollars",
          "yes_bid_dollars",
          "yes_ask_dollars",
          "yes_bid_size_fp",
          "yes_ask_size_fp",
          "last_trade_size_fp",
          "delta_fp",
          "side",
          "yes_dollars_fp",
          "no_dollars_fp",
          "volume_fp",
          "open_interest_fp",
          "dollar_volume",
          "dollar_open_interest",
          "ts",
          "ts_ms",
          "time");

  private static final Order USUAL =
      names -> names.sort((a, b) -> USUAL_ORDER.indexOf(a) - USUAL_ORDER.indexOf(b));

  private static final int PADDING = 256;
  private static final JsonMapper MAPPER = new JsonMapper();

  final byte[] bytes;
  final int[] offsets = new int[COUNT];
  final int[] lengths = new int[COUNT];

  private Frames(List<String> frames) {
    if (frames.size() < COUNT) {
      throw new IllegalStateException("only " + frames.size() + " frames");
    }
    int size = frames.stream().mapToInt(String::length).sum() + PADDING;
    bytes = new byte[size];
    int at = 0;
    for (int i = 0; i < COUNT; i++) {
      byte[] frame = frames.get(i).getBytes(StandardCharsets.UTF_8);
      System.arraycopy(frame, 0, bytes, at, frame.length);
      offsets[i] = at;
      lengths[i] = frame.length;
      at += frame.length;
    }
  }

  /** Returns them with the fields in the order in which the exchange sends them. */
  static Frames inUsualOrder() {
    return ordered(USUAL);
  }

  /** Returns them with the fields in the same order each, but by name. */
  static Frames byName() {
    return ordered(names -> names.sort(null));
  }

  /** Returns them with the fields in the same order each, one that was drawn by lot. */
  static Frames inDrawnOrder() {
    List<String> drawn = new ArrayList<>(USUAL_ORDER);
    Collections.shuffle(drawn, new Random(1));
    return ordered(names -> names.sort((a, b) -> drawn.indexOf(a) - drawn.indexOf(b)));
  }

  /** Returns them with the fields of each in an order of its own. */
  static Frames shuffled() {
    Random random = new Random(1);
    return ordered(names -> Collections.shuffle(names, random));
  }

  /** Returns them in the usual order, each for one of twenty markets. */
  static Frames ofManyMarkets() {
    Random random = new Random(1);
    List<String> frames = new ArrayList<>();
    for (String frame : frames()) {
      ObjectNode tree = (ObjectNode) sorted(MAPPER.readTree(frame), USUAL);
      String market = "KXBTC15M-26JUL041215-" + (10 + random.nextInt(20));
      ((ObjectNode) tree.get("msg")).put("market_ticker", market);
      frames.add(MAPPER.writeValueAsString(tree) + "\n");
    }
    return new Frames(frames);
  }

  private interface Order {
    void sort(List<String> names);
  }

  private static Frames ordered(Order order) {
    List<String> frames = new ArrayList<>();
    for (String frame : frames()) {
      JsonNode tree = MAPPER.readTree(frame);
      frames.add(MAPPER.writeValueAsString(sorted(tree, order)) + "\n");
    }
    return new Frames(frames);
  }

  private static JsonNode sorted(JsonNode object, Order order) {
    List<String> names = new ArrayList<>(object.propertyNames());
    order.sort(names);
    ObjectNode sorted = MAPPER.createObjectNode();
    for (String name : names) {
      JsonNode value = object.get(name);
      sorted.set(name, value.isObject() ? sorted(value, order) : value);
    }
    return sorted;
  }

  private static List<String> frames() {
    Path file = Path.of(System.getProperty("kalshi4j.shared", "")).resolve(RECORDING);
    if (!Files.exists(file)) {
      return generated();
    }
    try (var lines = Files.lines(file)) {
      return lines.filter(line -> line.contains("market_ticker")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> generated() {
    Random random = new Random(2);
    List<String> frames = new ArrayList<>();
    StringBuilder levels = new StringBuilder("[");
    for (int price = 1; price < 100; price++) {
      levels.append("%s[\"0.%03d0\",\"1000000.00\"]".formatted(price == 1 ? "" : ",", price * 4));
    }
    levels.append(']');
    frames.add(
        frame(
            1,
            "orderbook_snapshot",
            "\"yes_dollars_fp\":%s,\"no_dollars_fp\":%s".formatted(levels, levels)));
    Instant time = Instant.parse("2026-07-04T12:00:00.000001Z");
    for (int i = 2; i <= COUNT; i++) {
      time = time.plus(1 + random.nextInt(300_000), ChronoUnit.MICROS);
      String price = "0.%04d".formatted(10 * (1 + random.nextInt(490)));
      String quantity = "%d.%02d".formatted(random.nextInt(1000), random.nextInt(100));
      frames.add(
          i % 60 == 0
              ? frame(
                  0,
                  "ticker",
                  """
                  "price_dollars":"%s","yes_bid_dollars":"%s","yes_ask_dollars":"%s",\
                  "yes_bid_size_fp":"%s","yes_ask_size_fp":"%s","last_trade_size_fp":"%s",\
                  "volume_fp":"15120.25","open_interest_fp":"8012.00","dollar_volume":7560,\
                  "dollar_open_interest":4006,"ts":%d,"ts_ms":%d,"time":"%s"\
                  """
                      .formatted(
                          price,
                          price,
                          price,
                          quantity,
                          quantity,
                          quantity,
                          time.getEpochSecond(),
                          time.toEpochMilli(),
                          time))
              : frame(
                  i - i / 60,
                  "orderbook_delta",
                  """
                  "price_dollars":"%s","delta_fp":"%s%s","side":"%s","ts":"%s","ts_ms":%d\
                  """
                      .formatted(
                          price,
                          random.nextBoolean() ? "-" : "",
                          quantity,
                          random.nextBoolean() ? "yes" : "no",
                          time,
                          time.toEpochMilli())));
    }
    return frames;
  }

  private static String frame(int sequence, String type, String fields) {
    return """
    {"type":"%s","sid":%d%s,"msg":{"market_ticker":"KXBTC15M-26JUL041215-15",\
    "market_id":"e30b4288-7599-40de-9329-18886a244794",%s}}\
    """
        .formatted(
            type, sequence == 0 ? 1 : 2, sequence == 0 ? "" : ",\"seq\":" + sequence, fields);
  }
}
