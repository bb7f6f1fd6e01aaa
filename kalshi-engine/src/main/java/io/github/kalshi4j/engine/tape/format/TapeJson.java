package io.github.kalshi4j.engine.tape.format;

import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.fee.FeeType;
import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceBand;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.client.value.SeriesTicker;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of a tape's header, gap and end records. Written key by key, so that equal values give
 * equal bytes; read through a tree, so that every error names its key. Unknown keys are ignored.
 */
final class TapeJson {
  static final String FORMAT = "kalshi4j-tape";

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private TapeJson() {}

  static byte[] write(TapeHeader header) {
    return write(header, true);
  }

  /** Writes the header of a recording that has only begun: it has no end. */
  static byte[] writeUnfinished(TapeHeader header) {
    return write(header, false);
  }

  private static byte[] write(TapeHeader header, boolean finished) {
    var out = new ByteArrayOutputStream();
    try (JsonGenerator json = MAPPER.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringProperty("format", FORMAT);
      json.writeNumberProperty("version", TapeHeader.VERSION);
      json.writeStringProperty("kind", header.kind().word());
      json.writeStringProperty("description", header.description());
      writeStrings(json, "sourceFiles", header.sourceFiles());
      json.writeStringProperty("start", header.start().toString());
      writeText(json, "end", finished ? header.end().toString() : null);
      json.writeStringProperty("tool", header.tool());
      json.writeStringProperty("toolVersion", header.toolVersion());
      writeText(json, "importer", header.importer());
      json.writeArrayPropertyStart("subscriptions");
      for (TapeSubscription subscription : header.subscriptions()) {
        json.writeStartObject();
        json.writeStringProperty("source", subscription.source());
        json.writeStringProperty("channel", subscription.channel());
        json.writeBooleanProperty("useYesPrice", subscription.useYesPrice());
        json.writeEndObject();
      }
      json.writeEndArray();
      writeStrings(json, "synthesised", header.synthesised());
      if (header.clockOffsetNanos() == null) {
        json.writeNullProperty("clockOffsetNanos");
      } else {
        json.writeNumberProperty("clockOffsetNanos", header.clockOffsetNanos());
      }
      json.writeArrayPropertyStart("markets");
      for (TapeMarket market : header.markets()) {
        write(json, market);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return out.toByteArray();
  }

  static byte[] write(TapeMarket market) {
    var out = new ByteArrayOutputStream();
    try (JsonGenerator json = MAPPER.createGenerator(out)) {
      write(json, market);
    }
    return out.toByteArray();
  }

  private static void write(JsonGenerator json, TapeMarket market) {
    MarketFacts facts = market.facts();
    json.writeStartObject();
    json.writeStringProperty("ticker", facts.ticker().value());
    json.writeStringProperty("event", facts.event().value());
    json.writeStringProperty("series", facts.series().value());
    writeText(json, "strikeType", facts.strikeType());
    writeText(json, "floorStrike", plain(facts.floorStrike()));
    writeText(json, "capStrike", plain(facts.capStrike()));
    json.writeStringProperty("openTime", facts.openTime().toString());
    json.writeStringProperty("closeTime", facts.closeTime().toString());
    json.writeStringProperty("priceLevelStructure", market.priceLevelStructure());
    json.writeArrayPropertyStart("priceRanges");
    for (PriceBand band : facts.grid().bands()) {
      json.writeStartObject();
      json.writeStringProperty("start", band.start().toString());
      json.writeStringProperty("end", band.end().toString());
      json.writeStringProperty("step", band.step().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringProperty("feeType", facts.fees().type().wire());
    json.writeStringProperty("feeMultiplier", facts.fees().multiplier().toPlainString());
    json.writeNumberProperty("exchangeIndex", facts.exchangeIndex());
    MarketResult result = market.result();
    writeText(json, "result", result == null ? null : result.wire());
    writeText(json, "settlementValue", result == null ? null : result.settlementValue().toString());
    Instant settled = market.settlementTime();
    writeText(json, "settlementTime", settled == null ? null : settled.toString());
    writeText(json, "resultSource", market.resultSource());
    json.writeEndObject();
  }

  static byte[] write(TapeGap gap) {
    var out = new ByteArrayOutputStream();
    try (JsonGenerator json = MAPPER.createGenerator(out)) {
      write(json, gap);
    }
    return out.toByteArray();
  }

  private static void write(JsonGenerator json, TapeGap gap) {
    json.writeStartObject();
    json.writeStringProperty("source", gap.source());
    json.writeNumberProperty("from", gap.fromNanos());
    writeNumber(json, "until", gap.untilNanos());
    json.writeStringProperty("reason", gap.reason());
    json.writeEndObject();
  }

  static byte[] write(TapeEnd end) {
    var out = new ByteArrayOutputStream();
    try (JsonGenerator json = MAPPER.createGenerator(out)) {
      json.writeStartObject();
      json.writeObjectPropertyStart("frames");
      for (Map.Entry<String, Long> frames : end.frames().entrySet()) {
        json.writeNumberProperty(frames.getKey(), frames.getValue());
      }
      json.writeEndObject();
      writeNumber(json, "first", end.firstNanos());
      writeNumber(json, "last", end.lastNanos());
      json.writeArrayPropertyStart("gaps");
      for (TapeGap gap : end.gaps()) {
        write(json, gap);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return out.toByteArray();
  }

  /**
   * A header as it was read.
   *
   * @param finished whether it says when the recording ended; if not, its end is its start
   */
  record ReadHeader(TapeHeader header, boolean finished) {}

  /**
   * Reads a header.
   *
   * @throws IllegalArgumentException if it is none of this version, naming the key
   */
  static ReadHeader readHeader(byte[] bytes, int offset, int length) {
    JsonNode json = tree(bytes, offset, length);
    if (!text(json, "format").equals(FORMAT)) {
      throw new IllegalArgumentException("the format is \"" + text(json, "format") + '"');
    }
    long version = number(json, "version");
    if (version != TapeHeader.VERSION) {
      throw new IllegalArgumentException(
          "tape format version " + version + ", where only " + TapeHeader.VERSION + " is known");
    }
    Instant start = read(json, "start", Instant::parse);
    Instant end = optional(json, "end", Instant::parse);
    var header =
        new TapeHeader(
            read(json, "kind", TapeJson::kind),
            text(json, "description"),
            strings(json, "sourceFiles"),
            start,
            end == null ? start : end,
            text(json, "tool"),
            text(json, "toolVersion"),
            optionalText(json, "importer"),
            list(
                json,
                "subscriptions",
                s ->
                    new TapeSubscription(
                        text(s, "source"), text(s, "channel"), truth(s, "useYesPrice"))),
            strings(json, "synthesised"),
            optionalNumber(json, "clockOffsetNanos"),
            list(json, "markets", TapeJson::readMarket));
    return new ReadHeader(header, end != null);
  }

  /** Reads a market record; throws as {@link #readHeader} does. */
  static TapeMarket readMarket(byte[] bytes, int offset, int length) {
    return readMarket(tree(bytes, offset, length));
  }

  private static TapeMarket readMarket(JsonNode json) {
    List<PriceBand> ranges =
        list(
            json,
            "priceRanges",
            r ->
                new PriceBand(
                    read(r, "start", Price::of),
                    read(r, "end", Price::of),
                    read(r, "step", Price::of)));
    var facts =
        new MarketFacts(
            read(json, "ticker", MarketTicker::of),
            read(json, "event", EventTicker::of),
            read(json, "series", SeriesTicker::of),
            optionalText(json, "strikeType"),
            optional(json, "floorStrike", BigDecimal::new),
            optional(json, "capStrike", BigDecimal::new),
            read(json, "openTime", Instant::parse),
            read(json, "closeTime", Instant::parse),
            PriceGrid.of(ranges),
            new FeeSchedule(
                read(json, "feeType", FeeType::parse),
                read(json, "feeMultiplier", BigDecimal::new)),
            Math.toIntExact(number(json, "exchangeIndex")));
    return new TapeMarket(
        facts,
        text(json, "priceLevelStructure"),
        optional(json, "settlementValue", value -> new MarketResult(Price.of(value))),
        optional(json, "settlementTime", Instant::parse),
        optionalText(json, "resultSource"));
  }

  /** Reads a gap record; throws as {@link #readHeader} does. */
  static TapeGap readGap(byte[] bytes, int offset, int length) {
    return gap(tree(bytes, offset, length));
  }

  private static TapeGap gap(JsonNode json) {
    return new TapeGap(
        text(json, "source"),
        number(json, "from"),
        optionalNumber(json, "until"),
        text(json, "reason"));
  }

  /** Reads an end record; throws as {@link #readHeader} does. */
  static TapeEnd readEnd(byte[] bytes, int offset, int length) {
    JsonNode json = tree(bytes, offset, length);
    SortedMap<String, Long> frames = new TreeMap<>();
    JsonNode counts = child(json, "frames");
    for (String source : counts.propertyNames()) {
      frames.put(source, number(counts, source));
    }
    return new TapeEnd(
        frames,
        optionalNumber(json, "first"),
        optionalNumber(json, "last"),
        list(json, "gaps", TapeJson::gap));
  }

  private static JsonNode tree(byte[] bytes, int offset, int length) {
    JsonNode json = MAPPER.readTree(bytes, offset, length);
    if (json == null || !json.isObject()) {
      throw new IllegalArgumentException("not a JSON object");
    }
    return json;
  }

  private static JsonNode child(JsonNode json, String key) {
    JsonNode value = json.get(key);
    if (value == null) {
      throw new IllegalArgumentException("no \"" + key + '"');
    }
    return value;
  }

  private static String text(JsonNode json, String key) {
    JsonNode value = child(json, key);
    if (!value.isString()) {
      throw new IllegalArgumentException("\"" + key + "\" is no text: " + value);
    }
    return value.stringValue();
  }

  private static @Nullable String optionalText(JsonNode json, String key) {
    return child(json, key).isNull() ? null : text(json, key);
  }

  private static long number(JsonNode json, String key) {
    JsonNode value = child(json, key);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new IllegalArgumentException("\"" + key + "\" is no whole number: " + value);
    }
    return value.longValue();
  }

  private static @Nullable Long optionalNumber(JsonNode json, String key) {
    return child(json, key).isNull() ? null : number(json, key);
  }

  private static boolean truth(JsonNode json, String key) {
    JsonNode value = child(json, key);
    if (!value.isBoolean()) {
      throw new IllegalArgumentException("\"" + key + "\" is neither true nor false: " + value);
    }
    return value.booleanValue();
  }

  private static <T> T read(JsonNode json, String key, Function<String, T> reader) {
    String text = text(json, key);
    try {
      return reader.apply(text);
    } catch (RuntimeException e) { // parsers differ in what they throw
      throw new IllegalArgumentException(
          "\"" + key + "\" is \"" + text + "\": " + e.getMessage(), e);
    }
  }

  private static <T> @Nullable T optional(JsonNode json, String key, Function<String, T> reader) {
    return child(json, key).isNull() ? null : read(json, key, reader);
  }

  private static <T> List<T> list(JsonNode json, String key, Function<JsonNode, T> reader) {
    JsonNode array = child(json, key);
    if (!array.isArray()) {
      throw new IllegalArgumentException("\"" + key + "\" is no list");
    }
    List<T> values = new ArrayList<>(array.size());
    for (JsonNode element : array) {
      values.add(reader.apply(element));
    }
    return values;
  }

  private static List<String> strings(JsonNode json, String key) {
    return list(
        json,
        key,
        element -> {
          if (!element.isString()) {
            throw new IllegalArgumentException("\"" + key + "\" holds " + element);
          }
          return element.stringValue();
        });
  }

  private static TapeHeader.Kind kind(String word) {
    for (TapeHeader.Kind kind : TapeHeader.Kind.values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("not a kind of tape");
  }

  private static void writeStrings(JsonGenerator json, String key, List<String> values) {
    json.writeArrayPropertyStart(key);
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  private static void writeText(JsonGenerator json, String key, @Nullable String value) {
    if (value == null) {
      json.writeNullProperty(key);
    } else {
      json.writeStringProperty(key, value);
    }
  }

  private static void writeNumber(JsonGenerator json, String key, @Nullable Long value) {
    if (value == null) {
      json.writeNullProperty(key);
    } else {
      json.writeNumberProperty(key, value);
    }
  }

  private static @Nullable String plain(@Nullable BigDecimal value) {
    return value == null ? null : value.toPlainString();
  }
}
