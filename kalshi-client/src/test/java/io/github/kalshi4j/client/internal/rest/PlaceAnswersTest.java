package io.github.kalshi4j.client.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.error.KalshiDecodingException;
import io.github.kalshi4j.client.error.UnresolvedOrder;
import io.github.kalshi4j.client.internal.json.UnknownCounter;
import io.github.kalshi4j.client.internal.json.WireJson;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.order.PlaceResult;
import io.github.kalshi4j.client.order.PlaceResult.BatchRefusal;
import io.github.kalshi4j.client.order.PlacedOrder;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders a, b and c are sent; the answers come in every shape. */
class PlaceAnswersTest {
  private static final Instant SENT = Instant.parse("2026-11-27T15:00:00Z");
  private static final MarketTicker MARKET = MarketTicker.of("M");
  private static final List<LimitOrder> ORDERS =
      Stream.of("a", "b", "c")
          .map(id ->
              LimitOrder.goodTillCanceled(
                      MARKET, BookSide.BID, Price.of("0.42"), Quantity.ofContracts(5))
                  .withClientOrderId(ClientOrderId.of(id)))
          .toList();

  private static final String FAILED =
      "{\"code\":\"invalid_order\",\"message\":\"post only cross\"}";

  private final WireJson json = new WireJson(new UnknownCounter(field -> {}));

  private List<PlaceResult> results(String... items) {
    return resultsOf("{\"orders\":[" + String.join(",", items) + "]}");
  }

  private List<PlaceResult> resultsOf(String body) {
    return json.read(body.getBytes(StandardCharsets.UTF_8), PlaceAnswers.class)
        .inOrderOf(ORDERS, SENT, SENT.plusSeconds(10));
  }

  private static String quoted(String id) {
    return id == null ? "null" : '"' + id + '"';
  }

  private static String placed(String id, String order) {
    return """
    {"order_id":%s,"client_order_id":%s,"fill_count":"0.00","remaining_count":"5.00",\
    "ts_ms":1715793600123}\
    """
        .formatted(quoted(order), quoted(id));
  }

  private static String failed(String id) {
    return "{\"client_order_id\":" + quoted(id) + ",\"error\":" + FAILED + "}";
  }

  private static PlaceResult isPlaced(String id, String order) {
    return new PlaceResult.Placed(
        ClientOrderId.of(id),
        new PlacedOrder(
            OrderId.of(order),
            ClientOrderId.of(id),
            Quantity.ZERO,
            Quantity.ofContracts(5),
            null,
            null,
            Instant.ofEpochMilli(1715793600123L)));
  }

  private static PlaceResult isRefused(String id) {
    return new PlaceResult.Refused(
        ClientOrderId.of(id), new BatchRefusal("invalid_order", "post only cross", null));
  }

  private static PlaceResult isUnknown(String id) {
    return new PlaceResult.Unknown(
        new UnresolvedOrder(ClientOrderId.of(id), MARKET, SENT, SENT.plusSeconds(10)));
  }

  @Test
  void findsEachOrderByItsIdInWhateverOrderTheAnswersCome() {
    assertThat(results(placed("c", "3"), failed("a"), placed("b", "2")))
        .containsExactly(isRefused("a"), isPlaced("b", "2"), isPlaced("c", "3"));
  }

  @Test
  void readsWhatWasFilledOnArrival() {
    String filled =
        placed("a", "1")
            .replace(
                "\"0.00\"",
                "\"5.00\",\"average_fill_price\":\"0.580000\",\"average_fee_paid\":\"0.0012\"");

    PlaceResult.Placed result = (PlaceResult.Placed) results(filled).getFirst();

    assertThat(result.order().filled()).isEqualTo(Quantity.ofContracts(5));
    assertThat(result.order().averageFillPrice()).isEqualTo(Money.of("0.58"));
    assertThat(result.order().averageFee()).isEqualTo(Money.of("0.0012"));
  }

  @Test
  void isUnknownWhereTheAnswerIsMissing() {
    assertThat(results(placed("c", "3"), failed("b")))
        .containsExactly(isUnknown("a"), isRefused("b"), isPlaced("c", "3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"orders\":null}", "{\"orders\":[]}"})
  void isUnknownWhereNothingIsAnswered(String body) {
    assertThat(resultsOf(body)).containsExactly(isUnknown("a"), isUnknown("b"), isUnknown("c"));
  }

  @Test
  void leavesOutAnswersThatNobodyAskedFor() {
    assertThat(
            results(
                placed("x", "9"),
                placed("a", "1"),
                placed("b", "2"),
                placed("c", "3"),
                failed("y")))
        .containsExactly(isPlaced("a", "1"), isPlaced("b", "2"), isPlaced("c", "3"));
  }

  @Test
  void takesAnAnswerThatComesTwiceOnlyIfItSaysTheSameTwice() {
    assertThat(results(placed("a", "1"), placed("a", "1"), failed("b"), failed("b")))
        .containsExactly(isPlaced("a", "1"), isRefused("b"), isUnknown("c"));
    assertThat(results(placed("a", "1"), failed("a"), placed("b", "2"), placed("b", "4")))
        .containsExactly(isUnknown("a"), isUnknown("b"), isUnknown("c"));
    assertThat(results("{\"client_order_id\":\"a\"}", placed("a", "1")).getFirst())
        .isEqualTo(isUnknown("a"));
  }

  @Test
  void takesAnswersWithoutIdsByTheirPlace() {
    assertThat(results(failed(null), placed("", "2"), placed(null, "3")))
        .containsExactly(isRefused("a"), isPlaced("b", "2"), isPlaced("c", "3"));
    assertThat(results(failed(null), placed("b", "2"), placed(null, "3")))
        .containsExactly(isRefused("a"), isPlaced("b", "2"), isPlaced("c", "3"));
  }

  @Test
  void takesNoAnswerByItsPlaceWhereAnotherIsNotInItsOwn() {
    // b stands first, so the one without an id may be of a or of c.
    assertThat(results(placed("b", "2"), failed(null), placed(null, "3")))
        .containsExactly(isUnknown("a"), isPlaced("b", "2"), isUnknown("c"));
    assertThat(results(failed(null), placed("x", "9"), placed(null, "3")))
        .containsExactly(isUnknown("a"), isUnknown("b"), isUnknown("c"));
  }

  @Test
  void takesNoAnswerByItsPlaceWhereThereAreMoreOrFewer() {
    assertThat(results(failed(null), placed(null, "2")))
        .containsExactly(isUnknown("a"), isUnknown("b"), isUnknown("c"));
    assertThat(results(failed(null), failed(null), failed(null), failed(null)))
        .containsExactly(isUnknown("a"), isUnknown("b"), isUnknown("c"));
  }

  @Test
  void isUnknownWhereEverythingIsNull() {
    String nothing =
        """
        {"order_id":null,"client_order_id":null,"fill_count":null,"remaining_count":null,
         "average_fill_price":null,"average_fee_paid":null,"ts_ms":null,"error":null}
        """;

    assertThat(results(nothing, "{}", placed("c", "3")))
        .containsExactly(isUnknown("a"), isUnknown("b"), isPlaced("c", "3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"order_id", "fill_count", "remaining_count", "ts_ms"})
  void isUnknownWhereHalfOfItIsMissing(String field) {
    String name = "\"" + field + "\":";
    String item = placed("a", "1").replaceAll(name + "(\"[^\"]*\"|\\d+)", name + "null");

    assertThat(results(item).getFirst()).isEqualTo(isUnknown("a"));
  }

  @Test
  void takesAnErrorThatSaysNothingForNone() {
    String withNothing = placed("a", "1").replace("}", ",\"error\":{}}");

    assertThat(results(withNothing, "{\"client_order_id\":\"b\",\"error\":{\"code\":\"\"}}"))
        .startsWith(isPlaced("a", "1"), isUnknown("b"));
  }

  @Test
  void isUnknownWhereItIsBothRefusedAndWorking() {
    String both = placed("a", "1").replace("}", ",\"error\":" + FAILED + "}");
    String killed = both.replace("\"5.00\"", "\"0.00\"");

    assertThat(results(both).getFirst()).isEqualTo(isUnknown("a"));
    assertThat(results(killed).getFirst()).isEqualTo(isRefused("a"));
  }

  @Test
  void refusesANullAmongTheItems() {
    assertThatThrownBy(() -> results(placed("a", "1"), "null"))
        .isInstanceOf(KalshiDecodingException.class)
        .hasMessage("orders[1]: null or empty");
  }
}
