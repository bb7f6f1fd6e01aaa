package io.github.kalshi4j.client.internal.rest;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.github.kalshi4j.client.market.Level;
import io.github.kalshi4j.client.market.OrderBookSnapshot;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.util.Comparator;
import java.util.List;

/**
 * An order book on the wire: bids for both outcomes, the NO ones in NO prices. Best is last there
 * by what is seen and first by what is written, so they are sorted here.
 */
record BookBody(List<Pair> yesDollars, List<Pair> noDollars) {
  OrderBookSnapshot of(MarketTicker market) {
    return new OrderBookSnapshot(
        market,
        yesDollars.stream()
            .map(pair -> new Level(pair.price, pair.quantity))
            .sorted(Comparator.comparing(Level::price).reversed())
            .toList(),
        noDollars.stream()
            .map(pair -> new Level(pair.price.complement(), pair.quantity))
            .sorted(Comparator.comparing(Level::price))
            .toList());
  }

  /** {@code ["0.4200","13.00"]}: a price and the contracts resting there. */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  record Pair(Price price, Quantity quantity) {}
}
