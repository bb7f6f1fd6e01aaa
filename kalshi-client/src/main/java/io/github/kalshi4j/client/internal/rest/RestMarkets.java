package io.github.kalshi4j.client.internal.rest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.call.Page;
import io.github.kalshi4j.client.internal.http.Call;
import io.github.kalshi4j.client.internal.http.Caller;
import io.github.kalshi4j.client.internal.http.Operation;
import io.github.kalshi4j.client.market.Candlestick;
import io.github.kalshi4j.client.market.CandlestickQuery;
import io.github.kalshi4j.client.market.Market;
import io.github.kalshi4j.client.market.MarketCandlesticks;
import io.github.kalshi4j.client.market.MarketQuery;
import io.github.kalshi4j.client.market.MarketsApi;
import io.github.kalshi4j.client.market.OrderBookSnapshot;
import io.github.kalshi4j.client.market.Trade;
import io.github.kalshi4j.client.market.TradeQuery;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.SeriesTicker;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Markets, over REST. */
public final class RestMarkets implements MarketsApi {
  private static final Operation GET = Operation.open("GET /markets/{ticker}");
  private static final Operation LIST = Operation.open("GET /markets");
  private static final Operation BOOK = Operation.open("GET /markets/{ticker}/orderbook");
  private static final Operation BOOKS = Operation.open("GET /markets/orderbooks");
  private static final Operation TRADES = Operation.open("GET /markets/trades");
  private static final Operation CANDLES =
      Operation.open("GET /series/{series_ticker}/markets/{ticker}/candlesticks");
  private static final Operation MANY_CANDLES = Operation.open("GET /markets/candlesticks");
  private static final int DEEPEST = 100;
  private static final int MOST_MARKETS = 100;

  private final Caller caller;
  private final Shards shards;

  public RestMarkets(Caller caller, Shards shards) {
    this.caller = caller;
    this.shards = shards;
  }

  @Override
  public Market get(MarketTicker ticker) {
    return shards.learned(caller.read(Call.of(GET, ticker), MarketAnswer.class).market());
  }

  @Override
  public Page<Market> list(MarketQuery query) {
    return caller.read(Call.of(LIST).with(query.checked()), MarketsAnswer.class).learned(shards);
  }

  @Override
  public Stream<Market> all(MarketQuery query) {
    return Pages.all(query.checked(), this::list, Market::ticker);
  }

  @Override
  public OrderBookSnapshot orderBook(MarketTicker ticker, int depth) {
    if (depth < 0 || depth > DEEPEST) {
      throw new IllegalArgumentException("depth must be 0 to 100: " + depth);
    }
    return caller
        .read(Call.of(BOOK, ticker).with("depth", depth == 0 ? null : depth), BookAnswer.class)
        .book()
        .of(ticker);
  }

  @Override
  public List<OrderBookSnapshot> orderBooks(Collection<MarketTicker> tickers) {
    Call call = Call.of(BOOKS);
    for (MarketTicker ticker : checked(tickers)) {
      call = call.with("tickers", ticker);
    }
    return caller.read(call, BooksAnswer.class).orderbooks().stream()
        .map(answer -> answer.book.of(answer.ticker))
        .toList();
  }

  @Override
  public Page<Trade> trades(TradeQuery query) {
    TradesAnswer answer = caller.read(Call.of(TRADES).with(query), TradesAnswer.class);
    return new Page<>(answer.trades(), answer.cursor());
  }

  @Override
  public Stream<Trade> allTrades(TradeQuery query) {
    return Pages.all(query, this::trades, Trade::id);
  }

  @Override
  public List<Candlestick> candlesticks(
      SeriesTicker series, MarketTicker ticker, CandlestickQuery query) {
    return caller
        .read(Call.of(CANDLES, series, ticker).with(query), CandlesAnswer.class)
        .candlesticks();
  }

  @Override
  public List<MarketCandlesticks> candlesticks(
      Collection<MarketTicker> tickers, CandlestickQuery query) {
    String all = String.join(",", checked(tickers).stream().map(RestMarkets::alone).toList());
    return caller
        .read(
            Call.of(MANY_CANDLES).with("market_tickers", all).with(query), ManyCandlesAnswer.class)
        .markets();
  }

  /** Returns a ticker that can be one of several joined by commas. */
  private static String alone(MarketTicker ticker) {
    if (ticker.value().indexOf(',') >= 0) {
      throw new IllegalArgumentException("a comma in a ticker: " + ticker);
    }
    return ticker.value();
  }

  private static Collection<MarketTicker> checked(Collection<MarketTicker> tickers) {
    if (tickers.isEmpty() || tickers.size() > MOST_MARKETS) {
      throw new IllegalArgumentException("1 to 100 markets at once: " + tickers.size());
    }
    return tickers;
  }

  record MarketAnswer(Market market) {}

  record MarketsAnswer(List<Market> markets, @Nullable String cursor) {
    Page<Market> learned(Shards shards) {
      markets.forEach(shards::learned);
      return new Page<>(markets, cursor);
    }
  }

  record BookAnswer(@JsonProperty("orderbook_fp") BookBody book) {}

  record BooksAnswer(List<NamedBook> orderbooks) {}

  record NamedBook(MarketTicker ticker, @JsonProperty("orderbook_fp") BookBody book) {}

  record TradesAnswer(List<Trade> trades, @Nullable String cursor) {}

  @JsonIgnoreProperties("ticker")
  record CandlesAnswer(List<Candlestick> candlesticks) {}

  record ManyCandlesAnswer(List<MarketCandlesticks> markets) {}
}
