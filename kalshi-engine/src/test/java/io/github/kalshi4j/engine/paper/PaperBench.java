package io.github.kalshi4j.engine.paper;

import io.github.kalshi4j.client.fee.BalancePrecision;
import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.market.LocalOrderBook;
import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.stream.BookDelta;
import io.github.kalshi4j.client.stream.PublicTrade;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.SeriesTicker;
import io.github.kalshi4j.client.value.TradeId;
import io.github.kalshi4j.engine.clock.EpochNanos;
import io.github.kalshi4j.engine.clock.Scheduler;
import io.github.kalshi4j.engine.desk.VenueEvent;
import io.github.kalshi4j.engine.desk.VenueEvent.Filled;
import io.github.kalshi4j.engine.desk.VenueEvent.OrderEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A paper venue with one market and an observed book, driven as the engine drives it. Times are
 * milliseconds since the start; quantities are whole contracts.
 */
final class PaperBench {
  static final MarketTicker MARKET = MarketTicker.of("KXTEST-1");
  static final Instant START = Instant.parse("2026-07-04T12:00:00Z");
  static final Latency NONE = new Latency(Duration.ZERO, Duration.ZERO, Duration.ZERO);
  static final PriceGrid CENTS = PriceGrid.uniform(Price.ofCents(1));

  final Scheduler scheduler = new Scheduler();
  final List<VenueEvent> heard = new ArrayList<>();
  final List<Long> heardMillis = new ArrayList<>();
  final PaperVenue venue;
  final LocalOrderBook book;
  private final MarketFacts facts;
  private long orders;
  private long trades;

  PaperBench(FillModel model) {
    this(model, NONE, Money.ofDollars(10_000), CENTS, FeeSchedule.STANDARD);
  }

  PaperBench(Latency latency) {
    this(FillModel.PESSIMISTIC, latency, Money.ofDollars(10_000), CENTS, FeeSchedule.STANDARD);
  }

  PaperBench(FillModel model, Latency latency, Money cash, PriceGrid grid, FeeSchedule fees) {
    scheduler.runUntil(EpochNanos.of(START));
    Consumer<VenueEvent> listener =
        event -> {
          heard.add(event);
          heardMillis.add(millis());
        };
    venue =
        new PaperVenue(scheduler, latency, model, cash, BalancePrecision.DIRECT_MEMBER, listener);
    book = new LocalOrderBook(MARKET, grid);
    facts = facts(grid, fees);
    venue.openMarket(facts, book);
  }

  static MarketFacts facts(PriceGrid grid, FeeSchedule fees) {
    return new MarketFacts(
        MARKET,
        EventTicker.of("KXTEST"),
        SeriesTicker.of("KXTEST"),
        null,
        null,
        null,
        START,
        START.plusSeconds(3600),
        grid,
        fees,
        0);
  }

  long millis() {
    return Duration.between(START, scheduler.now()).toMillis();
  }

  /** Replaces the book: "bid 0.50 10, ask 0.52 5", and ends the group. */
  PaperBench snapshot(String levels) {
    replace(levels);
    venue.onGroupEnd(MARKET);
    return settleDown();
  }

  /** Replaces the book without telling that it is complete. */
  void replace(String levels) {
    book.reset(List.of(), List.of());
    for (String level : levels.split(", ")) {
      if (!level.isEmpty()) {
        String[] words = level.split(" ");
        book.apply(side(words[0]), Price.of(words[1]), Quantity.of(words[2]).hundredths(), 0);
      }
    }
    venue.onSnapshot(MARKET);
  }

  /** Applies a delta, such as "ask 0.52 -3", and leaves the group open. */
  PaperBench delta(String change) {
    String[] words = change.split(" ");
    boolean negative = words[2].startsWith("-");
    long hundredths = Quantity.of(negative ? words[2].substring(1) : words[2]).hundredths();
    return delta(side(words[0]), Price.of(words[1]), negative ? -hundredths : hundredths);
  }

  PaperBench delta(BookSide side, Price price, long hundredths) {
    long micros = scheduler.nanos() / 1000;
    if (!book.apply(side, price, hundredths, micros) && book.faults() > 0) {
      throw new IllegalStateException("negative level " + side + " " + price);
    }
    venue.onDelta(new BookDelta(1, 1, MARKET, side, price, hundredths, micros, null, null));
    return settleDown();
  }

  PaperBench groupEnd() {
    venue.onGroupEnd(MARKET);
    return settleDown();
  }

  /** Applies deltas as one group. */
  PaperBench group(String... changes) {
    for (String change : changes) {
      delta(change);
    }
    return groupEnd();
  }

  /** Prints a trade against resting orders of a side, such as "ask 0.52 3". */
  PaperBench trade(String resting) {
    String[] words = resting.split(" ");
    return trade(side(words[0]), Price.of(words[1]), Quantity.of(words[2]).hundredths(), 0);
  }

  PaperBench trade(BookSide resting, Price price, long hundredths, long millisAgo) {
    print(resting, price, hundredths, scheduler.nanos() / 1_000_000 - millisAgo, false);
    return settleDown();
  }

  void print(BookSide resting, Price price, long hundredths, long exchangeMillis, boolean block) {
    venue.onTrade(
        new PublicTrade(
            2,
            1,
            TradeId.of("public-" + ++trades),
            MARKET,
            price,
            Quantity.ofHundredths(hundredths),
            resting.opposite().outcome(),
            block,
            exchangeMillis));
  }

  PaperBench stale() {
    book.markStale();
    venue.onStale(MARKET);
    return settleDown();
  }

  PaperBench advance(long millis) {
    scheduler.runUntil(scheduler.nanos() + millis * 1_000_000);
    return this;
  }

  /** Runs what is due now. */
  PaperBench settleDown() {
    return advance(0);
  }

  ClientOrderId rest(String order) {
    return place(order, LimitOrder::goodTillCanceled);
  }

  ClientOrderId take(String order) {
    return place(order, LimitOrder::immediateOrCancel);
  }

  ClientOrderId takeAll(String order) {
    return place(order, LimitOrder::fillOrKill);
  }

  ClientOrderId place(String order, Terms terms) {
    String[] words = order.split(" ");
    return place(terms.of(MARKET, side(words[0]), Price.of(words[1]), Quantity.of(words[2])));
  }

  ClientOrderId place(LimitOrder order) {
    ClientOrderId id = ClientOrderId.of("order-" + ++orders);
    venue.place(id, order);
    settleDown();
    return id;
  }

  PaperBench cancel(ClientOrderId id) {
    venue.cancel(id);
    return settleDown();
  }

  /** Returns the life of an order in words, one answer each. */
  List<String> life(ClientOrderId id) {
    return heard.stream()
        .filter(event -> event instanceof OrderEvent answer && answer.order().equals(id))
        .map(PaperBench::words)
        .toList();
  }

  List<Filled> fills(ClientOrderId id) {
    return fills().stream().filter(fill -> fill.order().equals(id)).toList();
  }

  List<Filled> fills() {
    return heard.stream().filter(Filled.class::isInstance).map(Filled.class::cast).toList();
  }

  /** Returns the hundredths filled of an order. */
  long filled(ClientOrderId id) {
    return fills(id).stream().mapToLong(fill -> fill.quantity().hundredths()).sum();
  }

  static String words(VenueEvent event) {
    return switch (event) {
      case VenueEvent.Accepted accepted -> "accepted";
      case VenueEvent.Refused refused -> "refused: " + refused.reason();
      case Filled fill ->
          "filled %s at %s: %s".formatted(fill.quantity(), fill.price(), fill.reason());
      case VenueEvent.Canceled canceled ->
          "canceled %s: %s".formatted(canceled.remaining(), canceled.reason());
      case VenueEvent.CancelRefused refused -> "cancel refused";
      case VenueEvent.Settled settled -> "settled " + settled.result().wire();
    };
  }

  static BookSide side(String word) {
    return word.equals("bid") ? BookSide.BID : BookSide.ASK;
  }

  @FunctionalInterface
  interface Terms {
    LimitOrder of(MarketTicker market, BookSide side, Price price, Quantity quantity);
  }
}
