package io.github.kalshi4j.client.internal.json;

import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads a time: RFC 3339 text, or a count since 1970 where the component says of what. Years beyond
 * 9999 are refused, which is what milliseconds look like that are read as seconds.
 */
final class InstantDeserializer extends ValueDeserializer<Instant> {
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  private final @Nullable Unit unit;

  InstantDeserializer(@Nullable Unit unit) {
    this.unit = unit;
  }

  @Override
  public ValueDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) {
    return new InstantDeserializer(Tokens.unit(property));
  }

  @Override
  public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
    try {
      Instant time = read(parser, context);
      if (time == null || !time.isBefore(FIRST) && time.isBefore(END)) {
        return time;
      }
    } catch (DateTimeException e) {
      // told below
    }
    return context.reportInputMismatch(Instant.class, "not a time: %s", Tokens.found(parser));
  }

  private @Nullable Instant read(JsonParser parser, DeserializationContext context) {
    if (unit == null) {
      String text = Tokens.text(parser, context, Instant.class);
      return text.isEmpty() ? null : Rfc3339.parse(text);
    }
    long count = Tokens.integer(parser, context, Instant.class);
    return switch (unit) {
      case EPOCH_SECONDS -> Instant.ofEpochSecond(count);
      case EPOCH_MILLIS -> Instant.ofEpochMilli(count);
      case CENTS, CENTICENTS, CENTICONTRACTS ->
          throw new IllegalStateException("Instant in " + unit);
    };
  }
}
