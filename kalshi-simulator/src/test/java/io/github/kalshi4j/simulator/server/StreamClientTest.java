package io.github.kalshi4j.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.auth.ApiKeyId;
import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.order.PlacedOrder;
import io.github.kalshi4j.client.stream.BookRequest;
import io.github.kalshi4j.client.stream.FillEvent;
import io.github.kalshi4j.client.stream.MarketSelection;
import io.github.kalshi4j.client.stream.PublicTrade;
import io.github.kalshi4j.client.stream.StreamRequest;
import io.github.kalshi4j.client.stream.StreamSubscription;
import io.github.kalshi4j.client.testing.TestKeys;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.net.http.WebSocketHandshakeException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The project's own client, and the handshake, on the simulated stream. */
class StreamClientTest extends ServerTest {
  private static PlacedOrder place(KalshiClient client, BookSide side, String price) {
    return client
        .orders()
        .place(
            LimitOrder.goodTillCanceled(MARKET, side, Price.of(price), Quantity.ofContracts(10)));
  }

  private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    T next = queue.poll(20, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing came");
    }
    return next;
  }

  @Test
  void theClientKeepsABook() throws Exception {
    place(ann, BookSide.BID, "0.4000");
    BlockingQueue<Optional<Price>> bids = new LinkedBlockingQueue<>();
    try (StreamSubscription books =
        bob.stream()
            .orderBooks(
                BookRequest.of(MarketSelection.of(MARKET)).withEachChange(),
                book -> bids.add(book.bestBid()))) {
      assertThat(next(bids)).contains(Price.of("0.4000"));
      place(ann, BookSide.BID, "0.4500");
      Optional<Price> shown = next(bids);
      while (!shown.equals(Optional.of(Price.of("0.4500")))) {
        shown = next(bids);
      }
      assertThat(books.statistics().dropped()).isZero();
    }
  }

  @Test
  void fillsAreToldToTheirPartiesAndTradesToAll() throws Exception {
    BlockingQueue<PublicTrade> trades = new LinkedBlockingQueue<>();
    BlockingQueue<FillEvent> fills = new LinkedBlockingQueue<>();
    MarketSelection all = MarketSelection.all();
    try (StreamSubscription tape = bob.stream().subscribe(StreamRequest.trades(all), trades::add);
        StreamSubscription own = bob.stream().subscribe(StreamRequest.fills(all), fills::add)) {
      place(ann, BookSide.BID, "0.4000");
      PlacedOrder taken = place(bob, BookSide.ASK, "0.4000");
      PublicTrade trade = next(trades);
      FillEvent fill = next(fills);
      assertThat(trade.price()).isEqualTo(Price.of("0.4000"));
      assertThat(fill.order()).isEqualTo(taken.id()); // and not Ann's
      assertThat(fill.id()).isEqualTo(trade.id());
      assertThat(fills).isEmpty();
    }
  }

  @Test
  void keysOfBothKindsMayConnect() throws Exception {
    ApiKeyId rsa = ApiKeyId.of("5f3c1b1e-0000-4000-8000-000000000001");
    exchange.accept(rsa, TestKeys.RSA.getPublic(), ANN);
    Credentials key = Credentials.of(rsa, TestKeys.RSA.getPrivate());
    for (Credentials each : new Credentials[] {annsKey, key}) {
      try (RawStream stream =
          RawStream.open(exchange.streamUrl(), RawStream.headers(each, time.now()))) {
        assertThat(stream.ask("{\"id\":1,\"cmd\":\"list_subscriptions\"}")).contains("ok");
      }
    }
  }

  @Test
  void whoDoesNotSignIsRefused() {
    assertThatThrownBy(() -> RawStream.open(exchange.streamUrl()))
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(401));
    String[] stale = RawStream.headers(annsKey, time.now().minusSeconds(60));
    assertThatThrownBy(() -> RawStream.open(exchange.streamUrl(), stale))
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(401));
  }
}
