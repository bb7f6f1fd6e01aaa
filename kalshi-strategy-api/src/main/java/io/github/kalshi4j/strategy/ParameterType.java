package io.github.kalshi4j.strategy;

import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Probability;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.SeriesTicker;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * How values of one type are read and written. What is written can be read back and gives an equal
 * value.
 *
 * @param word the type in one word or two
 * @param form what a value looks like, for messages
 * @param parse throws an {@code IllegalArgumentException}, {@code ArithmeticException} or {@code
 *     DateTimeException} on a text that is no such value
 */
record ParameterType(
    String word,
    String form,
    Function<String, Object> parse,
    Function<Object, String> format,
    List<String> choices) {
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,19}");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?");
  private static final Pattern FLOATING =
      Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,3})?");
  private static final Map<Class<?>, ParameterType> SIMPLE = simple();

  /** Returns how values of this class are read and written; empty if they cannot be. */
  static Optional<ParameterType> of(Class<?> type) {
    return type.isEnum() ? Optional.of(ofEnum(type)) : Optional.ofNullable(SIMPLE.get(type));
  }

  private static Map<Class<?>, ParameterType> simple() {
    Map<Class<?>, ParameterType> types = new HashMap<>();
    ParameterType yesOrNo =
        new ParameterType(
            "boolean",
            "true or false",
            ParameterType::parseBoolean,
            Object::toString,
            List.of("true", "false"));
    types.put(boolean.class, yesOrNo);
    types.put(Boolean.class, yesOrNo);
    ParameterType ofInt =
        written("integer", "a whole number", text -> Integer.parseInt(matched(WHOLE, text)));
    types.put(int.class, ofInt);
    types.put(Integer.class, ofInt);
    ParameterType ofLong =
        written("integer", "a whole number", text -> Long.parseLong(matched(WHOLE, text)));
    types.put(long.class, ofLong);
    types.put(Long.class, ofLong);
    ParameterType ofDouble = written("number", "a number, such as 1.5", ParameterType::parseDouble);
    types.put(double.class, ofDouble);
    types.put(Double.class, ofDouble);
    types.put(
        BigDecimal.class,
        new ParameterType(
            "decimal",
            "a plain decimal, such as 79291.54",
            text -> new BigDecimal(matched(DECIMAL, text)),
            value -> ((BigDecimal) value).toPlainString(),
            List.of()));
    types.put(String.class, written("text", "a text", text -> text));
    types.put(
        Duration.class,
        new ParameterType(
            "duration",
            "a duration, such as 500ms, 1.5s, 10m, 1h or PT10S",
            DurationText::parse,
            value -> DurationText.format((Duration) value),
            List.of()));
    types.put(
        Instant.class,
        written("instant", "an instant, such as 2026-05-11T05:45:00Z", Instant::parse));
    types.put(
        Price.class,
        written("price", "a price in dollars from 0 to 1, such as 0.02 or 0.0250", Price::of));
    types.put(
        Quantity.class,
        written("quantity", "a number of contracts, such as 5 or 2.50", Quantity::of));
    types.put(Money.class, written("money", "an amount of dollars, such as 50 or 0.25", Money::of));
    types.put(
        Probability.class,
        written(
            "probability",
            "a probability from 0 to 1, such as 0.55",
            text -> Probability.of(parseDouble(text))));
    types.put(
        MarketTicker.class,
        written("market", "a market's ticker, such as KXHIGHNY-26JUL04-T85", MarketTicker::of));
    types.put(
        EventTicker.class,
        written("event", "an event's ticker, such as KXHIGHNY-26JUL04", EventTicker::of));
    types.put(
        SeriesTicker.class,
        written("series", "a series' ticker, such as KXHIGHNY", SeriesTicker::of));
    return Map.copyOf(types);
  }

  /** A type whose {@code toString} can be read back. */
  private static ParameterType written(String word, String form, Function<String, Object> parse) {
    return new ParameterType(word, form, parse, Object::toString, List.of());
  }

  private static ParameterType ofEnum(Class<?> type) {
    Object[] constants = type.getEnumConstants();
    List<String> choices = Arrays.stream(constants).map(ParameterType::choice).toList();
    return new ParameterType(
        "choice",
        "one of " + String.join(", ", choices),
        text -> {
          int index = choices.indexOf(text.toLowerCase(Locale.ROOT).replace('_', '-'));
          if (index < 0) {
            throw new IllegalArgumentException("no choice: " + text);
          }
          return constants[index];
        },
        ParameterType::choice,
        choices);
  }

  private static String choice(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Boolean parseBoolean(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("neither true nor false: " + text);
    };
  }

  private static Double parseDouble(String text) {
    double value = Double.parseDouble(matched(FLOATING, text));
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("too large: " + text);
    }
    return value;
  }

  private static String matched(Pattern pattern, String text) {
    if (!pattern.matcher(text).matches()) {
      throw new IllegalArgumentException("not of the form expected: " + text);
    }
    return text;
  }
}
