package io.github.kalshi4j.engine;

import io.github.kalshi4j.engine.clock.EpochNanos;
import io.github.kalshi4j.engine.clock.Scheduler;
import io.github.kalshi4j.strategy.Intent;
import io.github.kalshi4j.strategy.InvalidStrategyException;
import io.github.kalshi4j.strategy.MarketPhase;
import io.github.kalshi4j.strategy.MarketView;
import io.github.kalshi4j.strategy.Strategy;
import io.github.kalshi4j.strategy.candle.Candle;
import io.github.kalshi4j.strategy.candle.CandleBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * Calls the strategy that follows a market and hands what it wants to the trader. A callback that
 * falls inside a group of book changes waits for its end. Candles are closed, and the timer fired,
 * by the clock.
 */
final class StrategyCalls {
  private final Scheduler scheduler;
  private final StrategyHost host;
  private final Trader trader;
  private boolean stopped;
  private boolean halted;

  StrategyCalls(Scheduler scheduler, StrategyHost host, Trader trader) {
    this.scheduler = scheduler;
    this.host = host;
    this.trader = trader;
  }

  /** Calls the strategy that follows a market, if one does; not before an open group's end. */
  void call(MarketState market, BiFunction<Strategy, MarketView, List<Intent>> callback) {
    if (market.groupOpen) {
      market.afterGroup.add(() -> callNow(market, callback));
    } else {
      callNow(market, callback);
    }
  }

  /** Calls the strategy of every market that is followed. */
  void callAll(BiFunction<Strategy, MarketView, List<Intent>> callback) {
    for (MarketState market : host.followed()) {
      call(market, callback);
    }
  }

  /** Makes the calls that waited for the end of a group. */
  void runWaiting(MarketState market) {
    for (Runnable next = market.afterGroup.poll(); next != null; next = market.afterGroup.poll()) {
      next.run();
    }
  }

  /** Tells of the complete top of a book to the candles made of it. */
  void mids(MarketState market) {
    if (market.bid != null && market.ask != null) {
      for (CandleBuilder candles : market.candles) {
        deliver(market, candles.mid(market.bid, market.ask, exchangeNow(market)));
      }
    }
  }

  void deliver(MarketState market, List<Candle> candles) {
    for (Candle candle : candles) {
      call(market, (strategy, view) -> strategy.onCandle(candle, view));
    }
  }

  /** Closes a market's candles at their ends, as long as its feed and the market go on. */
  void scheduleCandles(MarketState market, Feed feed) {
    for (CandleBuilder candles : market.candles) {
      scheduleCandle(market, feed, candles);
    }
  }

  /** Fires the timer again and again, from now on. */
  void startTimer(Duration interval) {
    scheduler.at(
        scheduler.nanos() + interval.toNanos(),
        () -> {
          if (!stopped) {
            callAll(Strategy::onTimer);
            startTimer(interval);
          }
        });
  }

  /** Lets nothing more be called by the clock. */
  void stop() {
    stopped = true;
  }

  /** Lets the strategy not be called at all any more. */
  void halt() {
    stop();
    halted = true;
  }

  static Instant exchangeTime(MarketState market, long nanos) {
    return EpochNanos.toInstant(nanos - market.feed.clockOffsetNanos());
  }

  private Instant exchangeNow(MarketState market) {
    return exchangeTime(market, scheduler.nanos());
  }

  private void scheduleCandle(MarketState market, Feed feed, CandleBuilder candles) {
    long interval = candles.interval().toNanos();
    long exchangeNow = scheduler.nanos() - feed.clockOffsetNanos();
    long next = (Math.floorDiv(exchangeNow, interval) + 1) * interval;
    scheduler.at(
        next + feed.clockOffsetNanos(),
        () -> {
          if (!stopped && market.feed == feed && feed.isConnected()) {
            deliver(market, candles.advanceTo(exchangeNow(market)));
            if (market.phase == MarketPhase.UNOPENED || market.isOpen()) {
              scheduleCandle(market, feed, candles);
            }
          }
        });
  }

  private void callNow(
      MarketState market, BiFunction<Strategy, MarketView, List<Intent>> callback) {
    StrategyHost.Instance instance = host.find(market);
    if (instance != null && !halted) {
      trader.handle(market, wanted(instance.strategy, market, callback));
    }
  }

  private List<Intent> wanted(
      Strategy strategy,
      MarketState market,
      BiFunction<Strategy, MarketView, List<Intent>> callback) {
    try {
      return Objects.requireNonNull(
          callback.apply(strategy, market.view), "null instead of a list of intents");
    } catch (RuntimeException e) {
      throw new InvalidStrategyException(
          strategy.getClass().getName()
              + " failed in "
              + market.market()
              + " at "
              + scheduler.now()
              + ": "
              + e,
          e);
    }
  }
}
