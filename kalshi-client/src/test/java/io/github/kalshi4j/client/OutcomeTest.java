package io.github.kalshi4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kalshi4j.client.error.OrderOutcomeUnknownException;
import io.github.kalshi4j.client.order.PlaceResult;
import io.github.kalshi4j.client.order.Resolution;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.ScriptedExchange;
import io.github.kalshi4j.client.testing.TestExchange;
import io.github.kalshi4j.client.testing.suite.OutcomeSuite;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Finding out what became of an order that got no answer. */
final class OutcomeTest extends OutcomeSuite {
  @Override
  protected TestExchange open(ManualTimeSource clock) {
    return ScriptedExchange.start(clock);
  }

  @Test
  void findsAnOrderInTheArchive() {
    exchange.disturb(PLACE, Reply.status(502));
    OrderOutcomeUnknownException unknown =
        catchThrowableOfType(
            OrderOutcomeUnknownException.class, () -> client.orders().place(ORDER));
    time.advance(Duration.ofMinutes(1));
    exchange.disturb(ARCHIVED, archive());

    assertThat(client.orders().resolve(unknown)).isInstanceOf(Resolution.Found.class);
  }

  private static Reply archive() {
    return Reply.json(
        """
        {"orders": [{"order_id": "o-1", "user_id": "u", "client_order_id": "%s", "ticker": "%s",
          "outcome_side": "yes", "book_side": "bid", "type": "limit", "status": "canceled",
          "yes_price_dollars": "0.5600", "no_price_dollars": "0.4400", "fill_count_fp": "0.00",
          "remaining_count_fp": "0.00", "initial_count_fp": "10.00",
          "taker_fill_cost_dollars": "0", "maker_fill_cost_dollars": "0",
          "taker_fees_dollars": "0", "maker_fees_dollars": "0"}], "cursor": ""}\
        """
            .formatted(ORDER.clientOrderId(), MARKET));
  }

  @Test
  void countsTheMicrosecondsOfHowNewTheAnswersAre() {
    exchange.disturb(PLACE, Reply.status(502));
    OrderOutcomeUnknownException unknown =
        catchThrowableOfType(
            OrderOutcomeUnknownException.class, () -> client.orders().place(ORDER));
    Instant latest = unknown.orders().getFirst().arrivesBefore();

    exchange.disturb(AS_OF, Reply.json("{\"as_of_time\":\"" + latest + "\"}"));
    assertThat(client.orders().resolve(unknown)).isInstanceOf(Resolution.StillUnknown.class);
    exchange.disturb(AS_OF, Reply.json("{\"as_of_time\":\"" + latest.plusNanos(1000) + "\"}"));
    assertThat(client.orders().resolve(unknown)).isInstanceOf(Resolution.NotPlaced.class);
  }

  @Test
  void readsTheAnswersOfABatchInWhateverOrderTheyCome() {
    exchange.disturb(
        PLACE_ALL,
        Reply.json(
            201,
            "{\"orders\":["
                + "{\"client_order_id\":\"c-2\",\"error\":{\"code\":\"insufficient_balance\"}},"
                + "{\"order_id\":\"o-1\",\"client_order_id\":\"c-1\",\"fill_count\":\"0.00\","
                + "\"remaining_count\":\"10.00\",\"ts_ms\":1}]}"));

    List<PlaceResult> results = client.orders().placeAll(List.of(order(1), order(2), order(3)));

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
    assertThatThrownBy(() -> client.orders().placeAll(List.of(ORDER, ORDER)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("c-1");
    assertThatThrownBy(() -> client.orders().placeAll(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(exchange.requests()).isEmpty();
  }
}
