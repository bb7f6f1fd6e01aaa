package io.github.kalshi4j.simulator.exchange;

import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.client.market.MarketStatus;
import io.github.kalshi4j.client.stream.UserOrder;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.simulator.ledger.Account;
import io.github.kalshi4j.simulator.ledger.Holding;
import io.github.kalshi4j.simulator.ledger.Ledger;
import io.github.kalshi4j.simulator.ledger.Payout;
import io.github.kalshi4j.simulator.market.ListedMarket;
import io.github.kalshi4j.simulator.market.MarketStep;
import io.github.kalshi4j.simulator.market.Outcome;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The markets and their lives: opening, close, result and payout. */
final class Markets {
  private final ExchangePolicies policies;
  private final Timers timers;
  private final Ledger ledger;
  private final Removals removals;
  private final Announcer announcer;
  private final Map<MarketTicker, LiveMarket> markets = new LinkedHashMap<>();

  Markets(
      ExchangePolicies policies,
      Timers timers,
      Ledger ledger,
      Removals removals,
      Announcer announcer) {
    this.policies = policies;
    this.timers = timers;
    this.ledger = ledger;
    this.removals = removals;
    this.announcer = announcer;
  }

  Collection<LiveMarket> all() {
    return markets.values();
  }

  /**
   * Returns a market.
   *
   * @throws RefusedException if there is none of this name
   */
  LiveMarket find(MarketTicker ticker) {
    return get(ticker)
        .orElseThrow(() -> new RefusedException(Refusal.Reason.MARKET_NOT_FOUND, ticker.value()));
  }

  Optional<LiveMarket> get(MarketTicker ticker) {
    return Optional.ofNullable(markets.get(ticker));
  }

  void list(ListedMarket listed) {
    if (markets.containsKey(listed.market())) {
      throw new RefusedException(Refusal.Reason.ALREADY_EXISTS, listed.market().value());
    }
    if (Micros.of(listed.close()) <= timers.now()) {
      throw new RefusedException(
          Refusal.Reason.INVALID_PARAMETERS, "close " + listed.close() + " is past");
    }
    LiveMarket market = new LiveMarket(listed);
    markets.put(listed.market(), market);
    announcer.market(market, MarketStep.CREATED);
    timers.at(
        Math.max(Micros.of(listed.open()), timers.now()),
        Timers.Kind.OPEN,
        () -> {
          if (market.life.allows(MarketStep.OPENED)) {
            take(market, MarketStep.OPENED);
          }
        });
    watchClose(market);
  }

  void forget(LiveMarket market) {
    if (market.life.status() != MarketStatus.FINALIZED) {
      throw new IllegalArgumentException(market.ticker() + " is " + market.life.status());
    }
    markets.remove(market.ticker());
    ledger.forget(market.ticker());
  }

  private void watchClose(LiveMarket market) {
    long close = market.close;
    timers.at(
        close,
        Timers.Kind.CLOSE,
        () -> {
          if (market.close == close && market.life.allows(MarketStep.CLOSED)) {
            close(market);
          }
        });
  }

  private void close(LiveMarket market) {
    take(market, MarketStep.CLOSED);
    long now = timers.now();
    long close = market.close;
    timers.at(
        now + Micros.of(policies.closeBurstDelay()),
        Timers.Kind.CLOSE_BURST,
        () -> {
          if (market.life.isClosed() && market.close == close) {
            clear(market, UserOrder.Reason.CLOSE_CANCEL);
          }
        });
    timers.at(
        now + Micros.of(policies.bookEndDelay()),
        Timers.Kind.BOOK_END,
        () -> {
          if (market.life.isClosed() && market.close == close) {
            announcer.bookEnded(market);
          }
        });
  }

  private void clear(LiveMarket market, UserOrder.Reason reason) {
    removals.cancel(market.resting(), reason);
  }

  void deactivate(LiveMarket market) {
    check(market, MarketStep.DEACTIVATED);
    take(market, MarketStep.DEACTIVATED);
  }

  void activate(LiveMarket market) {
    if (market.life.status() != MarketStatus.INACTIVE) {
      refuse(market, MarketStep.ACTIVATED);
    }
    reactivate(market);
  }

  private void reactivate(LiveMarket market) {
    clear(market, UserOrder.Reason.HALT_CANCEL);
    take(market, MarketStep.ACTIVATED);
  }

  void moveClose(LiveMarket market, Instant close) {
    check(market, MarketStep.CLOSE_DATE_UPDATED);
    market.close = Micros.of(close);
    take(market, MarketStep.CLOSE_DATE_UPDATED);
    boolean future = market.close > timers.now();
    if (future && market.life.isClosed()) {
      reactivate(market);
    }
    if (future) {
      watchClose(market);
    } else if (!market.life.isClosed()) {
      close(market);
    }
  }

  void changeGrid(LiveMarket market, PriceGrid grid) {
    check(market, MarketStep.PRICE_LEVEL_STRUCTURE_UPDATED);
    market.useGrid(grid);
    take(market, MarketStep.PRICE_LEVEL_STRUCTURE_UPDATED);
  }

  void changeFees(LiveMarket market, FeeSchedule fees) {
    check(market, MarketStep.FEES_UPDATED);
    if (!fees.type().isComputable()) {
      throw new RefusedException(Refusal.Reason.INVALID_PARAMETERS, "fee type " + fees.type());
    }
    market.fees = fees;
    take(market, MarketStep.FEES_UPDATED);
  }

  void raiseFloor(LiveMarket market, Price floor) {
    check(market, MarketStep.SETTLEMENT_FLOOR_RAISED);
    if (market.settlementFloor != null && !floor.isAbove(market.settlementFloor)) {
      throw new RefusedException(
          Refusal.Reason.INVALID_PARAMETERS, "the floor is " + market.settlementFloor);
    }
    market.settlementFloor = floor;
    for (LiveOrder order : market.resting()) {
      if (!order.price.isAbove(floor)) {
        removals.cancel(order, UserOrder.Reason.HALT_CANCEL);
      }
    }
    take(market, MarketStep.SETTLEMENT_FLOOR_RAISED);
  }

  void determine(LiveMarket market, Outcome outcome) {
    check(market, MarketStep.DETERMINED);
    clear(market, UserOrder.Reason.CLOSE_CANCEL); // where the burst is yet to come
    market.life.determine(floored(market, outcome));
    announcer.market(market, MarketStep.DETERMINED);
    Outcome decided = market.life.outcome().orElseThrow();
    timers.at(
        timers.now() + Micros.of(market.listed().settlementTimer()),
        Timers.Kind.SETTLEMENT,
        () -> {
          // By identity: the same result, determined anew, has a timer of its own.
          if (market.life.allows(MarketStep.SETTLED)
              && market.life.outcome().orElseThrow() == decided) {
            settle(market, decided);
          }
        });
  }

  private static Outcome floored(LiveMarket market, Outcome outcome) {
    Price floor = market.settlementFloor;
    return switch (outcome) {
      case Outcome.Paid(MarketResult result) ->
          new Outcome.Paid(
              floor != null && result.settlementValue().isBelow(floor)
                  ? new MarketResult(floor)
                  : result);
      case Outcome.Voided voided -> new Outcome.Voided();
    };
  }

  void dispute(LiveMarket market) {
    check(market, MarketStep.DISPUTED);
    take(market, MarketStep.DISPUTED);
  }

  private void settle(LiveMarket market, Outcome outcome) {
    for (Account account : ledger.accounts()) {
      Holding holding = account.holding(market.ticker()).orElse(null);
      if (holding != null && !holding.position().isFlat()) {
        Payout payout =
            switch (outcome) {
              case Outcome.Paid(MarketResult result) -> ledger.settle(holding, result);
              case Outcome.Voided voided -> ledger.refund(holding);
            };
        announcer.settled(holding, outcome, payout);
        announcer.position(holding);
      }
    }
    market.openInterest = 0;
    take(market, MarketStep.SETTLED);
  }

  /** Cancels what was placed to be canceled in a pause. */
  void halt(int shard) {
    for (LiveMarket market : markets.values()) {
      if (market.shard() == shard) {
        List<LiveOrder> orders = market.resting();
        orders.removeIf(order -> !order.cancelOnPause);
        removals.cancel(orders, UserOrder.Reason.HALT_CANCEL);
      }
    }
  }

  private void take(LiveMarket market, MarketStep step) {
    market.life.take(step);
    announcer.market(market, step);
  }

  private static void check(LiveMarket market, MarketStep step) {
    if (!market.life.allows(step)) {
      refuse(market, step);
    }
  }

  private static void refuse(LiveMarket market, MarketStep step) {
    throw new RefusedException(
        Refusal.Reason.MARKET_STATE,
        market.ticker() + " is " + market.life.status() + " and cannot be " + step);
  }
}
