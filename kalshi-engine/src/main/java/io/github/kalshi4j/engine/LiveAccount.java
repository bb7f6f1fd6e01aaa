package io.github.kalshi4j.engine;

import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.portfolio.MarketPosition;
import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.engine.live.AccountAtStart;
import io.github.kalshi4j.engine.live.Inbox;
import io.github.kalshi4j.engine.live.LiveVenue;
import io.github.kalshi4j.strategy.Position;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The account that a live run trades with, and the engine that keeps it: one on paper, or the
 * exchange's own as it is when the run begins. What that holds is taken over market by market, as
 * the run comes to know them; until then it counts as held elsewhere, at what it cost.
 */
final class LiveAccount implements AutoCloseable {
  private static final int NAMED = 5;

  private final EngineConfig config;
  private final Engine engine;
  private final @Nullable LiveVenue venue;
  private final Map<MarketTicker, MarketPosition> waiting = new LinkedHashMap<>();
  private final Notes notes;

  private LiveAccount(
      EngineConfig config,
      Engine engine,
      @Nullable LiveVenue venue,
      List<MarketPosition> held,
      Notes notes) {
    this.config = config;
    this.engine = engine;
    this.venue = venue;
    this.notes = notes;
    held.forEach(position -> waiting.put(position.market(), position));
    engine.holdElsewhere(costOfWaiting());
  }

  /** Opens an account on paper, with the configuration's cash. */
  static LiveAccount onPaper(StrategySetup setup, EngineConfig config, Notes notes) {
    return new LiveAccount(config, new Engine(setup, config), null, List.of(), notes);
  }

  /**
   * Reads the exchange's account, of which the configuration's cash says nothing.
   *
   * @param names how the names of the run's orders begin
   * @throws io.github.kalshi4j.client.error.KalshiException if it cannot be read
   */
  static LiveAccount atExchange(
      StrategySetup setup,
      EngineConfig config,
      String names,
      KalshiClient client,
      TimeSource time,
      Inbox inbox,
      Notes notes) {
    AccountAtStart before = AccountAtStart.read(client);
    tellOfForeign(before.resting(), notes);
    EngineConfig withItsCash = config.withCash(before.cash());
    var venue = new AtomicReference<@Nullable LiveVenue>();
    var engine =
        new Engine(
            setup,
            withItsCash,
            names,
            (scheduler, answers) -> {
              LiveVenue made = LiveVenue.of(client, scheduler, time, inbox, answers, notes::add);
              venue.set(made);
              return made;
            });
    return new LiveAccount(withItsCash, engine, venue.get(), before.positions(), notes);
  }

  private static void tellOfForeign(List<Order> resting, Notes notes) {
    if (!resting.isEmpty()) {
      notes.add(
          (resting.size() == 1 ? "one order rests" : resting.size() + " orders rest")
              + " in the account that this run did not place; left alone: "
              + String.join(
                  ", ",
                  resting.stream()
                      .limit(NAMED)
                      .map(order -> order.id() + " in " + order.market())
                      .toList())
              + (resting.size() > NAMED ? ", …" : ""));
    }
  }

  /** Subscribes to what the exchange says of the account's orders. */
  void subscribe() {
    if (venue != null) {
      venue.subscribe();
    }
  }

  /** Takes over what was held in a market, if anything was; the engine knows the market now. */
  void adopt(MarketTicker market) {
    MarketPosition held = waiting.remove(market);
    if (held != null) {
      engine.holdElsewhere(costOfWaiting());
      engine.adopt(
          new Position(
              held.market(),
              held.position().side().orElseThrow(),
              held.position().quantity(),
              held.exposure(),
              Money.ZERO));
      notes.add("held at the start: " + held.position().quantity() + " in " + held.market());
    }
  }

  private Money costOfWaiting() {
    return waiting.values().stream().map(MarketPosition::exposure).reduce(Money.ZERO, Money::plus);
  }

  /** Returns what the run began with: cash, and what was held, at what it cost. */
  Money begun() {
    return config.cash().plus(engine.adopted()).plus(costOfWaiting());
  }

  /** Returns how the engine runs, with the cash it began with. */
  EngineConfig config() {
    return config;
  }

  Engine engine() {
    return engine;
  }

  /** Returns whether any order ever went to the exchange. */
  boolean hasSent() {
    return venue != null && venue.hasSent();
  }

  /** Asks the exchange nothing more of its orders. */
  @Override
  public void close() {
    if (venue != null) {
      venue.close();
    }
  }
}
