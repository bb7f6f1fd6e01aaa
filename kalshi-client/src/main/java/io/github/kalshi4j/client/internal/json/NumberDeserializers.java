package io.github.kalshi4j.client.internal.json;

import java.math.BigDecimal;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** How JSON numbers are read that are no counts: strikes, multipliers, forecasts. */
final class NumberDeserializers {
  private NumberDeserializers() {}

  /** Reads a number with the digits that were sent, unless they are absurdly many. */
  static final class Decimal extends ValueDeserializer<BigDecimal> {
    private static final int MAX_DIGITS = 60;

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
      Tokens.requireNumber(parser, context, BigDecimal.class);
      BigDecimal value = parser.getDecimalValue();
      if (value.precision() > MAX_DIGITS || Math.abs((long) value.scale()) > MAX_DIGITS) {
        return context.reportInputMismatch(
            BigDecimal.class, "more digits than are believed: %s", Tokens.found(parser));
      }
      return value;
    }
  }

  /** Reads a number that need not be exact; one beyond all bounds is refused. */
  static final class Inexact extends ValueDeserializer<Double> {
    @Override
    public Double deserialize(JsonParser parser, DeserializationContext context) {
      Tokens.requireNumber(parser, context, Double.class);
      double value = parser.getDoubleValue();
      if (!Double.isFinite(value)) {
        return context.reportInputMismatch(Double.class, "too large: %s", Tokens.found(parser));
      }
      return value;
    }
  }
}
