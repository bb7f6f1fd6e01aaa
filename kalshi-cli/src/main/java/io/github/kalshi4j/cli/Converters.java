package io.github.kalshi4j.cli;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.StreamOptions;
import io.github.kalshi4j.client.market.MarketFilterStatus;
import io.github.kalshi4j.client.order.OrderStatus;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.SeriesTicker;
import io.github.kalshi4j.client.value.WireEnum;
import io.github.kalshi4j.engine.paper.FillModel;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the texts of options become values. */
final class Converters {
  private static final String ALL = "all";

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

  /** A duration as of {@link Latency}, above zero. */
  static final class Timeout implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      Duration duration = new Latency().convert(text);
      if (duration.isZero()) {
        throw new TypeConversionException("'" + text + "' is no time at all");
      }
      return duration;
    }
  }

  /** How long something goes on: as {@link Timeout}, or in minutes or hours. */
  static final class Span implements ITypeConverter<Duration> {
    private static final Pattern LONG = Pattern.compile("([0-9]{1,6})(m|h)");

    @Override
    public Duration convert(String text) {
      Matcher matcher = LONG.matcher(text);
      if (!matcher.matches()) {
        if (text.endsWith("s")) {
          return new Timeout().convert(text);
        }
        throw refuse(text, "a duration, such as 30s, 15m or 2h", null);
      }
      long number = Long.parseLong(matcher.group(1));
      if (number == 0) {
        throw new TypeConversionException("'" + text + "' is no time at all");
      }
      return matcher.group(2).equals("m") ? Duration.ofMinutes(number) : Duration.ofHours(number);
    }
  }

  /** The root of a REST API, without the slashes at its end. */
  static final class BaseUrl implements ITypeConverter<URI> {
    private static final Pattern USER = Pattern.compile("//[^/]*@");
    private static final String EXAMPLE = "https://external-api.demo.kalshi.co/trade-api/v2";

    @Override
    public URI convert(String text) {
      try {
        return ClientConfig.of(new URI(text.strip())).baseUrl();
      } catch (URISyntaxException | IllegalArgumentException e) {
        throw refuse(
            USER.matcher(text).replaceAll("//(hidden)@"), // it may be a password, so no cause, too
            "the root of a REST API without user, query or fragment, such as " + EXAMPLE,
            null);
      }
    }
  }

  /** An address of this machine to listen on, IPv4 and as a number, so that no name is asked. */
  static final class Host implements ITypeConverter<String> {
    private static final String PART = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern FORM = Pattern.compile(PART + "(\\." + PART + "){3}");

    @Override
    public String convert(String text) {
      if (!FORM.matcher(text).matches()) {
        throw refuse(text, "an IPv4 address in numbers, such as 127.0.0.1 or 0.0.0.0", null);
      }
      return text;
    }
  }

  /** Where the WebSocket of an exchange is. */
  static final class StreamUrl implements ITypeConverter<URI> {
    private static final String EXAMPLE = "wss://external-api-ws.demo.kalshi.co/trade-api/ws/v2";

    @Override
    public URI convert(String text) {
      try {
        URI url = new URI(text.strip());
        StreamOptions options = StreamOptions.DEFAULT.withUrl(url);
        if (options.url() != null && !url.getRawPath().isEmpty()) {
          return url;
        }
      } catch (URISyntaxException | IllegalArgumentException e) {
        // refused below, without a cause, which may hold a password
      }
      throw refuse(
          BaseUrl.USER.matcher(text).replaceAll("//(hidden)@"),
          "the ws or wss address of a stream without user, query or fragment, such as " + EXAMPLE,
          null);
    }
  }

  /** How many lines to show at most. */
  static final class Limit implements ITypeConverter<Integer> {
    static final int MOST = 10_000;

    @Override
    public Integer convert(String text) {
      return whole(text, MOST);
    }
  }

  /** How many levels of a book to show. */
  static final class Depth implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return whole(text, 100);
    }
  }

  /** How many times as fast a clock runs. */
  static final class Speed implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return whole(text, 100);
    }
  }

  /** Where a server listens; 0 for any free port. */
  static final class Port implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return text.equals("0") ? 0 : whole(text, 65_535);
    }
  }

  /** The name of a series. */
  static final class Series implements ITypeConverter<SeriesTicker> {
    @Override
    public SeriesTicker convert(String text) {
      return ticker(text, SeriesTicker::of, "series, such as KXHIGHNY");
    }
  }

  /** The name of an event. */
  static final class Event implements ITypeConverter<EventTicker> {
    @Override
    public EventTicker convert(String text) {
      return ticker(text, EventTicker::of, "event, such as KXHIGHNY-26JUL04");
    }
  }

  /** The name of a market. */
  static final class Market implements ITypeConverter<MarketTicker> {
    @Override
    public MarketTicker convert(String text) {
      return ticker(text, MarketTicker::of, "market, such as KXHIGHNY-26JUL04-T85");
    }
  }

  /** A word by which markets are filtered; null for all. */
  static final class MarketStatuses implements ITypeConverter<@Nullable MarketFilterStatus> {
    @Override
    public @Nullable MarketFilterStatus convert(String text) {
      return wordOrAll(text, MarketFilterStatus.values());
    }
  }

  /** The status of orders; null for all. */
  static final class OrderStatuses implements ITypeConverter<@Nullable OrderStatus> {
    @Override
    public @Nullable OrderStatus convert(String text) {
      return wordOrAll(text, OrderStatus.values());
    }
  }

  private static int whole(String text, int most) {
    if (text.matches("[0-9]{1,9}")) {
      int value = Integer.parseInt(text);
      if (value >= 1 && value <= most) {
        return value;
      }
    }
    throw refuse(text, "a whole number from 1 to " + most, null);
  }

  private static <T> T ticker(String text, Function<String, T> of, String what) {
    try {
      return of.apply(text);
    } catch (IllegalArgumentException e) {
      throw refuse(text, "the ticker of a " + what, e);
    }
  }

  private static <E extends WireEnum> @Nullable E wordOrAll(String text, E[] words) {
    if (text.equals(ALL)) {
      return null;
    }
    for (E word : words) {
      if (word.wire().equals(text)) {
        return word;
      }
    }
    throw refuse(
        text,
        Arrays.stream(words)
            .map(WireEnum::wire)
            .collect(Collectors.joining(", ", "one of ", ", " + ALL)),
        null);
  }

  /** Where a strategy is run. */
  static final class Targets implements ITypeConverter<RunTarget> {
    @Override
    public RunTarget convert(String value) {
      for (RunTarget target : RunTarget.values()) {
        if (target.word().equals(value)) {
          return target;
        }
      }
      throw new TypeConversionException("'" + value + "' is none of simulator, demo and live");
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
