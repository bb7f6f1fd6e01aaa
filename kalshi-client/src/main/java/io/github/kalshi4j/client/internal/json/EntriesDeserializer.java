package io.github.kalshi4j.client.internal.json;

import io.github.kalshi4j.client.value.Entries;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads an object whose names are data. A name under which nothing stands is left out, unless a
 * list should, which is then empty.
 */
final class EntriesDeserializer extends ValueDeserializer<Entries<?>> {
  private final JavaType valueType;
  private final @Nullable ValueDeserializer<Object> values;

  EntriesDeserializer(JavaType valueType, @Nullable ValueDeserializer<Object> values) {
    this.valueType = valueType;
    this.values = values;
  }

  @Override
  public ValueDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) {
    return new EntriesDeserializer(
        valueType, context.findContextualValueDeserializer(valueType, property));
  }

  @Override
  public Entries<?> deserialize(JsonParser parser, DeserializationContext context) {
    if (!parser.hasToken(JsonToken.START_OBJECT)) {
      return context.reportInputMismatch(
          Entries.class, "expected an object, found %s", Tokens.found(parser));
    }
    List<Entries.Entry<Object>> entries = new ArrayList<>();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      Object value = value(parser, context, name);
      if (value != null) {
        entries.add(new Entries.Entry<>(name, value));
      }
    }
    return new Entries<>(entries);
  }

  private @Nullable Object value(JsonParser parser, DeserializationContext context, String name) {
    if (parser.hasToken(JsonToken.VALUE_NULL)) {
      return valueType.isCollectionLikeType() ? List.of() : null;
    }
    if (values == null) {
      throw new IllegalStateException("not contextual");
    }
    try {
      return values.deserialize(parser, context);
    } catch (JacksonException e) {
      throw e.prependPath(Entries.class, name);
    }
  }

  @Override
  public Object getNullValue(DeserializationContext context) {
    return new Entries<>(List.of());
  }

  @Override
  public Object getEmptyValue(DeserializationContext context) {
    return new Entries<>(List.of());
  }
}
