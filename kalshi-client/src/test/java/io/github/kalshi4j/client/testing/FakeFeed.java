package io.github.kalshi4j.client.testing;

import io.github.kalshi4j.client.market.Level;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.TradeId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What happens at a {@link FakeExchange}, told to every connection that subscribed to it. It holds
 * the true book of each market, in YES prices, so that a client's can be compared; a market it was
 * not told of has an empty one. Frames have the exchange's documented form. Safe for threads; the
 * order of the calls is the order on the wire, and the numbers of a subscription are taken in it.
 *
 * <p>Faults concern how the next event is told, never what is true: after {@link #drop()} a delta
 * changes the book here and uses up a number, but no client hears of it.
 */
public final class FakeFeed {
  private static final String USER = "3f1b0a52-6d5e-4c6f-9d8b-2b1c5e7a9f40";
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> SUBJECTS =
      List.of("market_ticker", "ticker", "index_id", "underlying_ticker");
  private static final DateTimeFormatter MICROS =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
          .appendLiteral('Z')
          .toFormatter()
          .withZone(ZoneOffset.UTC);

  /** How the next event is told. */
  private enum Fault {
    NONE,
    DROP,
    DUPLICATE,
    HOLD
  }

  private final FakeStream stream;
  private final Supplier<Instant> clock;
  private final Map<String, FakeBook> books = new HashMap<>();
  private final List<Runnable> held = new ArrayList<>();
  private Fault next = Fault.NONE;
  private @Nullable Instant frozen;
  private int trades;

  FakeFeed(FakeStream stream, Supplier<Instant> clock) {
    this.stream = stream;
    this.clock = clock;
  }

  /** Returns a level, from its price and its contracts as they are written on the wire. */
  public static Level level(String price, String contracts) {
    return new Level(Price.of(price), Quantity.of(contracts));
  }

  /** Returns the market's id that frames carry, derived from its ticker. */
  public static String marketId(MarketTicker market) {
    return marketId(market.value());
  }

  static String marketId(String market) {
    return uuid("market " + market);
  }

  /** Stamps what follows with this time, as one engine command does; null for the clock again. */
  public void at(@Nullable Instant time) {
    locked(() -> frozen = time);
  }

  /** Replaces a market's book and sends a snapshot of it. */
  public void book(MarketTicker market, List<Level> bids, List<Level> asks) {
    locked(() -> {
      book(market.value()).replace(bids, asks);
      event(
          "orderbook_delta",
          market.value(),
          s -> s.data("orderbook_snapshot", snapshot(s, market.value())));
    });
  }

  /**
   * Changes a level of a market's book and sends the delta.
   *
   * @param price in YES, whichever side it is
   * @param hundredths of a contract, negative for contracts that leave
   * @throws IllegalArgumentException if the level would hold less than nothing
   */
  public void delta(MarketTicker market, BookSide side, Price price, long hundredths) {
    locked(() -> {
      book(market.value()).change(side, price, hundredths);
      Instant now = now();
      event(
          "orderbook_delta",
          market.value(),
          s -> {
            OutcomeSide outcome = side.outcome();
            Price shown = s.useYesPrice ? price : outcome.toYes(price);
            ObjectNode msg = market(market.value());
            msg.put("price_dollars", shown.toString());
            msg.put("delta_fp", FakeBook.contracts(hundredths));
            msg.put("side", outcome.wire());
            msg.put("ts", MICROS.format(now)).put("ts_ms", now.toEpochMilli());
            return s.data("orderbook_delta", msg.toString());
          });
    });
  }

  /** Returns the levels of a market's true book, in YES prices, best first. */
  public List<Level> levels(MarketTicker market, BookSide side) {
    stream.lock.lock();
    try {
      return book(market.value()).levels(side);
    } finally {
      stream.lock.unlock();
    }
  }

  /** Sends a public trade, which the ticker counts; the book is not changed. */
  public TradeId trade(MarketTicker market, Price price, Quantity quantity, BookSide taker) {
    stream.lock.lock();
    try {
      TradeId id = TradeId.of(uuid("trade " + ++trades));
      trade(id, market, price, quantity, taker);
      return id;
    } finally {
      stream.lock.unlock();
    }
  }

  /** Sends a public trade with an id of the caller's. */
  public void trade(
      TradeId id, MarketTicker market, Price price, Quantity quantity, BookSide taker) {
    locked(() -> {
      FakeBook book = book(market.value());
      book.last = price;
      book.lastHundredths = quantity.hundredths();
      book.volumeHundredths += quantity.hundredths();
      Instant now = now();
      ObjectNode msg = JsonNodeFactory.instance.objectNode();
      msg.put("trade_id", id.value()).put("market_ticker", market.value());
      msg.put("yes_price_dollars", price.toString());
      msg.put("no_price_dollars", price.complement().toString());
      msg.put("count_fp", quantity.toString());
      msg.put("taker_side", taker.outcome().wire());
      msg.put("taker_outcome_side", taker.outcome().wire());
      msg.put("taker_book_side", taker.wire());
      msg.put("is_block_trade", false);
      msg.put("ts", now.getEpochSecond()).put("ts_ms", now.toEpochMilli());
      push("trade", "trade", market.value(), msg);
    });
  }

  /** Sends a market's ticker as its book and trades are. */
  public void ticker(MarketTicker market) {
    locked(() -> push("ticker", "ticker", market.value(), tickerMessage(market.value())));
  }

  /** Sends a market's ticker with another last price, which it keeps. */
  public void ticker(MarketTicker market, Price last) {
    locked(() -> {
      book(market.value()).last = last;
      push("ticker", "ticker", market.value(), tickerMessage(market.value()));
    });
  }

  /**
   * Sends a fill of the user's order, which changes the user's position.
   *
   * @param side of the YES book, on which the order was
   * @param price in YES
   */
  public void fill(
      TradeId trade,
      OrderId order,
      MarketTicker market,
      BookSide side,
      Price price,
      Quantity quantity,
      boolean taker) {
    locked(() -> {
      FakeBook book = book(market.value());
      book.positionHundredths +=
          side == BookSide.BID ? quantity.hundredths() : -quantity.hundredths();
      Instant now = now();
      ObjectNode msg = JsonNodeFactory.instance.objectNode();
      msg.put("trade_id", trade.value()).put("order_id", order.value());
      msg.put("market_ticker", market.value()).put("exchange_index", 0);
      msg.put("is_taker", taker).put("side", side.outcome().wire()).put("action", "buy");
      msg.put("outcome_side", side.outcome().wire()).put("book_side", side.wire());
      msg.put("yes_price_dollars", price.toString()).put("count_fp", quantity.toString());
      msg.put("fee_cost", "0.000000");
      msg.put("post_position_fp", FakeBook.contracts(book.positionHundredths));
      msg.put("purchased_side", side.outcome().wire());
      msg.put("ts", now.getEpochSecond()).put("ts_ms", now.toEpochMilli());
      push("fill", "fill", market.value(), msg);
    });
  }

  /** Sends the user's position in a market, which is the sum of the fills; the money in it is 0. */
  public void position(MarketTicker market) {
    locked(() -> {
      long hundredths = book(market.value()).positionHundredths;
      ObjectNode msg = JsonNodeFactory.instance.objectNode();
      msg.put("user_id", USER).put("market_ticker", market.value());
      msg.put("position_fp", FakeBook.contracts(hundredths));
      msg.put("position_cost_dollars", "0.000000").put("realized_pnl_dollars", "0.000000");
      msg.put("fees_paid_dollars", "0.000000").put("position_fee_cost_dollars", "0.000000");
      msg.put("volume_fp", FakeBook.contracts(Math.abs(hundredths)));
      push("market_positions", "market_position", market.value(), msg);
    });
  }

  /**
   * Sends the state of the user's order.
   *
   * @param price in YES
   * @param status {@code resting}, {@code canceled} or {@code executed}; only a resting order has
   *     contracts that remain
   */
  public void userOrder(
      OrderId order,
      MarketTicker market,
      BookSide side,
      Price price,
      Quantity initial,
      Quantity filled,
      String status) {
    locked(() -> {
      Instant now = now();
      Quantity remaining = status.equals("resting") ? initial.minus(filled) : Quantity.ZERO;
      ObjectNode msg = JsonNodeFactory.instance.objectNode();
      msg.put("order_id", order.value()).put("user_id", USER);
      msg.put("ticker", market.value()).put("exchange_index", 0).put("status", status);
      msg.put("side", side.outcome().wire()).put("is_yes", side == BookSide.BID);
      msg.put("outcome_side", side.outcome().wire()).put("book_side", side.wire());
      msg.put("yes_price_dollars", price.toString());
      msg.put("fill_count_fp", filled.toString());
      msg.put("remaining_count_fp", remaining.toString());
      msg.put("initial_count_fp", initial.toString());
      msg.put("taker_fill_cost_dollars", "0.000000");
      msg.put("maker_fill_cost_dollars", "0.000000");
      msg.put("taker_fees_dollars", "0.000000").put("maker_fees_dollars", "0.000000");
      msg.put("client_order_id", "");
      msg.put("created_time", MICROS.format(now)).put("created_ts_ms", now.toEpochMilli());
      msg.put("last_update_time", MICROS.format(now));
      msg.put("last_updated_ts_ms", now.toEpochMilli());
      push("user_orders", "user_order", market.value(), msg);
    });
  }

  /**
   * Sends an event of a market's life, on the channel of combos if it is one ({@code KXMVE…}).
   *
   * @param eventType {@code created}, {@code determined}, {@code settled} …
   * @param more the other keys of the message, as a JSON object
   */
  public void lifecycle(MarketTicker market, String eventType, String more) {
    String channel =
        market.value().startsWith("KXMVE")
            ? "multivariate_market_lifecycle"
            : "market_lifecycle_v2";
    ObjectNode msg = JsonNodeFactory.instance.objectNode();
    msg.put("market_ticker", market.value()).put("event_type", eventType);
    msg.setAll((ObjectNode) JSON.readTree(more));
    locked(() -> push(channel, channel, null, msg));
  }

  /**
   * Sends any message to those subscribed to a channel and to the market, index or underlying that
   * the message names, where the channel is filtered by it. The books are not changed.
   *
   * @param msg the message's JSON, sent as it is
   */
  public void send(String channel, String type, String msg) {
    JsonNode read = JSON.readTree(msg);
    String subject =
        SUBJECTS.stream()
            .filter(read::has)
            .findFirst()
            .map(k -> read.get(k).asString())
            .orElse(null);
    locked(() -> event(channel, subject, s -> s.data(type, msg)));
  }

  /** Uses up a number of the channel without a frame: a gap. */
  public void skip(String channel) {
    locked(() -> subscriptions(channel).forEach(FakeSubscription::skip));
  }

  /** Loses the frames of the next event. */
  public void drop() {
    locked(() -> next = Fault.DROP);
  }

  /** Sends the frames of the next event twice, with the same number. */
  public void duplicate() {
    locked(() -> next = Fault.DUPLICATE);
  }

  /** Holds the frames of the next event back until those of the one after it are sent. */
  public void hold() {
    locked(() -> next = Fault.HOLD);
  }

  /** Takes back what shall become of the next event. */
  public void calm() {
    locked(() -> next = Fault.NONE);
  }

  /** Ends every subscription to a channel with an error: 10, channel error, or 25, overflow. */
  public void terminate(String channel, int code) {
    locked(() -> {
      for (FakeSubscription subscription : subscriptions(channel)) {
        subscription.send(subscription.data("error", Autopilot.error(code)));
        subscription.socket.subscriptions.remove(channel);
      }
    });
  }

  /**
   * Sends what a subscription is owed of markets new to it: the book, or the ticker if that is
   * asked for. Called under the lock.
   */
  void introduce(
      FakeSubscription subscription, Collection<String> markets, boolean tickers, long id) {
    for (String market : markets) {
      switch (subscription.channel) {
        case "orderbook_delta" ->
            subscription.reply("orderbook_snapshot", id, snapshot(subscription, market));
        case "ticker" -> {
          if (tickers) {
            String ticker =
                subscription.filterKey().equals("market_ids") ? tickerOf(market) : market;
            subscription.send(subscription.data("ticker", tickerMessage(ticker).toString()));
          }
        }
        default -> {}
      }
    }
  }

  private void push(String channel, String type, @Nullable String market, ObjectNode msg) {
    String text = msg.toString();
    event(channel, market, s -> s.data(type, text));
  }

  /** Sends a frame of an event to each that wants it, or does what the fault says. */
  private void event(
      String channel, @Nullable String market, Function<FakeSubscription, String> frame) {
    Fault fault = next;
    next = Fault.NONE;
    List<Runnable> sendLater = List.copyOf(held);
    held.clear();
    for (FakeSubscription subscription : subscriptions(channel)) {
      if (!subscription.wants(market)) {
        continue;
      }
      String text = frame.apply(subscription);
      switch (fault) {
        case NONE -> subscription.send(text);
        case DROP -> {}
        case DUPLICATE -> {
          subscription.send(text);
          subscription.send(text);
        }
        case HOLD -> held.add(() -> subscription.send(text));
      }
    }
    sendLater.forEach(Runnable::run);
  }

  private List<FakeSubscription> subscriptions(String channel) {
    List<FakeSubscription> found = new ArrayList<>();
    for (FakeSocket socket : stream.sockets()) {
      FakeSubscription subscription = socket.subscriptions.get(channel);
      if (subscription != null && socket.accepts()) {
        found.add(subscription);
      }
    }
    return found;
  }

  private String snapshot(FakeSubscription subscription, String market) {
    ObjectNode msg = market(market);
    book(market).describe(msg, subscription.useYesPrice);
    return msg.toString();
  }

  private ObjectNode tickerMessage(String market) {
    Instant now = now();
    return market(market)
        .setAll(book(market).ticker())
        .put("ts", now.getEpochSecond())
        .put("ts_ms", now.toEpochMilli())
        .put("time", MICROS.format(now));
  }

  private static ObjectNode market(String market) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("market_ticker", market)
        .put("market_id", marketId(market));
  }

  /** Returns the ticker of a market's id, if the market is known here, else the id. */
  private String tickerOf(String id) {
    return books.keySet().stream().filter(m -> marketId(m).equals(id)).findFirst().orElse(id);
  }

  private FakeBook book(String market) {
    return books.computeIfAbsent(market, m -> new FakeBook());
  }

  private Instant now() {
    return frozen == null ? clock.get() : frozen;
  }

  private void locked(Runnable action) {
    stream.lock.lock();
    try {
      action.run();
    } finally {
      stream.lock.unlock();
    }
  }

  private static String uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
