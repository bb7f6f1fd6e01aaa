package io.github.kalshi4j.client.market;

import io.github.kalshi4j.client.call.Endpoint;
import io.github.kalshi4j.client.call.Page;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.SeriesTicker;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Markets, their order books, trades and candles. Public: it needs no credentials. */
public interface MarketsApi {
  /** Returns a market; it may not be found right after it was announced. */
  @Endpoint("GET /markets/{ticker}")
  Market get(MarketTicker ticker);

  /** Returns a page of markets. */
  @Endpoint("GET /markets")
  Page<Market> list(MarketQuery query);

  /** Returns all markets that a query means, page by page as they are asked for. */
  Stream<Market> all(MarketQuery query);

  /**
   * Returns the best levels of a market's order book.
   *
   * @param depth how many levels of each side, 1 to 100; 0 for all
   */
  @Endpoint("GET /markets/{ticker}/orderbook")
  OrderBookSnapshot orderBook(MarketTicker ticker, int depth);

  /** Returns a market's whole order book. */
  default OrderBookSnapshot orderBook(MarketTicker ticker) {
    return orderBook(ticker, 0);
  }

  /**
   * Returns the whole order books of several markets.
   *
   * @param tickers 1 to 100
   */
  @Endpoint("GET /markets/orderbooks")
  List<OrderBookSnapshot> orderBooks(Collection<MarketTicker> tickers);

  /** Returns a page of public trades. */
  @Endpoint("GET /markets/trades")
  Page<Trade> trades(TradeQuery query);

  /** Returns all public trades that a query means, page by page as they are asked for. */
  Stream<Trade> allTrades(TradeQuery query);

  /** Returns the candles of one market, in order of time. */
  @Endpoint("GET /series/{series_ticker}/markets/{ticker}/candlesticks")
  List<Candlestick> candlesticks(SeriesTicker series, MarketTicker ticker, CandlestickQuery query);

  /**
   * Returns the candles of several markets, at most 10 000 in all.
   *
   * @param tickers 1 to 100
   */
  @Endpoint("GET /markets/candlesticks")
  List<MarketCandlesticks> candlesticks(Collection<MarketTicker> tickers, CandlestickQuery query);
}
