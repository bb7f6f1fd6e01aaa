package io.github.kalshi4j.client.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.value.Entries;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.RawJson;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values whose names or form the exchange leaves open. */
class RawAndEntriesTest {
  private final Reading json = new Reading();

  record Open(RawJson details, @Nullable RawJson more) {}

  record Priced(Price price) {}

  record Named(
      Entries<String> texts,
      Entries<EventTicker> ids,
      Entries<List<String>> lists,
      Entries<Priced> records) {}

  private Named named(String field, String value) {
    return json.read(Named.class, "{\"" + field + "\":" + value + "}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":0.10,\"b\":[1e5,1E+5,-0,-0.0,12345678901234567890123,0.1000000000000000055]}",
        "{\"z\":null,\"a\":true,\"m\":[false,{}],\"\":\"\"}",
        "\"text\"",
        "0.10",
        "[[],[[]]]",
        "{\"a\":{\"price\":\"0.10\"},\"b\":[1,2]}"
      })
  void keepsAValueAsItWasSent(String value) {
    Open open = json.read(Open.class, "{\"details\":" + value + ",\"more\":{\"next\":1}}");

    assertThat(open.details().text()).isEqualTo(value);
    assertThat(open.more()).isEqualTo(new RawJson("{\"next\":1}"));
  }

  @Test
  void dropsWhiteSpaceOnlyBetweenTheParts() {
    Open open = json.read(Open.class, "{ \"details\" : { \"a b\" : [ 1 , \" c \\n\\u00e9\" ] } }");

    assertThat(open.details().text()).isEqualTo("{\"a b\":[1,\" c \\né\"]}");
  }

  @Test
  void refusesARawValueThatIsMissingWhereItMustBe() {
    json.refuses(Open.class, "{}").hasMessage("details: missing");
    json.refuses(Open.class, "{\"details\":null}").hasMessage("details: null or empty");
    assertThat(json.read(Open.class, "{\"details\":{},\"more\":null}").more()).isNull();
  }

  @Test
  void refusesARawValueThatIsBroken() {
    json.refuses(Open.class, "{\"details\":{\"a\":[1}}").hasMessageContaining("broken JSON");
    json.refuses(Open.class, "{\"details\":{\"a\":1,\"a\":2}}").hasMessageContaining("Duplicate");
  }

  @Test
  void keepsEntriesInTheOrderInWhichTheyWereSent() {
    Entries<String> texts = named("texts", "{\"b\":\"2\",\"c\":\"\",\"a\":\"1\"}").texts();

    assertThat(texts.names()).containsExactly("b", "c", "a");
    assertThat(texts.get("a")).contains("1");
    assertThat(texts.get("c")).contains("");
    assertThat(texts.get("d")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}"})
  void takesEntriesThatAreNullOrMissingAsNone(String value) {
    assertThat(named("texts", value).texts().list()).isEmpty();
    assertThat(named("texts", value).lists().list()).isEmpty();
  }

  @Test
  void leavesOutANameUnderWhichNothingStandsAndTakesANullListAsEmpty() {
    assertThat(named("texts", "{\"a\":null,\"b\":\"x\"}").texts().names()).containsExactly("b");
    assertThat(named("ids", "{\"a\":\"\",\"b\":\"X\"}").ids().names()).containsExactly("b");
    assertThat(named("records", "{\"a\":null}").records().list()).isEmpty();
    assertThat(named("lists", "{\"a\":null,\"b\":[\"x\"]}").lists())
        .isEqualTo(
            new Entries<>(
                List.of(
                    new Entries.Entry<>("a", List.of()), new Entries.Entry<>("b", List.of("x")))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          texts | {"a":"x","b":5} | texts.b: Cannot coerce Integer value (5)
          texts | [] | texts: expected an object, found START_ARRAY
          texts | "" | texts: expected an object, found ""
          ids | {"a":"x y"} | ids.a: EventTicker has a character
          lists | {"a":["x",null]} | lists.a[1]: null or empty
          lists | {"a":"x"} | lists.a: Cannot deserialize
          records | {"a":{"price":"0.1"},"b":{"price":"0.12345"}} | records.b.price: more than 4 decimal places: "0.12345"
          records | {"a":{}} | records.a.price: missing
          texts | {"a":"x","a":"y"} | texts: broken JSON: Duplicate
          """)
  void namesTheEntryThatCannotBeRead(String field, String value, String message) {
    json.refuses(Named.class, "{\"" + field + "\":" + value + "}").hasMessageStartingWith(message);
  }
}
