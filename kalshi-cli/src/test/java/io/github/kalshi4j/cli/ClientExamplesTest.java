package io.github.kalshi4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.call.CallObserver;
import io.github.kalshi4j.client.call.RateLimits;
import io.github.kalshi4j.client.market.Market;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.testing.FakeExchange;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.ReceivedRequest;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.TestKeys;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the documents show of the client, run against an exchange of our own. */
final class ClientExamplesTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final MarketTicker MARKET = MarketTicker.of("KXBTC15M-26NOV271430-30");
  private static final LimitOrder ORDER =
      LimitOrder.immediateOrCancel(
          MARKET, BookSide.BID, Price.of("0.42"), Quantity.ofContracts(10));
  private static final String PLACE = "POST /portfolio/events/orders";
  private static final String ORDER_PATH =
      "/portfolio/events/orders/69dfcb07-2307-41f2-ad6d-ae1ab92fffbf";
  private static final OrderId PLACED = OrderId.of("69dfcb07-2307-41f2-ad6d-ae1ab92fffbf");
  private static final String SECOND_PAGE = "two";

  @TempDir private static Path folder;
  private static URLClassLoader examples;

  private final ManualTimeSource time = ManualTimeSource.advancing();
  private FakeExchange exchange;
  private KalshiClient client;

  @BeforeAll
  static void compile() throws IOException {
    Documents.compile(folder, Documents.pages());
    examples = Documents.loader(folder);
  }

  @AfterAll
  static void closeLoader() throws IOException {
    examples.close();
  }

  @BeforeEach
  void open() {
    exchange = FakeExchange.start();
    exchange.useClock(time::now);
    client = KalshiClient.connect(config(), TestKeys.credentials());
  }

  @AfterEach
  void close() {
    client.close();
    exchange.close();
  }

  private ClientConfig config() {
    return ClientConfig.of(exchange.baseUrl()).withTime(time).withRateLimits(RateLimits.BASIC);
  }

  @Test
  void theProgramOfTheReadmeShowsABookAndCancelsWhatItPlaced() throws Exception {
    exchange.on("GET /markets", recorded("GetMarkets"));
    exchange.on("GET /markets/" + MARKET + "/orderbook", recorded("GetMarketOrderbook"));
    exchange.on(PLACE, recorded("CreateOrderV2"));
    exchange.on("DELETE " + ORDER_PATH, recorded("CancelOrderV2"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream printer = new PrintStream(out, true, StandardCharsets.UTF_8);

    Market market = run("FirstOrder", "show", client, printer);
    run("FirstOrder", "placeAndCancel", client, market, printer);

    assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(1))
        .containsExactly(
            "ask 0.4400  7.25",
            "ask 0.4300  2.00",
            "bid 0.4200  13.00",
            "bid 0.4100  5.00",
            "placed " + PLACED + ", resting 12.50",
            "canceled 12.50");
    JsonNode order = JSON.readTree(only(PLACE).body());
    assertThat(order.get("post_only").asBoolean()).isTrue();
    assertThat(order.get("price").asString()).isEqualTo("0.0100");
    assertThat(order.get("exchange_index").asInt()).isEqualTo(2); // as the market said
  }

  @Test
  void credentialsOfAFileSignWhatTheExchangeAccepts() throws Exception {
    exchange.on("GET /portfolio/balance", recorded("GetBalance"));
    Path pem = Files.createTempFile(folder, "key", ".pem"); // only for us to read
    Files.writeString(
        pem,
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getEncoder().encodeToString(TestKeys.ED25519.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n");

    Credentials credentials = run("OtherCredentials", "file", TestKeys.ID, pem);
    try (KalshiClient signing = KalshiClient.connect(config(), credentials)) {
      assertThat(signing.portfolio().balance().shards()).isNotEmpty();
    }

    assertThat(only("GET /portfolio/balance").isSigned()).isTrue();
  }

  @Test
  void anOrderIsPlacedMadeSmallerMovedAndTakenBack() throws Exception {
    exchange.on("GET /markets/" + MARKET, recorded("GetMarket"));
    exchange.on(PLACE, recorded("CreateOrderV2"));
    exchange.on("POST " + ORDER_PATH + "/decrease", recorded("DecreaseOrderV2"));
    exchange.on("POST " + ORDER_PATH + "/amend", recorded("AmendOrderV2"));
    exchange.on("GET /portfolio/fills", Reply.json("{\"fills\":[],\"cursor\":\"\"}"));

    List<?> fills = run("PlaceAndTrack", "run", client, MARKET);

    assertThat(fills).isEmpty();
    assertThat(exchange.requests("DELETE " + ORDER_PATH)).hasSize(1); // and it was gone
    assertThat(JSON.readTree(only(PLACE).body()).get("price").asString()).isEqualTo("0.4200");
    JsonNode moved = JSON.readTree(only("POST " + ORDER_PATH + "/amend").body());
    assertThat(moved.get("price").asString()).isEqualTo("0.4300");
    assertThat(moved.get("count").asString()).isEqualTo("18.50"); // 12.50 filled on arrival
  }

  @Test
  void aBatchThatIsPartlyRefusedIsTakenBack() throws Exception {
    exchange.on(
        PLACE + "/batched",
        Reply.json(
            201,
            """
            {"orders": [
              {"order_id": "one", "client_order_id": "a", "fill_count": "0.00",
               "remaining_count": "10.00", "ts_ms": 1795788900123},
              {"client_order_id": "b", "error": {"code": "insufficient_balance"}}]}
            """));
    exchange.on(
        "DELETE /portfolio/events/orders/batched",
        Reply.json(
            "{\"orders\": [{\"order_id\": \"one\", \"client_order_id\": \"a\", \"reduced_by\": \"10.00\"}]}"));
    List<LimitOrder> orders =
        List.of(
            ORDER.withClientOrderId(ClientOrderId.of("a")),
            ORDER.withClientOrderId(ClientOrderId.of("b")));

    assertThat((List<?>) run("AllOrNone", "place", client, orders))
        .isEqualTo(List.of("b refused: insufficient_balance"));

    assertThat(only("DELETE /portfolio/events/orders/batched").body()).contains("\"one\"");
  }

  @Test
  void aCarefulTraderFindsTheOrderWhoseAnswerWasLost() throws Exception {
    exchange.on("GET /exchange/status", recorded("GetExchangeStatus"));
    exchange.on(PLACE, Reply.fault(Reply.Fault.RESET_AFTER_BODY));
    freshness();
    exchange.on(
        "GET /portfolio/orders",
        request -> {
          String sent = JSON.readTree(only(PLACE).body()).get("client_order_id").asString();
          return Reply.json(
              response("GetOrders")
                  .toString()
                  .replace("d60685ab-e2cb-41cc-a7ad-a62bb72ed29c", sent)
                  .replace("Y3Vyc29y", ""));
        });
    List<String> journal = new ArrayList<>();

    assertThat(placeCarefully(journal)).contains(PLACED);

    assertThat(journal).containsExactly("sending", "done placed as " + PLACED);
    assertThat(exchange.requests(PLACE)).hasSize(1);
  }

  @Test
  void aCarefulTraderWaitsUntilTheOrderCanNoLongerArrive() throws Exception {
    exchange.on("GET /exchange/status", recorded("GetExchangeStatus"));
    exchange.on(PLACE, Reply.fault(Reply.Fault.RESET_AFTER_BODY));
    freshness();
    exchange.on("GET /portfolio/orders", Reply.status(502), orders());
    exchange.on("GET /historical/orders", orders());
    Instant before = time.now();
    List<String> journal = new ArrayList<>();

    assertThat(placeCarefully(journal)).isEmpty();

    assertThat(journal).containsExactly("sending", "done not placed");
    assertThat(Duration.between(before, time.now())).isGreaterThan(Duration.ofSeconds(10));
    assertThat(exchange.requests(PLACE)).hasSize(1);
  }

  private Optional<Object> placeCarefully(List<String> journal) throws Exception {
    Class<?> type = examples.loadClass("example.CarefulTrader");
    Class<?> journalType = examples.loadClass("example.CarefulTrader$Journal");
    Object writer =
        Proxy.newProxyInstance(
            examples,
            new Class<?>[] {journalType},
            (proxy, method, arguments) -> {
              boolean done = method.getName().equals("done");
              journal.add(done ? "done " + arguments[1] : method.getName());
              return null;
            });
    Constructor<?> constructor = type.getConstructors()[0];
    Object trader = constructor.newInstance(client, Duration.ofSeconds(10), time, writer);
    Optional<?> placed =
        (Optional<?>) type.getMethod("place", LimitOrder.class).invoke(trader, ORDER);
    return placed.map(id -> id);
  }

  /** Makes the exchange answer how new its answers are: as new as they can be. */
  private void freshness() {
    exchange.on(
        "GET /exchange/user_data_timestamp",
        request -> Reply.json("{\"as_of_time\": \"" + time.now() + "\"}"));
  }

  private static Reply orders() {
    return Reply.json("{\"orders\": [], \"cursor\": \"\"}");
  }

  @Test
  void aListIsReadByHandAsAStreamAndWithItsArchive() throws Exception {
    exchange.on("GET /portfolio/orders", pages("GetOrders"));
    exchange.on("GET /portfolio/fills", pages("GetFills"));
    exchange.on("GET /historical/cutoff", recorded("GetHistoricalCutoff"));
    exchange.on("GET /markets/trades", pages("GetTrades"));
    exchange.on("GET /historical/trades", pages("GetTradesHistorical"));
    exchange.on("GET /portfolio/positions", pages("GetPositions"));
    exchange.on("GET /historical/positions", pages("GetHistoricalPositions"));
    Instant now = time.now();

    assertThat((Integer) run("History", "countOrders", client, MARKET)).isEqualTo(2);
    assertThat((Money) run("History", "fees", client, MARKET)).isEqualTo(Money.of("0.2132"));
    assertThat((Quantity) run("History", "volume", client, MARKET, now, now))
        .isEqualTo(Quantity.of("12.50"));
    assertThat((Collection<?>) run("History", "everyPosition", client)).isNotEmpty();

    assertThat(exchange.requests("GET /portfolio/orders"))
        .extracting(request -> request.query("cursor"))
        .containsExactly(List.of(), List.of(SECOND_PAGE));
  }

  /** Returns a list of two pages, on which the same stands. */
  private static Function<ReceivedRequest, Reply> pages(String operation) {
    return request ->
        Reply.json(
            response(operation)
                .toString()
                .replace("Y3Vyc29y", request.query("cursor").isEmpty() ? SECOND_PAGE : ""));
  }

  @Test
  void everyOutcomeOfAnOrderSaysWhatToDoNext() throws Exception {
    assertThat(next(recorded("CreateOrderV2"))).isEqualTo("placed as " + PLACED);
    assertThat(next(Reply.status(503))).startsWith("may be working: resolve ");
    assertThat(next(Reply.json(429, "{\"error\":\"too many requests\"}")))
        .isEqualTo("not done: later");
    assertThat(next(refusal(409, "fill_or_kill_insufficient_resting_volume", "")))
        .startsWith("killed");
    assertThat(next(refusal(409, "order_already_exists", ""))).startsWith("the name is used up");
    assertThat(next(refusal(400, "insufficient_balance", ""))).contains("move money");
    assertThat(next(refusal(400, "invalid_order", "post only cross"))).contains("crossed");
    assertThat(next(Reply.json(400, "{\"msg\":\"count is odd\"}"))).endsWith("400: count is odd");
  }

  private String next(Reply reply) throws Exception {
    exchange.clear();
    exchange.on(PLACE, reply);
    return run("WhatNext", "place", client, ORDER);
  }

  private static Reply refusal(int status, String code, String details) {
    return Reply.json(
        status,
        "{\"error\":{\"code\":\""
            + code
            + "\",\"message\":\"no\",\"details\":\""
            + details
            + "\"}}");
  }

  @Test
  void anExitThatWouldComeTooLateIsNotSent() throws Exception {
    exchange.on(PLACE, recorded("CreateOrderV2"));
    Constructor<?> constructor = examples.loadClass("example.Paced$Meter").getConstructor();
    CallObserver meter = (CallObserver) constructor.newInstance();
    RateLimits.Bucket small = new RateLimits.Bucket(1, 10);
    ClientConfig config =
        run("Paced", "paced", config().withRateLimits(new RateLimits(small, small)), meter);

    try (KalshiClient paced = KalshiClient.connect(config, TestKeys.credentials())) {
      assertThat((Optional<?>) run("Paced", "leave", paced, ORDER)).isPresent();
      assertThat((Optional<?>) run("Paced", "leave", paced, ORDER)).isEmpty();
    }

    assertThat(only(PLACE).body()).contains("\"reduce_only\":true");
    var tokens = meter.getClass().getDeclaredField("tokens");
    tokens.setAccessible(true);
    assertThat(tokens.get(meter)).hasToString("10");
  }

  private ReceivedRequest only(String operation) {
    List<ReceivedRequest> requests = exchange.requests(operation);
    assertThat(requests).hasSize(1);
    return requests.getFirst();
  }

  /** Returns the answer to an operation that the client's own tests use. */
  private static Reply recorded(String operation) {
    return Reply.json(response(operation).toString());
  }

  private static JsonNode response(String operation) {
    String name = "/rest/" + operation + ".json";
    try (InputStream in = ClientExamplesTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return JSON.readTree(in).get("response");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Calls a static method of an example; those that are not public are for the page's reader. */
  @SuppressWarnings("TypeParameterUnusedInFormals")
  private static <T> T run(String example, String method, Object... arguments) throws Exception {
    return Documents.call(examples, example, method, arguments);
  }
}
