package io.github.kalshi4j.client.testing.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.call.RateLimits;
import io.github.kalshi4j.client.error.KalshiException;
import io.github.kalshi4j.client.error.OrderOutcomeUnknownException;
import io.github.kalshi4j.client.error.OutcomeUnknownException;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.order.OrderAddress;
import io.github.kalshi4j.client.order.OrderQuery;
import io.github.kalshi4j.client.order.OrderStatus;
import io.github.kalshi4j.client.order.Resolution;
import io.github.kalshi4j.client.testing.FakeExchange;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.Mishap;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.Reply.Fault;
import io.github.kalshi4j.client.testing.TestExchange;
import io.github.kalshi4j.client.testing.TestKeys;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.jspecify.annotations.Nullable;

/**
 * Whatever becomes of requests on their way, the exchange does once at most what it was asked for,
 * and the client knows whether it has.
 */
public abstract class WriteLawsSuite {
  private static final String PLACE = "POST /portfolio/events/orders";
  private static final String STATUS = "GET /exchange/status";
  private static final MarketTicker MARKET = MarketTicker.of("KXTEST-26NOV27-A");
  private static final RateLimits.Bucket AMPLE = new RateLimits.Bucket(100_000, 100_000);

  /** What becomes of one request. */
  enum Fate {
    DONE_BUT_RESET(Mishap.of(Fault.RESET_AFTER_BODY), true),
    DONE_BUT_CUT(Mishap.of(Fault.CUT_BODY), true),
    DONE_BUT_UNREADABLE(Mishap.afterwards(Reply.json(201, "{\"order_id\":7}")), true),
    DONE_BUT_A_PAGE(
        Mishap.afterwards(Reply.json(200, "<html>").withHeader("Content-Type", "text/html")), true),
    DONE_BUT_GATEWAY_FAILED(Mishap.afterwards(Reply.status(502)), true),
    GATEWAY_FAILED(Mishap.instead(Reply.status(502)), true),
    GATEWAY_GAVE_UP(Mishap.instead(Reply.status(408)), true),
    RESET_EARLY(Mishap.of(Fault.RESET_BEFORE_BODY), true),
    RATE_REFUSED(Mishap.instead(Reply.json(429, "{\"error\":\"too many requests\"}")), false),
    CLOCK_REFUSED(Mishap.instead(Reply.error(401, "header_timestamp_expired", "no")), false),
    REFUSED(Mishap.instead(Reply.error(400, "invalid_order", "no")), false),
    CONFLICTED(Mishap.instead(Reply.error(409, "order_already_exists", "no")), false),
    REDIRECTED(Mishap.instead(Reply.status(307).withHeader("Location", "/elsewhere")), false);

    private final Mishap mishap;
    private final boolean mayHaveEffect; // as far as the client can know

    Fate(Mishap mishap, boolean mayHaveEffect) {
      this.mishap = mishap;
      this.mayHaveEffect = mayHaveEffect;
    }
  }

  /** What the client says became of a write. */
  private enum Said {
    DONE,
    UNKNOWN,
    REFUSED
  }

  /**
   * How a write ended.
   *
   * @param hadEffect whether the exchange got it
   * @param exception what the client threw; null if it was answered as it should be
   */
  private record End(boolean hadEffect, @Nullable KalshiException exception) {
    Said said() {
      return exception == null
          ? Said.DONE
          : exception instanceof OutcomeUnknownException ? Said.UNKNOWN : Said.REFUSED;
    }
  }

  private final ManualTimeSource time = ManualTimeSource.advancing();
  private TestExchange bench;
  private FakeExchange exchange;
  private KalshiClient client;
  private int orders;

  /** Opens an exchange that runs by a clock. */
  protected abstract TestExchange open(ManualTimeSource clock);

  @BeforeProperty
  final void connect() {
    bench = open(time);
    exchange = bench.front();
    bench.happenings().list(List.of(MARKET));
    client =
        KalshiClient.connect(
            ClientConfig.of(exchange.baseUrl())
                .withRateLimits(new RateLimits(AMPLE, AMPLE))
                .withTime(time),
            TestKeys.credentials());
  }

  @AfterProperty
  final void close() {
    client.close();
    bench.close();
  }

  private LimitOrder order() {
    return LimitOrder.goodTillCanceled(MARKET, BookSide.BID, Price.ofCents(40), Quantity.of("3"))
        .withClientOrderId(ClientOrderId.of("order-" + orders++));
  }

  /** Does something while this befalls its requests, and checks what was sent and said. */
  private End write(String operation, List<Fate> fates, Runnable call) {
    int before = exchange.requests(operation).size();
    befall(operation, fates);
    KalshiException exception = null;
    try {
      call.run();
    } catch (KalshiException e) {
      exception = e;
    }
    exchange.recover(operation);

    int sent = exchange.requests(operation).size() - before;
    List<@Nullable Fate> met =
        IntStream.range(0, sent)
            .<@Nullable Fate>mapToObj(i -> i < fates.size() ? fates.get(i) : null)
            .toList();
    assertThat(met.subList(0, sent - 1))
        .as("before the last")
        .noneMatch(fate -> fate == null || fate.mayHaveEffect);
    Fate last = met.getLast();
    End end = new End(last == null || last.mishap.arrives(), exception);
    assertThat(end.said())
        .isEqualTo(last == null ? Said.DONE : last.mayHaveEffect ? Said.UNKNOWN : Said.REFUSED);
    return end;
  }

  private void befall(String operation, List<Fate> fates) {
    exchange.disturbNext(operation, fates.stream().map(fate -> fate.mishap).toArray(Mishap[]::new));
  }

  @Property(tries = 300)
  void anOrderIsPlacedOnceAtMostAndItIsKnownWhether(@ForAll @Size(max = 6) List<Fate> fates) {
    LimitOrder order = order();
    Instant before = time.now();

    End end = write(PLACE, fates, () -> client.orders().place(order));

    List<Order> there =
        client
            .orders()
            .all(OrderQuery.ALL.from(before))
            .filter(placed -> placed.clientOrderId().equals(order.clientOrderId()))
            .toList();
    assertThat(there).hasSize(end.hadEffect() ? 1 : 0);
    time.advance(Duration.ofMinutes(1)); // no request is that late
    if (end.exception() instanceof OrderOutcomeUnknownException unknown) {
      Resolution resolution = client.orders().resolve(unknown);
      if (there.isEmpty()) {
        assertThat(resolution).isInstanceOf(Resolution.NotPlaced.class);
      } else {
        assertThat(resolution).isEqualTo(new Resolution.Found(there.getFirst()));
      }
    }
  }

  @Property(tries = 100)
  void aCancellationIsSentAgainOnlyIfItHadNoEffect(@ForAll @Size(max = 4) List<Fate> fates) {
    OrderId id = client.orders().place(order()).id();

    End end =
        write(
            "DELETE /portfolio/events/orders/" + id,
            fates,
            () -> {
              var unused = client.orders().cancel(OrderAddress.in(MARKET, id));
            });

    assertThat(client.orders().get(id).status())
        .isEqualTo(end.hadEffect() ? OrderStatus.CANCELED : OrderStatus.RESTING);
  }

  @Property(tries = 100)
  void aReadIsSentUntilItIsAnswered(@ForAll("passing") List<Fate> fates) {
    int before = exchange.requests(STATUS).size();
    befall(STATUS, fates);

    assertThat(client.exchange().status().tradingActive()).isTrue();
    assertThat(exchange.requests(STATUS)).hasSize(before + fates.size() + 1);
  }

  /** Fates that a read survives, one fewer than it is tried. */
  @Provide
  Arbitrary<List<Fate>> passing() {
    return Arbitraries.of(
            Fate.DONE_BUT_RESET,
            Fate.DONE_BUT_CUT,
            Fate.DONE_BUT_GATEWAY_FAILED,
            Fate.GATEWAY_FAILED,
            Fate.RESET_EARLY,
            Fate.RATE_REFUSED)
        .list()
        .ofMaxSize(3);
  }
}
