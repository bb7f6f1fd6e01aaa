package io.github.kalshi4j.client.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.stream.Hole;
import io.github.kalshi4j.client.stream.MarketSelection;
import io.github.kalshi4j.client.stream.PublicTrade;
import io.github.kalshi4j.client.stream.StreamHandler;
import io.github.kalshi4j.client.stream.StreamRequest;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.TradeId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Plays an exchange whose stream loses, repeats and garbles trades, and whose REST answers lag and
 * fail, and holds what a handler is given against what happened. Nothing here takes real time.
 */
class EventDispatcherLaws {
  private static final Instant START = Instant.parse("2026-11-27T12:00:00Z");
  private static final List<MarketTicker> MARKETS =
      List.of(MarketTicker.of("A"), MarketTicker.of("B"), MarketTicker.of("C"));
  private static final int MOST_LAG = 2000;

  private record Print(PublicTrade trade, long visibleAt) {}

  /** The exchange, the way to it, and the handler. */
  private static final class World
      implements StreamHandler<PublicTrade>, EventDispatcher.Scope<PublicTrade> {
    private final Random random;
    private final ScriptedHost host;
    private final List<Print> tape = new ArrayList<>();
    private final List<PublicTrade> handed = new ArrayList<>();
    private final Set<TradeId> owed = new HashSet<>();
    private final Set<TradeId> unwanted = new HashSet<>(); // as their market was removed
    private final Map<MarketTicker, Long> added = new HashMap<>();
    private final MatchBackfill<PublicTrade> backfill;
    private final EventDispatcher<PublicTrade> dispatcher;
    private final boolean sequenced;
    private boolean failing;
    private Hole.Cause down; // why the exchange sends nothing
    private boolean gap;
    private long unreadableUntil = -1;
    private int holes;
    private int repaired;

    World(Random random, int capacity) {
      this.random = random;
      sequenced = random.nextBoolean();
      host = new ScriptedHost(START, START);
      added.put(MARKETS.get(0), START.toEpochMilli());
      added.put(MARKETS.get(1), START.toEpochMilli());
      backfill = new MatchBackfill<>(this::read, PublicTrade::id, PublicTrade::exchangeMillis);
      dispatcher =
          new EventDispatcher<>(
              StreamRequest.trades(MarketSelection.all()).withCapacity(capacity),
              this,
              backfill,
              this,
              host);
    }

    private List<PublicTrade> read(Instant since) {
      if (failing) {
        throw new IllegalStateException("503");
      }
      return tape.stream()
          .filter(print -> print.visibleAt <= host.millis())
          .map(Print::trade)
          .filter(trade -> trade.exchangeMillis() >= since.toEpochMilli() / 1000 * 1000)
          .sorted(Comparator.comparingLong(PublicTrade::exchangeMillis))
          .toList();
    }

    void happen() {
      MarketTicker market = MARKETS.get(random.nextInt(MARKETS.size()));
      long late = random.nextInt(4) == 0 ? random.nextInt(15) : 0; // out of order
      Long since = added.get(market);
      long time = Math.max(host.millis() - late, since == null ? 0 : since);
      PublicTrade trade =
          new PublicTrade(
              1,
              0,
              TradeId.of(new UUID(7, tape.size()).toString()),
              market,
              Price.ofCents(40),
              Quantity.ofContracts(1),
              OutcomeSide.YES,
              false,
              time);
      tape.add(new Print(trade, host.millis() + random.nextInt(MOST_LAG)));
      if (since != null) {
        owed.add(trade.id());
      }
      send(trade);
    }

    private void send(PublicTrade trade) {
      if (down != null || !added.containsKey(trade.market())) {
        return;
      }
      switch (random.nextInt(12)) {
        case 0 -> gap = true; // lost, and only what follows tells
        case 1 -> {
          dispatcher.cut(Hole.Cause.UNREADABLE);
          if (unreadableUntil < 0) {
            unreadableUntil = host.millis() + random.nextInt(5100);
          }
        }
        case 2 -> {
          arrive(trade);
          if (!sequenced) {
            arrive(trade);
          }
        }
        default -> arrive(trade);
      }
    }

    private void arrive(PublicTrade trade) {
      if (gap) {
        gap = false;
        dispatcher.hole(Hole.Cause.GAP);
      }
      dispatcher.offer(trade, trade.market().value());
    }

    void remove(MarketTicker market) {
      added.remove(market);
      Set<TradeId> known = new HashSet<>();
      handed.forEach(trade -> known.add(trade.id()));
      for (Print print : tape) {
        TradeId id = print.trade.id();
        if (print.trade.market().equals(market) && !known.contains(id) && owed.remove(id)) {
          unwanted.add(id);
        }
      }
    }

    void fail() {
      if (down == null) {
        down = random.nextBoolean() ? Hole.Cause.RECONNECTED : Hole.Cause.RESUBSCRIBED;
        gap = false;
        dispatcher.cut(down);
      }
    }

    void recover() {
      Hole.Cause cause = down;
      if (cause != null) {
        down = null;
        for (int early = random.nextInt(3); early > 0; early--) {
          happen(); // on a market that is granted before all are
          host.advance(Duration.ofMillis(random.nextInt(3000)));
        }
        if (down == null) {
          dispatcher.hole(cause);
        }
      }
    }

    void pass(long millis) {
      host.advance(Duration.ofMillis(millis));
      if (unreadableUntil >= 0 && host.millis() >= unreadableUntil) {
        unreadableUntil = -1;
        dispatcher.hole(Hole.Cause.UNREADABLE);
      }
    }

    void handle(int most) throws InterruptedException {
      for (int i = 0; i < most && dispatcher.statistics().waiting() > 0; i++) {
        dispatcher.step();
      }
    }

    void settle() throws InterruptedException {
      failing = false;
      host.answering(true);
      recover();
      if (gap) {
        gap = false;
        dispatcher.hole(Hole.Cause.GAP);
      }
      for (int second = 0; second < 200; second++) {
        pass(1000);
        handle(Integer.MAX_VALUE);
      }
    }

    @Override
    public void on(PublicTrade trade) {
      assertThat(added).containsKey(trade.market());
      handed.add(trade);
    }

    @Override
    public void onHole(Hole hole) {
      holes++;
    }

    @Override
    public void onRepaired(Hole hole, int events) {
      repaired++;
    }

    @Override
    public boolean wants(PublicTrade trade) {
      return added.containsKey(trade.market());
    }

    @Override
    public boolean wanted(PublicTrade trade) {
      Long since = added.get(trade.market());
      return since != null && trade.exchangeMillis() >= since;
    }
  }

  @Property(tries = 1500)
  void eachTradeIsHandedOnOnce(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 40) int capacity)
      throws InterruptedException {
    World world = new World(random, capacity);
    for (int i = 0; i < 250; i++) {
      switch (random.nextInt(16)) {
        case 0 -> world.fail();
        case 1 -> world.recover();
        case 2 -> world.failing = random.nextBoolean();
        case 3 -> world.host.answering(random.nextInt(3) > 0);
        case 4 -> world.pass(random.nextInt(20_000));
        case 5 -> world.pass(random.nextInt(2000));
        case 6, 7 -> world.handle(random.nextInt(20));
        case 8 -> world.pass(random.nextInt(5));
        case 9 -> {
          if (i > 100) {
            world.pass(1); // so that what happened before did so at an earlier time
            world.added.putIfAbsent(MARKETS.get(2), world.host.millis());
          }
        }
        case 10 -> {
          if (random.nextInt(8) == 0) {
            world.remove(MARKETS.get(2));
          }
        }
        default -> world.happen();
      }
    }
    world.settle();

    List<TradeId> ids = new ArrayList<>(world.handed.stream().map(PublicTrade::id).toList());
    assertThat(ids).doesNotHaveDuplicates();
    ids.removeAll(world.unwanted); // those that waited while their market was added again
    assertThat(ids).containsExactlyInAnyOrderElementsOf(world.owed);
    assertThat(world.repaired).isEqualTo(world.holes);
    assertThat(world.dispatcher.statistics().openHoles()).isZero();
  }

  @Property(tries = 50)
  void whatIsRememberedIsThatOfAMinuteOrSo(@ForAll Random random) throws InterruptedException {
    World world = new World(random, 100);
    for (int i = 0; i < 2000; i++) {
      world.happen();
      world.pass(500);
      if (i % 200 == 50) {
        world.fail();
      }
      if (i % 200 == 60) {
        world.recover();
      }
      if (i % 40 == 0) {
        world.handle(Integer.MAX_VALUE);
      }
    }
    world.settle();
    world.handed.clear();
    world.owed.clear();
    for (int i = 0; i < 400; i++) {
      world.happen();
      world.pass(1000);
      world.handle(Integer.MAX_VALUE);
    }
    world.settle();

    assertThat(world.handed.stream().map(PublicTrade::id).toList())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(world.owed);
    assertThat(world.backfill.remembered()).isLessThan(150);
  }
}
