package io.github.kalshi4j.client.internal.json;

import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;

/** Takes the token at hand as what it must be, or says what was found instead. */
final class Tokens {
  private Tokens() {}

  static String text(JsonParser parser, DeserializationContext context, Class<?> type) {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      context.reportInputMismatch(type, "expected a string, found %s", found(parser));
    }
    return parser.getString();
  }

  static long integer(JsonParser parser, DeserializationContext context, Class<?> type) {
    if (!parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
      context.reportInputMismatch(type, "expected an integer, found %s", found(parser));
    }
    return parser.getLongValue();
  }

  static void requireNumber(JsonParser parser, DeserializationContext context, Class<?> type) {
    JsonToken token = parser.currentToken();
    if (token == null || !token.isNumeric()) {
      context.reportInputMismatch(type, "expected a number, found %s", found(parser));
    }
  }

  /** Returns the token as it is shown: a string in its quotes, so that it differs from a number. */
  static String found(JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_STRING) {
      return '"' + parser.getString() + '"';
    }
    return token != null && token.isScalarValue() ? parser.getString() : String.valueOf(token);
  }

  /** Returns the unit in which a component is an integer on the wire; null if it is text. */
  static @Nullable Unit unit(@Nullable BeanProperty property) {
    InUnits annotation = property == null ? null : property.getAnnotation(InUnits.class);
    return annotation == null ? null : annotation.value();
  }
}
