package io.github.kalshi4j.engine;

import static io.github.kalshi4j.engine.LiveExchange.FIRST;
import static io.github.kalshi4j.engine.LiveExchange.SERIES;
import static io.github.kalshi4j.engine.LiveExchange.received;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.market.Level;
import io.github.kalshi4j.client.market.Market;
import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.OrderBook;
import io.github.kalshi4j.client.stream.FrameTap;
import io.github.kalshi4j.client.testing.FakeSocket;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.engine.clock.EpochNanos;
import io.github.kalshi4j.engine.report.RunReport;
import io.github.kalshi4j.strategy.Intent;
import io.github.kalshi4j.strategy.MarketView;
import io.github.kalshi4j.strategy.Strategy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What a live run on paper decides is what a replay of the same frames decides. */
final class LiveRunLaws {
  private static final int CHANNELS = 4;
  private static final int STEPS = 60;
  private static final int LAST_ENTRY = 15;
  private static final List<String> PRICES =
      List.of("0.3800", "0.3900", "0.4000", "0.4200", "0.4300", "0.4400");

  private record Heard(long nanos, String frame) {}

  /** Buys a contract while it holds none, and leaves at the next but one book. */
  private static final class InAndOut implements Strategy {
    private int books;

    @Override
    public List<Intent> onOrderBook(OrderBook book, MarketView view) {
      books++;
      if (!view.openOrders().isEmpty()) {
        return List.of();
      }
      if (!view.position().isFlat()) {
        return List.of(new Intent.Exit(FIRST, "out", null));
      }
      return book.bestAsk().isPresent() && books % 3 == 0 && books < LAST_ENTRY
          ? List.of(
              ScriptedStrategy.buy(FIRST, OutcomeSide.YES, book.bestAsk().get().toString(), "1.00"))
          : List.of();
    }
  }

  @Property(tries = 8)
  void aReplayOfItsFramesDecidesAlike(@ForAll long seed) throws Exception {
    List<Heard> heard = new ArrayList<>();
    RunReport live;
    MarketFacts facts;
    try (LiveBench bench = new LiveBench(new LiveExchange()).strategy(new InAndOut())) {
      LiveExchange exchange = bench.exchange;
      exchange.book(FIRST, "0.4000", "0.4200");
      FrameTap tap =
          exchange.client.stream()
              .tap((nanos, buffer, offset, length) ->
                  heard.add(
                      new Heard(
                          nanos, new String(buffer, offset, length, StandardCharsets.UTF_8))));
      Market market = exchange.client.markets().get(FIRST);
      facts = market.facts(SERIES, exchange.client.series().get(SERIES).fees());
      bench.start(
          LiveRun.Config.of("fake", Set.of(SERIES), Set.of()).onPaper(Money.ofDollars(10_000)));
      FakeSocket socket = exchange.subscribed(CHANNELS);
      received(socket);
      Random random = new Random(seed);
      for (int i = 0; i < STEPS; i++) {
        exchange.time.advance(Duration.ofMillis(random.nextInt(40)));
        change(exchange, random);
        received(socket);
      }
      exchange.time.advance(Duration.ofSeconds(1));
      exchange.book(FIRST, "0.4000", "0.4200"); // what is still held can be left here
      received(socket);
      exchange.time.advance(Duration.ofSeconds(1));
      exchange.feed.ticker(FIRST); // a replay ends with its last frame
      received(socket);
      bench.awaitStatus(); // so it has come to everything before
      tap.close();
      live = bench.end();
    }

    assertThat(live.held()).isEmpty();
    assertThat(live.figures().trades()).isNotEmpty();
    ScriptedRecording recording =
        ScriptedRecording.of(
                facts,
                Duration.between(facts.openTime(), EpochNanos.toInstant(heard.getFirst().nanos())))
            .withYesPrices()
            .empty();
    for (Heard each : heard) {
      recording.receivedAt(each.nanos()).frame(each.frame());
    }
    assertThat(new EngineRun().strategy(new InAndOut()).on(recording).decisionHash())
        .isEqualTo(live.figures().decisionHash());
  }

  private static void change(LiveExchange exchange, Random random) {
    BookSide side = random.nextBoolean() ? BookSide.BID : BookSide.ASK;
    Price price = Price.of(PRICES.get((side == BookSide.BID ? 0 : 3) + random.nextInt(3)));
    long there =
        exchange.feed.levels(FIRST, side).stream()
            .filter(level -> level.price().equals(price))
            .map(Level::quantity)
            .mapToLong(Quantity::hundredths)
            .sum();
    switch (random.nextInt(4)) {
      case 0 -> exchange.feed.trade(FIRST, price, Quantity.ofContracts(1), side.opposite());
      case 1 -> exchange.feed.ticker(FIRST);
      default -> exchange.feed.delta(FIRST, side, price, there > 0 ? -there / 2 - 1 : 5_000);
    }
  }
}
