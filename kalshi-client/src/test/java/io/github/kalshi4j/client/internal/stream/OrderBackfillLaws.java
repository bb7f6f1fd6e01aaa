package io.github.kalshi4j.client.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.call.QueryParameter;
import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.order.OrderQuery;
import io.github.kalshi4j.client.order.OrderStatus;
import io.github.kalshi4j.client.order.OrderType;
import io.github.kalshi4j.client.order.SelfTradePrevention;
import io.github.kalshi4j.client.stream.Hole;
import io.github.kalshi4j.client.stream.MarketSelection;
import io.github.kalshi4j.client.stream.StreamRequest;
import io.github.kalshi4j.client.stream.UserOrder;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Plays orders that are placed, filled and canceled while the stream loses some of their states and
 * the answers over REST lag, and holds what a handler is told against what they became.
 */
class OrderBackfillLaws {
  private static final Instant START = Instant.parse("2026-11-27T12:00:00Z");
  private static final MarketTicker MARKET = MarketTicker.of("A");
  private static final int SIZE = 1000;

  /** A state of an order, in order of time. */
  private record State(int number, int turn, UserOrder order, long shownAt) {}

  private static final class World implements EventDispatcher.Scope<UserOrder> {
    private final Random random;
    private final ScriptedHost host = new ScriptedHost(START, START);
    private final Map<Integer, List<State>> orders = new LinkedHashMap<>();
    private final Map<OrderId, List<UserOrder>> told = new HashMap<>();
    private final OrderBackfill backfill = new OrderBackfill(this::list, this::get);
    private final EventDispatcher<UserOrder> dispatcher;
    private boolean failing;
    private Hole.Cause down;

    World(Random random) {
      this.random = random;
      dispatcher =
          new EventDispatcher<>(
              StreamRequest.userOrders(MarketSelection.all()),
              order -> told.computeIfAbsent(order.id(), id -> new ArrayList<>()).add(order),
              backfill,
              this,
              host);
    }

    void place() {
      List<State> states = new ArrayList<>();
      orders.put(orders.size(), states);
      change(orders.size() - 1, states, 0, UserOrder.Status.RESTING);
    }

    void change() {
      int number = random.nextInt(orders.size());
      List<State> states = orders.getOrDefault(number, List.of());
      UserOrder last = states.getLast().order;
      if (last.status() != UserOrder.Status.RESTING) {
        return;
      }
      switch (random.nextInt(4)) {
        case 0 -> change(number, states, last.filled().hundredths(), UserOrder.Status.CANCELED);
        case 1 -> change(number, states, SIZE, UserOrder.Status.EXECUTED);
        default -> {
          long filled = last.filled().hundredths() + 1 + random.nextInt(300);
          if (filled < SIZE) {
            change(number, states, filled, UserOrder.Status.RESTING);
          }
        }
      }
    }

    private void change(int number, List<State> states, long filled, UserOrder.Status status) {
      Instant created = states.isEmpty() ? null : states.getFirst().order.created();
      UserOrder order = order(number, filled, status, created);
      long lag = host.millis() + random.nextInt(2000);
      long shown = states.isEmpty() ? lag : Math.max(lag, states.getLast().shownAt);
      states.add(new State(number, states.size(), order, shown));
      if (down == null) {
        switch (random.nextInt(8)) {
          case 0 -> {
            dispatcher.cut(Hole.Cause.UNREADABLE);
            host.later(
                Duration.ofMillis(100 + random.nextInt(5000)),
                () -> dispatcher.hole(Hole.Cause.UNREADABLE));
          }
          case 1 -> {
            dispatcher.offer(order, "A");
            dispatcher.offer(order, "A");
          }
          default -> dispatcher.offer(order, "A");
        }
      }
    }

    private UserOrder order(int number, long filled, UserOrder.Status status, Instant created) {
      Instant now = Instant.ofEpochMilli(host.millis());
      return new UserOrder(
          0,
          OrderId.of(new UUID(9, number).toString()),
          UserId.of("3f1b0a52-6d5e-4c6f-9d8b-2b1c5e7a9f40"),
          null,
          MARKET,
          BookSide.BID,
          BookSide.BID.outcome(),
          status,
          Price.ofCents(40),
          Quantity.ofHundredths(filled),
          Quantity.ofHundredths(status == UserOrder.Status.RESTING ? SIZE - filled : 0),
          Quantity.ofHundredths(SIZE),
          Money.ZERO,
          Money.ZERO,
          Money.ZERO,
          Money.ZERO,
          created == null ? now : created,
          now,
          null,
          null,
          SelfTradePrevention.TAKER_AT_CROSS,
          null,
          0,
          null);
    }

    private Stream<Order> list(OrderQuery query) {
      if (failing) {
        throw new IllegalStateException("503");
      }
      List<Order> found = new ArrayList<>();
      for (List<State> states : orders.values()) {
        Order order = shown(states);
        if (order != null && matches(order, query)) {
          found.add(order);
        }
      }
      found.sort(Comparator.comparing(Order::created).reversed());
      return found.stream();
    }

    private boolean matches(Order order, OrderQuery query) {
      for (QueryParameter parameter : query.parameters()) {
        boolean matches =
            switch (parameter.name()) {
              case "status" -> order.status().wire().equals(parameter.value());
              case "min_ts" ->
                  order.created() != null
                      && order.created().getEpochSecond() >= Long.parseLong(parameter.value());
              default -> throw new IllegalArgumentException(parameter.name());
            };
        if (!matches) {
          return false;
        }
      }
      return true;
    }

    private Order get(OrderId id) {
      if (failing) {
        throw new IllegalStateException("503");
      }
      for (List<State> states : orders.values()) {
        Order order = shown(states);
        if (order != null && order.id().equals(id)) {
          return order;
        }
      }
      throw new IllegalStateException("404, for now");
    }

    /** Returns an order as it is shown over REST now, to the microsecond; null if it is not yet. */
    private Order shown(List<State> states) {
      UserOrder last = null;
      for (State state : states) {
        last = state.shownAt <= host.millis() ? state.order : last;
      }
      if (last == null || last.created() == null || last.updated() == null) {
        return null;
      }
      return new Order(
          last.id(),
          last.user(),
          null,
          MARKET,
          last.side(),
          last.outcome(),
          OrderType.LIMIT,
          switch (last.status()) {
            case CANCELED -> OrderStatus.CANCELED;
            case EXECUTED -> OrderStatus.EXECUTED;
            default -> OrderStatus.RESTING;
          },
          last.price(),
          last.filled(),
          last.remaining(),
          last.initial(),
          Money.ZERO,
          Money.ZERO,
          Money.ZERO,
          Money.ZERO,
          null,
          last.created().plusNanos(123_000),
          last.updated().plusNanos(456_000),
          SelfTradePrevention.TAKER_AT_CROSS,
          null,
          null,
          null,
          0);
    }

    void handle(int most) throws InterruptedException {
      for (int i = 0; i < most && dispatcher.statistics().waiting() > 0; i++) {
        dispatcher.step();
      }
    }

    void recover() {
      Hole.Cause cause = down;
      if (cause != null) {
        down = null;
        dispatcher.cut(cause);
        if (random.nextBoolean()) {
          change();
        }
        dispatcher.hole(cause);
      }
    }

    @Override
    public boolean wants(UserOrder order) {
      return true;
    }

    @Override
    public boolean wanted(UserOrder order) {
      Instant time = Events.time(order);
      return time == null || !time.isBefore(START);
    }
  }

  @Property(tries = 500)
  void theLastStateToldIsTheOrdersLast(@ForAll Random random) throws InterruptedException {
    World world = new World(random);
    world.down = Hole.Cause.RECONNECTED; // these rest before the stream begins
    world.host.advance(Duration.ofSeconds(-60));
    for (int i = 0; i < 3; i++) {
      world.place();
    }
    world.host.advance(Duration.ofMillis(59_500));
    world.place(); // REST does not know it yet
    world.host.advance(Duration.ofMillis(500));
    world.down = null;
    world.dispatcher.begin();
    world.failing = random.nextInt(3) == 0;
    world.host.answering(random.nextBoolean());
    world.handle(random.nextInt(3));
    for (int i = 0; i < 150; i++) {
      switch (random.nextInt(12)) {
        case 0 -> {
          if (world.down == null) {
            world.down = random.nextBoolean() ? Hole.Cause.RECONNECTED : Hole.Cause.RESUBSCRIBED;
            if (random.nextBoolean()) { // else the loss is noticed at the end only
              world.dispatcher.cut(world.down);
            }
          }
        }
        case 1 -> world.recover();
        case 2 -> world.failing = random.nextInt(3) == 0;
        case 3 -> world.host.answering(random.nextInt(3) > 0);
        case 4 -> world.host.advance(Duration.ofMillis(random.nextInt(20_000)));
        case 5, 6 -> world.host.advance(Duration.ofMillis(random.nextInt(1500)));
        case 7 -> world.handle(random.nextInt(10));
        case 8 -> world.place();
        default -> world.change();
      }
    }
    world.failing = false;
    world.host.answering(true);
    world.recover();
    for (int second = 0; second < 150; second++) {
      world.host.advance(Duration.ofSeconds(1));
      world.handle(Integer.MAX_VALUE);
    }

    for (List<State> states : world.orders.values()) {
      List<UserOrder> told = world.told.getOrDefault(states.getFirst().order.id(), List.of());
      UserOrder last = states.getLast().order;
      boolean changed = states.size() > 1 || !last.created().isBefore(START);
      if (!changed) {
        assertThat(told).isEmpty();
        continue;
      }
      assertThat(told).isNotEmpty();
      assertThat(told.getLast().status()).isEqualTo(last.status());
      assertThat(told.getLast().filled()).isEqualTo(last.filled());
      List<Integer> turns = told.stream().map(order -> turn(states, order)).toList();
      assertThat(turns).isSorted().doesNotHaveDuplicates();
    }
  }

  private static int turn(List<State> states, UserOrder order) {
    for (State state : states) {
      if (state.order.status() == order.status() && state.order.filled().equals(order.filled())) {
        return state.turn;
      }
    }
    throw new AssertionError(order + " was never so");
  }

  @Property(tries = 30)
  void ordersThatEndedAreForgotten(@ForAll Random random) throws InterruptedException {
    World world = new World(random);
    world.dispatcher.begin();
    world.place();
    for (int i = 0; i < 2000; i++) {
      if (random.nextInt(3) == 0) {
        world.place();
      }
      world.change();
      world.host.advance(Duration.ofMillis(500));
      world.handle(Integer.MAX_VALUE);
    }

    long alive =
        world.orders.values().stream()
            .filter(states -> states.getLast().order.status() == UserOrder.Status.RESTING)
            .count();
    assertThat(world.backfill.remembered()).isLessThan((int) alive + 300);
  }
}
