package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.client.value.Money;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON in the exchange's forms. */
public final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  public static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  public static <T> ArrayNode array(List<T> items, Function<T, ? extends JsonNode> writer) {
    ArrayNode array = array();
    for (T item : items) {
      array.add(writer.apply(item));
    }
    return array;
  }

  public static byte[] bytes(ObjectNode node) {
    return MAPPER.writeValueAsBytes(node);
  }

  /** Reads a body. */
  public static ObjectNode read(byte[] body) {
    try {
      if (MAPPER.readTree(body) instanceof ObjectNode object) {
        return object;
      }
      throw ApiException.unreadable("bad_request", "the body is no JSON object");
    } catch (JacksonException e) {
      throw ApiException.unreadable("bad_request", "the body is no JSON");
    }
  }

  /** Returns dollars with four decimals, or with six where four do not say it. */
  public static String dollars(Money money) {
    String six = money.toString();
    return six.endsWith("00") ? six.substring(0, six.length() - 2) : six;
  }

  /** Puts a time, or nothing. */
  public static void time(ObjectNode node, String field, @Nullable Instant time) {
    if (time != null) {
      node.put(field, time.toString());
    }
  }

  public static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
  }

  /** Returns microseconds since 1970. */
  public static long micros(Instant time) {
    return Math.addExact(
        Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1_000);
  }

  /** Returns whether a time lies between two others, which are null for no bound. */
  public static boolean isWithin(
      @Nullable Instant time, @Nullable Instant from, @Nullable Instant to) {
    if (time == null) {
      return from == null && to == null;
    }
    return (from == null || !time.isBefore(from)) && (to == null || !time.isAfter(to));
  }

  public static boolean isWithin(long micros, @Nullable Instant from, @Nullable Instant to) {
    return isWithin(instant(micros), from, to);
  }
}
