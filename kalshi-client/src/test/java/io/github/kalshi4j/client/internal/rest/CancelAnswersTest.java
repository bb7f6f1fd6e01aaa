package io.github.kalshi4j.client.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.error.KalshiDecodingException;
import io.github.kalshi4j.client.internal.json.UnknownCounter;
import io.github.kalshi4j.client.internal.json.WireJson;
import io.github.kalshi4j.client.order.CancelResult;
import io.github.kalshi4j.client.order.CanceledOrder;
import io.github.kalshi4j.client.order.OrderAddress;
import io.github.kalshi4j.client.order.PlaceResult.BatchRefusal;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Quantity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Orders 1, 2 and 3 are to be canceled; the answers come in every shape. */
class CancelAnswersTest {
  private static final List<OrderAddress> ORDERS =
      Stream.of("1", "2", "3")
          .map(id -> OrderAddress.in(MarketTicker.of("M"), OrderId.of(id)))
          .toList();

  private static final String FAILED = "{\"code\":\"not_found\",\"message\":\"not found\"}";

  private final WireJson json = new WireJson(new UnknownCounter(field -> {}));

  private List<CancelResult> results(String... items) {
    String body = "{\"orders\":[" + String.join(",", items) + "]}";
    return json.read(body.getBytes(StandardCharsets.UTF_8), CancelAnswers.class).inOrderOf(ORDERS);
  }

  private static String canceled(String order) {
    return """
    {"order_id":"%1$s","client_order_id":"c%1$s","reduced_by":"4.00","ts_ms":1715793600123}\
    """
        .formatted(order);
  }

  private static String failed(String order) {
    return "{\"order_id\":\"%s\",\"reduced_by\":\"0.00\",\"error\":%s}".formatted(order, FAILED);
  }

  private static CancelResult isCanceled(String order) {
    return new CancelResult.Canceled(
        new CanceledOrder(
            OrderId.of(order),
            ClientOrderId.of("c" + order),
            Quantity.ofContracts(4),
            Instant.ofEpochMilli(1715793600123L)));
  }

  private static CancelResult isRefused(String order) {
    return new CancelResult.Refused(
        OrderId.of(order), new BatchRefusal("not_found", "not found", null));
  }

  private static CancelResult isUnknown(String order) {
    return new CancelResult.Unknown(OrderId.of(order));
  }

  @Test
  void findsEachOrderByItsIdInWhateverOrderTheAnswersCome() {
    assertThat(results(canceled("3"), failed("1"), canceled("2")))
        .containsExactly(isRefused("1"), isCanceled("2"), isCanceled("3"));
  }

  @Test
  void isUnknownWhereTheAnswerIsMissing() {
    assertThat(results(canceled("3")))
        .containsExactly(isUnknown("1"), isUnknown("2"), isCanceled("3"));
    assertThat(results()).containsExactly(isUnknown("1"), isUnknown("2"), isUnknown("3"));
  }

  @Test
  void leavesOutAnswersThatNobodyAskedFor() {
    assertThat(results(canceled("9"), canceled("1"), canceled("2"), canceled("3")))
        .containsExactly(isCanceled("1"), isCanceled("2"), isCanceled("3"));
  }

  @Test
  void isCanceledIfOneOfSeveralAnswersSaysSo() {
    assertThat(results(failed("1"), canceled("1"), canceled("2"), failed("2"), failed("3")))
        .containsExactly(isCanceled("1"), isCanceled("2"), isRefused("3"));
  }

  @Test
  void readsTheOthersWhereOneSaysNothing() {
    String nothing =
        """
        {"order_id":null,"client_order_id":null,"reduced_by":null,"ts_ms":null,"error":null}
        """;

    assertThat(results(nothing, "{}", "{\"order_id\":\"\"}", canceled("2"), "{\"order_id\":\"3\"}"))
        .containsExactly(isUnknown("1"), isCanceled("2"), isUnknown("3"));
  }

  @Test
  void readsARefusalThatSaysNothingOfContracts() {
    assertThat(results("{\"order_id\":\"1\",\"reduced_by\":null,\"error\":" + FAILED + "}"))
        .startsWith(isRefused("1"));
  }

  @Test
  void takesAnErrorThatSaysNothingForNone() {
    assertThat(results(canceled("1").replace("}", ",\"error\":{}}"))).startsWith(isCanceled("1"));
  }

  @Test
  void isUnknownWhereItIsBothRefusedAndReduced() {
    assertThat(results(canceled("1").replace("}", ",\"error\":" + FAILED + "}")))
        .startsWith(isUnknown("1"));
  }

  @Test
  void refusesANullAmongTheItems() {
    assertThatThrownBy(() -> results(canceled("1"), "null"))
        .isInstanceOf(KalshiDecodingException.class)
        .hasMessage("orders[1]: null or empty");
  }
}
