package io.github.kalshi4j.client.contract;

import static io.github.kalshi4j.client.contract.Samples.CURSOR;
import static io.github.kalshi4j.client.contract.Samples.EVENT;
import static io.github.kalshi4j.client.contract.Samples.MARKET;
import static io.github.kalshi4j.client.contract.Samples.MARKETS;
import static io.github.kalshi4j.client.contract.Samples.SERIES;
import static io.github.kalshi4j.client.contract.Samples.TIME;

import io.github.kalshi4j.client.market.CandlePeriod;
import io.github.kalshi4j.client.market.CandlestickQuery;
import io.github.kalshi4j.client.market.ComboFilter;
import io.github.kalshi4j.client.market.MarketFilterStatus;
import io.github.kalshi4j.client.market.MarketQuery;
import io.github.kalshi4j.client.market.TradeQuery;
import java.util.List;

/** The operations of {@code markets()}. */
final class MarketsCases {
  private static final CandlestickQuery CANDLES =
      CandlestickQuery.of(TIME, TIME, CandlePeriod.HOUR);

  static final List<OperationCase> ALL =
      List.of(
          OperationCase.of("GetMarket", c -> c.markets().get(MARKET)),
          OperationCase.of(
              "GetMarkets",
              c ->
                  c.markets()
                      .list(
                          MarketQuery.ALL
                              .withEvent(EVENT)
                              .withSeries(SERIES)
                              .withStatus(MarketFilterStatus.OPEN)
                              .withTickers(MARKETS)
                              .withCombos(ComboFilter.ONLY)
                              .createdFrom(TIME)
                              .createdTo(TIME)
                              .withLimit(50)
                              .withCursor(CURSOR)),
              c -> c.markets().list(MarketQuery.ALL)),
          OperationCase.of(
              "GetMarkets.2",
              c ->
                  c.markets()
                      .list(
                          MarketQuery.ALL
                              .withSeries(SERIES)
                              .withCombos(ComboFilter.EXCLUDE)
                              .updatedFrom(TIME)
                              .updatedTo(TIME))),
          OperationCase.of(
              "GetMarkets.3",
              c -> c.markets().list(MarketQuery.ALL.closingFrom(TIME).closingTo(TIME))),
          OperationCase.of(
              "GetMarkets.4",
              c -> c.markets().list(MarketQuery.ALL.settledFrom(TIME).settledTo(TIME))),
          OperationCase.of(
              "GetMarketOrderbook",
              c -> c.markets().orderBook(MARKET, 7),
              c -> c.markets().orderBook(MARKET)),
          OperationCase.of("GetMarketOrderbooks", c -> c.markets().orderBooks(MARKETS)),
          OperationCase.of(
              "GetTrades",
              c ->
                  c.markets()
                      .trades(
                          TradeQuery.ALL
                              .withMarket(MARKET)
                              .from(TIME)
                              .to(TIME)
                              .withBlockTrades(true)
                              .withLimit(50)
                              .withCursor(CURSOR)),
              c -> c.markets().trades(TradeQuery.ALL)),
          OperationCase.of(
              "GetMarketCandlesticks",
              c -> c.markets().candlesticks(SERIES, MARKET, CANDLES.withLatestBeforeStart()),
              c -> c.markets().candlesticks(SERIES, MARKET, CANDLES)),
          OperationCase.of(
              "BatchGetMarketCandlesticks",
              c -> c.markets().candlesticks(MARKETS, CANDLES.withLatestBeforeStart()),
              c -> c.markets().candlesticks(MARKETS, CANDLES)));

  private MarketsCases() {}
}
