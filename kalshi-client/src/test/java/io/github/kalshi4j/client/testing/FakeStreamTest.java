package io.github.kalshi4j.client.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.TradeId;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The scripted stream is held to RFC 6455 by the JDK's client, and to the exchange's words. */
class FakeStreamTest {
  private static final MarketTicker A = MarketTicker.of("KXTEST-26NOV27-A");
  private static final MarketTicker B = MarketTicker.of("KXTEST-26NOV27-B");

  private final FakeExchange exchange = FakeExchange.start();
  private final FakeStream stream = exchange.stream();
  private final FakeFeed feed = stream.feed();
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final Received received = new Received();

  @AfterEach
  void closeAll() {
    http.shutdownNow();
    exchange.close();
    http.close();
  }

  @Test
  void acceptsAnUpgradeSignedRight() throws Exception {
    connect();
    FakeSocket socket = stream.awaitConnection();

    assertThat(socket.request().isSigned()).isTrue();
    assertThat(socket.isOpen()).isTrue();
    assertThat(stream.connections()).isEqualTo(1);
    assertThat(stream.open()).isEqualTo(1);
  }

  @Test
  void refusesAWrongSignatureAndNone() {
    assertThat(refusalOf(signed("GET/trade-api/ws/v2x", TestKeys.ED25519.getPrivate())))
        .isEqualTo(401);
    assertThat(refusalOf(http.newWebSocketBuilder())).isEqualTo(401);
    assertThat(
            refusalOf(http.newWebSocketBuilder().header("KALSHI-ACCESS-SIGNATURE", "no base 64")))
        .isEqualTo(401);
    assertThat(stream.connections()).isZero();
    assertThat(stream.upgrades()).hasSize(3);
  }

  @Test
  void acceptsAnUnsignedUpgradeWhereToldTo() throws Exception {
    stream.requireSignature(false);

    connect(http.newWebSocketBuilder());

    assertThat(stream.awaitConnection().request().isSigned()).isFalse();
  }

  @Test
  void refusesAsScriptedAndThenAccepts() throws Exception {
    stream.refuse(503, "{}");
    stream.refuseAlways(429, "{}");

    assertThat(refusalOf(signed())).isEqualTo(503);
    assertThat(refusalOf(signed())).isEqualTo(429);
    assertThat(refusalOf(signed())).isEqualTo(429);
    stream.acceptUpgrades();
    connect();

    assertThat(stream.awaitConnection().isOpen()).isTrue();
  }

  @Test
  void neverAnswersAStalledHandshake() throws Exception {
    stream.stallHandshake();

    CompletableFuture<WebSocket> connecting = signed().buildAsync(exchange.streamUrl(), received);
    stream.awaitUpgrade();

    assertThat(connecting).isNotDone();
    connect();
    assertThat(connecting).isNotDone();
  }

  @Test
  void refusesConnectionsWhileItDoesNotListenAndKeepsThoseThereAre() throws Exception {
    connect();
    FakeSocket socket = stream.awaitConnection();

    exchange.stopListening();
    assertThatThrownBy(() -> signed().buildAsync(exchange.streamUrl(), new Received()).join())
        .hasCauseInstanceOf(ConnectException.class);
    socket.send("still here");
    assertThat(received.next()).isEqualTo("still here");
    exchange.listenAgain();

    signed().buildAsync(exchange.streamUrl(), new Received()).join();
    assertThat(stream.awaitConnection().isOpen()).isTrue();
    assertThat(stream.open()).isEqualTo(2);
  }

  @Test
  void answersRestBesideTheStream() throws Exception {
    connect();
    exchange.on("GET /exchange/status", Reply.json("{\"trading_active\":true}"));

    HttpRequest request =
        HttpRequest.newBuilder(URI.create(exchange.baseUrl() + "/exchange/status")).build();

    assertThat(http.send(request, BodyHandlers.ofString()).body())
        .isEqualTo("{\"trading_active\":true}");
    assertThat(exchange.requests()).hasSize(1);
  }

  @Test
  void speaksOverTls() throws Exception {
    try (FakeExchange secure = FakeExchange.startTls(TestTls.CONTEXT);
        HttpClient client = HttpClient.newBuilder().sslContext(TestTls.CONTEXT).build()) {
      Received.sign(
              client.newWebSocketBuilder(), "GET/trade-api/ws/v2", TestKeys.ED25519.getPrivate())
          .buildAsync(secure.streamUrl(), received)
          .get(10, TimeUnit.SECONDS);
      secure.stream().awaitConnection().send("hello");

      assertThat(received.next()).isEqualTo("hello");
      client.shutdownNow();
    }
  }

  @Test
  void deliversFragmentsThatSplitACharacter() throws Exception {
    connect();
    FakeSocket socket = stream.awaitConnection();

    socket.sendFragmented("{\"a\":\"½€\"}", 1, 7, 9);
    assertThat(received.next()).isEqualTo("{\"a\":\"½€\"}");
    String large = "x".repeat(70_000);
    socket.send(large);
    assertThat(received.next()).isEqualTo(large);
  }

  @Test
  void refusedFramesEndTheClient() throws Exception {
    connect();
    FakeSocket socket = stream.awaitConnection();

    socket.sendBytes(1, new byte[] {(byte) 0xC3, (byte) 0x28});

    assertThat(received.error.get(10, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
    assertThat(socket.awaitClose()).isIn(1002, 1006, 1007);
  }

  @Test
  void pingsAndAnswersPings() throws Exception {
    WebSocket client = connect();
    FakeSocket socket = stream.awaitConnection();

    socket.ping("heartbeat");
    assertThat(socket.awaitPong()).isEqualTo("heartbeat");
    client.sendPing(ByteBuffer.wrap("there?".getBytes(UTF_8))).join();
    assertThat(socket.awaitPing()).isEqualTo("there?");
    assertThat(received.next()).isEqualTo("pong there?");
    socket.answerPings(false);
    client.sendPing(ByteBuffer.wrap("now?".getBytes(UTF_8))).join();
    assertThat(socket.awaitPing()).isEqualTo("now?");
    socket.send("no pong before this");
    assertThat(received.next()).isEqualTo("no pong before this");
  }

  @Test
  void closesWithACodeAndHearsTheClientsAnswer() throws Exception {
    connect();
    FakeSocket socket = stream.awaitConnection();

    socket.close(1012, "restart");

    assertThat(received.next()).isEqualTo("close 1012 restart");
    assertThat(socket.awaitClose()).isEqualTo(1012);
    assertThat(stream.open()).isZero();
  }

  @Test
  void hearsTheCodeAClientClosesWith() throws Exception {
    WebSocket client = connect();
    FakeSocket socket = stream.awaitConnection();

    client.sendClose(1000, "done").join();

    assertThat(socket.awaitClose()).isEqualTo(1000);
    assertThat(received.next()).isEqualTo("close 1000 ");
    stream.awaitOpen(0);
  }

  @Test
  void resetsTheConnection() throws Exception {
    connect();
    FakeSocket socket = stream.awaitConnection();

    socket.reset();

    assertThat(received.error.get(10, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
    assertThat(socket.awaitClose()).isEqualTo(1006);
  }

  @Test
  void fallsSilentUntilTheClientGivesUp() throws Exception {
    WebSocket client = connect();
    FakeSocket socket = stream.awaitConnection();

    socket.fallSilent();
    socket.send("never seen");
    client.sendText("{\"id\":1,\"cmd\":\"list_subscriptions\"}", true).join();
    assertThat(socket.isOpen()).isTrue();
    client.abort();

    assertThat(socket.awaitClose()).isEqualTo(1006);
    assertThat(received.messages).isEmpty();
    assertThat(socket.commands()).isEmpty();
  }

  @Test
  void answersASubscriptionWithItsSnapshot() throws Exception {
    feed.book(
        A,
        List.of(FakeFeed.level("0.4000", "10.00"), FakeFeed.level("0.4100", "2.50")),
        List.of(FakeFeed.level("0.4500", "7.00"), FakeFeed.level("0.4600", "1.00")));
    WebSocket client = connect();
    FakeSocket socket = stream.awaitConnection();

    say(client, subscribe(1, "orderbook_delta", A));
    FakeCommand command = socket.awaitCommand("subscribe");

    assertThat(command.id()).isEqualTo(1);
    assertThat(command.params().path("market_tickers").get(0).asString()).isEqualTo(A.value());
    assertThat(received.next())
        .isEqualTo(
            "{\"type\":\"subscribed\",\"id\":1,\"msg\":{\"channel\":\"orderbook_delta\",\"sid\":1}}\n");
    assertThat(received.next())
        .isEqualTo(
            "{\"type\":\"orderbook_snapshot\",\"sid\":1,\"seq\":1,\"msg\":{"
                + market(A)
                + ",\"yes_dollars_fp\":[[\"0.4000\",\"10.00\"],[\"0.4100\",\"2.50\"]]"
                + ",\"no_dollars_fp\":[[\"0.5400\",\"1.00\"],[\"0.5500\",\"7.00\"]]}}\n");
  }

  @Test
  void sendsDeltasInThePricesASubscriptionAskedFor() throws Exception {
    feed.at(Instant.parse("2026-07-04T12:00:00.446440Z"));
    WebSocket client = connect();
    say(
        client,
        "{\"id\":1,\"cmd\":\"subscribe\",\"params\":{\"channels\":[\"orderbook_delta\"],"
            + "\"market_ticker\":\"KXTEST-26NOV27-A\",\"use_yes_price\":true}}");
    FakeSocket socket = stream.awaitConnection();
    socket.awaitCommand();

    feed.delta(A, BookSide.ASK, Price.of("0.4500"), 150);
    feed.delta(B, BookSide.ASK, Price.of("0.4500"), 150);
    feed.delta(A, BookSide.ASK, Price.of("0.4500"), -150);

    assertThat(received.skip(1).next())
        .isEqualTo(
            "{\"type\":\"orderbook_snapshot\",\"sid\":1,\"seq\":1,\"msg\":{" + market(A) + "}}\n");
    assertThat(received.next())
        .isEqualTo(
            "{\"type\":\"orderbook_delta\",\"sid\":1,\"seq\":2,\"msg\":{"
                + market(A)
                + ",\"price_dollars\":\"0.4500\",\"delta_fp\":\"1.50\",\"side\":\"no\""
                + ",\"ts\":\"2026-07-04T12:00:00.44644Z\",\"ts_ms\":1783166400446}}\n");
    assertThat(received.next()).contains("\"seq\":3", "\"delta_fp\":\"-1.50\"");
    assertThat(feed.levels(A, BookSide.ASK)).isEmpty();
    assertThat(feed.levels(B, BookSide.ASK)).containsExactly(FakeFeed.level("0.4500", "1.50"));
    assertThatThrownBy(() -> feed.delta(A, BookSide.BID, Price.of("0.4500"), -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tellsGapsDuplicatesAndLateFramesAsScripted() throws Exception {
    WebSocket client = connect();
    say(client, subscribe(1, "orderbook_delta", A));
    stream.awaitConnection().awaitCommand();

    feed.skip("orderbook_delta");
    change(1); // 3
    feed.drop();
    change(2); // 4
    feed.duplicate();
    change(3); // 5
    feed.hold();
    change(4); // 6
    change(5); // 7

    received.skip(2);
    assertThat(received.next()).contains("\"seq\":3,");
    assertThat(received.next()).contains("\"seq\":5,");
    assertThat(received.next()).contains("\"seq\":5,");
    assertThat(received.next()).contains("\"seq\":7,");
    assertThat(received.next()).contains("\"seq\":6,");
    assertThat(feed.levels(A, BookSide.BID)).containsExactly(FakeFeed.level("0.4000", "0.15"));
  }

  @Test
  void mergesASecondSubscriptionAndAnswersCommandsOnIt() throws Exception {
    WebSocket client = connect();
    say(client, subscribe(1, "orderbook_delta", B));
    say(client, subscribe(2, "orderbook_delta", A));
    say(client, update(3, 1, "get_snapshot", A));
    say(client, update(4, 1, "delete_markets", B));
    say(client, update(5, 1, "add_markets", B));
    say(client, "{\"id\":6,\"cmd\":\"list_subscriptions\"}");
    say(client, "{\"id\":7,\"cmd\":\"unsubscribe\",\"params\":{\"sids\":[1,9]}}");

    received.skip(2);
    assertThat(received.next()).isEqualTo(ok(2, 2, A, B));
    assertThat(received.next()).startsWith("{\"type\":\"orderbook_snapshot\",\"sid\":1,\"seq\":3,");
    assertThat(received.next())
        .startsWith("{\"type\":\"orderbook_snapshot\",\"id\":3,\"sid\":1,\"seq\":4,");
    assertThat(received.next()).isEqualTo(ok(4, 5, A));
    assertThat(received.next()).isEqualTo(ok(5, 6, A, B));
    assertThat(received.next()).startsWith("{\"type\":\"orderbook_snapshot\",\"sid\":1,\"seq\":7,");
    assertThat(received.next())
        .isEqualTo(
            "{\"id\":6,\"type\":\"ok\",\"msg\":[{\"channel\":\"orderbook_delta\",\"sid\":1}]}\n");
    assertThat(received.next())
        .isEqualTo("{\"type\":\"unsubscribed\",\"id\":7,\"sid\":1,\"seq\":8}\n");
    assertThat(received.next()).isEqualTo(error(7, 7, "Unknown subscription ID"));
  }

  @Test
  void omitsTheListWhereASubscriptionSkipsIt() throws Exception {
    WebSocket client = connect();
    say(
        client,
        "{\"id\":1,\"cmd\":\"subscribe\",\"params\":{\"channels\":[\"ticker\"],"
            + "\"market_tickers\":[\"KXTEST-26NOV27-A\"],\"skip_ticker_ack\":true,"
            + "\"send_initial_snapshot\":true}}");
    say(client, update(2, 1, "add_markets", B));

    received.skip(1);
    assertThat(received.next())
        .startsWith("{\"type\":\"ticker\",\"sid\":1,\"msg\":{" + market(A))
        .contains("\"yes_bid_dollars\":\"0.0000\"", "\"yes_ask_dollars\":\"1.0000\"");
    assertThat(received.next()).isEqualTo("{\"type\":\"ok\",\"id\":2,\"sid\":1,\"msg\":{}}\n");
    assertThat(received.next()).startsWith("{\"type\":\"ticker\",\"sid\":1,\"msg\":{" + market(B));
  }

  @Test
  void refusesCommandsAsTheExchangeDoes() throws Exception {
    WebSocket client = connect();
    say(client, "{\"id\":1,");
    say(client, "{\"id\":2,\"cmd\":\"subscribe\"}");
    say(client, "{\"id\":3,\"cmd\":\"subscribe\",\"params\":{}}");
    say(client, "{\"id\":4,\"cmd\":\"unsubscribe\",\"params\":{}}");
    say(client, "{\"id\":5,\"cmd\":\"dance\",\"params\":{}}");
    say(client, update(6, 4, "add_markets", A));
    say(client, subscribe(7, "trade\",\"ticker_v2", A));
    say(client, update(8, 1, "get_snapshot", A));
    say(client, "{\"id\":9,\"cmd\":\"update_subscription\",\"params\":{\"sids\":[1,2]}}");
    say(client, "{\"id\":10,\"cmd\":\"update_subscription\",\"params\":{\"sid\":1}}");
    say(client, subscribe(11, "orderbook_delta"));
    say(client, subscribe(12, "cfbenchmarks_value\",\"pyth_value"));
    say(client, update(13, 2, "subscribe_indices"));
    say(client, update(14, 3, "subscribe_underlyings"));
    say(
        client,
        "{\"id\":15,\"cmd\":\"subscribe\",\"params\":{\"channels\":[\"trade\"],"
            + "\"market_tickers\":7}}");

    assertThat(received.next()).isEqualTo(error(0, 1, "Unable to process message"));
    assertThat(received.next()).isEqualTo(error(2, 2, "Params required"));
    assertThat(received.next()).isEqualTo(error(3, 3, "Channels required"));
    assertThat(received.next()).isEqualTo(error(4, 4, "Subscription IDs required"));
    assertThat(received.next()).isEqualTo(error(5, 5, "Unknown command"));
    assertThat(received.next()).isEqualTo(error(6, 7, "Unknown subscription ID"));
    assertThat(received.next()).startsWith("{\"type\":\"subscribed\",\"id\":7,");
    assertThat(received.next()).isEqualTo(error(7, 8, "Unknown channel name"));
    assertThat(received.next())
        .isEqualTo(
            "{\"type\":\"error\",\"id\":8,\"sid\":1,\"seq\":1,"
                + "\"msg\":{\"code\":13,\"msg\":\"Unsupported action\"}}\n");
    assertThat(received.next()).isEqualTo(error(9, 12, "Exactly one subscription ID is required"));
    assertThat(received.next()).contains("\"id\":10,", "\"code\":15,");
    assertThat(received.next()).isEqualTo(error(11, 14, "Market Ticker required"));
    received.skip(2);
    assertThat(received.next()).contains("\"id\":13,", "\"code\":24,", "Index IDs required");
    assertThat(received.next()).contains("\"id\":14,", "\"code\":28,");
    assertThat(received.next()).isEqualTo(error(15, 11, "Invalid parameter"));
  }

  @Test
  void failsAndDropsCommandsAsScripted() throws Exception {
    stream.failNext("subscribe", 27);
    stream.dropNext("subscribe");
    WebSocket client = connect();

    say(client, subscribe(1, "trade"));
    say(client, subscribe(2, "trade"));
    say(client, subscribe(3, "trade"));

    assertThat(received.next()).isEqualTo(error(1, 27, "Too many requests"));
    assertThat(received.next()).startsWith("{\"type\":\"subscribed\",\"id\":3,");
    assertThat(stream.awaitConnection().awaitCommand("subscribe").id()).isEqualTo(1);
  }

  @Test
  void failsOneActionOfASubscription() throws Exception {
    stream.failNext("get_snapshot", 18);
    stream.dropNext("add_markets");
    WebSocket client = connect();

    say(client, subscribe(1, "orderbook_delta", A));
    say(client, update(2, 1, "add_markets", B));
    say(client, update(3, 1, "get_snapshot", A));
    say(client, update(4, 1, "get_snapshot", A));

    received.skip(2);
    assertThat(received.next())
        .isEqualTo(
            "{\"type\":\"error\",\"id\":3,\"sid\":1,\"seq\":2,"
                + "\"msg\":{\"code\":18,\"msg\":\"Command timeout\"}}\n");
    assertThat(received.next()).contains("\"id\":4,\"sid\":1,\"seq\":3,");
    FakeSocket socket = stream.awaitConnection();
    assertThat(socket.awaitCommand("get_snapshot").id()).isEqualTo(3);
    assertThat(socket.awaitCommand("subscribe").id()).isEqualTo(1);
    assertThat(socket.commands()).hasSize(4);
  }

  @Test
  void keepsIndicesApart() throws Exception {
    WebSocket client = connect();
    say(client, subscribe(1, "cfbenchmarks_value"));
    say(client, update(2, 1, "subscribe_indices\",\"index_ids\":[\"BRTI\"],\"x\":\""));
    say(client, update(3, 1, "indexlist"));
    stream.awaitConnection().awaitCommand("indexlist");
    feed.send("cfbenchmarks_value", "cfbenchmarks_value", "{\"index_id\":\"ETHUSD_RTI\"}");
    feed.send("cfbenchmarks_value", "cfbenchmarks_value", "{\"index_id\":\"BRTI\"}");

    received.skip(1);
    assertThat(received.next())
        .isEqualTo(
            "{\"type\":\"ok\",\"id\":2,\"sid\":1,\"seq\":1,\"msg\":{\"index_ids\":[\"BRTI\"]}}\n");
    assertThat(received.next())
        .startsWith("{\"type\":\"cfbenchmarks_value_indexlist\",\"id\":3,\"sid\":1,\"seq\":2,");
    assertThat(received.next())
        .isEqualTo(
            "{\"type\":\"cfbenchmarks_value\",\"sid\":1,\"seq\":3,"
                + "\"msg\":{\"index_id\":\"BRTI\"}}\n");
  }

  @Test
  void servesATickerByTheIdOfItsMarket() throws Exception {
    feed.book(A, List.of(FakeFeed.level("0.4000", "3.00")), List.of());
    WebSocket client = connect();
    say(
        client,
        ("{\"id\":1,\"cmd\":\"subscribe\",\"params\":{\"channels\":[\"ticker\"],"
                + "\"market_ids\":[\"%s\"],\"send_initial_snapshot\":true}}")
            .formatted(FakeFeed.marketId(A)));
    stream.awaitConnection().awaitCommand();
    feed.ticker(B);
    feed.ticker(A, Price.of("0.4200"));

    received.skip(1);
    assertThat(received.next())
        .startsWith("{\"type\":\"ticker\",\"sid\":1,\"msg\":{" + market(A))
        .contains("\"yes_bid_dollars\":\"0.4000\"");
    assertThat(received.next()).contains(market(A), "\"price_dollars\":\"0.4200\"");
  }

  @Test
  void stopsReadingUntilItResumes() throws Exception {
    WebSocket client = connect();
    FakeSocket socket = stream.awaitConnection();

    socket.stopReading();
    client.sendPing(ByteBuffer.wrap("first".getBytes(UTF_8))).join();
    say(client, subscribe(1, "trade"));
    assertThat(socket.commands()).isEmpty();
    socket.resume();

    assertThat(socket.awaitPing()).isEqualTo("first");
    assertThat(socket.awaitCommand().id()).isEqualTo(1);
  }

  @Test
  void leavesAnswersToTheTestWhereToldTo() throws Exception {
    stream.answering(false);
    WebSocket client = connect();
    FakeSocket socket = stream.awaitConnection();

    say(client, subscribe(1, "trade"));
    assertThat(socket.awaitCommand().text()).contains("\"trade\"");
    socket.send("mine");

    assertThat(received.next()).isEqualTo("mine");
  }

  @Test
  void terminatesASubscriptionAndLeavesTheOthers() throws Exception {
    WebSocket client = connect();
    say(client, subscribe(1, "trade\",\"fill"));
    stream.awaitConnection().awaitCommand();

    feed.terminate("trade", 25);
    feed.trade(A, Price.of("0.4000"), Quantity.of("1.00"), BookSide.BID);
    feed.fill(
        TradeId.of("t"),
        OrderId.of("o"),
        A,
        BookSide.ASK,
        Price.of("0.4000"),
        Quantity.of("1.00"),
        true);

    received.skip(2);
    assertThat(received.next())
        .isEqualTo(
            "{\"type\":\"error\",\"sid\":1,\"seq\":1,"
                + "\"msg\":{\"code\":25,\"msg\":\"Subscription buffer overflow\"}}\n");
    assertThat(received.next())
        .startsWith("{\"type\":\"fill\",\"sid\":2,\"msg\":{\"trade_id\":\"t\",\"order_id\":\"o\",")
        .contains("\"post_position_fp\":\"-1.00\"");
  }

  @Test
  void tellsTradesTickersOrdersAndLifecycle() throws Exception {
    WebSocket client = connect();
    say(client, subscribe(1, "trade\",\"ticker\",\"user_orders\",\"market_lifecycle_v2"));
    stream.awaitConnection().awaitCommand();
    feed.book(A, List.of(FakeFeed.level("0.4000", "3.00")), List.of());

    TradeId trade = feed.trade(A, Price.of("0.4000"), Quantity.of("5.00"), BookSide.ASK);
    feed.ticker(A);
    feed.userOrder(
        OrderId.of("o"),
        A,
        BookSide.BID,
        Price.of("0.4000"),
        Quantity.of("5.00"),
        Quantity.of("2.00"),
        "resting");
    feed.lifecycle(A, "settled", "{\"settled_ts\":1784500206}");
    feed.send("trade", "surprise", "{\"any\":[1,2]}");

    received.skip(4);
    assertThat(received.next())
        .startsWith("{\"type\":\"trade\",\"sid\":1,\"seq\":1,\"msg\":{\"trade_id\":\"" + trade)
        .contains("\"no_price_dollars\":\"0.6000\"", "\"taker_outcome_side\":\"no\"");
    assertThat(received.next())
        .contains(
            "\"yes_bid_size_fp\":\"3.00\"",
            "\"yes_ask_dollars\":\"1.0000\"",
            "\"last_trade_size_fp\":\"5.00\"",
            "\"dollar_volume\":2,");
    assertThat(received.next())
        .startsWith("{\"type\":\"user_order\",\"sid\":3,\"msg\":")
        .contains("\"remaining_count_fp\":\"3.00\"");
    assertThat(received.next())
        .isEqualTo(
            "{\"type\":\"market_lifecycle_v2\",\"sid\":4,\"seq\":1,\"msg\":"
                + "{\"market_ticker\":\"KXTEST-26NOV27-A\",\"event_type\":\"settled\","
                + "\"settled_ts\":1784500206}}\n");
    assertThat(received.next())
        .isEqualTo("{\"type\":\"surprise\",\"sid\":1,\"seq\":2,\"msg\":{\"any\":[1,2]}}\n");
  }

  @Test
  void closingEndsEveryConnection() throws Exception {
    connect();
    FakeSocket socket = stream.awaitConnection();

    exchange.close();

    assertThat(socket.awaitClose()).isEqualTo(1006);
    assertThat(stream.open()).isZero();
    assertThat(received.error.get(10, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
  }

  @Test
  void servesThousandsOfMarketsOnOneSubscription() throws Exception {
    MarketTicker[] markets = new MarketTicker[5000];
    for (int i = 0; i < markets.length; i++) {
      markets[i] = MarketTicker.of("KXTEST-26NOV27-" + i);
    }
    WebSocket client = connect();

    say(client, subscribe(1, "orderbook_delta", markets));
    stream.awaitConnection().awaitCommand();
    feed.delta(markets[4321], BookSide.BID, Price.of("0.4000"), 100);

    received.skip(5000);
    assertThat(received.next()).contains(market(markets[4999]));
    assertThat(received.next()).contains("\"seq\":5001,", market(markets[4321]));
  }

  @Test
  void closesThoughAClientDoesNotRead() throws Exception {
    WebSocket.Listener deaf =
        new WebSocket.Listener() {
          @Override
          public void onOpen(WebSocket client) {
            // asks for nothing
          }
        };
    try (FakeExchange secure = FakeExchange.startTls(TestTls.CONTEXT);
        HttpClient client = HttpClient.newBuilder().sslContext(TestTls.CONTEXT).build()) {
      for (FakeExchange either : List.of(exchange, secure)) {
        either.stream().requireSignature(false);
        client.newWebSocketBuilder().buildAsync(either.streamUrl(), deaf).get(10, TimeUnit.SECONDS);
        FakeSocket socket = either.stream().awaitConnection();
        for (int i = 0; i < 20; i++) {
          socket.sendBytes(2, new byte[1 << 20]);
        }

        either.close();

        assertThat(socket.isOpen()).isFalse();
      }
      client.shutdownNow();
    }
  }

  private void change(long hundredths) {
    feed.delta(A, BookSide.BID, Price.of("0.4000"), hundredths);
  }

  private WebSocket connect() throws Exception {
    return connect(signed());
  }

  private WebSocket connect(WebSocket.Builder builder) throws Exception {
    return builder.buildAsync(exchange.streamUrl(), received).get(10, TimeUnit.SECONDS);
  }

  private WebSocket.Builder signed() {
    return signed("GET/trade-api/ws/v2", TestKeys.ED25519.getPrivate());
  }

  private WebSocket.Builder signed(String text, PrivateKey key) {
    return Received.sign(http.newWebSocketBuilder(), text, key);
  }

  private int refusalOf(WebSocket.Builder builder) {
    try {
      builder.buildAsync(exchange.streamUrl(), received).orTimeout(10, TimeUnit.SECONDS).join();
      throw new AssertionError("it was accepted");
    } catch (CompletionException e) {
      return ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
    }
  }

  private static void say(WebSocket client, String text) {
    client.sendText(text, true).orTimeout(10, TimeUnit.SECONDS).join();
  }

  private static String subscribe(int id, String channels, MarketTicker... markets) {
    return "{\"id\":%d,\"cmd\":\"subscribe\",\"params\":{\"channels\":[\"%s\"],%s}}"
        .formatted(id, channels, tickers(markets));
  }

  private static String update(int id, int sid, String action, MarketTicker... markets) {
    return "{\"id\":%d,\"cmd\":\"update_subscription\",\"params\":{\"sid\":%d,\"action\":\"%s\",%s}}"
        .formatted(id, sid, action, tickers(markets));
  }

  private static String ok(int id, int seq, MarketTicker... markets) {
    return "{\"type\":\"ok\",\"id\":%d,\"sid\":1,\"seq\":%d,\"msg\":{%s}}\n"
        .formatted(id, seq, tickers(markets));
  }

  private static String error(int id, int code, String text) {
    return "{\"type\":\"error\",%s\"msg\":{\"code\":%d,\"msg\":\"%s\"}}\n"
        .formatted(id == 0 ? "" : "\"id\":" + id + ',', code, text);
  }

  private static String tickers(MarketTicker... markets) {
    List<String> quoted = List.of(markets).stream().map(m -> '"' + m.value() + '"').toList();
    return "\"market_tickers\":[" + String.join(",", quoted) + ']';
  }

  private static String market(MarketTicker market) {
    return "\"market_ticker\":\"%s\",\"market_id\":\"%s\""
        .formatted(market, FakeFeed.marketId(market));
  }
}
