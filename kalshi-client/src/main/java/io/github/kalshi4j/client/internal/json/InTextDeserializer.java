package io.github.kalshi4j.client.internal.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;

/** Reads a value from the JSON that a string holds. */
final class InTextDeserializer extends ValueDeserializer<Object> {
  private final JavaType type;

  InTextDeserializer(JavaType type) {
    this.type = type;
  }

  @Override
  public Object deserialize(JsonParser parser, DeserializationContext context) {
    String text = Tokens.text(parser, context, type.getRawClass());
    try (JsonParser inner = context.tokenStreamFactory().createParser(context, text)) {
      inner.nextToken();
      Object value = inner.hasCurrentToken() ? context.readValue(inner, type) : null;
      if (value != null && inner.nextToken() == null) {
        return value;
      }
    } catch (StreamReadException e) {
      return context.reportInputMismatch(type, "broken JSON in a string: %s", shown(text));
    }
    return context.reportInputMismatch(type, "no single value in a string: %s", shown(text));
  }

  private static String shown(String text) {
    return '"' + text.substring(0, Math.min(text.length(), UnknownCounter.MAX_TEXT)) + '"';
  }
}
