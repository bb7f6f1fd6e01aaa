package io.github.kalshi4j.cli;

import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.OrderBook;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.strategy.Intent;
import io.github.kalshi4j.strategy.MarketView;
import io.github.kalshi4j.strategy.Parameter;
import io.github.kalshi4j.strategy.Signal;
import io.github.kalshi4j.strategy.Strategy;
import io.github.kalshi4j.strategy.StrategyProvider;
import java.util.List;

/** A strategy that bids one contract at the best bid and lets it rest. */
public final class RestingProvider implements StrategyProvider<RestingProvider.Config> {
  /** How much it bids. */
  public record Config(@Parameter("contracts a bid") Quantity quantity) {}

  @Override
  public String name() {
    return "resting";
  }

  @Override
  public String description() {
    return "Bids at the best bid.";
  }

  @Override
  public Config defaults() {
    return new Config(Quantity.ofContracts(1));
  }

  @Override
  public Strategy create(Config config, MarketFacts market) {
    return new Strategy() {
      @Override
      public List<Intent> onOrderBook(OrderBook book, MarketView view) {
        Price bid = book.bestBid().orElse(null);
        if (bid == null || !view.openOrders().isEmpty() || !view.position().isFlat()) {
          return List.of();
        }
        Signal signal = new Signal("rest", OutcomeSide.YES, 1, List.of());
        return List.of(new Intent.Quote(market.ticker(), bid, null, config.quantity(), signal));
      }
    };
  }
}
