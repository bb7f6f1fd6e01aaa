package io.github.kalshi4j.client.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.error.KalshiDecodingException;
import io.github.kalshi4j.client.internal.json.UnknownCounter;
import io.github.kalshi4j.client.internal.json.WireJson;
import io.github.kalshi4j.client.market.Level;
import io.github.kalshi4j.client.market.OrderBookSnapshot;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BookBodyTest {
  private final WireJson json = new WireJson(new UnknownCounter(field -> {}));

  private OrderBookSnapshot book(String body) {
    return json.read(body.getBytes(StandardCharsets.UTF_8), BookBody.class)
        .of(MarketTicker.of("M"));
  }

  private static Level level(String price, String quantity) {
    return new Level(Price.of(price), Quantity.of(quantity));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [["0.01","1"],["0.42","13.00"],["0.4","2.5"]] | [["0.5600","7.00"],["0.55","3"]]
          [["0.42","13"],["0.4","2.50"],["0.0100","1"]] | [["0.55","3"],["0.56","7"]]
          """)
  void isOneYesBookBestFirstInWhateverOrderTheLevelsCome(String yes, String no) {
    OrderBookSnapshot book = book("{\"no_dollars\":" + no + ",\"yes_dollars\":" + yes + "}");

    assertThat(book.bids())
        .containsExactly(level("0.42", "13"), level("0.40", "2.50"), level("0.01", "1"));
    assertThat(book.asks()).containsExactly(level("0.44", "7"), level("0.45", "3"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"yes_dollars\":null,\"no_dollars\":null}",
        "{\"yes_dollars\":[]}",
        "{\"no_dollars\":[],\"yes_dollars\":null}"
      })
  void isEmptyWhereASideIsMissingOrNull(String body) {
    assertThat(book(body).bids()).isEmpty();
    assertThat(book(body).asks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ["0.123456","1"] | yes_dollars[1][0]: more than 4 decimal places: "0.123456"
          ["0.43","-1"] | yes_dollars[1][1]: negative quantity: -100 hundredths
          ["0.43","0.001"] | yes_dollars[1][1]: more than 2 decimal places: "0.001"
          [0.43,"1"] | yes_dollars[1][0]: expected a string, found 0.43
          [43,1] | yes_dollars[1][0]: expected a string, found 43
          ["1.01","1"] | yes_dollars[1][0]: price outside $0 to $1: 10100 centicents
          ["0.43"] | yes_dollars[1][1]: expected a string, found END_ARRAY
          ["0.43","1","2"] | yes_dollars[1]: expected a price and a count only, found "2"
          ["0.43",null] | yes_dollars[1][1]: null or empty
          null | yes_dollars[1]: null or empty
          """)
  void namesTheLevelThatCannotBe(String level, String message) {
    assertThatThrownBy(() -> book("{\"yes_dollars\":[[\"0.42\",\"1\"]," + level + "]}"))
        .isInstanceOf(KalshiDecodingException.class)
        .hasMessage(message);
  }
}
