package io.github.kalshi4j.simulator.suite;

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
import io.github.kalshi4j.client.order.PlacedOrder;
import io.github.kalshi4j.client.order.Resolution;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.TestKeys;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.simulator.fault.ActiveFault;
import io.github.kalshi4j.simulator.fault.Faults;
import io.github.kalshi4j.simulator.fault.RequestEffect;
import io.github.kalshi4j.simulator.fault.RequestFault;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/**
 * Whatever becomes of the requests that place an order, the exchange has it once at most, and the
 * client knows whether it has.
 */
class WriteSafetyLaws {
  private static final MarketTicker MARKET = MarketTicker.of("KXTEST-26NOV27-A");
  private static final RateLimits.Bucket AMPLE = new RateLimits.Bucket(100_000, 100_000);

  /** What becomes of a request, and whether a client may not know what the exchange did. */
  enum Fate {
    REFUSED_FOR_ITS_RATE(RequestEffect.TOO_MANY_REQUESTS, false),
    FAILED(RequestEffect.UNAVAILABLE, true),
    GATEWAY_FAILED(new RequestEffect.Refused(502), true),
    LOST(RequestEffect.REQUEST_LOST, true),
    UNANSWERED(RequestEffect.ANSWER_LOST, true);

    private final RequestEffect effect;
    private final boolean isUnclear;

    Fate(RequestEffect effect, boolean isUnclear) {
      this.effect = effect;
      this.isUnclear = isUnclear;
    }
  }

  /** What the client says became of an order. */
  private enum Said {
    PLACED,
    UNKNOWN,
    REFUSED
  }

  /** An exchange on which one member is open, and his client, whose pauses take no time. */
  private static final class World implements AutoCloseable {
    private final ManualTimeSource time = ManualTimeSource.advancing();
    private final SimulatedTestExchange bench = SimulatedTestExchange.start(time);
    private final Faults faults = bench.itself().faults();
    private final KalshiClient client =
        KalshiClient.connect(
            ClientConfig.of(bench.itself().baseUrl())
                .withRateLimits(new RateLimits(AMPLE, AMPLE))
                .withTime(time),
            TestKeys.credentials());

    World() {
      bench.list(List.of(MARKET));
    }

    List<Order> orders() {
      return client.orders().all(OrderQuery.ALL).toList();
    }

    @Override
    public void close() {
      client.close();
      bench.close();
    }
  }

  @Property(tries = 40)
  void anOrderIsPlacedOnceAtMostAndItIsKnownWhether(@ForAll @Size(max = 5) List<Fate> fates) {
    try (World world = new World()) {
      for (Fate fate : fates) {
        world.faults.add(
            RequestFault.of(fate.effect).on("POST", "/portfolio/events/orders").next(1));
      }
      LimitOrder order =
          LimitOrder.goodTillCanceled(MARKET, BookSide.BID, Price.ofCents(40), Quantity.of("3"))
              .withClientOrderId(ClientOrderId.of("once"));

      Said said;
      OrderOutcomeUnknownException unknown = null;
      try {
        PlacedOrder placed = world.client.orders().place(order);
        assertThat(placed.remaining()).isEqualTo(order.quantity());
        said = Said.PLACED;
      } catch (OrderOutcomeUnknownException e) {
        unknown = e;
        said = Said.UNKNOWN;
      } catch (KalshiException e) {
        said = Said.REFUSED;
      }

      List<Order> there = world.orders();
      assertThat(there).hasSizeLessThanOrEqualTo(1);
      Fate decisive = fates.stream().filter(fate -> fate.isUnclear).findFirst().orElse(null);
      switch (said) {
        case PLACED -> {
          assertThat(fates).allMatch(fate -> !fate.isUnclear);
          assertThat(there).hasSize(1);
        }
        case REFUSED -> assertThat(there).isEmpty();
        case UNKNOWN -> {
          assertThat(decisive).isNotNull();
          assertThat(there).hasSize(decisive == Fate.UNANSWERED ? 1 : 0);
          world.time.advance(Duration.ofMinutes(5)); // no request is that late
          Resolution resolution = world.client.orders().resolve(unknown);
          if (there.isEmpty()) {
            assertThat(resolution).isInstanceOf(Resolution.NotPlaced.class);
          } else {
            assertThat(resolution).isEqualTo(new Resolution.Found(there.getFirst()));
          }
        }
      }
    }
  }

  @Property(tries = 20)
  void aCancellationWithoutAnAnswerIsNeverSentAgain(@ForAll Fate fate) {
    try (World world = new World()) {
      OrderId id = world.bench.rest(MARKET);
      ActiveFault fault =
          world.faults.add(
              RequestFault.of(fate.effect)
                  .on("DELETE", "/portfolio/events/orders/{order_id}")
                  .next(1));
      boolean known = true;
      try {
        var unused = world.client.orders().cancel(OrderAddress.in(MARKET, id));
      } catch (OutcomeUnknownException e) {
        known = false;
      }

      assertThat(known).isEqualTo(!fate.isUnclear);
      assertThat(fault.seen()).isEqualTo(1);
      assertThat(world.client.orders().get(id).status())
          .isEqualTo(known || fate == Fate.UNANSWERED ? OrderStatus.CANCELED : OrderStatus.RESTING);
    }
  }

  @Property(tries = 20)
  void aReadIsSentUntilItIsAnswered(@ForAll @Size(max = 3) List<Fate> fates) {
    try (World world = new World()) {
      for (Fate fate : fates) {
        world.faults.add(RequestFault.of(fate.effect).on("GET", "/markets/{ticker}").next(1));
      }

      assertThat(world.client.markets().get(MARKET).ticker()).isEqualTo(MARKET);
      assertThat(world.faults.list()).allMatch(fault -> fault.struck() == 1);
    }
  }
}
