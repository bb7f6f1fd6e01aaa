package io.github.kalshi4j.client.internal.json;

import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads a value that is a string, empty where there is none; or a count of one unit, where the
 * component says so.
 */
final class TextDeserializer<T> extends ValueDeserializer<T> {
  private final Class<?> type;
  private final Function<String, @Nullable T> parse;
  private final @Nullable Unit unit;
  private final @Nullable LongFunction<T> fromUnits;
  private final @Nullable Unit wanted;

  private TextDeserializer(
      Class<?> type,
      Function<String, @Nullable T> parse,
      @Nullable Unit unit,
      @Nullable LongFunction<T> fromUnits,
      @Nullable Unit wanted) {
    this.type = type;
    this.parse = parse;
    this.unit = unit;
    this.fromUnits = fromUnits;
    this.wanted = wanted;
  }

  /** Returns one for values that are always text. */
  static <T> TextDeserializer<T> of(Class<?> type, Function<String, @Nullable T> parse) {
    return new TextDeserializer<>(type, parse, null, null, null);
  }

  /** Returns one for values that are text, or counts of this unit. */
  static <T> TextDeserializer<T> of(
      Class<?> type, Function<String, @Nullable T> parse, Unit unit, LongFunction<T> fromUnits) {
    return new TextDeserializer<>(type, parse, unit, fromUnits, null);
  }

  @Override
  public ValueDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) {
    Unit asked = Tokens.unit(property);
    return asked == wanted ? this : new TextDeserializer<>(type, parse, unit, fromUnits, asked);
  }

  @Override
  public @Nullable T deserialize(JsonParser parser, DeserializationContext context) {
    try {
      if (wanted == null) {
        String text = Tokens.text(parser, context, type);
        return text.isEmpty() ? null : parse.apply(text);
      }
      if (wanted != unit || fromUnits == null) {
        throw new IllegalStateException(type.getSimpleName() + " in " + wanted);
      }
      return fromUnits.apply(Tokens.integer(parser, context, type));
    } catch (IllegalArgumentException e) {
      return context.reportInputMismatch(type, "%s", e.getMessage());
    }
  }
}
