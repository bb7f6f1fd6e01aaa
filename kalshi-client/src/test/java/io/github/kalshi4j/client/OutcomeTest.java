package io.github.kalshi4j.client;

import static io.github.kalshi4j.client.ClientBench.MARKET;
import static io.github.kalshi4j.client.ClientBench.ORDER;
import static io.github.kalshi4j.client.ClientBench.PLACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kalshi4j.client.error.KalshiServerException;
import io.github.kalshi4j.client.error.OrderOutcomeUnknownException;
import io.github.kalshi4j.client.error.UnresolvedOrder;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.order.PlaceResult;
import io.github.kalshi4j.client.order.Resolution;
import io.github.kalshi4j.client.testing.ReceivedRequest;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.value.ClientOrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Finding out what became of an order that got no answer. */
final class OutcomeTest {
  private static final String AS_OF = "GET /exchange/user_data_timestamp";
  private static final String LIVE = "GET /portfolio/orders";
  private static final String ARCHIVED = "GET /historical/orders";
  private static final Reply NONE = Reply.json("{\"orders\":[],\"cursor\":\"\"}");

  private final ClientBench bench = ClientBench.open();

  @AfterEach
  void close() {
    bench.close();
  }

  private UnresolvedOrder unanswered() {
    bench.exchange.on(PLACE, Reply.status(502));
    OrderOutcomeUnknownException unknown =
        catchThrowableOfType(
            OrderOutcomeUnknownException.class, () -> bench.client.orders().place(ORDER));
    return unknown.orders().getFirst();
  }

  private static Reply asOf(Instant time) {
    return Reply.json("{\"as_of_time\":\"" + time + "\"}");
  }

  private static Reply orders(String... clientOrderIds) {
    StringBuilder all = new StringBuilder();
    for (String id : clientOrderIds) {
      all.append(all.isEmpty() ? "" : ",")
          .append("{\"order_id\":\"o-")
          .append(id)
          .append("\",\"user_id\":\"u\",\"client_order_id\":\"")
          .append(id)
          .append("\",\"ticker\":\"")
          .append(MARKET)
          .append(
              "\",\"outcome_side\":\"yes\",\"book_side\":\"bid\",\"type\":\"limit\","
                  + "\"status\":\"resting\",\"yes_price_dollars\":\"0.5600\","
                  + "\"no_price_dollars\":\"0.4400\",\"fill_count_fp\":\"0.00\","
                  + "\"remaining_count_fp\":\"10.00\",\"initial_count_fp\":\"10.00\","
                  + "\"taker_fill_cost_dollars\":\"0\",\"maker_fill_cost_dollars\":\"0\","
                  + "\"taker_fees_dollars\":\"0\",\"maker_fees_dollars\":\"0\"}");
    }
    return Reply.json("{\"orders\":[" + all + "],\"cursor\":\"\"}");
  }

  @Test
  void saysWhenTheOrderLeftAndWhenItCanNoLongerArrive() {
    Instant before = bench.time.now();

    UnresolvedOrder order = unanswered();

    assertThat(order.clientOrderId()).isEqualTo(ORDER.clientOrderId());
    assertThat(order.market()).isEqualTo(MARKET);
    assertThat(order.sentAt()).isEqualTo(before);
    assertThat(order.arrivesBefore()).isEqualTo(before.plus(Duration.ofSeconds(10)));
  }

  @Test
  void findsAnOrderAmongTheLiveOnes() {
    UnresolvedOrder order = unanswered();
    bench.exchange.on(AS_OF, asOf(order.sentAt()));
    bench.exchange.on(LIVE, orders("other", "c-1"));

    assertThat(bench.client.orders().resolve(order))
        .isInstanceOfSatisfying(
            Resolution.Found.class, found -> assertThat(found.order().id()).hasToString("o-c-1"));
    ReceivedRequest listed = bench.exchange.requests(LIVE).getFirst();
    assertThat(listed.query("ticker")).containsExactly(MARKET.value());
    assertThat(Long.parseLong(listed.query("min_ts").getFirst()))
        .isLessThanOrEqualTo(order.sentAt().getEpochSecond());
  }

  @Test
  void findsAnOrderInTheArchive() {
    UnresolvedOrder order = unanswered();
    bench.exchange.on(AS_OF, asOf(order.arrivesBefore().plusSeconds(60)));
    bench.exchange.on(LIVE, NONE);
    bench.exchange.on(ARCHIVED, orders("c-1"));

    assertThat(bench.client.orders().resolve(order)).isInstanceOf(Resolution.Found.class);
  }

  @Test
  void saysNotPlacedOnlyWhenTheAnswersAreNewerThanTheLatestArrival() {
    UnresolvedOrder order = unanswered();
    bench.exchange.on(LIVE, NONE);
    bench.exchange.on(ARCHIVED, NONE);
    bench.exchange.on(
        AS_OF, asOf(order.arrivesBefore()), asOf(order.arrivesBefore().plusNanos(1000)));

    assertThat(bench.client.orders().resolve(order)).isInstanceOf(Resolution.StillUnknown.class);
    assertThat(bench.client.orders().resolve(order)).isInstanceOf(Resolution.NotPlaced.class);
  }

  @Test
  void readsHowNewTheAnswersAreBeforeTheOrdersAndTheLiveOnesBeforeTheArchive() {
    UnresolvedOrder order = unanswered();
    bench.exchange.clear();
    bench.exchange.on(AS_OF, asOf(order.sentAt()));
    bench.exchange.on(LIVE, NONE);
    bench.exchange.on(ARCHIVED, NONE);

    bench.client.orders().resolve(order);

    assertThat(bench.exchange.requests())
        .extracting(ReceivedRequest::toString)
        .containsExactly(AS_OF, LIVE, ARCHIVED);
    assertThat(bench.exchange.requests().getFirst().isSigned()).isTrue();
  }

  @Test
  void doesNotGuessWhenALookUpFails() {
    UnresolvedOrder order = unanswered();
    bench.exchange.on(AS_OF, asOf(order.arrivesBefore().plusSeconds(60)));
    bench.exchange.on(LIVE, NONE);
    bench.exchange.on(ARCHIVED, Reply.status(503));

    assertThatThrownBy(() -> bench.client.orders().resolve(order))
        .isInstanceOf(KalshiServerException.class);
  }

  @Test
  void namesEveryOrderOfABatchThatGotNoAnswer() {
    bench.exchange.on("POST /portfolio/events/orders/batched", Reply.status(504));
    LimitOrder second = ORDER.withClientOrderId(ClientOrderId.of("c-2"));

    OrderOutcomeUnknownException unknown =
        catchThrowableOfType(
            OrderOutcomeUnknownException.class,
            () -> bench.client.orders().placeAll(List.of(ORDER, second)));

    assertThat(unknown.orders())
        .extracting(UnresolvedOrder::clientOrderId)
        .containsExactly(ClientOrderId.of("c-1"), ClientOrderId.of("c-2"));
    assertThat(bench.exchange.requests()).hasSize(1);
  }

  @Test
  void tellsWhatBecameOfEachOrderOfABatch() {
    bench.exchange.on(
        "POST /portfolio/events/orders/batched",
        Reply.json(
            201,
            "{\"orders\":["
                + "{\"client_order_id\":\"c-2\",\"error\":{\"code\":\"insufficient_balance\"}},"
                + "{\"order_id\":\"o-1\",\"client_order_id\":\"c-1\",\"fill_count\":\"0.00\","
                + "\"remaining_count\":\"10.00\",\"ts_ms\":1}]}"));

    List<PlaceResult> results =
        bench
            .client
            .orders()
            .placeAll(
                List.of(
                    ORDER,
                    ORDER.withClientOrderId(ClientOrderId.of("c-2")),
                    ORDER.withClientOrderId(ClientOrderId.of("c-3"))));

    assertThat(results).hasSize(3);
    assertThat(results.get(0)).isInstanceOf(PlaceResult.Placed.class);
    assertThat(results.get(1))
        .isInstanceOfSatisfying(
            PlaceResult.Refused.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo("insufficient_balance"));
    assertThat(results.get(2))
        .isInstanceOfSatisfying(
            PlaceResult.Unknown.class,
            unknown -> assertThat(unknown.order().clientOrderId()).hasToString("c-3"));
  }

  @Test
  void refusesABatchThatNamesAnOrderTwiceOrNoneBeforeItIsSent() {
    assertThatThrownBy(() -> bench.client.orders().placeAll(List.of(ORDER, ORDER)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("c-1");
    assertThatThrownBy(() -> bench.client.orders().placeAll(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(bench.exchange.requests()).isEmpty();
  }
}
