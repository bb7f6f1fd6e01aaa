package io.github.kalshi4j.simulator.internal.stream;

import io.github.kalshi4j.client.market.Level;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.NetPosition;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.simulator.exchange.ExchangeEvent;
import io.github.kalshi4j.simulator.exchange.SimulatedEngine;
import java.util.List;

/**
 * What {@code orderbook_delta} says. Asks are shown as bids on NO, at their own price or, to those
 * who want it, at the YES price.
 */
final class BookText {
  private BookText() {}

  /**
   * Returns a book as it is now, each side by rising price; a side on which nothing rests, and
   * every side of an unknown market, is left out.
   */
  static String snapshot(SimulatedEngine engine, MarketTicker market, boolean useYesPrice) {
    List<Level> bids = engine.levels(market, BookSide.BID).reversed();
    List<Level> asks = engine.levels(market, BookSide.ASK);
    ObjectText text = named(market, MarketIds.of(market));
    if (!asks.isEmpty()) {
      text.putJson("no_dollars_fp", levels(useYesPrice ? asks : asks.reversed(), !useYesPrice));
    }
    if (!bids.isEmpty()) {
      text.putJson("yes_dollars_fp", levels(bids, false));
    }
    return text.toString();
  }

  /** Returns a book on which nothing rests. */
  static String empty(MarketTicker market, String marketId) {
    return named(market, marketId).toString();
  }

  private static ObjectText named(MarketTicker market, String marketId) {
    return new ObjectText().put("market_id", marketId).put("market_ticker", market.value());
  }

  private static CharSequence levels(List<Level> rising, boolean complement) {
    StringBuilder text = new StringBuilder(24 * rising.size()).append('[');
    for (Level level : rising) {
      if (text.length() > 1) {
        text.append(',');
      }
      text.append("[\"")
          .append(complement ? level.price().complement() : level.price())
          .append("\",\"")
          .append(level.quantity())
          .append("\"]");
    }
    return text.append(']');
  }

  /** Returns one change of a level; its owner is told by which order it came. */
  static String delta(
      ExchangeEvent.BookChanged change, String marketId, boolean useYesPrice, boolean owner) {
    OutcomeSide outcome = change.side().outcome();
    Price price = useYesPrice ? change.price() : outcome.toYes(change.price());
    ObjectText text = new ObjectText();
    ClientOrderId name = change.clientOrderId();
    if (owner && name != null) {
      text.put("client_order_id", name.value());
    }
    text.put("delta_fp", new NetPosition(change.hundredths()).toString())
        .put("market_id", marketId)
        .put("market_ticker", change.market().value())
        .put("price_dollars", price.toString())
        .put("side", outcome.wire());
    if (owner) {
      text.put("subaccount", change.account().subaccount());
    }
    return text.put("ts", Times.rfc3339(change.timeMicros()))
        .put("ts_ms", Times.millis(change.timeMicros()))
        .toString();
  }
}
