package io.github.kalshi4j.engine;

import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.OrderBook;
import io.github.kalshi4j.client.order.TimeInForce;
import io.github.kalshi4j.client.stream.PublicTrade;
import io.github.kalshi4j.client.stream.Ticker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.strategy.Fill;
import io.github.kalshi4j.strategy.Intent;
import io.github.kalshi4j.strategy.MarketPhase;
import io.github.kalshi4j.strategy.MarketView;
import io.github.kalshi4j.strategy.ReferencePrice;
import io.github.kalshi4j.strategy.Signal;
import io.github.kalshi4j.strategy.Strategy;
import io.github.kalshi4j.strategy.candle.Candle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes down every callback, and wants what a test tells it to want at the first book at or after
 * a time. Times are milliseconds from the first callback.
 */
final class ScriptedStrategy implements Strategy {
  private final List<String> calls;
  private final Map<Long, List<Intent>> wishes = new LinkedHashMap<>();
  private long firstNanos = -1;

  ScriptedStrategy(List<String> calls) {
    this.calls = calls;
  }

  ScriptedStrategy at(long millis, Intent... intents) {
    wishes.put(millis, List.of(intents));
    return this;
  }

  static Intent.Enter buy(MarketTicker market, OutcomeSide side, String limit, String quantity) {
    return Intent.Enter.immediateOrCancel(
            market, side, Price.of(limit), new Signal("test", side, 1, List.of()))
        .withQuantity(Quantity.of(quantity));
  }

  static Intent.Enter rest(MarketTicker market, OutcomeSide side, String limit, String quantity) {
    Intent.Enter buy = buy(market, side, limit, quantity);
    return new Intent.Enter(
        market,
        side,
        buy.limit(),
        buy.quantity(),
        TimeInForce.GOOD_TILL_CANCELED,
        true,
        buy.signal(),
        false);
  }

  @Override
  public List<Intent> onOrderBook(OrderBook book, MarketView view) {
    note(
        view,
        "book "
            + book.bestBid().map(Price::toString).orElse("-")
            + " "
            + book.bestAsk().map(Price::toString).orElse("-"));
    List<Intent> due = new ArrayList<>();
    long now = millis(view);
    wishes.entrySet().removeIf(wish -> wish.getKey() <= now && due.addAll(wish.getValue()));
    return due;
  }

  @Override
  public List<Intent> onCandle(Candle candle, MarketView view) {
    Candle.Prices prices = candle.prices();
    note(view, "candle " + candle.start() + " " + (prices == null ? "empty" : prices.close()));
    return List.of();
  }

  @Override
  public List<Intent> onTrade(PublicTrade trade, MarketView view) {
    note(view, "trade " + trade.price() + " " + trade.quantity());
    return List.of();
  }

  @Override
  public List<Intent> onTicker(Ticker ticker, MarketView view) {
    note(view, "ticker " + ticker.volume());
    return List.of();
  }

  @Override
  public List<Intent> onReference(ReferencePrice price, MarketView view) {
    note(view, "reference " + price.symbol() + " " + price.price());
    return List.of();
  }

  @Override
  public List<Intent> onFill(Fill fill, MarketView view) {
    note(view, describe(fill, view));
    return List.of();
  }

  /** Says what was filled, and what is held then. */
  static String describe(Fill fill, MarketView view) {
    return "fill "
        + fill.outcome()
        + " "
        + fill.quantity()
        + " at "
        + fill.price()
        + ", held "
        + view.position().quantity();
  }

  @Override
  public List<Intent> onTimer(MarketView view) {
    note(view, "timer");
    return List.of();
  }

  @Override
  public List<Intent> onRoll(MarketFacts previous, MarketView view) {
    note(view, "roll from " + previous.ticker() + " to " + view.market().ticker());
    return List.of();
  }

  @Override
  public List<Intent> onMarketPhase(MarketPhase phase, MarketView view) {
    note(view, "phase " + phase);
    return List.of();
  }

  private void note(MarketView view, String call) {
    calls.add(millis(view) + " " + call);
  }

  private long millis(MarketView view) {
    long nanos = Duration.between(view.market().openTime(), view.now()).toNanos();
    if (firstNanos < 0) {
      firstNanos = nanos;
    }
    return (nanos - firstNanos) / 1_000_000;
  }
}
