package io.github.kalshi4j.engine;

import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.engine.clock.EpochNanos;
import io.github.kalshi4j.engine.clock.Scheduler;
import io.github.kalshi4j.engine.desk.ObservingVenue;
import io.github.kalshi4j.engine.desk.OrderDesk;
import io.github.kalshi4j.strategy.MarketPhase;
import io.github.kalshi4j.strategy.Position;
import org.jspecify.annotations.Nullable;

/**
 * Opens, closes and settles markets by the exchange's clock. Openings and closings are not
 * announced on the stream, so they are scheduled; a close that is moved schedules anew.
 */
final class MarketLife {
  private final Scheduler scheduler;
  private final ObservingVenue venue;
  private final OrderDesk desk;
  private final Portfolio portfolio;
  private final StrategyHost host;
  private final StrategyCalls calls;
  private final long retryNanos;

  /**
   * Creates it.
   *
   * @param retryNanos how long a settlement waits for answers that are still on their way
   */
  MarketLife(
      Scheduler scheduler,
      ObservingVenue venue,
      OrderDesk desk,
      Portfolio portfolio,
      StrategyHost host,
      StrategyCalls calls,
      long retryNanos) {
    this.scheduler = scheduler;
    this.venue = venue;
    this.desk = desk;
    this.portfolio = portfolio;
    this.host = host;
    this.calls = calls;
    this.retryNanos = retryNanos;
  }

  /** Places a market's opening and closing, by its facts and its feed's clock offset. */
  void schedule(MarketState market) {
    long offset = market.feed.clockOffsetNanos();
    long open = EpochNanos.of(market.facts.openTime()) + offset;
    long close = EpochNanos.of(market.facts.closeTime()) + offset;
    market.closeNanos = close;
    if (market.phase == MarketPhase.UNOPENED) {
      scheduler.at(open, () -> open(market));
    }
    if (market.phase == MarketPhase.UNOPENED || market.phase == MarketPhase.OPEN) {
      scheduler.at(
          close,
          () -> {
            if (market.closeNanos == close) { // it may have been moved since
              close(market);
            }
          });
    }
  }

  /**
   * Schedules the payout of a market.
   *
   * @param result null if it is not known: what is held then counts at its last own-side bid
   * @param beyondTape whether the data end before the market closes
   */
  void settleAt(MarketState market, @Nullable MarketResult result, boolean beyondTape, long nanos) {
    long closeNanos = market.closeNanos;
    scheduler.at(
        nanos,
        () -> {
          if (scheduler.nanos() < market.closeNanos) { // it was put off: so is what follows it
            settleAt(market, result, beyondTape, market.closeNanos + nanos - closeNanos);
          } else {
            settle(market, result, new TradeEnding(result == null, beyondTape));
          }
        });
  }

  private void open(MarketState market) {
    if (market.phase == MarketPhase.UNOPENED && scheduler.nanos() < market.closeNanos) {
      if (market.valid) {
        market.coverage.valid(scheduler.nanos());
      }
      enter(market, MarketPhase.OPEN);
    }
  }

  private void close(MarketState market) {
    if (market.phase == MarketPhase.UNOPENED || market.phase == MarketPhase.OPEN) {
      market.closedNanos = scheduler.nanos();
      market.groupOpen = false; // the clearing of the book has begun; its last top stands
      market.coverage.end(scheduler.nanos());
      venue.onClose(market.market());
      calls.runWaiting(market);
      enter(market, MarketPhase.CLOSED);
    }
  }

  private void settle(MarketState market, @Nullable MarketResult result, TradeEnding ending) {
    close(market);
    if (!desk.open(market.market()).isEmpty()) {
      // what was matched before the close may not have been heard of yet
      scheduler.at(scheduler.nanos() + retryNanos, () -> settle(market, result, ending));
      return;
    }
    market.ending = ending;
    if (result != null) {
      venue.settle(market.market(), result);
    } else {
      mark(market);
    }
    enter(market, MarketPhase.SETTLED);
    host.end(market);
  }

  /** Ends what is held in a market at its last own-side bid. */
  void mark(MarketState market) {
    market.ending = market.ending == null ? new TradeEnding(true, false) : market.ending;
    Position position = portfolio.position(market.market());
    if (!position.isFlat()) {
      if (market.phase == MarketPhase.UNOPENED || market.phase == MarketPhase.OPEN) {
        market.closedNanos = scheduler.nanos(); // the market goes on, but without us
      }
      Price bid = market.ownBid(position.side());
      Price mark = bid == null ? Price.ZERO : bid;
      venue.mark(market.market(), new MarketResult(position.side().toYes(mark)));
    }
  }

  private void enter(MarketState market, MarketPhase phase) {
    market.phase = phase;
    calls.call(market, (strategy, view) -> strategy.onMarketPhase(phase, view));
  }
}
