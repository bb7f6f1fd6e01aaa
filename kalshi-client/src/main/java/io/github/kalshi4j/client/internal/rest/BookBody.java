package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.internal.json.PriceAndCount;
import io.github.kalshi4j.client.market.Level;
import io.github.kalshi4j.client.market.OrderBookSnapshot;
import io.github.kalshi4j.client.value.MarketTicker;
import java.util.Comparator;
import java.util.List;

/**
 * An order book on the wire: bids for both outcomes, the NO ones in NO prices. Best is last there
 * by what is seen and first by what is written, so they are sorted here.
 */
record BookBody(List<PriceAndCount> yesDollars, List<PriceAndCount> noDollars) {
  OrderBookSnapshot of(MarketTicker market) {
    return new OrderBookSnapshot(
        market,
        yesDollars.stream()
            .map(bid -> new Level(bid.price(), bid.quantity()))
            .sorted(Comparator.comparing(Level::price).reversed())
            .toList(),
        noDollars.stream()
            .map(bid -> new Level(bid.price().complement(), bid.quantity()))
            .sorted(Comparator.comparing(Level::price))
            .toList());
  }
}
