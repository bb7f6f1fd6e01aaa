package io.github.kalshi4j.client.testing.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kalshi4j.client.error.KalshiServerException;
import io.github.kalshi4j.client.error.OrderOutcomeUnknownException;
import io.github.kalshi4j.client.error.UnresolvedOrder;
import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.order.PlaceResult;
import io.github.kalshi4j.client.order.Resolution;
import io.github.kalshi4j.client.testing.Mishap;
import io.github.kalshi4j.client.testing.ReceivedRequest;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.RestSuite;
import io.github.kalshi4j.client.value.ClientOrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Finding out what became of an order that got no answer. */
@Timeout(60)
public abstract class OutcomeSuite extends RestSuite {
  /** Places the order, which is lost or whose answer is. */
  private UnresolvedOrder unanswered(boolean placed) {
    Reply gateway = Reply.status(502);
    exchange.disturbNext(PLACE, placed ? Mishap.afterwards(gateway) : Mishap.instead(gateway));
    OrderOutcomeUnknownException unknown =
        catchThrowableOfType(
            OrderOutcomeUnknownException.class, () -> client.orders().place(ORDER));
    return unknown.orders().getFirst();
  }

  @Test
  void saysWhenTheOrderLeftAndWhenItCanNoLongerArrive() {
    Instant before = time.now();

    UnresolvedOrder order = unanswered(false);

    assertThat(order.clientOrderId()).isEqualTo(ORDER.clientOrderId());
    assertThat(order.market()).isEqualTo(MARKET);
    assertThat(order.sentAt()).isEqualTo(before);
    assertThat(order.arrivesBefore()).isEqualTo(before.plus(Duration.ofSeconds(10)));
  }

  @Test
  void findsAnOrderAmongTheLiveOnesAtOnce() {
    var unused = client.orders().place(order(7));
    UnresolvedOrder order = unanswered(true);

    Resolution resolution = client.orders().resolve(order);

    assertThat(((Resolution.Found) resolution).order().clientOrderId())
        .isEqualTo(ORDER.clientOrderId());
    ReceivedRequest listed = exchange.requests(LIVE).getFirst();
    assertThat(listed.query("ticker")).containsExactly(MARKET.value());
    assertThat(Long.parseLong(listed.query("min_ts").getFirst()))
        .isLessThanOrEqualTo(order.sentAt().getEpochSecond());
    assertThat(orders()).hasSize(2).contains(((Resolution.Found) resolution).order());
  }

  @Test
  void saysNotPlacedOnlyWhenTheAnswersAreNewerThanTheLatestArrival() {
    UnresolvedOrder order = unanswered(false);
    assertThat(client.orders().resolve(order)).isInstanceOf(Resolution.StillUnknown.class);

    time.advance(Duration.between(time.now(), order.arrivesBefore()));
    assertThat(client.orders().resolve(order)).isInstanceOf(Resolution.StillUnknown.class);

    time.advance(Duration.ofMillis(1));
    assertThat(client.orders().resolve(order)).isInstanceOf(Resolution.NotPlaced.class);
    assertThat(orders()).isEmpty();
  }

  @Test
  void readsHowNewTheAnswersAreBeforeTheOrdersAndTheLiveOnesBeforeTheArchive() {
    UnresolvedOrder order = unanswered(false);
    int before = exchange.requests().size();

    var unused = client.orders().resolve(order);

    List<ReceivedRequest> asked = exchange.requests().subList(before, exchange.requests().size());
    assertThat(asked).extracting(ReceivedRequest::toString).containsExactly(AS_OF, LIVE, ARCHIVED);
    assertThat(asked.getFirst().isSigned()).isTrue();
  }

  @Test
  void doesNotGuessWhenALookUpFails() {
    UnresolvedOrder order = unanswered(false);
    time.advance(Duration.ofMinutes(1));
    exchange.disturb(ARCHIVED, Reply.status(503));

    assertThatThrownBy(() -> client.orders().resolve(order))
        .isInstanceOf(KalshiServerException.class);

    exchange.recover(ARCHIVED);
    assertThat(client.orders().resolve(order)).isInstanceOf(Resolution.NotPlaced.class);
  }

  @Test
  void namesEveryOrderOfABatchThatGotNoAnswer() {
    Reply gaveUp = Reply.status(504);
    exchange.disturbNext(PLACE_ALL, Mishap.instead(gaveUp), Mishap.afterwards(gaveUp));

    OrderOutcomeUnknownException lost =
        catchThrowableOfType(
            OrderOutcomeUnknownException.class,
            () -> client.orders().placeAll(List.of(order(1), order(2))));
    OrderOutcomeUnknownException unanswered =
        catchThrowableOfType(
            OrderOutcomeUnknownException.class,
            () -> client.orders().placeAll(List.of(order(3), order(4))));

    assertThat(lost.orders())
        .extracting(UnresolvedOrder::clientOrderId)
        .containsExactly(ClientOrderId.of("c-1"), ClientOrderId.of("c-2"));
    assertThat(exchange.requests()).hasSize(2);
    time.advance(Duration.ofMinutes(1));
    assertThat(lost.orders())
        .allMatch(order -> client.orders().resolve(order) instanceof Resolution.NotPlaced);
    assertThat(unanswered.orders())
        .hasSize(2)
        .allMatch(order -> client.orders().resolve(order) instanceof Resolution.Found);
    assertThat(orders())
        .extracting(Order::clientOrderId)
        .containsExactlyInAnyOrder(ClientOrderId.of("c-3"), ClientOrderId.of("c-4"));
  }

  @Test
  void tellsWhatBecameOfEachOrderOfABatch() {
    var unused = client.orders().place(order(2));

    List<PlaceResult> results = client.orders().placeAll(List.of(order(1), order(2), order(3)));

    assertThat(results)
        .hasExactlyElementsOfTypes(
            PlaceResult.Placed.class, PlaceResult.Refused.class, PlaceResult.Placed.class);
    assertThat(((PlaceResult.Refused) results.get(1)).refusal().code())
        .isEqualTo("order_already_exists");
    assertThat(orders())
        .filteredOn(order -> order.id().equals(((PlaceResult.Placed) results.get(2)).order().id()))
        .singleElement()
        .extracting(Order::clientOrderId)
        .isEqualTo(ClientOrderId.of("c-3"));
  }
}
