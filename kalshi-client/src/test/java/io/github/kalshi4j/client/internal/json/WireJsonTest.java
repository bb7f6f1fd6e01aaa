package io.github.kalshi4j.client.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.call.UnknownField;
import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer must be as a whole: its fields, its lists, its end. */
class WireJsonTest {
  private final Reading json = new Reading();

  record Quote(MarketTicker ticker, @JsonProperty("yes_bid_dollars") Price bid) {}

  record Quotes(List<Quote> quotes, @Nullable String cursor) {}

  record Nested(List<List<Price>> rows) {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Holes(@Nullable List<Price> @Nullable [] rows) {}

  record Optionals(
      @Nullable Price price, @JsonProperty(required = true) @Nullable Price required) {}

  record Cents(@InUnits(Unit.CENTS) Money amount) {}

  private static String quotes(String... quotes) {
    return "{\"quotes\":[" + String.join(",", quotes) + "],\"cursor\":\"\"}";
  }

  private static final String GOOD = "{\"ticker\":\"A\",\"yes_bid_dollars\":\"0.4200\"}";

  @Test
  void readsComponentsInSnakeCaseOrUnderTheirOwnName() {
    assertThat(json.read(Quotes.class, quotes(GOOD)))
        .isEqualTo(new Quotes(List.of(new Quote(MarketTicker.of("A"), Price.of("0.42"))), ""));
  }

  @Test
  void keepsCountsAndShowsFieldsThatItDoesNotKnow() {
    String more = "{\"ticker\":\"A\",\"shard\":{\"no\": 1.50},\"yes_bid_dollars\":\"0.42\"}";

    Quotes read = json.read(Quotes.class, quotes(more, GOOD, more).replace("1.50},", "1.50},"));

    assertThat(read.quotes()).hasSize(3).allMatch(q -> q.bid().equals(Price.of("0.42")));
    assertThat(json.unknown())
        .containsExactly(new UnknownField("WireJsonTest.Quote", "shard", 2, "{\"no\":1.50}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"quotes\":null}", "{\"quotes\":[]}"})
  void takesAListThatIsMissingOrNullAsEmpty(String body) {
    assertThat(json.read(Quotes.class, body).quotes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          null | quotes[1]: null or empty
          "" | quotes[1]: Cannot coerce empty String ("")
          [] | quotes[1]: Cannot deserialize
          7 | quotes[1]: Cannot construct
          {} | quotes[1].ticker: missing
          {"ticker":"A"} | quotes[1].yes_bid_dollars: missing
          {"ticker":"A","yes_bid_dollars":null} | quotes[1].yes_bid_dollars: null or empty
          {"ticker":"","yes_bid_dollars":"0.5"} | quotes[1].ticker: null or empty
          {"ticker":"A B","yes_bid_dollars":"0.5"} | quotes[1].ticker: MarketTicker has a character that no ticker has: A B
          {"ticker":{},"yes_bid_dollars":"0.5"} | quotes[1].ticker: expected a string, found START_OBJECT
          """)
  void namesThePlaceOfAnElementThatCannotBe(String element, String message) {
    json.refuses(Quotes.class, quotes(GOOD, element)).hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [["0.1"],null] | rows[1]: null or empty
          [["0.1"],["0.2",null]] | rows[1][1]: null or empty
          [["0.1"],["0.2",""]] | rows[1][1]: null or empty
          [["0.1"],["0.2","x"]] | rows[1][1]: not a plain decimal: "x"
          """)
  void namesThePlaceInAListOfLists(String rows, String message) {
    json.refuses(Nested.class, "{\"rows\":" + rows + "}").hasMessage(message);
  }

  @Test
  void takesANullListInAnArrayButNoNullInTheList() {
    assertThat(json.read(Holes.class, "{\"rows\":[[\"0.1\"],null]}").rows())
        .containsExactly(List.of(Price.of("0.1")), null);
    json.refuses(Holes.class, "{\"rows\":[[\"0.1\"],[\"0.1\",null]]}")
        .hasMessage("rows[1]: null at index 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "\"A\"", "{}", "5", "true"})
  void refusesAnythingElseWhereAListBelongs(String other) {
    json.refuses(Quotes.class, "{\"quotes\":" + other + "}").hasMessageStartingWith("quotes: ");
  }

  @Test
  void tellsWhatMayBeAbsentFromWhatMayOnlyBeEmpty() {
    assertThat(json.read(Optionals.class, "{\"required\":\"\"}"))
        .isEqualTo(new Optionals(null, null));
    assertThat(json.read(Optionals.class, "{\"required\":null,\"price\":\"\"}"))
        .isEqualTo(new Optionals(null, null));
    json.refuses(Optionals.class, "{\"price\":\"0.5\"}").hasMessage("required: missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          null | null where an object was expected
          [] | Cannot deserialize
          '' | No content
          '   ' | No content
          "text" | Cannot construct
          "" | Cannot coerce empty String
          5 | Cannot construct
          true | Cannot construct
          <html> | broken JSON: Unexpected character
          """)
  void refusesABodyThatIsNoObject(String body, String message) {
    json.refuses(Quotes.class, body).hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {" x", "{}", "]", ",", "null", "\u0000"})
  void refusesWhatFollowsTheBody(String rest) {
    json.refuses(Quotes.class, quotes(GOOD) + rest);
    assertThat(json.read(Quotes.class, quotes(GOOD) + " \n").quotes()).hasSize(1);
  }

  @Test
  void refusesABodyThatBreaksOffWherever() {
    String whole = quotes(GOOD, GOOD);
    for (int length = 0; length < whole.length(); length++) {
      json.refuses(Quotes.class, whole.substring(0, length));
    }
    json.refuses(Quotes.class, whole.substring(0, whole.length() - 20))
        .hasMessageStartingWith("quotes[1].yes_bid_dollars: broken JSON: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ticker\":\"A\",\"ticker\":\"B\",\"yes_bid_dollars\":\"0.42\"}",
        "{\"ticker\":\"A\",\"yes_bid_dollars\":\"0.42\",\"yes_bid_dollars\":\"0.42\"}",
        "{\"ticker\":\"A\",\"yes_bid_dollars\":\"0.42\",\"\\u0074icker\":\"B\"}",
        "{\"ticker\":\"A\",\"yes_bid_dollars\":\"0.42\",\"more\":1,\"more\":2}"
      })
  void refusesAFieldThatComesTwice(String quote) {
    json.refuses(Quotes.class, quotes(GOOD, quote)).hasMessageContaining("Duplicate");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"quotes\":[],}", "{'quotes':[]}", "{\"quotes\":[] /* none */}", "{quotes:[]}"})
  void refusesWhatOnlyLooksLikeJson(String body) {
    json.refuses(Quotes.class, body).hasMessageStartingWith("broken JSON: ");
  }

  @Test
  void skipsNestingUpToABoundAndRefusesItBeyond() {
    String deep = "{\"more\":" + "[".repeat(300) + "]".repeat(300) + "}";
    assertThat(json.read(Quotes.class, deep).quotes()).isEmpty();

    String tooDeep = "{\"more\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    json.refuses(Quotes.class, tooDeep).hasMessageContaining("nesting depth");
    json.refuses(Quotes.class, "{\"quotes\":" + "[".repeat(100_000));
  }

  @Test
  void keepsTheMessageShortHoweverLongTheValue() {
    String quote = GOOD.replace("0.4200", "9".repeat(100_000));

    json.refuses(Quotes.class, quotes(quote))
        .hasMessageStartingWith("quotes[0].yes_bid_dollars: ")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(500));
  }

  @Test
  void refusesToWriteWhatHasNoFormOnTheWire() {
    assertThat(json.write(new Cents(Money.of("12.34")))).isEqualTo("{\"amount\":1234}");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> json.write(new Cents(Money.of("12.345"))))
        .withMessageStartingWith("amount: ")
        .withMessageContaining("12.345000");
  }

  @Test
  void leavesOutWhatIsNotSet() {
    assertThat(json.write(new Optionals(null, Price.ONE))).isEqualTo("{\"required\":\"1.0000\"}");
  }
}
