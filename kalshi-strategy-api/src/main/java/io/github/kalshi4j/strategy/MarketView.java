package io.github.kalshi4j.strategy;

import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.OrderBook;
import io.github.kalshi4j.client.stream.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a strategy may know of its market and of its own doing in it. Valid during the callback that
 * it was given to.
 */
public interface MarketView {
  /** Returns the time of the event being handled: of the tape in a backtest, of the wall live. */
  Instant now();

  MarketFacts market();

  MarketPhase phase();

  /**
   * Returns the market's book; check {@link OrderBook#isValid()} outside of {@code onOrderBook}.
   */
  OrderBook book();

  /** Returns the newest ticker message; empty before the first. */
  Optional<Ticker> ticker();

  /** Returns what is held, by the fills known so far. */
  Position position();

  /** Returns the orders that are on their way or resting. */
  List<OpenOrder> openOrders();

  /** Returns the newest price of an underlying, such as {@code BTC-USD}; empty before the first. */
  Optional<ReferencePrice> reference(String symbol);

  /** Returns the time left until the market closes by the exchange's clock; zero after it. */
  Duration timeToClose();
}
