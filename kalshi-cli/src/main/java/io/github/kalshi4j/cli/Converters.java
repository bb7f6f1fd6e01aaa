package io.github.kalshi4j.cli;

import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.engine.paper.FillModel;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the texts of options become values. */
final class Converters {
  private Converters() {}

  /** Dollars with up to six decimals, not negative. */
  static final class Dollars implements ITypeConverter<Money> {
    @Override
    public Money convert(String text) {
      Money money;
      try {
        money = Money.of(text);
      } catch (IllegalArgumentException e) {
        throw refuse(text, "an amount in dollars, such as 10000 or 250.50", e);
      }
      if (money.signum() < 0) {
        throw new TypeConversionException("'" + text + "' is negative");
      }
      return money;
    }
  }

  /** A duration such as {@code 50ms} or {@code 1.5s}, in whole nanoseconds, not negative. */
  static final class Latency implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(ms|s)");

    @Override
    public Duration convert(String text) {
      Matcher matcher = FORM.matcher(text);
      if (matcher.matches()) {
        BigDecimal number = new BigDecimal(matcher.group(1));
        try {
          return Duration.ofNanos(
              number.movePointRight(matcher.group(2).equals("ms") ? 6 : 9).longValueExact());
        } catch (ArithmeticException e) {
          throw refuse(text, "a whole number of nanoseconds", e);
        }
      }
      throw refuse(text, "a duration, such as 50ms or 1.5s", null);
    }
  }

  /** The label of a fill model. */
  static final class FillModels implements ITypeConverter<FillModel> {
    @Override
    public FillModel convert(String text) {
      for (FillModel model : FillModel.values()) {
        if (model.label().equals(text)) {
          return model;
        }
      }
      throw refuse(
          text,
          Arrays.stream(FillModel.values())
              .map(FillModel::label)
              .collect(Collectors.joining(", ", "one of ", "")),
          null);
    }
  }

  private static TypeConversionException refuse(
      String text, String expected, @Nullable Throwable cause) {
    TypeConversionException refusal =
        new TypeConversionException("'" + text + "' is not " + expected);
    if (cause != null) {
      refusal.initCause(cause);
    }
    return refusal;
  }
}
