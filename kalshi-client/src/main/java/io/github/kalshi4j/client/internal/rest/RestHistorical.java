package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.call.Page;
import io.github.kalshi4j.client.error.KalshiNotFoundException;
import io.github.kalshi4j.client.historical.ArchivedFillQuery;
import io.github.kalshi4j.client.historical.ArchivedMarketQuery;
import io.github.kalshi4j.client.historical.ArchivedOrderQuery;
import io.github.kalshi4j.client.historical.ArchivedPositionQuery;
import io.github.kalshi4j.client.historical.ArchivedTradeQuery;
import io.github.kalshi4j.client.historical.HistoricalApi;
import io.github.kalshi4j.client.historical.HistoricalCutoff;
import io.github.kalshi4j.client.internal.http.Call;
import io.github.kalshi4j.client.internal.http.Caller;
import io.github.kalshi4j.client.internal.http.Operation;
import io.github.kalshi4j.client.market.Candlestick;
import io.github.kalshi4j.client.market.CandlestickQuery;
import io.github.kalshi4j.client.market.Market;
import io.github.kalshi4j.client.market.Trade;
import io.github.kalshi4j.client.market.TradeQuery;
import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.order.OrderQuery;
import io.github.kalshi4j.client.portfolio.Fill;
import io.github.kalshi4j.client.portfolio.FillQuery;
import io.github.kalshi4j.client.portfolio.MarketPosition;
import io.github.kalshi4j.client.portfolio.Positions;
import io.github.kalshi4j.client.value.MarketTicker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The archive of what has left the live window, over REST. Orders and fills tell the shards of
 * markets that may still trade; archived markets and positions are settled, and would only push
 * those out.
 */
public final class RestHistorical implements HistoricalApi {
  private static final Operation CUTOFF = Operation.open("GET /historical/cutoff");
  private static final Operation FILLS = Operation.signed("GET /historical/fills");
  private static final Operation MARKETS = Operation.open("GET /historical/markets");
  private static final Operation MARKET = Operation.open("GET /historical/markets/{ticker}");
  private static final Operation CANDLES =
      Operation.open("GET /historical/markets/{ticker}/candlesticks");
  private static final Operation ORDERS = Operation.signed("GET /historical/orders");
  private static final Operation POSITIONS = Operation.signed("GET /historical/positions");
  private static final Operation TRADES = Operation.open("GET /historical/trades");
  private static final String LATEST_BEFORE_START = "include_latest_before_start";

  private final Caller caller;
  private final Shards shards;
  private final RestMarkets liveMarkets;
  private final RestOrders liveOrders;
  private final RestPortfolio livePortfolio;

  public RestHistorical(Caller caller, Shards shards) {
    this.caller = caller;
    this.shards = shards;
    liveMarkets = new RestMarkets(caller, shards);
    liveOrders = new RestOrders(caller, shards);
    livePortfolio = new RestPortfolio(caller, shards);
  }

  @Override
  public HistoricalCutoff cutoff() {
    return caller.read(Call.of(CUTOFF), HistoricalCutoff.class);
  }

  @Override
  public Page<Fill> fills(ArchivedFillQuery query) {
    return fills(Call.of(FILLS).with(query));
  }

  @Override
  public Stream<Fill> allFills(ArchivedFillQuery query) {
    return Pages.all(query, this::fills, RestPortfolio::identity);
  }

  @Override
  public Page<Market> markets(ArchivedMarketQuery query) {
    RestMarkets.MarketsAnswer answer =
        caller.read(Call.of(MARKETS).with(query), RestMarkets.MarketsAnswer.class);
    return new Page<>(answer.markets(), answer.cursor());
  }

  @Override
  public Stream<Market> allMarkets(ArchivedMarketQuery query) {
    return Pages.all(query, this::markets, Market::ticker);
  }

  @Override
  public Market market(MarketTicker ticker) {
    return caller.read(Call.of(MARKET, ticker), RestMarkets.MarketAnswer.class).market();
  }

  @Override
  public List<Candlestick> candlesticks(MarketTicker ticker, CandlestickQuery query) {
    if (query.parameters().stream().anyMatch(p -> p.name().equals(LATEST_BEFORE_START))) {
      throw new IllegalArgumentException("the archive does not take " + LATEST_BEFORE_START);
    }
    return caller
        .read(Call.of(CANDLES, ticker).with(query), RestMarkets.CandlesAnswer.class)
        .candlesticks();
  }

  @Override
  public Page<Order> orders(ArchivedOrderQuery query) {
    RestOrders.OrdersAnswer answer =
        caller.read(Call.of(ORDERS).with(query), RestOrders.OrdersAnswer.class);
    answer.orders().forEach(order -> shards.learn(order.market(), order.exchangeIndex()));
    return new Page<>(answer.orders(), answer.cursor());
  }

  @Override
  public Stream<Order> allOrders(ArchivedOrderQuery query) {
    return Pages.all(query, this::orders, Order::id);
  }

  @Override
  public Positions positions(ArchivedPositionQuery query) {
    return caller.read(Call.of(POSITIONS).with(query), Positions.class);
  }

  @Override
  public Stream<MarketPosition> allPositions(ArchivedPositionQuery query) {
    return Pages.all(query, q -> RestPortfolio.marketsOf(positions(q)), MarketPosition::market);
  }

  @Override
  public Page<Trade> trades(ArchivedTradeQuery query) {
    RestMarkets.TradesAnswer answer =
        caller.read(Call.of(TRADES).with(query), RestMarkets.TradesAnswer.class);
    return new Page<>(answer.trades(), answer.cursor());
  }

  @Override
  public Stream<Trade> allTrades(ArchivedTradeQuery query) {
    return Pages.all(query, this::trades, Trade::id);
  }

  @Override
  public Stream<Trade> everyTrade(MarketTicker market, Instant from, Instant to) {
    requireOrder(from, to);
    return BothTiers.of(
        () -> allArchived(to),
        liveMarkets.allTrades(TradeQuery.ALL.withMarket(market).from(from).to(to)),
        allTrades(ArchivedTradeQuery.ALL.withMarket(market).from(from).to(to)),
        Trade::id);
  }

  @Override
  public Stream<Fill> everyFill(MarketTicker market, Instant from, Instant to) {
    requireOrder(from, to);
    return everyFill(
        to,
        FillQuery.ALL.withMarket(market).from(from).to(to),
        ArchivedFillQuery.ALL.withMarket(market).from(from).to(to));
  }

  @Override
  public Stream<Fill> everyFill(Instant from, Instant to) {
    requireOrder(from, to);
    return everyFill(to, FillQuery.ALL.from(from).to(to), ArchivedFillQuery.ALL.from(from).to(to));
  }

  private Stream<Fill> everyFill(Instant to, FillQuery live, ArchivedFillQuery archived) {
    return BothTiers.of(
        () -> allArchived(to),
        livePortfolio.allFills(live),
        allFills(archived),
        RestPortfolio::identity);
  }

  @Override
  public Stream<Order> everyOrder(MarketTicker market, Instant from, Instant to) {
    requireOrder(from, to);
    return everyOrder(
        OrderQuery.ALL.withMarket(market).from(from).to(to),
        ArchivedOrderQuery.ALL.withMarket(market).from(from).to(to));
  }

  @Override
  public Stream<Order> everyOrder(Instant from, Instant to) {
    requireOrder(from, to);
    return everyOrder(OrderQuery.ALL.from(from).to(to), ArchivedOrderQuery.ALL.from(from).to(to));
  }

  /** An old order may rest, and so be live whatever the cutoff; both tiers are always read. */
  private Stream<Order> everyOrder(OrderQuery live, ArchivedOrderQuery archived) {
    return BothTiers.of(() -> false, liveOrders.all(live), allOrders(archived), Order::id);
  }

  @Override
  public Optional<Market> findMarket(MarketTicker ticker) {
    return found(() -> liveMarkets.get(ticker)).or(() -> found(() -> market(ticker)));
  }

  private static Optional<Market> found(Supplier<Market> lookup) {
    try {
      return Optional.of(lookup.get());
    } catch (KalshiNotFoundException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns whether trades up to a time, which is asked for in whole seconds, are archived without
   * exception. Since the cutoff only advances, they are then never live again.
   */
  private boolean allArchived(Instant to) {
    return to.isBefore(cutoff().trades().minus(Duration.ofSeconds(1)));
  }

  private Page<Fill> fills(Call call) {
    FillsAnswer answer = caller.read(call, FillsAnswer.class);
    answer.fills().forEach(fill -> shards.learn(fill.market(), fill.exchangeIndex()));
    return new Page<>(answer.fills(), answer.cursor());
  }

  private static void requireOrder(Instant from, Instant to) {
    if (from.isAfter(to)) {
      throw new IllegalArgumentException("from " + from + " to " + to);
    }
  }

  record FillsAnswer(List<Fill> fills, @Nullable String cursor) {}
}
