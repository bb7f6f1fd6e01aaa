package io.github.kalshi4j.simulator.internal.stream;

import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.IndexId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.simulator.exchange.ExchangeEvent;
import io.github.kalshi4j.simulator.exchange.MarketView;
import io.github.kalshi4j.simulator.ledger.AccountId;
import io.github.kalshi4j.simulator.market.ListedMarket;
import io.github.kalshi4j.simulator.reference.Coin;
import io.github.kalshi4j.simulator.reference.IndexPrice;
import io.github.kalshi4j.simulator.reference.IndexTick;
import io.github.kalshi4j.simulator.reference.SimulatedIndex;
import io.github.kalshi4j.simulator.series.CatalogueMarket;
import io.github.kalshi4j.simulator.world.SimulatedWorld;
import io.github.kalshi4j.simulator.world.WorldListener;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns what happens into what the channels tell of it, in the engine's order: of one match the
 * change of the book, the trade, fills, the order, positions. It must be told everything from the
 * world's beginning. Used while the floor is held.
 *
 * <p>Nothing is ever said of combos and requests for quotes, which are not simulated. For Pyth's
 * values the coins stand, at the prices of their indices, under Pyth's names of them.
 */
final class Newsroom implements WorldListener {
  /** Of which CF Benchmarks tells five times a second. */
  private static final Set<String> FAST = Set.of("BTC", "ETH", "SOL", "XRP", "DOGE");

  private final MessageHandler out;
  private final SimulatedWorld world;
  private final TickerTape tickers;
  private final Map<IndexId, Quoted> quoted = new HashMap<>();
  private final Set<EventTicker> events = new HashSet<>();
  private final Set<MarketTicker> strikesUnknown = new HashSet<>();
  private final Map<EventTicker, FeeSchedule> fees = new HashMap<>();

  /** A coin, and at what price it was last told. */
  private static final class Quoted {
    final String underlying;
    final boolean fast;
    @Nullable BigDecimal last;

    Quoted(Coin coin) {
      underlying = underlying(coin);
      fast = isFast(coin);
    }
  }

  /**
   * Creates a newsroom.
   *
   * @param world is read only, to know more of what is told
   */
  Newsroom(MessageHandler out, SimulatedWorld world) {
    this.out = out;
    this.world = world;
    tickers = new TickerTape(out);
    for (SimulatedIndex index : world.indices()) {
      quoted.put(index.coin().index(), new Quoted(index.coin()));
    }
  }

  private static boolean isFast(Coin coin) {
    return FAST.contains(coin.symbol());
  }

  private static String underlying(Coin coin) {
    return "Crypto." + coin.symbol() + "/USD";
  }

  /** Returns the topics of {@code cfbenchmarks_value}. */
  List<String> indices() {
    return world.indices().stream().map(index -> index.coin().index().value()).toList();
  }

  /** Returns the topics of {@code cfbenchmarks_value_5hz}. */
  List<String> fastIndices() {
    return world.indices().stream()
        .filter(index -> isFast(index.coin()))
        .map(index -> index.coin().index().value())
        .toList();
  }

  /** Returns the topics of {@code pyth_value}. */
  List<String> underlyings() {
    return world.indices().stream().map(index -> underlying(index.coin())).toList();
  }

  /** Returns what {@code ticker} says of a market as it is now; null for an unknown one. */
  @Nullable String ticker(MarketTicker market) {
    return tickers.now(market);
  }

  @Override
  public void onTime(long micros) {
    tickers.passTo(micros);
  }

  @Override
  public void on(ExchangeEvent event) {
    tickers.passTo(event.timeMicros());
    switch (event) {
      case ExchangeEvent.BookChanged change -> book(change);
      case ExchangeEvent.BookEnded ended -> {
        MarketTicker market = ended.market();
        String id = tickers.marketId(market);
        toAll(
            Channel.ORDERBOOK_DELTA,
            "orderbook_snapshot",
            market,
            () -> BookText.empty(market, id));
      }
      case ExchangeEvent.Traded trade -> {
        tickers.on(trade);
        toAll(Channel.TRADE, "trade", trade.market(), () -> TradeText.trade(trade));
      }
      case ExchangeEvent.Filled fill -> {
        tickers.on(fill);
        toMember(
            fill.account(),
            Channel.FILL,
            "fill",
            fill.market().value(),
            () -> TradeText.fill(fill));
      }
      case ExchangeEvent.OrderChanged changed ->
          toMember(
              account(changed.order()),
              Channel.USER_ORDERS,
              "user_order",
              changed.order().market().value(),
              () -> TradeText.userOrder(changed));
      case ExchangeEvent.PositionChanged changed ->
          toMember(
              changed.account(),
              Channel.MARKET_POSITIONS,
              "market_position",
              changed.market().value(),
              () -> TradeText.marketPosition(changed));
      case ExchangeEvent.GroupChanged changed ->
          toMember(
              changed.account(),
              Channel.ORDER_GROUP_UPDATES,
              "order_group_updates",
              null,
              () -> TradeText.orderGroup(changed));
      case ExchangeEvent.MarketChanged changed -> market(changed);
      case ExchangeEvent.PositionSettled settled -> {}
      case ExchangeEvent.AccountOpened opened -> {}
      case ExchangeEvent.CashMoved moved -> {}
      case ExchangeEvent.ShardChanged changed -> {}
    }
  }

  private void toAll(Channel channel, String type, MarketTicker market, Supplier<String> body) {
    out.on(News.toAll(channel, type, market.value(), body));
  }

  private void toMember(
      AccountId account,
      Channel channel,
      String type,
      @Nullable String topic,
      Supplier<String> body) {
    out.on(News.toMember(account, channel, type, topic, body));
  }

  private static AccountId account(Order order) {
    return new AccountId(
        order.user(),
        Objects.requireNonNull(order.subaccount()),
        Objects.requireNonNull(order.exchangeIndex()));
  }

  private void book(ExchangeEvent.BookChanged change) {
    tickers.on(change);
    String id = tickers.marketId(change.market());
    out.on(
        News.toAllAndOwner(
            change.account(),
            Channel.ORDERBOOK_DELTA,
            "orderbook_delta",
            change.market().value(),
            change.side() == BookSide.ASK,
            (useYesPrice, owner) -> BookText.delta(change, id, useYesPrice, owner)));
  }

  private void market(ExchangeEvent.MarketChanged change) {
    switch (change.step()) {
      case CREATED -> created(change);
      case FEES_UPDATED -> feesChanged(change);
      case SETTLED -> {
        tickers.settled(change.market(), change.timeMicros());
        changed(change);
      }
      case ACTIVATED, DEACTIVATED, CLOSE_DATE_UPDATED, PRICE_LEVEL_STRUCTURE_UPDATED, DETERMINED ->
          changed(change);
      case OPENED, CLOSED, SETTLEMENT_FLOOR_RAISED, DISPUTED -> {}
    }
  }

  private void lifecycle(String type, Supplier<String> body) {
    out.on(News.toAll(Channel.MARKET_LIFECYCLE_V2, type, null, body));
  }

  private void changed(ExchangeEvent.MarketChanged change) {
    CatalogueMarket known = world.catalogue().find(change.market()).orElse(null);
    lifecycle("market_lifecycle_v2", () -> LifecycleText.changed(change, known));
  }

  private void created(ExchangeEvent.MarketChanged change) {
    MarketTicker ticker = change.market();
    ListedMarket listed = view(ticker).listed();
    CatalogueMarket known = world.catalogue().find(ticker).orElse(null);
    tickers.listed(ticker, change.timeMicros());
    if (known != null && known.strike() == null) {
      strikesUnknown.add(ticker);
    }
    if (events.add(listed.event())) {
      lifecycle("event_lifecycle", () -> LifecycleText.event(listed, known));
    }
    lifecycle("market_lifecycle_v2", () -> LifecycleText.created(change, listed, known));
  }

  private MarketView view(MarketTicker ticker) {
    return world.engine().market(ticker).orElseThrow();
  }

  /** Fees change by market here, by event there: what is known already is not told again. */
  private void feesChanged(ExchangeEvent.MarketChanged change) {
    MarketView market = view(change.market());
    EventTicker event = market.listed().event();
    FeeSchedule now = market.schedule(); // what a waiver takes off is no change of fees
    FeeSchedule override = now.equals(market.listed().fees()) ? null : now;
    FeeSchedule before = override == null ? fees.remove(event) : fees.put(event, override);
    if (override == null ? before != null : !override.equals(before)) {
      lifecycle("event_fee_update", () -> LifecycleText.fees(event, override));
    }
  }

  @Override
  public void onMarket(CatalogueMarket market) {
    if (market.strike() != null && strikesUnknown.remove(market.listed().market())) {
      lifecycle("market_lifecycle_v2", () -> LifecycleText.strikeKnown(market));
    }
  }

  @Override
  public void onPrice(IndexPrice price) {
    tickers.passTo(price.timeMicros());
    Quoted coin = quoted.get(price.index());
    if (coin == null) {
      throw new IllegalStateException("no index " + price.index());
    }
    if (coin.fast) {
      out.on(
          News.toAll(
              Channel.CFBENCHMARKS_VALUE_5HZ,
              "cfbenchmarks_value_5hz",
              price.index().value(),
              () -> IndexText.fastValue(price)));
    }
    if (!price.value().equals(coin.last)) {
      coin.last = price.value();
      out.on(
          News.toAll(
              Channel.PYTH_VALUE,
              "pyth_value",
              coin.underlying,
              () -> IndexText.pythValue(coin.underlying, price)));
    }
  }

  @Override
  public void onIndex(IndexTick tick) {
    out.on(
        News.toAll(
            Channel.CFBENCHMARKS_VALUE,
            "cfbenchmarks_value",
            tick.index().value(),
            () -> IndexText.value(tick)));
  }
}
