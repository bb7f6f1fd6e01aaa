package io.github.kalshi4j.strategy.testing;

import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.OrderBook;
import io.github.kalshi4j.client.stream.Ticker;
import io.github.kalshi4j.strategy.MarketPhase;
import io.github.kalshi4j.strategy.MarketView;
import io.github.kalshi4j.strategy.OpenOrder;
import io.github.kalshi4j.strategy.Position;
import io.github.kalshi4j.strategy.ReferencePrice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The view of one callback. Refuses to answer after it, so that a strategy cannot keep it. */
final class TesterView implements MarketView {
  private final Instant now;
  private final MarketFacts market;
  private final MarketPhase phase;
  private final OrderBook book;
  private final @Nullable Ticker ticker;
  private final Position position;
  private final List<OpenOrder> openOrders;
  private final Map<String, ReferencePrice> references;
  private boolean over;

  TesterView(
      Instant now,
      MarketFacts market,
      MarketPhase phase,
      OrderBook book,
      @Nullable Ticker ticker,
      Position position,
      List<OpenOrder> openOrders,
      Map<String, ReferencePrice> references) {
    this.now = now;
    this.market = market;
    this.phase = phase;
    this.book = book;
    this.ticker = ticker;
    this.position = position;
    this.openOrders = openOrders;
    this.references = references;
  }

  void end() {
    over = true;
  }

  @Override
  public Instant now() {
    check();
    return now;
  }

  @Override
  public MarketFacts market() {
    check();
    return market;
  }

  @Override
  public MarketPhase phase() {
    check();
    return phase;
  }

  @Override
  public OrderBook book() {
    check();
    return book;
  }

  @Override
  public Optional<Ticker> ticker() {
    check();
    return Optional.ofNullable(ticker);
  }

  @Override
  public Position position() {
    check();
    return position;
  }

  @Override
  public List<OpenOrder> openOrders() {
    check();
    return openOrders;
  }

  @Override
  public Optional<ReferencePrice> reference(String symbol) {
    check();
    return Optional.ofNullable(references.get(symbol));
  }

  @Override
  public Duration timeToClose() {
    check();
    return now.isBefore(market.closeTime())
        ? Duration.between(now, market.closeTime())
        : Duration.ZERO;
  }

  private void check() {
    if (over) {
      throw new IllegalStateException(
          "the view of " + now + " was used after the callback that it was given to");
    }
  }
}
