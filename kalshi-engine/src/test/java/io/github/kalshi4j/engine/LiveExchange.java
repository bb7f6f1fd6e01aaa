package io.github.kalshi4j.engine;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.StreamOptions;
import io.github.kalshi4j.client.call.RateLimits;
import io.github.kalshi4j.client.testing.FakeExchange;
import io.github.kalshi4j.client.testing.FakeFeed;
import io.github.kalshi4j.client.testing.FakeSocket;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.ReceivedRequest;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.TestKeys;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.SeriesTicker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * An exchange on loopback with one series of markets and one account, and a client at it; all of
 * them by one clock that is moved by hand. Orders are noted and answered as they are told; what
 * happens to them is told to its feed.
 */
final class LiveExchange implements AutoCloseable {
  static final SeriesTicker SERIES = SeriesTicker.of("KXTEST15M");
  static final MarketTicker FIRST = MarketTicker.of("KXTEST15M-26JAN011215-15");
  static final MarketTicker SECOND = MarketTicker.of("KXTEST15M-26JAN011230-30");
  static final Instant START = Instant.parse("2026-01-01T12:05:00Z");
  static final Instant FIRST_CLOSE = Instant.parse("2026-01-01T12:15:00Z");

  private static final RateLimits.Bucket AMPLE = new RateLimits.Bucket(100_000, 100_000);
  private static final String PLACE = "POST /portfolio/events/orders";

  final ManualTimeSource time = ManualTimeSource.at(START);
  final FakeExchange fake = FakeExchange.start();
  final FakeFeed feed = fake.stream().feed();
  final KalshiClient client;

  /** The bodies of the orders that came, in order. */
  final BlockingQueue<String> orders = new LinkedBlockingQueue<>();

  /** The ids of the orders that were canceled, in order. */
  final BlockingQueue<String> cancels = new LinkedBlockingQueue<>();

  private final Map<String, String> markets = new ConcurrentHashMap<>();
  private final Map<String, String> resting = new ConcurrentHashMap<>();
  private final Set<String> forgotten = ConcurrentHashMap.newKeySet();
  private volatile String positions = "";

  LiveExchange() {
    fake.useClock(time::now);
    client =
        KalshiClient.connect(
            ClientConfig.of(fake.baseUrl())
                .withRateLimits(new RateLimits(AMPLE, AMPLE))
                .withAttempts(1)
                .withTime(time)
                .withRequestTimeout(Duration.ofSeconds(2))
                .withStream(
                    StreamOptions.DEFAULT
                        .withUrl(fake.streamUrl())
                        .withSilence(Duration.ofHours(1))
                        .withPauses(Duration.ofMillis(1), Duration.ofMillis(50))),
            TestKeys.credentials());
    fake.on("GET /markets", request -> Reply.json(listed(request)));
    fake.on(
        "GET /events/KXTEST15M-26JAN01",
        Reply.json(
            """
            {"event": {"event_ticker": "KXTEST15M-26JAN01", "series_ticker": "KXTEST15M",
             "sub_title": "", "title": "", "collateral_return_type": "",
             "mutually_exclusive": false, "category": "Crypto", "strike_date": null,
             "strike_period": "", "available_on_brokers": false, "product_metadata": null},
             "markets": []}
            """));
    fake.on(
        "GET /series/KXTEST15M",
        Reply.json(
            """
            {"series": {"ticker": "KXTEST15M", "frequency": "fifteen_min", "title": "",
             "category": "Crypto", "categories": [], "tags": [], "settlement_sources": [],
             "contract_url": "", "contract_terms_url": "", "product_metadata": null,
             "fee_type": "quadratic", "fee_multiplier": 1, "additional_prohibitions": []}}
            """));
    fake.on(
        "GET /portfolio/balance",
        Reply.json(
            """
            {"balance": 100000, "balance_dollars": "1000.0000", "portfolio_value": 0,
             "updated_ts": 1767268800, "balance_breakdown": []}
            """));
    fake.on(
        "GET /portfolio/positions",
        request ->
            Reply.json(
                "{\"market_positions\": ["
                    + positions
                    + "], \"event_positions\": [], \"cursor\": \"\"}"));
    fake.on(
        "GET /portfolio/orders",
        request ->
            Reply.json(
                "{\"orders\": [" + String.join(",", resting.values()) + "], \"cursor\": \"\"}"));
    market(FIRST, Instant.parse("2026-01-01T12:00:00Z"), FIRST_CLOSE, "");
  }

  /** Lets a market be known, and listed if it is not over. */
  void market(MarketTicker ticker, Instant open, Instant close, String more) {
    String json =
        """
        {"ticker": "%s", "event_ticker": "KXTEST15M-26JAN01", "market_type": "binary",
         "title": "", "subtitle": "", "yes_sub_title": "", "no_sub_title": "",
         "created_time": "2026-01-01T00:00:00Z", "updated_time": "2026-01-01T00:00:00Z",
         "open_time": "%s", "close_time": "%s", "expected_expiration_time": "%s",
         "expiration_time": "%s", "latest_expiration_time": "%s", "settlement_timer_seconds": 60,
         "status": "active", "yes_bid_dollars": "0.4000", "yes_bid_size_fp": "1.00",
         "yes_ask_dollars": "0.4200", "yes_ask_size_fp": "1.00", "no_bid_dollars": "0.5800",
         "no_ask_dollars": "0.6000", "last_price_dollars": "0.4000", "volume_fp": "1.00",
         "volume_24h_fp": "1.00", "result": "", "can_close_early": true,
         "open_interest_fp": "1.00", "notional_value_dollars": "1.0000",
         "previous_yes_bid_dollars": "0.4000", "previous_yes_ask_dollars": "0.4500",
         "previous_price_dollars": "0.4100", "settlement_bounds_type": "default",
         "expiration_value": "", "strike_type": "greater_or_equal", "floor_strike": 85.5,
         "rules_primary": "", "rules_secondary": "", "price_level_structure": "linear_cent",
         "price_ranges": [{"start": "0.0000", "end": "1.0000", "step": "0.0100"}],
         "exchange_index": 0}
        """
            .formatted(ticker, open, close, close, close, close);
    if (!more.isEmpty()) {
      json = json.replace("\"result\": \"\",", "").replace("\"status\": \"active\",", more);
    }
    if (markets.put(ticker.value(), json) == null) {
      fake.on("GET /markets/" + ticker, request -> market(ticker));
    }
  }

  private Reply market(MarketTicker ticker) {
    return Reply.json("{\"market\": " + markets.get(ticker.value()) + "}");
  }

  private String listed(ReceivedRequest request) {
    String listed =
        request.query("status").contains("open")
            ? markets.values().stream()
                .filter(market -> market.contains("\"active\""))
                .collect(Collectors.joining(","))
            : "";
    return "{\"markets\": [" + listed + "], \"cursor\": \"\"}";
  }

  /** Lets the account hold something from the start. */
  void positions(String json) {
    positions = json;
  }

  /** Answers the next order as taken, with this much filled and resting, as order {@code id}. */
  void takes(String id, String filled, String remaining) {
    fake.on(PLACE, request -> noted(request, placed(id, request.body(), filled, remaining)));
  }

  /** Answers the next order with this. */
  void answers(Reply reply) {
    fake.on(PLACE, request -> noted(request, reply));
  }

  private Reply noted(ReceivedRequest request, Reply reply) {
    if (!request.body().isEmpty()) {
      orders.add(request.body());
    }
    return reply;
  }

  private Reply placed(String id, String body, String filled, String remaining) {
    if (!body.isEmpty() && !remaining.equals("0.00")) {
      rests(id, clientOrderId(body), remaining);
    }
    return Reply.json(
        """
        {"order_id": "%s", "client_order_id": "%s", "fill_count": "%s", "remaining_count": "%s",
         "ts_ms": %d}
        """
            .formatted(id, clientOrderId(body), filled, remaining, time.now().toEpochMilli()));
  }

  /** Lets an order rest, and be canceled when that is asked. */
  void rests(String id, String clientOrderId, String remaining) {
    resting.put(id, order(id, clientOrderId, "resting", "0.00", remaining));
    fake.on(
        "DELETE /portfolio/events/orders/" + id,
        request -> {
          if (forgotten.contains(id)) {
            return Reply.json(404, "{\"error\":{\"code\":\"not_found\",\"message\":\"gone\"}}");
          }
          resting.remove(id);
          cancels.add(id);
          return Reply.json(
              """
              {"order_id": "%s", "client_order_id": "%s", "reduced_by": "%s", "ts_ms": %d}
              """
                  .formatted(id, clientOrderId, remaining, time.now().toEpochMilli()));
        });
  }

  /** Answers the cancellation of an order as if it did not rest. */
  void forgets(String id) {
    forgotten.add(id);
  }

  String order(String id, String clientOrderId, String status, String filled, String remaining) {
    return """
    {"order_id": "%s", "user_id": "u", "client_order_id": "%s", "ticker": "%s",
     "outcome_side": "yes", "book_side": "bid", "type": "limit", "status": "%s",
     "yes_price_dollars": "0.4200", "no_price_dollars": "0.5800", "fill_count_fp": "%s",
     "remaining_count_fp": "%s", "initial_count_fp": "5.00", "taker_fill_cost_dollars": "0",
     "maker_fill_cost_dollars": "0", "taker_fees_dollars": "0", "maker_fees_dollars": "0"}
    """
        .formatted(id, clientOrderId, FIRST, status, filled, remaining);
  }

  /** Lists this order, whatever is asked of the account's orders. */
  void lists(String id, String order) {
    resting.put(id, order);
  }

  static String clientOrderId(String body) {
    String key = "\"client_order_id\":\"";
    int start = body.indexOf(key);
    return start < 0
        ? ""
        : body.substring(start + key.length(), body.indexOf('"', start + key.length()));
  }

  /** Waits for the stream to have subscribed to as many channels. */
  FakeSocket subscribed(int channels) throws InterruptedException {
    FakeSocket socket = fake.stream().awaitConnection();
    for (int i = 0; i < channels; i++) {
      socket.awaitCommand("subscribe");
    }
    return socket;
  }

  /** Waits until the client has received everything that was sent before. */
  static void received(FakeSocket socket) throws InterruptedException {
    socket.ping("so far");
    socket.awaitPong();
  }

  static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    T value = queue.poll(20, TimeUnit.SECONDS);
    if (value == null) {
      throw new AssertionError("nothing came within twenty seconds");
    }
    return value;
  }

  void book(MarketTicker market, String bid, String ask) {
    feed.book(
        market, List.of(FakeFeed.level(bid, "100.00")), List.of(FakeFeed.level(ask, "100.00")));
  }

  @Override
  public void close() {
    client.close();
    fake.close();
  }
}
