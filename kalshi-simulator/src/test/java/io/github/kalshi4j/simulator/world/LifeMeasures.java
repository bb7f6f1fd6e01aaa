package io.github.kalshi4j.simulator.world;

import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.simulator.exchange.ExchangeEvent;
import io.github.kalshi4j.simulator.life.PublicBook;
import io.github.kalshi4j.simulator.reference.Coin;
import io.github.kalshi4j.simulator.reference.IndexTick;
import io.github.kalshi4j.simulator.series.CatalogueMarket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures the fifteen-minute markets of one coin as the recordings were measured: book changes and
 * trades a second; each second in which the middle is between $0.10 and $0.90 the spread, the best
 * bid's contracts, the bids within five cents of it, all bids and their levels; the sizes of
 * changes and trades. Run {@link #main} to see them.
 */
final class LifeMeasures implements WorldListener {
  private final Map<MarketTicker, PublicBook> books = new HashMap<>();
  private final List<Double> spreads = new ArrayList<>();
  private final List<Double> best = new ArrayList<>();
  private final List<Double> close = new ArrayList<>();
  private final List<Double> all = new ArrayList<>();
  private final List<Double> levels = new ArrayList<>();
  private final List<Double> added = new ArrayList<>();
  private final List<Double> trades = new ArrayList<>();
  private final String prefix;
  private long changes;
  private final Map<String, Integer> outcomes = new HashMap<>();

  private LifeMeasures(Coin coin) {
    prefix = "KX" + coin.symbol() + "15M";
  }

  /** Prints the measures of Bitcoin and Ether over some hours of a seed. */
  public static void main(String[] arguments) {
    int hours = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
    Instant start = Instant.parse("2026-05-11T05:30:00Z");
    for (Coin coin : List.of(Coin.BTC, Coin.ETH)) {
      LifeMeasures measures = new LifeMeasures(coin);
      SimulatedWorld world =
          new SimulatedWorld(
              WorldConfig.startingAt(start).withCoins(List.of(coin)), seed, measures);
      world.advanceTo(start.plus(Duration.ofHours(hours)));
      measures.print(Duration.ofHours(hours).toSeconds());
    }
  }

  @Override
  public void on(ExchangeEvent event) {
    switch (event) {
      case ExchangeEvent.BookChanged change when change.market().value().startsWith(prefix) -> {
        changes++;
        if (change.hundredths() > 0) {
          added.add(change.hundredths() / 100.0);
        }
        books.computeIfAbsent(change.market(), ticker -> new PublicBook()).apply(change);
      }
      case ExchangeEvent.Traded trade -> trades.add(trade.quantity().hundredths() / 100.0);
      case ExchangeEvent.MarketChanged market when market.outcome() != null ->
          outcomes.merge(market.step() + " " + market.outcome(), 1, Integer::sum);
      default -> {}
    }
  }

  @Override
  public void onMarket(CatalogueMarket market) {}

  @Override
  public void onIndex(IndexTick tick) {
    for (PublicBook book : books.values()) {
      int bid = book.bestBid();
      int ask = book.bestAsk();
      if (bid == 0 || ask == 10_000 || bid + ask < 2_000 || bid + ask > 18_000) {
        continue;
      }
      spreads.add((ask - bid) / 100.0);
      best.add(contracts(book, bid));
      double near = 0;
      double sum = 0;
      double count = 0;
      for (int price = 1; price <= bid; price++) {
        double contracts = contracts(book, price);
        near += price >= bid - 500 ? contracts : 0;
        sum += contracts;
        count += contracts > 0 ? 1 : 0;
      }
      close.add(near);
      all.add(sum);
      levels.add(count);
    }
  }

  private static double contracts(PublicBook book, int price) {
    return book.hundredthsAt(BookSide.BID, price) / 100.0;
  }

  private void print(double seconds) {
    System.out.printf(
        Locale.ROOT,
        "%s: %.1f changes/s (%.1f%% add), %.2f trades/s, %s%n",
        prefix,
        changes / seconds,
        100.0 * added.size() / changes,
        trades.size() / seconds,
        outcomes);
    show("spread, cents", spreads);
    show("best bid", best);
    show("bids within 5 cents", close);
    show("all bids", all);
    show("bid levels", levels);
    show("added", added);
    show("traded", trades);
  }

  private static void show(String name, List<Double> values) {
    Collections.sort(values);
    System.out.printf(Locale.ROOT, "  %-20s mean %10.2f ", name, mean(values));
    for (int percent : new int[] {10, 25, 50, 75, 90, 99}) {
      System.out.printf(
          Locale.ROOT, " p%d %.2f", percent, values.get(values.size() * percent / 100));
    }
    System.out.println();
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }
}
