package io.github.kalshi4j.client.internal.json;

import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.type.CollectionType;

/** Makes every list that is read one that nobody can change and that has no null in it. */
final class FrozenLists extends ValueDeserializerModifier {
  private static final long serialVersionUID = 1L;

  @Override
  public ValueDeserializer<?> modifyCollectionDeserializer(
      DeserializationConfig config,
      CollectionType type,
      BeanDescription.Supplier description,
      ValueDeserializer<?> deserializer) {
    return List.class.isAssignableFrom(type.getRawClass())
        ? new Frozen(deserializer)
        : deserializer;
  }

  private static final class Frozen extends DelegatingDeserializer {
    Frozen(ValueDeserializer<?> list) {
      super(list);
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> list) {
      return new Frozen(list);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
      List<?> list = (List<?>) super.deserialize(parser, context);
      int hole = list.indexOf(null);
      if (hole >= 0) { // inside an array, where the component says nothing of them
        context.reportInputMismatch(List.class, "null at index %d", hole);
      }
      return List.copyOf(list);
    }

    @Override
    public Object getEmptyValue(DeserializationContext context) {
      return List.of();
    }
  }
}
