package io.github.kalshi4j.engine.paper;

import io.github.kalshi4j.client.fee.BalancePrecision;
import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.client.market.OrderBook;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.stream.BookDelta;
import io.github.kalshi4j.client.stream.PublicTrade;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.engine.clock.Scheduler;
import io.github.kalshi4j.engine.desk.ObservingVenue;
import io.github.kalshi4j.engine.desk.VenueEvent;
import io.github.kalshi4j.engine.desk.VenueEvent.CancelRefused;
import io.github.kalshi4j.engine.desk.VenueEvent.Refused;
import io.github.kalshi4j.engine.desk.VenueEvent.Settled;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The exchange as one account would have seen it, had it traded beside what was observed.
 *
 * <p>An order is matched when it arrives, one latency after it was sent, against the observed book
 * less what the account took of it before. What rests waits in the queue of its level and is filled
 * by observed trades, or when the other side of the book has passed its price; the {@link
 * FillModel} decides how it moves up when a level shrinks for no trade. Observed participants never
 * react to us. Money is exact: cash, positions and fees are what the exchange would have booked,
 * collateral is checked on arrival against what all resting orders could cost (maker fees aside),
 * and a resting order that cannot be paid when it is its turn is canceled, so that cash never goes
 * below zero.
 *
 * <p>Self-trade prevention is {@code taker_at_cross}: an arriving order stops before the price of a
 * resting one of ours. Reasons are the exchange's words where it has one, else {@code stale_book},
 * {@code immediate_or_cancel}, {@code canceled} (asked for), {@code fee_not_computable}.
 *
 * <p>The engine drives it: each observed event, after the books have applied it and in the order of
 * the tape, with the scheduler already at its time. One thread; deterministic. Answers are
 * scheduled, never given inside a call, except {@link Settled}.
 */
public final class PaperVenue implements ObservingVenue {
  private final Scheduler scheduler;
  private final FillModel model;
  private final long orderNanos;
  private final long cancelNanos;
  private final PaperAccount account;
  private final Answers answers;
  private final Map<MarketTicker, PaperMarket> markets = new LinkedHashMap<>();
  private final Map<ClientOrderId, PaperOrder> orders = new HashMap<>();

  /**
   * Opens an account at the venue.
   *
   * @param listener hears every answer, on the scheduler's thread; it may place and cancel
   */
  public PaperVenue(
      Scheduler scheduler,
      Latency latency,
      FillModel model,
      Money cash,
      BalancePrecision precision,
      Consumer<VenueEvent> listener) {
    if (cash.signum() < 0) {
      throw new IllegalArgumentException("negative cash: " + cash);
    }
    this.scheduler = scheduler;
    this.model = model;
    orderNanos = latency.order().toNanos();
    cancelNanos = latency.cancel().toNanos();
    account = new PaperAccount(cash, precision);
    answers = new Answers(scheduler, latency.acknowledgement().toNanos(), listener);
  }

  /**
   * Lets orders for a market be matched against its observed book, which the engine keeps and the
   * venue only reads. A market that is open already goes on with the new facts, its resting orders
   * and position; another book than before counts as stale until {@link #onSnapshot}.
   */
  @Override
  public void openMarket(MarketFacts facts, OrderBook observed) {
    PaperMarket open = markets.get(facts.ticker());
    if (open == null) {
      markets.put(
          facts.ticker(),
          new PaperMarket(facts, observed, scheduler, model, account, answers, this::reserved));
    } else {
      open.reopen(facts, observed);
    }
  }

  /** Tells that the observed book was replaced; {@link #onGroupEnd} is expected to follow. */
  @Override
  public void onSnapshot(MarketTicker market) {
    market(market).onSnapshot();
  }

  /** Tells that the observed book has applied a delta. */
  @Override
  public void onDelta(BookDelta delta) {
    market(delta.market()).onDelta(delta);
  }

  /** Tells of a trade on the public tape. */
  @Override
  public void onTrade(PublicTrade trade) {
    market(trade.market()).onTrade(trade);
  }

  /** Tells that the observed book is complete: no delta of the same command is to come. */
  @Override
  public void onGroupEnd(MarketTicker market) {
    market(market).onGroupEnd();
  }

  /** Tells that the observed book can no longer be trusted, until {@link #onSnapshot}. */
  @Override
  public void onStale(MarketTicker market) {
    market(market).onStale();
  }

  /** Cancels what rests in a market, and refuses what arrives later. */
  @Override
  public void onClose(MarketTicker market) {
    market(market).close();
  }

  /** Pays the position in a market out and tells so at once; closes the market if it is open. */
  @Override
  public void settle(MarketTicker market, MarketResult result) {
    market(market).close();
    Money fee = account.settle(market, result);
    answers.announce(new Settled(market, result, fee, scheduler.now()));
  }

  /**
   * Ends the position in a market as if it were paid this value, without a fee, and tells so at
   * once; closes the market if it is open.
   */
  @Override
  public void mark(MarketTicker market, MarketResult value) {
    market(market).close();
    account.mark(market, value);
    answers.announce(new Settled(market, value, Money.ZERO, scheduler.now()));
  }

  /**
   * Sends an order.
   *
   * @throws IllegalArgumentException if the id was used before
   */
  @Override
  public void place(ClientOrderId id, LimitOrder terms) {
    PaperOrder order = new PaperOrder(id, terms);
    if (orders.putIfAbsent(id, order) != null) {
      throw new IllegalArgumentException("client order id used before: " + id);
    }
    scheduler.at(scheduler.nanos() + orderNanos, () -> placeArrives(order));
  }

  @Override
  public void cancel(ClientOrderId id) {
    scheduler.at(scheduler.nanos() + cancelNanos, () -> cancelArrives(id));
  }

  @Override
  public Optional<Money> ledger() {
    return Optional.of(cash());
  }

  /** Returns the balance, untouched by resting orders. */
  public Money cash() {
    return account.cash();
  }

  /** Returns the net fees of all fills, and what settlements lost to rounding. */
  public Money totalFees() {
    return account.totalFees();
  }

  /** Returns hundredths of a contract, positive for YES and negative for NO. */
  public long position(MarketTicker market) {
    return account.position(market);
  }

  /** Returns whether any order ever rested, so that the fill model may have mattered. */
  @Override
  public boolean usedMakers() {
    return markets.values().stream().anyMatch(PaperMarket::usedMakers);
  }

  private void placeArrives(PaperOrder order) {
    PaperMarket market = markets.get(order.market());
    if (market == null) {
      order.state = PaperOrder.State.DONE;
      answers.send(order, new Refused(order.id, "market_closed", scheduler.now()));
    } else {
      market.placeArrives(order);
    }
  }

  private void cancelArrives(ClientOrderId id) {
    PaperOrder order = orders.get(id);
    if (order == null) {
      answers.send(new CancelRefused(id, scheduler.now()));
    } else if (order.state == PaperOrder.State.SENT || order.state == PaperOrder.State.DONE) {
      answers.send(order, new CancelRefused(id, scheduler.now()));
    } else {
      market(order.market()).cancelArrives(order);
    }
  }

  private Money reserved() {
    Money sum = Money.ZERO;
    for (PaperMarket market : markets.values()) {
      sum = sum.plus(market.reserved());
    }
    return sum;
  }

  private PaperMarket market(MarketTicker ticker) {
    PaperMarket market = markets.get(ticker);
    if (market == null) {
      throw new IllegalStateException("market was not opened: " + ticker);
    }
    return market;
  }
}
