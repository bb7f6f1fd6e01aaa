package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.WireEnum;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a request's body; a field that is null counts as absent. */
final class Fields {
  private final ObjectNode node;

  private Fields(ObjectNode node) {
    this.node = node;
  }

  /** Reads a body that must be there. */
  static Fields of(ApiRequest request) {
    if (request.body().length == 0) {
      throw ApiException.unreadable("invalid_content_type", "a JSON body is needed");
    }
    return new Fields(Json.read(request.body()));
  }

  private static ApiException wrong(String field, String what) {
    return ApiException.unreadable("bad_request", field + " must be " + what);
  }

  private static ApiException missing(String field) {
    return ApiException.unreadable("invalid_parameters", field + " is missing");
  }

  private @Nullable JsonNode get(String field) {
    JsonNode value = node.get(field);
    return value == null || value.isNull() ? null : value;
  }

  /** Returns a text; null if it is absent or empty. */
  @Nullable String text(String field) {
    JsonNode value = get(field);
    if (value == null) {
      return null;
    }
    if (!value.isString()) {
      throw wrong(field, "a string");
    }
    return value.stringValue().isEmpty() ? null : value.stringValue();
  }

  String needText(String field) {
    String text = text(field);
    if (text == null) {
      throw missing(field);
    }
    return text;
  }

  boolean flag(String field) {
    JsonNode value = get(field);
    if (value == null) {
      return false;
    }
    if (!value.isBoolean()) {
      throw wrong(field, "true or false");
    }
    return value.booleanValue();
  }

  @Nullable Long number(String field) {
    JsonNode value = get(field);
    if (value == null) {
      return null;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(field, "an integer");
    }
    return value.longValue();
  }

  @Nullable Double fraction(String field) {
    JsonNode value = get(field);
    if (value == null) {
      return null;
    }
    if (!value.isNumber()) {
      throw wrong(field, "a number");
    }
    return value.doubleValue();
  }

  long needNumber(String field) {
    Long number = number(field);
    if (number == null) {
      throw missing(field);
    }
    return number;
  }

  @Nullable Integer integer(String field, int least, int most) {
    Long number = number(field);
    if (number == null) {
      return null;
    }
    if (number < least || number > most) {
      throw ApiException.unreadable(
          "invalid_parameters", field + " must be from " + least + " to " + most);
    }
    return number.intValue();
  }

  /** Returns the number of a subaccount; 0 if it is absent. */
  int subaccount(String field) {
    return Objects.requireNonNullElse(integer(field, 0, 63), 0);
  }

  /** Returns a shard as it is named, −1 for wherever the market is; null if it is absent. */
  @Nullable Integer shard() {
    return integer("exchange_index", -1, Integer.MAX_VALUE);
  }

  /** Returns a value made of a text; null if it is absent. */
  <T> @Nullable T parsed(String field, String code, Function<String, T> parse) {
    String text = text(field);
    if (text == null) {
      return null;
    }
    try {
      return parse.apply(text);
    } catch (RuntimeException e) { // each value refuses in its own way
      throw ApiException.of(400, code, field + " " + text);
    }
  }

  <T> T needParsed(String field, String code, Function<String, T> parse) {
    needText(field);
    return Objects.requireNonNull(parsed(field, code, parse));
  }

  Price price(String field) {
    return needParsed(field, "invalid_order", Price::of);
  }

  @Nullable Quantity quantity(String field) {
    return parsed(field, "invalid_order_size", Quantity::of);
  }

  Quantity needQuantity(String field) {
    return needParsed(field, "invalid_order_size", Quantity::of);
  }

  Money cents(String field) {
    long cents = needNumber(field);
    try {
      return Money.ofCents(cents);
    } catch (ArithmeticException e) {
      throw ApiException.unreadable("invalid_parameters", field + " is too large");
    }
  }

  BookSide side() {
    return word("side", BookSide.values(), BookSide::wire);
  }

  <E extends Enum<E> & WireEnum> E word(String field, E[] words) {
    return word(field, words, WireEnum::wire);
  }

  private <E> E word(String field, E[] words, Function<E, String> wire) {
    String text = needText(field);
    List<String> known = new ArrayList<>();
    for (E word : words) {
      known.add(wire.apply(word));
      if (known.getLast().equals(text)) {
        return word;
      }
    }
    throw ApiException.unreadable(
        "invalid_parameters", field + " must be one of " + String.join(", ", known));
  }

  /** Returns the texts of a list; null if it is absent. */
  @Nullable List<String> texts(String field) {
    JsonNode value = get(field);
    if (value == null) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode item : value) {
      if (!value.isArray() || !item.isString()) {
        throw wrong(field, "a list of strings");
      }
      texts.add(item.stringValue());
    }
    return texts;
  }

  /** Returns the objects of a list that must be there. */
  List<Fields> objects(String field) {
    JsonNode value = get(field);
    if (value == null) {
      throw missing(field);
    }
    List<Fields> objects = new ArrayList<>();
    if (!value.isArray()) {
      throw wrong(field, "a list");
    }
    for (JsonNode item : value) {
      if (!(item instanceof ObjectNode object)) {
        throw wrong(field, "a list of objects");
      }
      objects.add(new Fields(object));
    }
    return objects;
  }
}
