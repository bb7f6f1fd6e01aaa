package io.github.kalshi4j.simulator.internal.floor;

import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.access.AccessPolicies;
import io.github.kalshi4j.simulator.exchange.Answer;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.exchange.ExchangeEvent;
import io.github.kalshi4j.simulator.exchange.SimulatedEngine;
import io.github.kalshi4j.simulator.ledger.AccountId;
import io.github.kalshi4j.simulator.life.Participants;
import io.github.kalshi4j.simulator.reference.IndexPrice;
import io.github.kalshi4j.simulator.reference.IndexTick;
import io.github.kalshi4j.simulator.series.CatalogueMarket;
import io.github.kalshi4j.simulator.world.SimulatedWorld;
import io.github.kalshi4j.simulator.world.WorldConfig;
import io.github.kalshi4j.simulator.world.WorldListener;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one door to the world: whoever enters holds it alone, and finds it at the time of the clock.
 * A clock that goes back leaves the world's time where it is.
 *
 * <p>Safe for threads.
 */
public final class Floor implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Floor.class.getName());
  private static final Duration PULSE = Duration.ofMillis(5);

  private final ReentrantLock lock = new ReentrantLock();
  private final List<WorldListener> listeners = new CopyOnWriteArrayList<>();
  private final Records records;
  private final long keptMicros;
  private final TimeSource wall;
  private final TimeSource clock;
  private final SimulatedWorld world;
  private final int shards;
  private Instant latest;
  private volatile Supplier<Duration> moreLag = () -> Duration.ZERO;
  private @Nullable Thread pulse;

  /**
   * Creates a floor.
   *
   * @param wall paces the {@link #startPulse pulse}
   * @param clock the market's
   * @param access how late what is read is, and for how long it is kept
   */
  public Floor(
      WorldConfig config, long seed, TimeSource wall, TimeSource clock, AccessPolicies access) {
    Set<UserId> crowd = config.crowded() ? Set.copyOf(Participants.all()) : Set.of();
    records = new Records(crowd, () -> access.readLag().plus(moreLag.get()), this::cash);
    keptMicros = access.kept().toNanos() / 1_000;
    this.wall = wall;
    this.clock = clock;
    world = new SimulatedWorld(config, seed, new Told());
    shards = config.policies().shards();
    latest = config.start();
  }

  private Money cash(AccountId account) {
    return world.engine().ledger().account(account).orElseThrow().cash();
  }

  public int shards() {
    return shards;
  }

  /** Shows members what they did later than usual, by so much as is said each time. */
  public void delayReads(Supplier<Duration> lag) {
    moreLag = lag;
  }

  /** Returns the market's clock. */
  public TimeSource clock() {
    return clock;
  }

  /** Returns what was told; to be read within {@link #call} only. */
  public Records records() {
    return records;
  }

  /** Tells a listener of all that happens from now on, while the floor is held. */
  public void listen(WorldListener listener) {
    listeners.add(listener);
  }

  /**
   * Tells a listener that knows the world, which it may read while it is told.
   *
   * @param maker is given the world before anything has happened, if this is done before all else
   */
  public <T extends WorldListener> T listenWithin(Function<SimulatedWorld, T> maker) {
    T listener = maker.apply(world);
    listeners.add(listener);
    return listener;
  }

  public Answer execute(Command command) {
    return call(held -> held.execute(held.timeMicros(), command));
  }

  /** Does something with the engine while nobody else does. */
  public <T> T call(Function<SimulatedEngine, T> work) {
    return within(held -> work.apply(held.engine()));
  }

  /** Does something with the world while nobody else does. */
  public <T> T within(Function<SimulatedWorld, T> work) {
    lock.lock();
    try {
      Instant now = clock.now();
      if (now.isAfter(latest)) {
        latest = now;
      }
      world.advanceTo(latest);
      long micros = world.timeMicros();
      records.members().settle(micros);
      forget(micros - keptMicros);
      return work.apply(world);
    } finally {
      lock.unlock();
    }
  }

  private void forget(long settledBy) {
    for (MarketTicker market = records.forgetSettledBy(settledBy);
        market != null;
        market = records.forgetSettledBy(settledBy)) {
      world.forget(market);
    }
  }

  /** Lets time go on by itself, until the floor is closed. */
  public void startPulse() {
    pulse = Thread.ofPlatform().daemon().name("simulated-exchange-clock").start(this::beat);
  }

  private void beat() {
    try {
      while (true) {
        within(held -> held);
        wall.sleep(PULSE);
      }
    } catch (InterruptedException e) {
      // closed
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "the simulated exchange stands still", e);
    }
  }

  /** Stops the pulse. */
  @Override
  public void close() {
    Thread started = pulse;
    if (started != null) {
      started.interrupt();
    }
  }

  private final class Told implements WorldListener {
    @Override
    public void on(ExchangeEvent event) {
      records.on(event);
      each(listener -> listener.on(event));
    }

    @Override
    public void onPrice(IndexPrice price) {
      each(listener -> listener.onPrice(price));
    }

    @Override
    public void onIndex(IndexTick tick) {
      each(listener -> listener.onIndex(tick));
    }

    @Override
    public void onMarket(CatalogueMarket market) {
      each(listener -> listener.onMarket(market));
    }

    @Override
    public void onTime(long micros) {
      each(listener -> listener.onTime(micros));
    }

    private void each(Consumer<WorldListener> tell) {
      listeners.forEach(tell);
    }
  }
}
