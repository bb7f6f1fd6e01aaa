package io.github.kalshi4j.strategy.testing;

import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.OrderBook;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.strategy.Figure;
import io.github.kalshi4j.strategy.Fill;
import io.github.kalshi4j.strategy.Intent;
import io.github.kalshi4j.strategy.MarketView;
import io.github.kalshi4j.strategy.Parameter;
import io.github.kalshi4j.strategy.Signal;
import io.github.kalshi4j.strategy.Strategy;
import io.github.kalshi4j.strategy.StrategyProvider;
import java.util.List;

/** Buys YES at the ask while the spread is narrow; leaves when the bid falls below its cost. */
public final class SpreadBot implements StrategyProvider<SpreadBot.Config> {
  /** What it may be told. */
  public record Config(@Parameter("Widest spread to enter at") Price maxSpread) {}

  @Override
  public String name() {
    return "spread-bot";
  }

  @Override
  public String description() {
    return "Buys YES while the spread is narrow.";
  }

  @Override
  public Config defaults() {
    return new Config(Price.of("0.02"));
  }

  @Override
  public Strategy create(Config configuration, MarketFacts market) {
    return new Bot(configuration.maxSpread());
  }

  private record Bot(Price maxSpread) implements Strategy {
    @Override
    public List<Intent> onOrderBook(OrderBook book, MarketView view) {
      if (book.bestBid().isEmpty() || book.bestAsk().isEmpty()) {
        return List.of();
      }
      Price bid = book.bestBid().get();
      Price ask = book.bestAsk().get();
      if (view.position().isOn(OutcomeSide.YES)) {
        boolean below = view.position().cost().isAbove(bid.times(view.position().quantity()));
        return below ? List.of(Intent.Exit.of(book.market(), "loss")) : List.of();
      }
      long spread = ask.centicents() - bid.centicents();
      if (spread > maxSpread.centicents()) {
        return List.of();
      }
      Signal signal = Signal.of("narrow", OutcomeSide.YES, 1, Figure.of("spread", spread));
      return List.of(Intent.Enter.immediateOrCancel(book.market(), OutcomeSide.YES, ask, signal));
    }

    @Override
    public List<Intent> onFill(Fill fill, MarketView view) {
      return view.position().isFlat() ? List.of(Intent.Cancel.all(fill.market())) : List.of();
    }
  }
}
