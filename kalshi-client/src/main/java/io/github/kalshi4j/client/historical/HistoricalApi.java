package io.github.kalshi4j.client.historical;

import io.github.kalshi4j.client.call.Endpoint;
import io.github.kalshi4j.client.call.Page;
import io.github.kalshi4j.client.market.Candlestick;
import io.github.kalshi4j.client.market.CandlestickQuery;
import io.github.kalshi4j.client.market.Market;
import io.github.kalshi4j.client.market.Trade;
import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.portfolio.Fill;
import io.github.kalshi4j.client.portfolio.MarketPosition;
import io.github.kalshi4j.client.portfolio.Positions;
import io.github.kalshi4j.client.value.MarketTicker;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The archive of what has left the live window, and the two of them as one. What the {@link
 * #cutoff} leaves behind is found nowhere else. Settlements that are archived are not served at
 * all, here or elsewhere: keep your own.
 *
 * <p>{@link #everyTrade}, {@link #everyFill}, {@link #everyOrder} and {@link #findMarket} read the
 * live window and then the archive, in this order, so that what is archived meanwhile is not
 * missed; what comes from both is given once, as it was live. Within each, items come in the order
 * in which the exchange lists them. Nothing is asked for before it is needed: whoever stops early
 * has not read the rest.
 *
 * @see <a href="https://docs.kalshi.com/getting_started/historical_data">Kalshi, Historical
 *     Data</a>
 */
public interface HistoricalApi {
  /** Returns where the live window begins. Public: it needs no credentials. */
  @Endpoint("GET /historical/cutoff")
  HistoricalCutoff cutoff();

  /** Returns a page of our archived fills. */
  @Endpoint("GET /historical/fills")
  Page<Fill> fills(ArchivedFillQuery query);

  /** Returns all archived fills that a query means, page by page as they are asked for. */
  Stream<Fill> allFills(ArchivedFillQuery query);

  /** Returns a page of archived markets. Public. */
  @Endpoint("GET /historical/markets")
  Page<Market> markets(ArchivedMarketQuery query);

  /** Returns all archived markets that a query means, page by page as they are asked for. */
  Stream<Market> allMarkets(ArchivedMarketQuery query);

  /**
   * Returns an archived market. Public.
   *
   * @throws io.github.kalshi4j.client.error.KalshiNotFoundException if it is not archived, as while
   *     it is live
   */
  @Endpoint("GET /historical/markets/{ticker}")
  Market market(MarketTicker ticker);

  /**
   * Returns the candles of an archived market, in order of time. Public.
   *
   * @throws IllegalArgumentException if the query asks for the latest before the start, which the
   *     archive does not know
   */
  @Endpoint("GET /historical/markets/{ticker}/candlesticks")
  List<Candlestick> candlesticks(MarketTicker ticker, CandlestickQuery query);

  /** Returns a page of our archived orders, all of them canceled or executed. */
  @Endpoint("GET /historical/orders")
  Page<Order> orders(ArchivedOrderQuery query);

  /** Returns all archived orders that a query means, page by page as they are asked for. */
  Stream<Order> allOrders(ArchivedOrderQuery query);

  /** Returns a page of our archived positions, all of them settled. */
  @Endpoint("GET /historical/positions")
  Positions positions(ArchivedPositionQuery query);

  /** Returns all archived positions in markets, page by page as they are asked for. */
  Stream<MarketPosition> allPositions(ArchivedPositionQuery query);

  /** Returns a page of archived public trades. Public. */
  @Endpoint("GET /historical/trades")
  Page<Trade> trades(ArchivedTradeQuery query);

  /** Returns all archived public trades that a query means, page by page as they are asked for. */
  Stream<Trade> allTrades(ArchivedTradeQuery query);

  /**
   * Returns every public trade of a market between two times, live or archived. The live window is
   * left out where the archive's cutoff is past both. Public.
   *
   * @param from cut downward to whole seconds
   * @param to cut upward to whole seconds
   * @throws IllegalArgumentException if the times are not in order
   */
  Stream<Trade> everyTrade(MarketTicker market, Instant from, Instant to);

  /** Returns every fill of ours in a market between two times, likewise, of all subaccounts. */
  Stream<Fill> everyFill(MarketTicker market, Instant from, Instant to);

  /** Returns every fill of ours between two times, likewise, of all subaccounts. */
  Stream<Fill> everyFill(Instant from, Instant to);

  /**
   * Returns every order of ours in a market that was created between two times, live or archived,
   * of all subaccounts. One that is canceled or executed meanwhile is given as it was first seen.
   *
   * @param from cut downward to whole seconds
   * @param to cut upward to whole seconds
   * @throws IllegalArgumentException if the times are not in order
   */
  Stream<Order> everyOrder(MarketTicker market, Instant from, Instant to);

  /** Returns every order of ours that was created between two times, likewise. */
  Stream<Order> everyOrder(Instant from, Instant to);

  /**
   * Returns a market, live or archived; empty if there is none in either, as for a moment after it
   * was announced. Public.
   */
  Optional<Market> findMarket(MarketTicker ticker);
}
