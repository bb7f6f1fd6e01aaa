package io.github.kalshi4j.client.internal.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.NetPosition;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.WireEnum;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.ser.Serializers;

/** How our values become the exchange's JSON; the mirror of {@link WireDeserializers}. */
final class WireSerializers extends Serializers.Base {
  private static final Set<Class<?>> SCALARS =
      Set.of(Price.class, Quantity.class, NetPosition.class, Money.class, Instant.class);

  @Override
  public @Nullable ValueSerializer<?> findSerializer(
      SerializationConfig config,
      JavaType type,
      BeanDescription.Supplier description,
      JsonFormat.@Nullable Value format) {
    return find(type);
  }

  @Override
  public @Nullable ValueSerializer<?> findEnumSerializer(
      SerializationConfig config,
      JavaType type,
      BeanDescription.Supplier description,
      JsonFormat.@Nullable Value format) {
    return find(type);
  }

  private static @Nullable ValueSerializer<?> find(JavaType type) {
    Class<?> raw = type.getRawClass();
    boolean isScalar =
        SCALARS.contains(raw)
            || Identifiers.isIdentifier(raw)
            || WireEnum.class.isAssignableFrom(raw);
    return isScalar ? new ScalarSerializer(null) : null;
  }

  private static final class ScalarSerializer extends ValueSerializer<Object> {
    private final @Nullable Unit unit;

    ScalarSerializer(@Nullable Unit unit) {
      this.unit = unit;
    }

    @Override
    public ValueSerializer<?> createContextual(
        SerializationContext context, @Nullable BeanProperty property) {
      return new ScalarSerializer(Tokens.unit(property));
    }

    @Override
    public void serialize(Object value, JsonGenerator out, SerializationContext context) {
      if (unit == null) {
        out.writeString(text(value));
      } else {
        out.writeNumber(count(value, unit));
      }
    }

    private static String text(Object value) {
      return switch (value) {
        case WireEnum word -> word.wire();
        case Money money -> dollars(money);
        default -> value.toString(); // prices, counts, times and ids print their wire form
      };
    }

    /** Four decimals, as the exchange writes dollars, unless the amount has more. */
    private static String dollars(Money money) {
      String six = money.toString();
      return six.endsWith("00") ? six.substring(0, six.length() - 2) : six;
    }

    private static long count(Object value, Unit unit) {
      return switch (unit) {
        case EPOCH_SECONDS -> ((Instant) value).getEpochSecond();
        case EPOCH_MILLIS -> ((Instant) value).toEpochMilli();
        case CENTS -> whole((Money) value, 10_000);
        case CENTICENTS ->
            value instanceof Price price ? price.centicents() : whole((Money) value, 100);
        case CENTICONTRACTS -> ((Quantity) value).hundredths();
      };
    }

    private static long whole(Money money, long micros) {
      if (money.micros() % micros != 0) {
        throw new IllegalArgumentException(
            "amount must be whole " + (micros == 100 ? "$0.0001" : "cents") + ": " + money);
      }
      return money.micros() / micros;
    }
  }
}
