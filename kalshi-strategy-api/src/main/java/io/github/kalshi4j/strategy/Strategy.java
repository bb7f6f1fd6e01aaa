package io.github.kalshi4j.strategy;

import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.OrderBook;
import io.github.kalshi4j.client.stream.PublicTrade;
import io.github.kalshi4j.client.stream.Ticker;
import io.github.kalshi4j.strategy.candle.Candle;
import java.util.List;

/**
 * A function of events: it has no clock (the view tells the time), no thread and no I/O, so that
 * one class runs in a backtest, on paper and live. It returns what it wants done; risk answers each
 * wish, and only the engine places orders.
 *
 * <p>All callbacks come from one thread and never overlap. None comes while the changes of one
 * exchange timestamp are incomplete: the view's book is always whole, though it may be stale. They
 * must not block. What they are given (books, views) is valid only during the call. An exception
 * ends the run.
 */
public interface Strategy {
  /**
   * Called when a group of book changes of one exchange timestamp is complete, with a valid book;
   * never inside a group, and never with a stale book.
   */
  default List<Intent> onOrderBook(OrderBook book, MarketView view) {
    return List.of();
  }

  /** Called by the clock at the end of each subscribed candle, also when nothing happened in it. */
  default List<Intent> onCandle(Candle candle, MarketView view) {
    return List.of();
  }

  /** Called for each public trade of the market. */
  default List<Intent> onTrade(PublicTrade trade, MarketView view) {
    return List.of();
  }

  /** Called for each ticker message of the market. */
  default List<Intent> onTicker(Ticker ticker, MarketView view) {
    return List.of();
  }

  /** Called for each price of an underlying that the strategy subscribed to. */
  default List<Intent> onReference(ReferencePrice price, MarketView view) {
    return List.of();
  }

  /** Called after a fill of one of the strategy's orders; the view's position includes it. */
  default List<Intent> onFill(Fill fill, MarketView view) {
    return List.of();
  }

  /** Called every {@link Subscriptions#timer()}. */
  default List<Intent> onTimer(MarketView view) {
    return List.of();
  }

  /** Called when an instance of a rolling series moves on to the next market. */
  default List<Intent> onRoll(MarketFacts previous, MarketView view) {
    return List.of();
  }

  /** Called when the market opens, closes, is determined or settled. */
  default List<Intent> onMarketPhase(MarketPhase phase, MarketView view) {
    return List.of();
  }
}
