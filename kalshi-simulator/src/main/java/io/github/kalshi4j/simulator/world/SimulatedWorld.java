package io.github.kalshi4j.simulator.world;

import io.github.kalshi4j.client.market.MarketStatus;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.simulator.exchange.Answer;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.exchange.ExchangeEvent;
import io.github.kalshi4j.simulator.exchange.SimulatedEngine;
import io.github.kalshi4j.simulator.life.Crowd;
import io.github.kalshi4j.simulator.life.Participants;
import io.github.kalshi4j.simulator.life.PublicBook;
import io.github.kalshi4j.simulator.market.MarketStep;
import io.github.kalshi4j.simulator.reference.Coin;
import io.github.kalshi4j.simulator.reference.SimulatedIndex;
import io.github.kalshi4j.simulator.series.Catalogue;
import io.github.kalshi4j.simulator.series.CatalogueMarket;
import io.github.kalshi4j.simulator.series.Due;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An exchange with its rolling markets, the indices they settle on, and people who trade. It has no
 * clock and no thread: time is let pass by {@link #advanceTo}, and what falls due then happens in
 * its order. The same seed, and the same commands at the same times, give the same events.
 *
 * <p>All calls must be made by one thread, or one after the other.
 */
public final class SimulatedWorld {
  /**
   * A part of a day in which trading goes on, on New York's clock.
   *
   * @param open its first moment
   * @param close its end; midnight is the day's
   */
  public record Session(LocalTime open, LocalTime close) {}

  private static final long MICROS = 1_000_000;
  private static final long QUARTER_HOUR_SECONDS = 900;

  private final WorldConfig config;
  private final long seed;
  private final WorldListener listener;
  private final SimulatedEngine engine;
  private final Catalogue catalogue;
  private final Map<Coin, SimulatedIndex> indices = new LinkedHashMap<>();
  private final Map<MarketTicker, PublicBook> books = new LinkedHashMap<>();
  private final Map<MarketTicker, Crowd> crowds = new LinkedHashMap<>();
  private @Nullable WeeklyPause pause; // null for none, ever
  private boolean pausing;
  private long now;
  private boolean begun;

  /**
   * Makes a world, in which nothing has happened yet: members and markets come with the first
   * {@link #advanceTo} or {@link #execute}.
   *
   * @param seed decides all that is random
   * @param listener is told all that happens
   */
  public SimulatedWorld(WorldConfig config, long seed, WorldListener listener) {
    this.config = config;
    this.seed = seed;
    this.listener = listener;
    engine = new SimulatedEngine(config.policies(), seed, this::onEvent);
    catalogue = new Catalogue(config.times(), this::onMarket);
    Instant start = config.start();
    now = start.getEpochSecond() * MICROS;
    pause = config.weeklyPause() ? WeeklyPause.endingAfter(start) : null;
    long opening =
        Math.floorDiv(start.getEpochSecond(), QUARTER_HOUR_SECONDS) * QUARTER_HOUR_SECONDS;
    for (Coin coin : config.coins()) {
      SimulatedIndex index = new SimulatedIndex(coin, seed, (opening - 60) * MICROS);
      index.advanceTo(now);
      if (indices.put(coin, index) != null) {
        throw new IllegalArgumentException("twice the coin " + coin);
      }
      catalogue.addFifteenMinutes(index, config.cryptoShard(), config.repeatedHour(), start);
    }
    for (Coin coin : config.dailyCoins()) {
      catalogue.addDaily(index(coin), config.dailyShard(), start);
    }
  }

  /**
   * Lets time pass, and what falls due happen.
   *
   * @param micros microseconds since 1970
   * @throws IllegalArgumentException if that time is past
   */
  public void advanceTo(long micros) {
    if (micros < now) {
      throw new IllegalArgumentException("time goes back from " + now + " to " + micros);
    }
    if (!begun) {
      begin();
    }
    while (true) {
      long move = nextMove();
      long due = catalogue.nextMicros();
      Crowd crowd = nextCrowd();
      long act = crowd == null ? Long.MAX_VALUE : crowd.nextMicros();
      long turn = nextTurn();
      long next = Math.min(Math.min(move, turn), Math.min(due, act));
      if (next > micros) {
        break;
      }
      now = Math.max(now, next);
      engine.advanceTo(now);
      if (next == turn) {
        turnPause();
      } else if (next == move) {
        moveIndices();
      } else if (next == due) {
        for (Due each : catalogue.due(next)) {
          engine.execute(now, each.command());
        }
      } else if (crowd != null && crowds.containsValue(crowd)) {
        crowd.act();
      }
    }
    now = micros;
    engine.advanceTo(now);
    listener.onTime(now);
  }

  /** Does the same up to an instant, to the microsecond. */
  public void advanceTo(Instant time) {
    advanceTo(micros(time));
  }

  /** Runs a command at a time, after what falls due before it. */
  public Answer execute(long micros, Command command) {
    advanceTo(micros);
    return engine.execute(micros, command);
  }

  /** Returns the sessions of a day of the week. */
  public List<Session> sessions(DayOfWeek day) {
    LocalTime midnight = LocalTime.MIDNIGHT;
    return config.weeklyPause() && day == WeeklyPause.DAY
        ? List.of(new Session(midnight, WeeklyPause.BEGIN), new Session(WeeklyPause.END, midnight))
        : List.of(new Session(midnight, midnight));
  }

  private void begin() {
    begun = true;
    engine.advanceTo(now);
    if (config.crowded()) {
      TreeSet<Integer> shards = new TreeSet<>(List.of(config.cryptoShard(), config.dailyShard()));
      Participants.entry(shards).forEach(command -> engine.execute(now, command));
    }
  }

  /** Returns when trading pauses or goes on next. */
  private long nextTurn() {
    if (pause == null) {
      return Long.MAX_VALUE;
    }
    return micros(pausing ? pause.end() : pause.begin());
  }

  private void turnPause() {
    WeeklyPause turning = Objects.requireNonNull(pause);
    for (int shard = 0; shard < config.policies().shards(); shard++) {
      engine.execute(
          now,
          pausing
              ? new Command.Resume(shard, Command.PauseScope.TRADING)
              : new Command.Pause(shard, Command.PauseScope.TRADING));
    }
    if (pausing) {
      pause = turning.next();
    }
    pausing = !pausing;
  }

  private long nextMove() {
    for (SimulatedIndex index : indices.values()) {
      return index.timeMicros() + SimulatedIndex.STEP_MICROS; // all move together
    }
    return Long.MAX_VALUE;
  }

  private void moveIndices() {
    for (SimulatedIndex index : indices.values()) {
      index.move();
      listener.onPrice(index.price());
      if (index.isOnSecond()) {
        listener.onIndex(index.tick());
      }
    }
  }

  private @Nullable Crowd nextCrowd() {
    Crowd next = null;
    for (Crowd crowd : crowds.values()) {
      if (next == null || crowd.nextMicros() < next.nextMicros()) {
        next = crowd;
      }
    }
    return next;
  }

  private void onMarket(CatalogueMarket market) {
    Crowd crowd = crowds.get(market.listed().market());
    if (crowd != null) {
      crowd.know(market.strike());
    }
    listener.onMarket(market);
  }

  private void onEvent(ExchangeEvent event) {
    if (event instanceof ExchangeEvent.BookChanged change) {
      books.computeIfAbsent(change.market(), ticker -> new PublicBook()).apply(change);
    } else if (event instanceof ExchangeEvent.MarketChanged change) {
      follow(change);
    }
    listener.on(event);
  }

  /** Lets a crowd come to a market that opens, and go when it closes. */
  private void follow(ExchangeEvent.MarketChanged change) {
    MarketTicker ticker = change.market();
    boolean trades =
        change.status() == MarketStatus.ACTIVE || change.status() == MarketStatus.INACTIVE;
    if (change.step() == MarketStep.CLOSE_DATE_UPDATED) {
      long close = micros(change.close());
      catalogue.closeMoved(ticker, close);
      Optional.ofNullable(crowds.get(ticker)).ifPresent(crowd -> crowd.closesAt(close));
    }
    if (!trades) {
      crowds.remove(ticker);
    }
    if (change.status() == MarketStatus.FINALIZED) {
      books.remove(ticker);
    }
    if (trades && config.crowded() && !crowds.containsKey(ticker)) {
      catalogue.find(ticker).ifPresent(market -> crowds.put(ticker, newCrowd(market, change)));
    }
  }

  private Crowd newCrowd(CatalogueMarket market, ExchangeEvent.MarketChanged change) {
    return new Crowd(
        market,
        index(market.coin()),
        books.computeIfAbsent(change.market(), ticker -> new PublicBook()),
        command -> engine.execute(now, command),
        seed,
        change.timeMicros(),
        micros(change.close()));
  }

  private static long micros(Instant time) {
    return time.getEpochSecond() * MICROS + time.getNano() / 1_000;
  }

  private SimulatedIndex index(Coin coin) {
    return Optional.ofNullable(indices.get(coin)).orElseThrow();
  }

  /**
   * Forgets a market that was paid.
   *
   * @throws IllegalArgumentException if it is not
   */
  public void forget(MarketTicker ticker) {
    engine.forget(ticker);
    catalogue.forget(ticker);
  }

  /** Returns the time, in microseconds since 1970. */
  public long timeMicros() {
    return now;
  }

  /** Returns the exchange, to be read only; commands go through {@link #execute}. */
  public SimulatedEngine engine() {
    return engine;
  }

  /** Returns what is known of series and markets, to be read only. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** Returns the indices in the order of their coins, to be read only. */
  public Collection<SimulatedIndex> indices() {
    return Collections.unmodifiableCollection(indices.values());
  }
}
