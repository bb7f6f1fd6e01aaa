package io.github.kalshi4j.client.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.call.UnknownField;
import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import io.github.kalshi4j.client.market.MarketStatus;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.NetPosition;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.client.value.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of value: what it may be on the wire and what not. */
class WireValuesTest {
  private final Reading json = new Reading();

  record Prices(List<Price> prices) {}

  record Values(
      @Nullable Quantity count,
      @Nullable Money dollars,
      @Nullable NetPosition position,
      @Nullable BigDecimal strike,
      @Nullable Integer small,
      @Nullable Long large,
      @Nullable Double rough,
      @Nullable Boolean flag,
      @Nullable String text,
      @Nullable BookSide side,
      @Nullable MarketStatus status,
      @Nullable Instant time,
      @InUnits(Unit.EPOCH_SECONDS) @Nullable Instant seconds,
      @InUnits(Unit.EPOCH_MILLIS) @Nullable Instant millis,
      @InUnits(Unit.CENTS) @Nullable Money cents,
      @InUnits(Unit.CENTICENTS) @Nullable Money centicents,
      @InUnits(Unit.CENTICENTS) @Nullable Price price,
      @InUnits(Unit.CENTICONTRACTS) @Nullable Quantity centicount,
      @Nullable PriceGrid grid,
      @Nullable PriceAndCount level) {}

  private Values read(String field, String value) {
    return json.read(Values.class, "{\"" + field + "\":" + value + "}");
  }

  @Test
  void acceptsZerosBeyondTheFourthDecimalOfAPriceAndNothingElseThere() {
    assertThat(json.read(Prices.class, "{\"prices\":[\"0.560000\",\"0.5\",\"1\",\"0\"]}").prices())
        .containsExactly(Price.of("0.5600"), Price.of("0.5000"), Price.ONE, Price.ZERO);
    json.refuses(Prices.class, "{\"prices\":[\"0.5600\",\"0.560001\"]}")
        .hasMessage("prices[1]: more than 4 decimal places: \"0.560001\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0001", "-0.0100", "2", "0,56", "56%", "$0.56", "5.6e-1", " 0.56"})
  void refusesWhatIsNoPrice(String text) {
    json.refuses(Prices.class, "{\"prices\":[\"" + text + "\"]}")
        .hasMessageStartingWith("prices[0]: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          count | "92233720368547758.07"
          position | "-92233720368547758.08"
          dollars | "9223372036854.775807"
          large | 9223372036854775807
          large | -9223372036854775808
          small | -2147483648
          cents | 922337203685477
          centicents | -92233720368547758
          centicount | 9223372036854775807
          """)
  void readsNumbersAsLargeAsTheyFit(String field, String value) {
    assertThat(read(field, value)).isNotEqualTo(read("text", "null"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          count | "92233720368547758.08" | too large: "92233720368547758.08"
          count | "9223372036854775807" | too large: "9223372036854775807"
          count | "-1.00" | negative quantity: -100 hundredths
          count | "0.001" | more than 2 decimal places: "0.001"
          position | "-92233720368547758.09" | too large: "-92233720368547758.09"
          dollars | "9223372036854.775808" | too large: "9223372036854.775808"
          dollars | "0.0000001" | more than 6 decimal places: "0.0000001"
          large | 9223372036854775808 | Numeric value (9223372036854775808) out of range
          small | 2147483648 | Numeric value (2147483648) out of range
          cents | 922337203685478 | too large: 922337203685478
          centicents | 92233720368547759 | too large: 92233720368547759
          cents | 9223372036854775808 | Numeric value (9223372036854775808) out of range
          centicount | -1 | negative quantity: -1 hundredths
          price | 10001 | price outside $0 to $1: 10001 centicents
          """)
  void refusesNumbersThatDoNotFit(String field, String value, String message) {
    json.refuses(Values.class, "{\"" + field + "\":" + value + "}")
        .hasMessageStartingWith(field + ": " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          count | 5 | expected a string, found 5
          count | 5.00 | expected a string, found 5.00
          dollars | 5 | expected a string, found 5
          position | -3 | expected a string, found -3
          side | 0 | expected a string, found 0
          status | 1 | expected a string, found 1
          text | 5 | Cannot coerce Integer value (5) to `java.lang.String` value
          text | 0.5 | Cannot coerce Float value (0.5) to `java.lang.String` value
          text | true | Cannot coerce Boolean value (true) to `java.lang.String` value
          text | {} | Cannot deserialize value of type `java.lang.String`
          text | ["a"] | Cannot deserialize value of type `java.lang.String`
          small | "5" | Cannot coerce String value ("5")
          small | "" | Cannot coerce empty String ("")
          small | 5.0 | Cannot coerce Floating-point value (5.0)
          small | 1e3 | Cannot coerce Floating-point value (1e3)
          small | true | Cannot deserialize
          large | "5" | Cannot coerce String value ("5")
          large | 5.5 | Cannot coerce Floating-point value (5.5)
          flag | "true" | Cannot coerce String value ("true")
          flag | "" | Cannot coerce empty String ("")
          flag | 1 | Cannot coerce Integer value (1)
          cents | "5" | expected an integer, found "5"
          cents | 5.0 | expected an integer, found 5.0
          centicount | "5" | expected an integer, found "5"
          strike | "85.5" | expected a number, found "85.5"
          strike | true | expected a number, found true
          rough | "1.5" | expected a number, found "1.5"
          rough | "NaN" | expected a number, found "NaN"
          level | "0.1" | expected a list, found "0.1"
          level | [] | expected a string
          level | ["0.1"] | expected a string
          level | ["0.1",5] | expected a string, found 5
          level | ["0.1",null] | null or empty
          level | ["","5"] | null or empty
          level | ["0.1","5","6"] | expected a price and a count only, found "6"
          grid | {} | expected a list, found START_OBJECT
          grid | [] | no price between $0 and $1
          grid | [null] | null or empty
          """)
  void refusesAValueOfAnotherKind(String field, String value, String message) {
    json.refuses(Values.class, "{\"" + field + "\":" + value + "}")
        .hasMessageStartingWith(field)
        .hasMessageContaining(": " + message)
        .hasMessageNotContaining("CoercionConfig");
  }

  @Test
  void namesTheElementOfALevelAndOfAGrid() {
    json.refuses(Values.class, "{\"level\":[\"0.1\",\"x\"]}")
        .hasMessage("level[1]: not a plain decimal: \"x\"");
    json.refuses(Values.class, "{\"grid\":[{\"start\":\"0\",\"end\":\"1\",\"step\":\"0.00001\"}]}")
        .hasMessage("grid[0].step: more than 4 decimal places: \"0.00001\"");
    json.refuses(Values.class, "{\"grid\":[{\"start\":\"0\",\"end\":\"1\",\"step\":\"0.03\"}]}")
        .hasMessageStartingWith("grid[0]: ")
        .hasMessageContaining("no whole number of steps");
  }

  @Test
  void takesAnEmptyStringAsNothingThere() {
    for (String field : List.of("count", "dollars", "position", "side", "status", "time")) {
      assertThat(read(field, "\"\"")).isEqualTo(read(field, "null"));
    }
    assertThat(read("text", "\"\"").text()).isEmpty();
  }

  @Test
  void countsAWordThatIsOnlyShownAndRefusesOneThatIsActedUpon() {
    assertThat(read("status", "\"halted\"").status()).isEqualTo(MarketStatus.UNRECOGNIZED);
    assertThat(read("status", "\"halted\"").status()).isEqualTo(MarketStatus.UNRECOGNIZED);
    assertThat(json.unknown())
        .containsExactly(new UnknownField("MarketStatus", "(word) halted", 2, "\"halted\""));

    json.refuses(Values.class, "{\"side\":\"middle\"}")
        .hasMessage("side: unknown BookSide \"middle\"");
    json.refuses(Values.class, "{\"side\":\"BID\"}").hasMessage("side: unknown BookSide \"BID\"");
  }

  @Test
  void takesTheNameOfAConstantForNoWord() {
    assertThat(read("status", "\"UNRECOGNIZED\"").status()).isEqualTo(MarketStatus.UNRECOGNIZED);
    assertThat(json.unknown()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-12T15:00:20Z, 2026-01-12T15:00:20Z",
    "2026-01-12T15:00:20.8Z, 2026-01-12T15:00:20.800Z",
    "2026-01-12T14:59:36.37315Z, 2026-01-12T14:59:36.373150Z",
    "2026-01-12T15:00:20.123456789Z, 2026-01-12T15:00:20.123456789Z",
    "2026-01-12T15:00:20+00:00, 2026-01-12T15:00:20Z",
    "2026-01-12T15:00:20.5-05:00, 2026-01-12T20:00:20.500Z",
    "2026-01-12T00:30:00+05:30, 2026-01-11T19:00:00Z",
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999999999Z"
  })
  void readsTimesWithAnyFractionAndOffset(String text, Instant expected) {
    assertThat(read("time", '"' + text + '"').time()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-12T15:00:20",
        "2026-01-12",
        "15:00:20Z",
        "2026-01-12 15:00:20Z",
        "2026-02-30T15:00:00Z",
        "2026-01-12T24:00:01Z",
        "2026-01-12T15:00:60Z",
        "2026-01-12T15:00:20.1234567891Z",
        "+10000-01-01T00:00:00Z",
        "-0001-01-01T00:00:00Z",
        "1768240390",
        "yesterday",
        " "
      })
  void refusesTextThatIsNoTime(String text) {
    json.refuses(Values.class, "{\"time\":\"" + text + "\"}")
        .hasMessage("time: not a time: \"" + text + "\"");
  }

  @Test
  void readsCountsSince1970OnlyWhereTheyAreMeant() {
    assertThat(read("seconds", "1768240390").seconds()).isEqualTo("2026-01-12T17:53:10Z");
    assertThat(read("millis", "1768240390123").millis()).isEqualTo("2026-01-12T17:53:10.123Z");
    assertThat(read("seconds", "-62135596800").seconds()).isEqualTo("0001-01-01T00:00:00Z");

    json.refuses(Values.class, "{\"time\":1768240390}")
        .hasMessage("time: expected a string, found 1768240390");
    json.refuses(Values.class, "{\"seconds\":\"2026-01-12T17:53:10Z\"}")
        .hasMessage("seconds: expected an integer, found \"2026-01-12T17:53:10Z\"");
    json.refuses(Values.class, "{\"seconds\":1768240390.5}")
        .hasMessage("seconds: expected an integer, found 1768240390.5");
  }

  @ParameterizedTest
  @CsvSource({
    "seconds, 1768240390123",
    "seconds, 253402300800",
    "seconds, -9223372036854775808",
    "seconds, 9223372036854775807",
    "millis, 253402300800000",
    "millis, 9223372036854775807"
  })
  void refusesATimeBeyondTheYear9999(String field, String value) {
    json.refuses(Values.class, "{\"" + field + "\":" + value + "}")
        .hasMessage(field + ": not a time: " + value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.10", "85", "-1.5", "1E+2", "0.00000000000000000000000000000000000001"})
  void keepsTheDigitsOfAStrike(String number) {
    assertThat(read("strike", number).strike()).isEqualTo(new BigDecimal(number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "1e-999999999", "1e61", "1e99999999999"})
  void refusesAStrikeWithAnAbsurdExponent(String number) {
    json.refuses(Values.class, "{\"strike\":" + number + "}")
        .hasMessageStartingWith("strike: ")
        .hasMessageContaining(number);
  }

  @Test
  void refusesAStrikeOfAbsurdlyManyDigits() {
    json.refuses(Values.class, "{\"strike\":" + "9".repeat(61) + "}")
        .hasMessage("strike: more digits than are believed: " + "9".repeat(61));
    json.refuses(Values.class, "{\"strike\":" + "9".repeat(100_000) + "}");
  }

  @Test
  void refusesARoughNumberThatIsInfinite() {
    assertThat(read("rough", "-1.5e3").rough()).isEqualTo(-1500);
    assertThat(read("rough", "2").rough()).isEqualTo(2);
    json.refuses(Values.class, "{\"rough\":1e999}").hasMessage("rough: too large: 1e999");
    json.refuses(Values.class, "{\"rough\":NaN}").hasMessageStartingWith("broken JSON: ");
  }
}
