package io.github.kalshi4j.client.internal.json;

import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import io.github.kalshi4j.client.value.Entries;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.NetPosition;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceBand;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.RawJson;
import io.github.kalshi4j.client.value.WireEnum;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;

/**
 * How the exchange's JSON becomes our values: decimals exactly, empty strings as nothing there, and
 * integers only where {@link InUnits} says of what.
 */
final class WireDeserializers extends Deserializers.Base {
  private static final int MAX_DECIMAL_DIGITS = 60;

  private final UnknownCounter unknown;
  private final Map<Class<?>, ValueDeserializer<?>> byClass = new HashMap<>();

  WireDeserializers(UnknownCounter unknown) {
    this.unknown = unknown;
    text(Price.class, Price::of, Unit.CENTICENTS, Price::ofCenticents);
    text(Quantity.class, Quantity::of, Unit.CENTICONTRACTS, Quantity::ofHundredths);
    text(NetPosition.class, NetPosition::of, null, null);
    byClass.put(Money.class, new MoneyDeserializer(null));
    byClass.put(Instant.class, new InstantDeserializer(null));
    byClass.put(BigDecimal.class, new DecimalDeserializer());
    byClass.put(RawJson.class, new RawJsonDeserializer());
    byClass.put(PriceGrid.class, new GridDeserializer());
  }

  private <T> void text(
      Class<T> type,
      Function<String, @Nullable T> parse,
      @Nullable Unit unit,
      @Nullable LongParser<T> fromUnits) {
    byClass.put(type, new TextDeserializer<>(type, parse, unit, fromUnits, null));
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
        ? new TextDeserializer<>(raw, Identifiers.constructor(raw), null, null, null)
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

  private static String text(JsonParser parser, DeserializationContext context, Class<?> type) {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      context.reportInputMismatch(type, "expected a string, found %s", found(parser));
    }
    return parser.getString();
  }

  private static long integer(JsonParser parser, DeserializationContext context, Class<?> type) {
    if (!parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
      context.reportInputMismatch(type, "expected an integer, found %s", found(parser));
    }
    return parser.getLongValue();
  }

  private static String found(JsonParser parser) {
    JsonToken token = parser.currentToken();
    return token != null && token.isScalarValue() ? parser.getString() : String.valueOf(token);
  }

  private static @Nullable Unit unit(@Nullable BeanProperty property) {
    InUnits annotation = property == null ? null : property.getAnnotation(InUnits.class);
    return annotation == null ? null : annotation.value();
  }

  /** Turns a count on the wire into a value. */
  @FunctionalInterface
  private interface LongParser<T> {
    T parse(long units);
  }

  /** A value that is a string, or a count of one unit where the component says so. */
  private static final class TextDeserializer<T> extends ValueDeserializer<T> {
    private final Class<?> type;
    private final Function<String, @Nullable T> parse;
    private final @Nullable Unit unit;
    private final @Nullable LongParser<T> fromUnits;
    private final @Nullable Unit wanted;

    TextDeserializer(
        Class<?> type,
        Function<String, @Nullable T> parse,
        @Nullable Unit unit,
        @Nullable LongParser<T> fromUnits,
        @Nullable Unit wanted) {
      this.type = type;
      this.parse = parse;
      this.unit = unit;
      this.fromUnits = fromUnits;
      this.wanted = wanted;
    }

    @Override
    public ValueDeserializer<?> createContextual(
        DeserializationContext context, @Nullable BeanProperty property) {
      Unit asked = unit(property);
      return asked == wanted ? this : new TextDeserializer<>(type, parse, unit, fromUnits, asked);
    }

    @Override
    public @Nullable T deserialize(JsonParser parser, DeserializationContext context) {
      try {
        if (wanted != null) {
          if (wanted != unit || fromUnits == null) {
            throw new IllegalStateException(type.getSimpleName() + " in " + wanted);
          }
          return fromUnits.parse(integer(parser, context, type));
        }
        String text = text(parser, context, type);
        return text.isEmpty() ? null : parse.apply(text);
      } catch (IllegalArgumentException e) {
        return context.reportInputMismatch(type, "%s", e.getMessage());
      }
    }
  }

  private static final class MoneyDeserializer extends ValueDeserializer<Money> {
    private final @Nullable Unit unit;

    MoneyDeserializer(@Nullable Unit unit) {
      this.unit = unit;
    }

    @Override
    public ValueDeserializer<?> createContextual(
        DeserializationContext context, @Nullable BeanProperty property) {
      return new MoneyDeserializer(unit(property));
    }

    @Override
    public @Nullable Money deserialize(JsonParser parser, DeserializationContext context) {
      try {
        if (unit == null) {
          String text = text(parser, context, Money.class);
          return text.isEmpty() ? null : Money.of(text);
        }
        long count = integer(parser, context, Money.class);
        return switch (unit) {
          case CENTS -> Money.ofCents(count);
          case CENTICENTS -> Money.ofMicros(Math.multiplyExact(count, 100L));
          case EPOCH_SECONDS, EPOCH_MILLIS, CENTICONTRACTS ->
              throw new IllegalStateException("Money in " + unit);
        };
      } catch (IllegalArgumentException | ArithmeticException e) {
        return context.reportInputMismatch(Money.class, "%s", e.getMessage());
      }
    }
  }

  private static final class InstantDeserializer extends ValueDeserializer<Instant> {
    private final @Nullable Unit unit;

    InstantDeserializer(@Nullable Unit unit) {
      this.unit = unit;
    }

    @Override
    public ValueDeserializer<?> createContextual(
        DeserializationContext context, @Nullable BeanProperty property) {
      return new InstantDeserializer(unit(property));
    }

    @Override
    public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
      try {
        if (unit == null) {
          String text = text(parser, context, Instant.class);
          return text.isEmpty() ? null : Rfc3339.parse(text);
        }
        long count = integer(parser, context, Instant.class);
        return switch (unit) {
          case EPOCH_SECONDS -> Instant.ofEpochSecond(count);
          case EPOCH_MILLIS -> Instant.ofEpochMilli(count);
          case CENTS, CENTICENTS, CENTICONTRACTS ->
              throw new IllegalStateException("Instant in " + unit);
        };
      } catch (java.time.DateTimeException e) {
        return context.reportInputMismatch(Instant.class, "not a time: \"%s\"", found(parser));
      }
    }
  }

  /** A JSON number, with the digits that were sent. */
  private static final class DecimalDeserializer extends ValueDeserializer<BigDecimal> {
    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
      JsonToken token = parser.currentToken();
      if (token == null || !token.isNumeric()) {
        return context.reportInputMismatch(
            BigDecimal.class, "expected a number, found %s", found(parser));
      }
      BigDecimal value = parser.getDecimalValue();
      if (value.precision() > MAX_DECIMAL_DIGITS
          || Math.abs((long) value.scale()) > MAX_DECIMAL_DIGITS) {
        return context.reportInputMismatch(
            BigDecimal.class, "more digits than are believed: %s", value);
      }
      return value;
    }
  }

  private static final class RawJsonDeserializer extends ValueDeserializer<RawJson> {
    private static final JsonFactory FACTORY = new JsonFactory();

    @Override
    public RawJson deserialize(JsonParser parser, DeserializationContext context) {
      return new RawJson(copy(parser));
    }

    static String copy(JsonParser parser) {
      StringWriter text = new StringWriter();
      try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
        generator.copyCurrentStructureExact(parser);
      }
      return text.toString();
    }
  }

  private static final class GridDeserializer extends ValueDeserializer<PriceGrid> {
    @Override
    public PriceGrid deserialize(JsonParser parser, DeserializationContext context) {
      PriceBand[] bands = context.readValue(parser, PriceBand[].class);
      try {
        return PriceGrid.of(List.of(bands));
      } catch (IllegalArgumentException e) {
        return context.reportInputMismatch(PriceGrid.class, "%s", e.getMessage());
      }
    }
  }

  private static final class EntriesDeserializer extends ValueDeserializer<Entries<?>> {
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
      if (values == null || !parser.hasToken(JsonToken.START_OBJECT)) {
        return context.reportInputMismatch(
            Entries.class, "expected an object, found %s", found(parser));
      }
      List<Entries.Entry<Object>> entries = new ArrayList<>();
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        if (parser.nextToken() != JsonToken.VALUE_NULL) {
          entries.add(new Entries.Entry<>(name, values.deserialize(parser, context)));
        } else if (valueType.isCollectionLikeType()) {
          entries.add(new Entries.Entry<>(name, List.of()));
        }
      }
      return new Entries<>(entries);
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

  private static final class EnumDeserializer extends ValueDeserializer<Enum<?>> {
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
      String word = text(parser, context, type);
      Enum<?> constant = constants.get(word);
      if (constant != null || word.isEmpty()) {
        return constant;
      }
      if (unrecognized == null) {
        return context.reportInputMismatch(type, "unknown %s \"%s\"", type.getSimpleName(), word);
      }
      unknown.count(type.getSimpleName(), "(word) " + word, () -> '"' + word + '"');
      return unrecognized;
    }
  }

  /** Returns the JSON of the value at hand, for the samples of unknown fields. */
  static String copyOf(JsonParser parser) {
    return RawJsonDeserializer.copy(parser);
  }
}
