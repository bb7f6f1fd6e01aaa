package io.github.kalshi4j.simulator.internal.stream;

import io.github.kalshi4j.client.value.MarketTicker;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A command's parameters. What has the wrong type is error 11; null counts as absent. */
final class Params {
  private final ObjectNode node;

  Params(ObjectNode node) {
    this.node = node;
  }

  private @Nullable JsonNode get(String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value;
  }

  boolean has(String name) {
    return get(name) != null;
  }

  boolean flag(String name) {
    JsonNode value = get(name);
    if (value != null && !value.isBoolean()) {
      throw StreamFault.INVALID_PARAMETER.exception();
    }
    return value != null && value.booleanValue();
  }

  /** Returns a text; null if absent. */
  @Nullable String text(String name) {
    JsonNode value = get(name);
    return value == null ? null : text(value);
  }

  private static String text(JsonNode value) {
    if (!value.isString() || value.stringValue().isEmpty()) {
      throw StreamFault.INVALID_PARAMETER.exception();
    }
    return value.stringValue();
  }

  /** Returns a whole number; null if absent. */
  @Nullable Integer number(String name) {
    JsonNode value = get(name);
    return value == null ? null : number(value);
  }

  private static int number(JsonNode value) {
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw StreamFault.INVALID_PARAMETER.exception();
    }
    return value.intValue();
  }

  /** Returns the texts of an array; none if absent. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode each : array(name)) {
      texts.add(text(each));
    }
    return texts;
  }

  /** Returns the numbers of an array; none if absent. */
  List<Integer> numbers(String name) {
    List<Integer> numbers = new ArrayList<>();
    for (JsonNode each : array(name)) {
      numbers.add(number(each));
    }
    return numbers;
  }

  private Iterable<JsonNode> array(String name) {
    JsonNode value = get(name);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      throw StreamFault.INVALID_PARAMETER.exception();
    }
    return value;
  }

  /** Returns a text that may be empty, as it is if absent. */
  String anyText(String name) {
    JsonNode value = get(name);
    if (value != null && !value.isString()) {
      throw StreamFault.INVALID_PARAMETER.exception();
    }
    return value == null ? "" : value.stringValue();
  }

  /** Returns the one subscription that is named, as {@code sid} or in {@code sids}. */
  int oneSid() {
    List<Integer> sids = new ArrayList<>(numbers("sids"));
    Integer sid = number("sid");
    if (sid != null) {
      sids.add(sid);
    }
    if (sids.size() != 1) {
      throw StreamFault.ONE_SUBSCRIPTION_REQUIRED.exception();
    }
    return sids.getFirst();
  }

  /** Returns the market tickers named, one or many. */
  List<String> tickers() {
    return keys("market_ticker", "market_tickers", ticker -> MarketTicker.of(ticker).value());
  }

  /** Returns the ids of the markets named, one or many. */
  List<String> ids() {
    return keys("market_id", "market_ids", id -> UUID.fromString(id).toString());
  }

  private List<String> keys(String one, String many, UnaryOperator<String> check) {
    if (has(one) && has(many)) {
      throw StreamFault.INVALID_PARAMETER.exception();
    }
    String single = text(one);
    try {
      return (single == null ? texts(many) : List.of(single)).stream().map(check).toList();
    } catch (IllegalArgumentException e) {
      throw StreamFault.INVALID_PARAMETER.exception();
    }
  }
}
