package io.github.kalshi4j.client.internal.json;

import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import io.github.kalshi4j.client.value.Entries;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.NetPosition;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.RawJson;
import io.github.kalshi4j.client.value.WireEnum;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;

/**
 * How the exchange's JSON becomes our values: decimals exactly, empty strings as nothing there, and
 * integers only where {@link InUnits} says of what.
 */
final class WireDeserializers extends Deserializers.Base {
  private final UnknownCounter unknown;
  private final Map<Class<?>, ValueDeserializer<?>> byClass = new HashMap<>();

  WireDeserializers(UnknownCounter unknown) {
    this.unknown = unknown;
    byClass.put(
        Price.class,
        TextDeserializer.of(Price.class, Price::of, Unit.CENTICENTS, Price::ofCenticents));
    byClass.put(
        Quantity.class,
        TextDeserializer.of(
            Quantity.class, Quantity::of, Unit.CENTICONTRACTS, Quantity::ofHundredths));
    byClass.put(NetPosition.class, TextDeserializer.of(NetPosition.class, NetPosition::of));
    byClass.put(Money.class, new MoneyDeserializer(null));
    byClass.put(Instant.class, new InstantDeserializer(null));
    byClass.put(BigDecimal.class, new NumberDeserializers.Decimal());
    byClass.put(double.class, new NumberDeserializers.Inexact());
    byClass.put(Double.class, new NumberDeserializers.Inexact());
    byClass.put(RawJson.class, new RawJsonDeserializer());
    byClass.put(PriceGrid.class, new ListDeserializers.Grid());
    byClass.put(PriceAndCount.class, new ListDeserializers.Pairs());
  }

  @Override
  public @Nullable ValueDeserializer<?> findBeanDeserializer(
      JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
    Class<?> raw = type.getRawClass();
    ValueDeserializer<?> known = byClass.get(raw);
    if (known != null) {
      return known;
    }
    if (raw == Entries.class) {
      return new EntriesDeserializer(type.containedTypeOrUnknown(0), null);
    }
    return Identifiers.isIdentifier(raw)
        ? TextDeserializer.of(raw, Identifiers.constructor(raw))
        : null;
  }

  @Override
  public @Nullable ValueDeserializer<?> findEnumDeserializer(
      JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
    return WireEnum.class.isAssignableFrom(type.getRawClass())
        ? new EnumDeserializer(type.getRawClass(), unknown)
        : null;
  }

  @Override
  public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
    return byClass.containsKey(type);
  }
}
