package io.github.kalshi4j.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Probability;
import io.github.kalshi4j.client.value.Quantity;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
  private final Configuration<Everything> defaults =
      Configuration.of(provider("everything", Everything.DEFAULTS));

  @Test
  void describesEveryParameterInTheOrderOfTheRecord() {
    assertThat(defaults.parameters())
        .extracting(ParameterInfo::name, ParameterInfo::type, ParameterInfo::defaultValue)
        .startsWith(
            tuple("flag", "boolean", "false"),
            tuple("count", "integer", "3"),
            tuple("large", "integer", "4"),
            tuple("ratio", "number", "1.5"),
            tuple("label", "text", "x"),
            tuple("window", "duration", "5s"),
            tuple("price", "price", "0.0200"));
    assertThat(defaults.parameters().getFirst().description()).isEqualTo("Whether it is on");
    assertThat(defaults.parameters().get(1).description()).isEmpty();
  }

  @Test
  void listsTheChoicesOfAnEnum() {
    ParameterInfo source = parameter(defaults, "source");
    assertThat(source.type()).isEqualTo("choice");
    assertThat(source.defaultValue()).isEqualTo("book");
    assertThat(source.choices()).containsExactly("book", "last-trades");
  }

  @Test
  void readsEveryType() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("flag", "TRUE");
    texts.put("count", "-7");
    texts.put("large", "9000000000");
    texts.put("ratio", "2.5e-3");
    texts.put("label", "");
    texts.put("window", "1.5s");
    texts.put("price", "0.025");
    texts.put("quantity", "2.5");
    texts.put("money", "-0.000001");
    texts.put("probability", "0.25");
    texts.put("decimal", "79291.540");
    texts.put("source", "Last_Trades");
    texts.put("market", "A-B-C");
    texts.put("until", "2026-05-11T05:45:00Z");
    assertThat(defaults.withAll(texts).value())
        .isEqualTo(
            new Everything(
                true,
                -7,
                9_000_000_000L,
                0.0025,
                "",
                Duration.ofMillis(1500),
                Price.of("0.025"),
                Quantity.of("2.5"),
                Money.ofMicros(-1),
                Probability.of(0.25),
                new BigDecimal("79291.540"),
                Source.LAST_TRADES,
                MarketTicker.of("A-B-C"),
                Instant.parse("2026-05-11T05:45:00Z")));
  }

  @Test
  void leavesTheOriginalAsItIs() {
    Configuration<Everything> changed = defaults.with("count", "9");
    assertThat(defaults.value().count()).isEqualTo(3);
    assertThat(parameter(changed, "count").value()).isEqualTo("9");
    assertThat(parameter(changed, "count").defaultValue()).isEqualTo("3");
    assertThat(changed.with("flag", "true").value().count()).isEqualTo(9);
  }

  @Test
  void setsWhatIsNullByDefaultAndUnsetsItAgain() {
    assertThat(parameter(defaults, "until").value()).isEqualTo("none");
    Configuration<Everything> set = defaults.with("until", "2026-05-11T05:45:00Z");
    assertThat(set.value().until()).isEqualTo(Instant.parse("2026-05-11T05:45:00Z"));
    assertThat(set.with("until", "none").value().until()).isNull();
    assertThatThrownBy(() -> defaults.with("window", "none"))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void namesAnUnknownParameterAndTheOneMeant() {
    assertThatThrownBy(
            () -> Configuration.of(provider("small", Small.DEFAULTS)).with("windw", "5s"))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessage("small has no parameter windw; did you mean window? known: window, entry");
  }

  @Test
  void guessesNothingForAFarName() {
    assertThatThrownBy(() -> Configuration.of(provider("small", Small.DEFAULTS)).with("zoom", "5s"))
        .hasMessage("small has no parameter zoom; known: window, entry");
  }

  @Test
  void namesAValueThatCannotBeRead() {
    assertThatThrownBy(() -> defaults.with("window", "5 s"))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessage(
            "everything: parameter window is \"5 s\", but must be a duration, such as 500ms, 1.5s,"
                + " 10m, 1h or PT10S");
    assertThatThrownBy(() -> defaults.with("price", "2"))
        .hasMessageContaining("parameter price is \"2\", but must be a price in dollars");
    assertThatThrownBy(() -> defaults.with("source", "mids"))
        .hasMessage(
            "everything: parameter source is \"mids\", but must be one of book, last-trades");
  }

  @Test
  void refusesWhatOnlyLooksLikeANumber() {
    for (String text : List.of("", " 1", "1_000", "0x1p3", "NaN", "Infinity", "1e999", "1d", "١")) {
      assertThatThrownBy(() -> defaults.with("ratio", text))
          .as("ratio = '%s'", text)
          .isInstanceOf(InvalidParameterException.class);
    }
    for (String text : List.of("", "+1", "1.0", "2147483648", "١")) {
      assertThatThrownBy(() -> defaults.with("count", text))
          .as("count = '%s'", text)
          .isInstanceOf(InvalidParameterException.class);
    }
    assertThatThrownBy(() -> defaults.with("decimal", "1e9"))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(() -> defaults.with("price", "0.00001"))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(() -> defaults.with("flag", "yes"))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void saysWhatTheRecordRefusesInOneLine() {
    assertThatThrownBy(
            () -> Configuration.of(provider("small", Small.DEFAULTS)).with("window", "0s"))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessage("small refuses window=0s: window must be positive but it is PT0S")
        .hasCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void changesSeveralParametersAtOnce() {
    Configuration<Ordered> ordered = Configuration.of(provider("ordered", new Ordered(1, 2)));
    assertThatThrownBy(() -> ordered.with("low", "5")).hasMessage("ordered refuses low=5: 5 > 2");
    assertThat(ordered.withAll(Map.of("low", "5", "high", "6")).value())
        .isEqualTo(new Ordered(5, 6));
  }

  @Test
  void refusesAComponentThatNoTextCanSet() {
    assertThatThrownBy(
            () -> Configuration.of(provider("linked", new Linked(URI.create("http://localhost")))))
        .isInstanceOf(InvalidStrategyException.class)
        .hasMessageContaining("strategy linked")
        .hasMessageContaining("has the parameter link of type java.net.URI");
  }

  @Test
  void showsItselfInOneLine() {
    assertThat(Configuration.of(provider("small", Small.DEFAULTS)))
        .hasToString("small(window=5s, entry=0.0200)");
  }

  private static ParameterInfo parameter(Configuration<?> configuration, String name) {
    return configuration.parameters().stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static <C extends Record> StrategyProvider<C> provider(String name, C defaults) {
    return new StrategyProvider<>() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public String description() {
        return "Does nothing.";
      }

      @Override
      public C defaults() {
        return defaults;
      }

      @Override
      public Strategy create(C configuration, MarketFacts market) {
        return new Strategy() {};
      }
    };
  }

  public enum Source {
    BOOK,
    LAST_TRADES
  }

  public record Everything(
      @Parameter("Whether it is on") boolean flag,
      int count,
      long large,
      double ratio,
      String label,
      Duration window,
      Price price,
      Quantity quantity,
      Money money,
      Probability probability,
      BigDecimal decimal,
      Source source,
      MarketTicker market,
      @Nullable Instant until) {
    static final Everything DEFAULTS =
        new Everything(
            false,
            3,
            4,
            1.5,
            "x",
            Duration.ofSeconds(5),
            Price.of("0.02"),
            Quantity.of("5"),
            Money.ofDollars(50),
            Probability.of(0.5),
            new BigDecimal("1.25"),
            Source.BOOK,
            MarketTicker.of("M"),
            null);
  }

  /** A record of a user who forgot to make it public; it can be opened in an unnamed module. */
  record Small(Duration window, Price entry) {
    static final Small DEFAULTS = new Small(Duration.ofSeconds(5), Price.of("0.02"));

    Small {
      if (window.isZero()) {
        throw new IllegalArgumentException("window must be positive\n but it is " + window);
      }
    }
  }

  public record Ordered(int low, int high) {
    public Ordered {
      if (low > high) {
        throw new IllegalArgumentException(low + " > " + high);
      }
    }
  }

  public record Linked(URI link) {}
}
