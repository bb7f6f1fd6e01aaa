package io.github.kalshi4j.client.internal.json;

import io.github.kalshi4j.client.value.WireEnum;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads a word. One that is not known becomes {@code UNRECOGNIZED} and is counted, if the type has
 * that constant, and is refused otherwise.
 */
final class EnumDeserializer extends ValueDeserializer<Enum<?>> {
  private static final String UNRECOGNIZED = "UNRECOGNIZED";

  private final Class<?> type;
  private final UnknownCounter unknown;
  private final Map<String, Enum<?>> constants = new HashMap<>();
  private final @Nullable Enum<?> unrecognized;

  EnumDeserializer(Class<?> type, UnknownCounter unknown) {
    this.type = type;
    this.unknown = unknown;
    Enum<?> rest = null;
    for (Object constant : type.getEnumConstants()) {
      Enum<?> one = (Enum<?>) constant;
      if (one.name().equals(UNRECOGNIZED)) {
        rest = one;
      } else {
        constants.put(((WireEnum) one).wire(), one);
      }
    }
    unrecognized = rest;
  }

  @Override
  public @Nullable Enum<?> deserialize(JsonParser parser, DeserializationContext context) {
    String word = Tokens.text(parser, context, type);
    Enum<?> constant = constants.get(word);
    if (constant != null || word.isEmpty()) {
      return constant;
    }
    if (unrecognized == null) {
      return context.reportInputMismatch(type, "unknown %s \"%s\"", type.getSimpleName(), word);
    }
    unknown.count(
        WireJson.countedAs(context, type.getSimpleName()),
        "(word) " + WireJson.hidden(context, word),
        () -> '"' + WireJson.hidden(context, word) + '"');
    return unrecognized;
  }
}
