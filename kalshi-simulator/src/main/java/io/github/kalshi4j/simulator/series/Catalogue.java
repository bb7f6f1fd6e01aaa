package io.github.kalshi4j.simulator.series;

import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.SeriesTicker;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.market.Outcome;
import io.github.kalshi4j.simulator.reference.Coin;
import io.github.kalshi4j.simulator.reference.SimulatedIndex;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Rolls the markets of all series: lists each before its opening, takes its strike from the index
 * and its result from the index, and says by {@link #due} which commands that takes. Openings and
 * closes need none: the engine knows their times.
 *
 * <p>The indices must have moved up to a time before {@link #due} is asked for it. Used by one
 * thread.
 */
public final class Catalogue {
  private static final long MICROS = 1_000_000;

  private final SeriesTimes times;
  private final CatalogueListener listener;
  private final Map<Coin, SimulatedIndex> indices = new LinkedHashMap<>();
  private final Map<SeriesTicker, SeriesInfo> series = new LinkedHashMap<>();
  private final Map<MarketTicker, CatalogueMarket> markets = new LinkedHashMap<>();
  private final Map<MarketTicker, Long> movedCloses = new LinkedHashMap<>();
  private final PriorityQueue<Step> steps =
      new PriorityQueue<>(Comparator.comparingLong(Step::micros).thenComparingLong(Step::number));
  private long stepNumber;

  /**
   * Creates a catalogue without series.
   *
   * @param listener is told what becomes known of each market
   */
  public Catalogue(SeriesTimes times, CatalogueListener listener) {
    this.times = times;
    this.listener = listener;
  }

  /**
   * Adds the fifteen-minute markets of a coin, beginning with the one that is open at a time. Its
   * strike is known only if the index began a minute before its opening.
   */
  public void addFifteenMinutes(
      SimulatedIndex index, int shard, RepeatedHour repeatedHour, Instant start) {
    add(new CryptoSeries.FifteenMinutes(index.coin(), shard, repeatedHour, times), index, start);
  }

  /** Adds the daily markets of a coin, beginning with the one that is open at a time. */
  public void addDaily(SimulatedIndex index, int shard, Instant start) {
    add(new CryptoSeries.Daily(index.coin(), shard, times), index, start);
  }

  private void add(CryptoSeries added, SimulatedIndex index, Instant start) {
    SimulatedIndex known = indices.putIfAbsent(added.coin(), index);
    if (known != null && known != index) {
      throw new IllegalArgumentException("a second index of " + added.coin());
    }
    if (series.putIfAbsent(added.info().series(), added.info()) != null) {
      throw new IllegalArgumentException("twice the series " + added.info().series());
    }
    planListing(added, added.nextClose(start), micros(start));
  }

  private void planListing(CryptoSeries of, Instant close, long notBefore) {
    long listing = micros(of.openOf(close).minus(times.listedBefore()));
    plan(Math.max(listing, notBefore), at -> list(of, close, at));
  }

  private Command.@Nullable MarketCommand list(CryptoSeries of, Instant close, long at) {
    planListing(of, of.nextClose(close), at);
    Optional<CatalogueMarket> listed = of.market(close, index(of.coin()).tick().value());
    if (listed.isEmpty()) {
      return null;
    }
    CatalogueMarket market = listed.get();
    MarketTicker ticker = market.listed().market();
    change(market);
    if (market.strike() == null) {
      long known = micros(market.listed().open().plus(times.strikeAfter()));
      plan(Math.max(known, at), ignored -> takeStrike(ticker));
    }
    plan(micros(close.plus(times.determinedAfter())), time -> determine(ticker, time));
    return new Command.ListMarket(market.listed());
  }

  private Command.@Nullable MarketCommand takeStrike(MarketTicker ticker) {
    CatalogueMarket market = markets.get(ticker);
    if (market == null) {
      return null; // forgotten, as it was decided and paid without us
    }
    average(market, market.listed().open())
        .ifPresent(strike ->
            change(
                market.withStrike(
                    strike, market.eventTitle() + " Target: $" + strike.toPlainString())));
    return null;
  }

  private Command.@Nullable MarketCommand determine(MarketTicker ticker, long at) {
    CatalogueMarket market = markets.get(ticker);
    if (market == null) {
      return null; // forgotten, as it was decided and paid without us
    }
    long earliest =
        movedCloses.getOrDefault(ticker, 0L) + times.determinedAfter().toNanos() / 1_000;
    if (at < earliest) {
      plan(earliest, time -> determine(ticker, time));
      return null;
    }
    BigDecimal strike = market.strike();
    BigDecimal value = average(market, market.listed().close()).orElse(null);
    if (strike == null || value == null) {
      return new Command.Determine(ticker, Outcome.VOID);
    }
    change(market.withExpirationValue(value));
    return new Command.Determine(
        ticker, market.isReachedBy(value, strike) ? Outcome.YES : Outcome.NO);
  }

  /** Returns the average of the minute before a time, as it is published. */
  private Optional<BigDecimal> average(CatalogueMarket market, Instant end) {
    return index(market.coin())
        .quarterAverage(micros(end))
        .map(average -> average.setScale(market.coin().decimals(), RoundingMode.HALF_EVEN));
  }

  private void change(CatalogueMarket market) {
    markets.put(market.listed().market(), market);
    listener.on(market);
  }

  private void plan(long micros, StepAction action) {
    steps.add(new Step(micros, stepNumber++, action));
  }

  /**
   * Tells that the close of a market was moved. What decides it stays the minute before the close
   * for which it was listed, but no result is set before the market is closed.
   *
   * @param micros the new close, in microseconds since 1970
   */
  public void closeMoved(MarketTicker ticker, long micros) {
    movedCloses.put(ticker, micros);
  }

  /** Returns when something is due next, in microseconds since 1970. */
  public long nextMicros() {
    Step next = steps.peek();
    return next == null ? Long.MAX_VALUE : next.micros();
  }

  /** Does what is due at or before a time, and returns the commands it takes, in order. */
  public List<Due> due(long micros) {
    List<Due> due = new ArrayList<>();
    for (Step step = steps.peek(); step != null && step.micros() <= micros; step = steps.peek()) {
      steps.remove();
      Command.MarketCommand command = step.action().run(step.micros());
      if (command != null) {
        due.add(new Due(step.micros(), command));
      }
    }
    return due;
  }

  /** Returns all series in the order in which they were added. */
  public Collection<SeriesInfo> series() {
    return Collections.unmodifiableCollection(series.values());
  }

  /** Returns all markets in the order in which they were listed. */
  public Collection<CatalogueMarket> markets() {
    return Collections.unmodifiableCollection(markets.values());
  }

  /** Returns what is known of a market; empty if it is not of this catalogue. */
  public Optional<CatalogueMarket> find(MarketTicker ticker) {
    return Optional.ofNullable(markets.get(ticker));
  }

  /** Forgets a market that is over. */
  public void forget(MarketTicker ticker) {
    markets.remove(ticker);
    movedCloses.remove(ticker);
  }

  private SimulatedIndex index(Coin coin) {
    SimulatedIndex index = indices.get(coin);
    if (index == null) {
      throw new IllegalStateException("no index of " + coin);
    }
    return index;
  }

  private static long micros(Instant time) {
    return Math.addExact(Math.multiplyExact(time.getEpochSecond(), MICROS), time.getNano() / 1_000);
  }

  private interface StepAction {
    Command.@Nullable MarketCommand run(long micros);
  }

  private record Step(long micros, long number, StepAction action) {}
}
