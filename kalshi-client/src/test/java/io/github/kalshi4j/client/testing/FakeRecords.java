package io.github.kalshi4j.client.testing;

import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.TradeId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a {@link FakeExchange} has on record: the public trades, the user's fills and orders. It
 * serves them over REST as the exchange does: newest first, in pages, and some time after they
 * happened. Safe for threads.
 */
public final class FakeRecords {
  private static final int PAGE = 3; // at most, so that there are several

  /** One record, and from when on it is shown. */
  private record Entry(
      String list, String key, String market, Instant happened, Instant shown, ObjectNode json) {}

  private final FakeExchange exchange;
  private final Supplier<Instant> clock;
  private final List<Entry> entries = new CopyOnWriteArrayList<>();
  private final Map<String, String> created = new ConcurrentHashMap<>(); // of orders
  private volatile Duration lag = Duration.ZERO;
  private volatile @Nullable Reply failure;
  private volatile @Nullable CountDownLatch gate;

  /** Creates records that an exchange serves from now on. */
  public FakeRecords(FakeExchange exchange, Supplier<Instant> clock) {
    this.exchange = exchange;
    this.clock = clock;
    exchange.on("GET /markets/trades", request -> answer("trades", request, entry -> true));
    exchange.on("GET /portfolio/fills", request -> answer("fills", request, entry -> true));
    exchange.on("GET /portfolio/orders", request -> answer("orders", request, newest(request)));
  }

  /** Shows what is recorded from now on that much later than it happened. */
  public void lag(Duration value) {
    lag = value;
  }

  /** Answers everything like this; null for as it should be. */
  public void fail(@Nullable Reply value) {
    failure = value;
  }

  /** Answers nothing until {@link #release()}. */
  public void hold() {
    gate = new CountDownLatch(1);
  }

  /** Ends {@link #hold()}. */
  public void release() {
    CountDownLatch closed = gate;
    gate = null;
    if (closed != null) {
      closed.countDown();
    }
  }

  /** Records a public trade. */
  public void trade(
      TradeId id, MarketTicker market, Price price, Quantity quantity, BookSide taker, Instant at) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("trade_id", id.value()).put("ticker", market.value());
    json.put("count_fp", quantity.toString()).put("yes_price_dollars", price.toString());
    json.put("no_price_dollars", price.complement().toString());
    json.put("taker_side", taker.outcome().wire());
    json.put("taker_outcome_side", taker.outcome().wire()).put("taker_book_side", taker.wire());
    json.put("created_time", at.toString()).put("is_block_trade", false);
    add("trades", id.value(), market, at, json);
  }

  /** Records a fill of one of the user's orders. */
  public void fill(
      TradeId trade,
      OrderId order,
      MarketTicker market,
      BookSide side,
      Price price,
      Quantity quantity,
      boolean taker,
      Instant at) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("fill_id", trade.value()).put("trade_id", trade.value());
    json.put("exchange_index", 0).put("order_id", order.value());
    json.put("ticker", market.value()).put("market_ticker", market.value());
    json.put("side", side.outcome().wire()).put("action", "buy");
    json.put("outcome_side", side.outcome().wire()).put("book_side", side.wire());
    json.put("count_fp", quantity.toString()).put("yes_price_dollars", price.toString());
    json.put("no_price_dollars", price.complement().toString()).put("is_taker", taker);
    json.put("created_time", at.toString()).put("fee_cost", "0.000000");
    json.put("ts", at.getEpochSecond());
    add("fills", trade.value() + order.value(), market, at, json);
  }

  /** Records the state of one of the user's orders, which he did not name. */
  public void order(
      OrderId id,
      MarketTicker market,
      BookSide side,
      Price price,
      Quantity initial,
      Quantity filled,
      String status,
      Instant at) {
    order(id, "", market, side, price, initial, filled, status, at);
  }

  /** Records the state of one of the user's orders. */
  public void order(
      OrderId id,
      String clientOrderId,
      MarketTicker market,
      BookSide side,
      Price price,
      Quantity initial,
      Quantity filled,
      String status,
      Instant at) {
    boolean isNew = created.putIfAbsent(id.value(), at.toString()) == null;
    Quantity remaining = status.equals("resting") ? initial.minus(filled) : Quantity.ZERO;
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("order_id", id.value()).put("user_id", "3f1b0a52-6d5e-4c6f-9d8b-2b1c5e7a9f40");
    json.put("client_order_id", clientOrderId).put("ticker", market.value());
    json.put("side", side.outcome().wire()).put("action", "buy");
    json.put("outcome_side", side.outcome().wire()).put("book_side", side.wire());
    json.put("type", "limit").put("status", status).put("yes_price_dollars", price.toString());
    json.put("no_price_dollars", price.complement().toString());
    json.put("fill_count_fp", filled.toString()).put("remaining_count_fp", remaining.toString());
    json.put("initial_count_fp", initial.toString());
    json.put("taker_fill_cost_dollars", "0.0000").put("maker_fill_cost_dollars", "0.0000");
    json.put("taker_fees_dollars", "0.0000").put("maker_fees_dollars", "0.0000");
    json.put("created_time", created.get(id.value())).put("last_update_time", at.toString());
    json.put("exchange_index", 0);
    if (isNew) {
      exchange.on("GET /portfolio/orders/" + id.value(), request -> one(id));
    }
    add("orders", id.value(), market, at, json);
  }

  private void add(String list, String key, MarketTicker market, Instant at, ObjectNode json) {
    entries.add(new Entry(list, key, market.value(), at, at.plus(lag), json));
  }

  private List<Entry> shown(String list) {
    Instant now = clock.get();
    return entries.stream()
        .filter(entry -> entry.list.equals(list) && !entry.shown.isAfter(now))
        .toList();
  }

  /** Returns what keeps the last state of each order only, if it is what the request asks for. */
  private Predicate<Entry> newest(ReceivedRequest request) {
    Map<String, Entry> last = new HashMap<>();
    shown("orders").forEach(entry -> last.put(entry.key, entry));
    return entry ->
        last.get(entry.key) == entry
            && request.query("status").stream()
                .allMatch(status -> entry.json.get("status").asString().equals(status));
  }

  private Reply one(OrderId id) {
    awaitRelease();
    Reply failed = failure;
    if (failed != null) {
      return failed;
    }
    Entry last = null;
    for (Entry entry : shown("orders")) {
      last = entry.key.equals(id.value()) ? entry : last;
    }
    return last == null
        ? Reply.json(404, "{\"error\":{\"code\":\"not_found\",\"message\":\"order\"}}")
        : Reply.json("{\"order\":" + last.json + "}");
  }

  private Reply answer(String list, ReceivedRequest request, Predicate<Entry> filter) {
    awaitRelease();
    Reply failed = failure;
    if (failed != null) {
      return failed;
    }
    long from = request.query("min_ts").stream().mapToLong(Long::parseLong).max().orElse(0);
    List<String> markets = request.query("ticker");
    List<Entry> found =
        shown(list).stream()
            .filter(filter)
            .filter(entry -> markets.isEmpty() || markets.contains(entry.market))
            .filter(entry -> created(entry).getEpochSecond() >= from)
            .sorted(Comparator.comparing(Entry::happened))
            .toList()
            .reversed();
    int first = request.query("cursor").stream().mapToInt(Integer::parseInt).max().orElse(0);
    int limit = request.query("limit").stream().mapToInt(Integer::parseInt).min().orElse(PAGE);
    int end = Math.min(first + Math.min(limit, PAGE), found.size());
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode page = body.putArray(list);
    found.subList(Math.min(first, end), end).forEach(entry -> page.add(entry.json));
    body.put("cursor", end < found.size() ? Integer.toString(end) : "");
    return Reply.json(body.toString());
  }

  private static Instant created(Entry entry) {
    return Instant.parse(entry.json.get("created_time").asString());
  }

  private void awaitRelease() {
    CountDownLatch closed = gate;
    try {
      if (closed != null && !closed.await(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("not released");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
