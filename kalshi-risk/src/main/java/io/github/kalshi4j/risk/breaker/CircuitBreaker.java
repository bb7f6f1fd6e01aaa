package io.github.kalshi4j.risk.breaker;

import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.risk.AccountView;
import io.github.kalshi4j.risk.RiskRule;
import io.github.kalshi4j.risk.Verdict;
import io.github.kalshi4j.strategy.Figure;
import io.github.kalshi4j.strategy.Intent;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stops trading when a {@link Trigger} fires: a trigger, an {@link Action} and a {@link Reset} over
 * a {@link TradingDay}. Its scope is the account whose equity it is told, at every fill and mark.
 *
 * <p>While tripped it denies every entry; exits and cancels are not asked about, and go on. Beyond
 * that it acts on nothing itself: the engine looks at {@link #trip()} after each observation, and
 * does what {@link #action()} says. A trip is latched: no later equity undoes it.
 *
 * <p>The equity at the start of a trading day is the last one observed before the day turned, so
 * that a gap over the turn counts; for the first day of all it is the first one observed. A manual
 * reset starts the count anew from the last equity observed, because otherwise the same loss would
 * trip the breaker again at once. Written by the engine's thread.
 */
public final class CircuitBreaker implements RiskRule {
  private final Trigger trigger;
  private final Action action;
  private final Reset reset;
  private final TradingDay tradingDay;

  private @Nullable Instant dayEnd; // null until the first observation
  private Money dayStartEquity = Money.ZERO;
  private Money equity = Money.ZERO; // the last observed
  private Money limit = Money.ZERO;
  private @Nullable Trip trip;

  public CircuitBreaker(Trigger trigger, Action action, Reset reset, TradingDay tradingDay) {
    this.trigger = trigger;
    this.action = action;
    this.reset = reset;
    this.tradingDay = tradingDay;
  }

  /** Blocks entries once a day has lost this much, until it is reset by hand. */
  public static CircuitBreaker dailyLoss(Money limit) {
    return new CircuitBreaker(
        new Trigger.DailyLossAmount(limit),
        Action.BLOCK_ENTRIES,
        Reset.MANUAL,
        TradingDay.NEW_YORK);
  }

  public Action action() {
    return action;
  }

  /**
   * Takes note of the account's equity.
   *
   * @param now the time of the event; one before the current trading day counts as within it
   */
  public void observe(Instant now, Money equity) {
    if (dayEnd == null) {
      dayEnd = tradingDay.end(now);
      countFrom(equity);
    } else if (!now.isBefore(dayEnd)) {
      dayEnd = tradingDay.end(now);
      countFrom(this.equity);
      if (reset == Reset.NEXT_TRADING_DAY) {
        trip = null;
      }
    }
    this.equity = equity;
    if (trip == null && (!limit.isAbove(loss()) || isWithoutBase())) {
      trip = new Trip(now, equity, dayStartEquity, loss(), limit);
    }
  }

  /** Returns why and when the breaker tripped; empty while it lets entries through. */
  public Optional<Trip> trip() {
    return Optional.ofNullable(trip);
  }

  /** Lets entries through again, and counts losses from the last equity observed. */
  public void reset() {
    trip = null;
    countFrom(equity);
  }

  @Override
  public String name() {
    return trigger.name();
  }

  /** Observes the account first, so that no entry is approved on an equity not yet looked at. */
  @Override
  public Verdict check(Intent.Enter entry, Quantity quantity, AccountView account) {
    observe(account.now(), account.equity());
    Trip tripped = trip;
    if (tripped != null) {
      return Verdict.denied(
          name(),
          "the breaker tripped at " + tripped.time(),
          Figure.of("limit", tripped.limit()),
          Figure.of("loss", tripped.loss()),
          Figure.of("dayStartEquity", tripped.dayStartEquity()),
          Figure.of("equity", tripped.equity()));
    }
    return Verdict.approved(
        name(),
        Figure.of("limit", limit),
        Figure.of("loss", loss()),
        Figure.of("dayStartEquity", dayStartEquity),
        Figure.of("equity", equity));
  }

  private void countFrom(Money start) {
    dayStartEquity = start;
    limit =
        switch (trigger) {
          case Trigger.DailyLoss dailyLoss ->
              isWithoutBase() ? Money.ZERO : dailyLoss.limit(dayStartEquity);
        };
  }

  private boolean isWithoutBase() {
    return switch (trigger) {
      case Trigger.DailyLossAmount amount -> false;
      case Trigger.DailyLossPercent percent -> dayStartEquity.signum() <= 0;
    };
  }

  private Money loss() {
    return dayStartEquity.minus(equity);
  }
}
