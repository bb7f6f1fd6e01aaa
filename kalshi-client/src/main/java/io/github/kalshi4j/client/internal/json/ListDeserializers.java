package io.github.kalshi4j.client.internal.json;

import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceBand;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.client.value.Quantity;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** How values are read that are lists on the wire. */
final class ListDeserializers {
  private ListDeserializers() {}

  /** Reads a grid from its bands: {@code [{"start","end","step"}, …]}. */
  static final class Grid extends ValueDeserializer<PriceGrid> {
    @Override
    public PriceGrid deserialize(JsonParser parser, DeserializationContext context) {
      requireArray(parser, context, PriceGrid.class);
      List<PriceBand> bands = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        bands.add(element(parser, context, PriceBand.class, bands.size()));
      }
      try {
        return PriceGrid.of(bands);
      } catch (IllegalArgumentException e) {
        return context.reportInputMismatch(PriceGrid.class, "%s", e.getMessage());
      }
    }
  }

  /** Reads {@code ["0.4200","13.00"]}: a price and the contracts resting there. */
  static final class Pairs extends ValueDeserializer<PriceAndCount> {
    @Override
    public PriceAndCount deserialize(JsonParser parser, DeserializationContext context) {
      requireArray(parser, context, PriceAndCount.class);
      parser.nextToken();
      Price price = element(parser, context, Price.class, 0);
      parser.nextToken();
      Quantity quantity = element(parser, context, Quantity.class, 1);
      if (parser.nextToken() != JsonToken.END_ARRAY) {
        context.reportInputMismatch(
            PriceAndCount.class,
            "expected a price and a count only, found %s",
            Tokens.found(parser));
      }
      return new PriceAndCount(price, quantity);
    }
  }

  private static void requireArray(
      JsonParser parser, DeserializationContext context, Class<?> type) {
    if (!parser.hasToken(JsonToken.START_ARRAY)) {
      context.reportInputMismatch(type, "expected a list, found %s", Tokens.found(parser));
    }
  }

  private static <T> T element(
      JsonParser parser, DeserializationContext context, Class<T> type, int index) {
    try {
      T value = parser.hasToken(JsonToken.VALUE_NULL) ? null : context.readValue(parser, type);
      return value != null ? value : context.reportInputMismatch(type, "null or empty");
    } catch (JacksonException e) {
      throw e.prependPath(type, index);
    }
  }
}
