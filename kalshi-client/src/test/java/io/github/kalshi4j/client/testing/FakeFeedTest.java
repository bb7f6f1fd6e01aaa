package io.github.kalshi4j.client.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.stream.BookSnapshot;
import io.github.kalshi4j.client.stream.FillEvent;
import io.github.kalshi4j.client.stream.MarketLifecycle;
import io.github.kalshi4j.client.stream.MarketPositionEvent;
import io.github.kalshi4j.client.stream.OrderBooks;
import io.github.kalshi4j.client.stream.PublicTrade;
import io.github.kalshi4j.client.stream.StreamDecoder;
import io.github.kalshi4j.client.stream.StreamError;
import io.github.kalshi4j.client.stream.StreamEvent;
import io.github.kalshi4j.client.stream.Subscribed;
import io.github.kalshi4j.client.stream.SubscriptionList;
import io.github.kalshi4j.client.stream.Ticker;
import io.github.kalshi4j.client.stream.Unsubscribed;
import io.github.kalshi4j.client.stream.UserOrder;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.TradeId;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the feed sends is what this client's decoder reads. */
class FakeFeedTest {
  private static final MarketTicker A = MarketTicker.of("KXTEST-26NOV27-A");
  private static final Price PRICE = Price.of("0.4000");
  private static final Quantity TWO = Quantity.of("2.00");

  private final FakeExchange exchange = FakeExchange.start();
  private final FakeFeed feed = exchange.stream().feed();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Received received = new Received();

  @AfterEach
  void closeAll() {
    http.shutdownNow();
    exchange.close();
    http.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void leadsAFollowersBookToItsOwn(boolean useYesPrice) throws Exception {
    subscribe(
        "{\"channels\":[\"orderbook_delta\"],\"market_tickers\":[\"%s\"],\"use_yes_price\":%s}"
            .formatted(A, useYesPrice));
    feed.book(
        A,
        List.of(FakeFeed.level("0.4000", "10.00")),
        List.of(FakeFeed.level("0.4500", "7.00"), FakeFeed.level("0.4600", "1.00")));
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      BookSide side = random.nextBoolean() ? BookSide.BID : BookSide.ASK;
      Price price = Price.ofCents(random.nextInt(45) + (side == BookSide.BID ? 1 : 50));
      feed.delta(A, side, price, 1 + random.nextInt(500));
      feed.levels(A, side).stream()
          .skip(2)
          .findFirst()
          .ifPresent(level -> feed.delta(A, side, level.price(), -level.quantity().hundredths()));
    }
    feed.send("orderbook_delta", "end", "{}");

    StreamDecoder decoder = new StreamDecoder(useYesPrice);
    OrderBooks books = new OrderBooks(market -> PriceGrid.uniform(Price.ofCents(1)));
    for (String frame = received.next(); !frame.contains("\"end\""); frame = received.next()) {
      books.apply(decoder.decode(frame.getBytes(UTF_8)));
    }

    for (BookSide side : BookSide.values()) {
      assertThat(books.book(A).orElseThrow().levels(side, 1000))
          .isNotEmpty()
          .containsExactlyElementsOf(feed.levels(A, side));
    }
    assertThat(books.gaps()).isZero();
    assertThat(books.faults()).isZero();
  }

  @Test
  void speaksNothingThatTheDecoderDoesNotKnow() throws Exception {
    WebSocket client =
        subscribe(
            "{\"channels\":[\"orderbook_delta\",\"ticker\",\"trade\",\"fill\",\"user_orders\","
                + "\"market_positions\",\"market_lifecycle_v2\"],\"market_tickers\":[\"%s\"]}"
                    .formatted(A));
    feed.ticker(A);
    TradeId trade = feed.trade(A, PRICE, TWO, BookSide.ASK);
    feed.fill(trade, OrderId.of("o"), A, BookSide.BID, PRICE, TWO, false);
    feed.userOrder(OrderId.of("o"), A, BookSide.BID, PRICE, TWO, TWO, "executed");
    feed.position(A);
    feed.lifecycle(A, "determined", "{\"result\":\"yes\",\"settlement_value\":\"1.0000\"}");
    feed.terminate("trade", 10);
    client.sendText("{\"id\":2,\"cmd\":\"unsubscribe\",\"params\":{\"sids\":[2]}}", true).join();
    client.sendText("{\"id\":3,\"cmd\":\"list_subscriptions\"}", true).join();

    StreamDecoder decoder = new StreamDecoder();
    List<StreamEvent> events = new ArrayList<>();
    for (int i = 0; i < 17; i++) {
      events.add(decoder.decode(received.next().getBytes(UTF_8)));
    }

    assertThat(events.subList(0, 8))
        .hasOnlyElementsOfTypes(Subscribed.class, BookSnapshot.class)
        .filteredOn(Subscribed.class::isInstance)
        .hasSize(7);
    assertThat(events.subList(8, 17))
        .extracting(Object::getClass)
        .containsExactly(
            Ticker.class,
            PublicTrade.class,
            FillEvent.class,
            UserOrder.class,
            MarketPositionEvent.class,
            MarketLifecycle.class,
            StreamError.class,
            Unsubscribed.class,
            SubscriptionList.class);
    assertThat(((FillEvent) events.get(10)).id()).isEqualTo(trade);
    assertThat(decoder.statistics().unknownFields()).isEmpty();
    assertThat(decoder.statistics().unrecognized()).isZero();
  }

  /** Subscribes and returns once the server has answered. */
  private WebSocket subscribe(String params) throws Exception {
    exchange.stream().requireSignature(false);
    WebSocket client =
        http.newWebSocketBuilder()
            .buildAsync(exchange.streamUrl(), received)
            .get(10, TimeUnit.SECONDS);
    client.sendText("{\"id\":1,\"cmd\":\"subscribe\",\"params\":" + params + '}', true).join();
    exchange.stream().awaitConnection().awaitCommand("subscribe");
    return client;
  }
}
