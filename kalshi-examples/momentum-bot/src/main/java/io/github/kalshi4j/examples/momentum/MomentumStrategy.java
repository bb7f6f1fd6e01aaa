package io.github.kalshi4j.examples.momentum;

import io.github.kalshi4j.client.market.OrderBook;
import io.github.kalshi4j.client.stream.PublicTrade;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.risk.exit.Reversal;
import io.github.kalshi4j.strategy.Fill;
import io.github.kalshi4j.strategy.Intent;
import io.github.kalshi4j.strategy.MarketView;
import io.github.kalshi4j.strategy.Signal;
import io.github.kalshi4j.strategy.Strategy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Follows one market: keeps its gaps and mids, buys the side that a closing gap moves to, and turns
 * round when a confident signal speaks against what it holds. Everything it does for YES it does
 * for NO on the reflected book.
 */
final class MomentumStrategy implements Strategy {
  private final MomentumConfig config;
  private final MomentumSignals signals;
  private final GapWindow window;
  private final Reversal reversal;

  private @Nullable Price lastYesTrade; // price of YES when a taker last bought it
  private @Nullable Price lastNoTrade; // price of NO when a taker last bought it
  private Instant nextAnalysis = Instant.MIN;
  private @Nullable Signal turningTo; // the newest, to be entered once the position is gone

  MomentumStrategy(MomentumConfig config) {
    this.config = config;
    this.signals = new MomentumSignals(config);
    this.window = new GapWindow(config.window(), config.minPoints(), config.staleAfter());
    this.reversal = new Reversal(config.reversalConfidence());
  }

  @Override
  public List<Intent> onTrade(PublicTrade trade, MarketView view) {
    switch (trade.taker()) {
      case YES -> lastYesTrade = trade.price();
      case NO -> lastNoTrade = trade.price().complement();
    }
    return List.of();
  }

  @Override
  public List<Intent> onOrderBook(OrderBook book, MarketView view) {
    if (window.discardIfStale(view.now())) {
      turningTo = null; // the signal is as old as the history it came from
    }
    if (!isTwoSided(book)) {
      return List.of();
    }
    Price bid = book.bestBid().orElseThrow();
    Price ask = book.bestAsk().orElseThrow();
    Money gap = gap(bid, ask);
    if (gap != null) {
      window.add(new GapWindow.Point(view.now(), gap, mid(bid, ask)));
    }
    List<Intent> turned = turn(book, view);
    List<Intent> wanted = analyse(view).map(signal -> act(signal, book, view)).orElse(List.of());
    return turned.isEmpty() ? wanted : Stream.concat(turned.stream(), wanted.stream()).toList();
  }

  @Override
  public List<Intent> onFill(Fill fill, MarketView view) {
    OrderBook book = view.book();
    return book.isValid() && isTwoSided(book) ? turn(book, view) : List.of();
  }

  private static boolean isTwoSided(OrderBook book) {
    Optional<Price> bid = book.bestBid();
    Optional<Price> ask = book.bestAsk();
    return bid.isPresent() && ask.isPresent() && bid.get().isBelow(ask.get());
  }

  private Optional<Signal> analyse(MarketView view) {
    if (view.now().isBefore(nextAnalysis)) {
      return Optional.empty();
    }
    nextAnalysis = view.now().plus(config.analysisInterval());
    return window.move().flatMap(signals::read);
  }

  private List<Intent> act(Signal signal, OrderBook book, MarketView view) {
    boolean turning = turningTo != null;
    if (!view.position().isOn(signal.side().opposite())) {
      return turning ? List.of() : List.of(enter(signal, book, view));
    }
    if (reversal.check(view.position(), signal).isEmpty()) {
      return List.of();
    }
    turningTo = signal;
    return turning
        ? List.of()
        : List.of(new Intent.Exit(view.market().ticker(), Reversal.NAME, signal));
  }

  /** Enters the other side as soon as nothing of this one is held or on its way. */
  private List<Intent> turn(OrderBook book, MarketView view) {
    Signal signal = turningTo;
    if (signal == null || !view.position().isFlat() || !view.openOrders().isEmpty()) {
      return List.of();
    }
    turningTo = null;
    return List.of(enter(signal, book, view).asReversal());
  }

  /** Pays at most one step more than the own side's mid, and never more than its ask. */
  private static Intent.Enter enter(Signal signal, OrderBook book, MarketView view) {
    OutcomeSide side = signal.side();
    Price bid = book.bestBid(side).orElseThrow();
    Price ask = book.bestAsk(side).orElseThrow();
    PriceGrid grid = view.market().grid();
    if (side == OutcomeSide.NO) {
      grid = grid.complement();
    }
    Price mid = Price.ofCenticents(Math.ceilDiv(bid.centicents() + ask.centicents(), 2));
    Price limit = grid.ceiling(mid).flatMap(grid::above).orElse(ask);
    return Intent.Enter.immediateOrCancel(
        view.market().ticker(), side, limit.isAbove(ask) ? ask : limit, signal);
  }

  private @Nullable Money gap(Price bid, Price ask) {
    return switch (config.gapSource()) {
      case BOOK -> ask.perContract().minus(bid.perContract());
      case LAST_TRADES ->
          lastYesTrade == null || lastNoTrade == null
              ? null
              : Price.ONE
                  .perContract()
                  .minus(lastYesTrade.perContract())
                  .minus(lastNoTrade.perContract());
      case MIDS ->
          throw new IllegalStateException("gapSource mids"); // refused by the configuration
    };
  }

  /** Returns the middle of two prices, exactly: half of $0.0001 is $0.00005. */
  private static Money mid(Price bid, Price ask) {
    return Money.ofMicros((bid.centicents() + ask.centicents()) * 50);
  }
}
