package io.github.kalshi4j.client.internal.json;

import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import io.github.kalshi4j.client.value.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads dollars as text, or whole cents or $0.0001 where the component says so. */
final class MoneyDeserializer extends ValueDeserializer<Money> {
  private final @Nullable Unit unit;

  MoneyDeserializer(@Nullable Unit unit) {
    this.unit = unit;
  }

  @Override
  public ValueDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) {
    return new MoneyDeserializer(Tokens.unit(property));
  }

  @Override
  public @Nullable Money deserialize(JsonParser parser, DeserializationContext context) {
    try {
      if (unit == null) {
        String text = Tokens.text(parser, context, Money.class);
        return text.isEmpty() ? null : Money.of(text);
      }
      long count = Tokens.integer(parser, context, Money.class);
      return switch (unit) {
        case CENTS -> Money.ofCents(count);
        case CENTICENTS -> Money.ofMicros(Math.multiplyExact(count, 100L));
        case EPOCH_SECONDS, EPOCH_MILLIS, CENTICONTRACTS ->
            throw new IllegalStateException("Money in " + unit);
      };
    } catch (IllegalArgumentException e) {
      return context.reportInputMismatch(Money.class, "%s", e.getMessage());
    } catch (ArithmeticException e) {
      return context.reportInputMismatch(Money.class, "too large: %s", Tokens.found(parser));
    }
  }
}
