package io.github.kalshi4j.client.contract;

import static io.github.kalshi4j.client.contract.Samples.CURSOR;
import static io.github.kalshi4j.client.contract.Samples.EVENT;
import static io.github.kalshi4j.client.contract.Samples.MARKET;
import static io.github.kalshi4j.client.contract.Samples.MARKETS;
import static io.github.kalshi4j.client.contract.Samples.SERIES;
import static io.github.kalshi4j.client.contract.Samples.TIME;

import io.github.kalshi4j.client.historical.ArchivedFillQuery;
import io.github.kalshi4j.client.historical.ArchivedMarketQuery;
import io.github.kalshi4j.client.historical.ArchivedOrderQuery;
import io.github.kalshi4j.client.historical.ArchivedPositionQuery;
import io.github.kalshi4j.client.historical.ArchivedTradeQuery;
import io.github.kalshi4j.client.market.CandlePeriod;
import io.github.kalshi4j.client.market.Candlestick;
import io.github.kalshi4j.client.market.CandlestickQuery;
import java.util.List;
import java.util.stream.Stream;

/** The operations of {@code historical()}. */
final class HistoricalCases {
  static final List<OperationCase> ALL =
      List.of(
          OperationCase.of("GetHistoricalCutoff", c -> c.historical().cutoff()),
          OperationCase.of(
              "GetFillsHistorical",
              c ->
                  c.historical()
                      .fills(
                          ArchivedFillQuery.ALL
                              .withMarket(MARKET)
                              .from(TIME)
                              .to(TIME)
                              .withSubaccount(3)
                              .withLimit(50)
                              .withCursor(CURSOR)),
              c -> c.historical().fills(ArchivedFillQuery.ALL)),
          OperationCase.of(
              "GetHistoricalMarkets",
              c ->
                  c.historical()
                      .markets(
                          ArchivedMarketQuery.ofTickers(MARKETS).withLimit(50).withCursor(CURSOR)),
              c -> c.historical().markets(ArchivedMarketQuery.ALL)),
          OperationCase.of(
              "GetHistoricalMarkets.2",
              c -> c.historical().markets(ArchivedMarketQuery.ofEvent(EVENT))),
          OperationCase.of(
              "GetHistoricalMarkets.3",
              c -> c.historical().markets(ArchivedMarketQuery.ofSeries(SERIES))),
          OperationCase.of(
              "GetHistoricalMarkets.4",
              c -> c.historical().markets(ArchivedMarketQuery.WITHOUT_COMBOS)),
          OperationCase.of("GetHistoricalMarket", c -> c.historical().market(MARKET)),
          OperationCase.of(
              "GetMarketCandlesticksHistorical",
              c ->
                  archivedPart(
                      c.historical()
                          .candlesticks(
                              MARKET, CandlestickQuery.of(TIME, TIME, CandlePeriod.HOUR)))),
          OperationCase.of(
              "GetHistoricalOrders",
              c ->
                  c.historical()
                      .orders(
                          ArchivedOrderQuery.ALL
                              .withMarket(MARKET)
                              .from(TIME)
                              .to(TIME)
                              .withSubaccount(3)
                              .withLimit(50)
                              .withCursor(CURSOR)),
              c -> c.historical().orders(ArchivedOrderQuery.ALL)),
          OperationCase.of(
              "GetHistoricalPositions",
              c ->
                  c.historical()
                      .positions(
                          ArchivedPositionQuery.ALL
                              .withMarket(MARKET)
                              .withEvent(EVENT)
                              .withSubaccount(3)
                              .withLimit(50)
                              .withCursor(CURSOR)),
              c -> c.historical().positions(ArchivedPositionQuery.ALL)),
          OperationCase.of(
              "GetTradesHistorical",
              c ->
                  c.historical()
                      .trades(
                          ArchivedTradeQuery.ALL
                              .withMarket(MARKET)
                              .from(TIME)
                              .to(TIME)
                              .withBlockTrades(true)
                              .withLimit(50)
                              .withCursor(CURSOR)),
              c -> c.historical().trades(ArchivedTradeQuery.ALL)));

  private HistoricalCases() {}

  /** Returns all that the archive has of candles: no lowest and highest trade of their own. */
  private static List<Object> archivedPart(List<Candlestick> candles) {
    return candles.stream()
        .flatMap(candle ->
            Stream.of(
                candle.end(),
                candle.bid(),
                candle.ask(),
                candle.price().open(),
                candle.price().low(),
                candle.price().high(),
                candle.price().close(),
                candle.price().mean(),
                candle.price().previous(),
                candle.volume(),
                candle.openInterest()))
        .toList();
  }
}
