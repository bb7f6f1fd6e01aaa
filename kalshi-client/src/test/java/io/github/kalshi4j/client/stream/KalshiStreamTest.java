package io.github.kalshi4j.client.stream;

import static io.github.kalshi4j.client.testing.FakeFeed.level;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.error.KalshiStreamException;
import io.github.kalshi4j.client.error.StreamErrorCode;
import io.github.kalshi4j.client.testing.FakeSocket;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.ScriptedExchange;
import io.github.kalshi4j.client.testing.TestExchange;
import io.github.kalshi4j.client.testing.suite.KalshiStreamSuite;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.Price;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a user sees of the stream while nothing goes wrong. */
@Timeout(60)
final class KalshiStreamTest extends KalshiStreamSuite {
  @Override
  protected TestExchange open(@Nullable ManualTimeSource clock) {
    return ScriptedExchange.start(clock);
  }

  @Test
  void tellsOfARefusalAndIsThenAsBefore() throws InterruptedException {
    exchange.stream().failNext("subscribe", 26);

    assertThatThrownBy(() -> stream.orderBook(A, book -> {}))
        .isInstanceOfSatisfying(
            KalshiStreamException.class,
            e -> assertThat(e.code()).isEqualTo(StreamErrorCode.MARKET_LIMIT_EXCEEDED))
        .hasMessage(
            "subscribe of orderbook_delta for "
                + A
                + " was refused with code 26: Subscription market limit exceeded; subscribe to"
                + " fewer markets, or open another client for the rest");
    assertThat(stream.listSubscriptions()).isEmpty();
  }

  @Test
  void takesALateRefusalForThatOfTheSubscriptionThatEnded() throws InterruptedException {
    exchange.stream().feed().book(A, List.of(level("0.4000", "10.00")), List.of());
    Seen<String> books = new Seen<>();
    stream.orderBook(A, book -> books.add(book.toString()));
    books.next();
    FakeSocket socket = exchange.stream().awaitConnection();
    socket.awaitCommand("subscribe");

    exchange.stream().answering(false);
    exchange.stream().feed().skip("orderbook_delta");
    exchange.stream().feed().delta(A, BookSide.BID, Price.of("0.4100"), 300);
    long asked = socket.awaitCommand("get_snapshot").id();
    exchange.stream().feed().terminate("orderbook_delta", 10);
    long again = socket.awaitCommand("subscribe").id();
    String text = "\"msg\":{\"code\":7,\"msg\":\"Unknown subscription ID\"}}";
    socket.send("{\"type\":\"error\",\"id\":" + asked + "," + text + "\n");
    String granted = ",\"msg\":{\"channel\":\"orderbook_delta\",\"sid\":9}}\n";
    socket.send("{\"type\":\"subscribed\",\"id\":" + again + granted);
    socket.send(
        "{\"type\":\"orderbook_snapshot\",\"sid\":9,\"seq\":1,\"msg\":{\"market_ticker\":\""
            + A
            + "\",\"market_id\":\"7b0a4c52-0d4b-4a55-9e62-6f1c2f6a1d11\"}}\n");

    assertThat(books.next()).isEqualTo(A + " bid none ask none");
  }

  @Test
  void asksForItsBooksWhereTheExchangeHadTheSubscriptionAlready() throws InterruptedException {
    exchange.stream().answering(false);
    Thread.ofVirtual().start(() -> stream.orderBook(A, book -> {}));
    FakeSocket socket = exchange.stream().awaitConnection();
    long asked = socket.awaitCommand("subscribe").id();

    socket.send("{\"type\":\"ok\",\"id\":" + asked + ",\"sid\":1,\"seq\":7,\"msg\":{}}\n");

    assertThat(socket.awaitCommand("get_snapshot").params().get("market_tickers").toString())
        .contains(A.value());
  }
}
