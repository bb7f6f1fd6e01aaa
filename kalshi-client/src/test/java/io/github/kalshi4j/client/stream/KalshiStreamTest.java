package io.github.kalshi4j.client.stream;

import static io.github.kalshi4j.client.testing.FakeFeed.level;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.error.KalshiAuthenticationException;
import io.github.kalshi4j.client.error.KalshiStreamException;
import io.github.kalshi4j.client.error.StreamErrorCode;
import io.github.kalshi4j.client.testing.FakeCommand;
import io.github.kalshi4j.client.testing.FakeSocket;
import io.github.kalshi4j.client.testing.StreamTest;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.TradeId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a user sees of the stream while nothing goes wrong. */
@Timeout(60)
final class KalshiStreamTest extends StreamTest {
  @Test
  void showsABookAndItsChanges() throws InterruptedException {
    feed.book(A, List.of(level("0.4000", "10.00")), List.of(level("0.4500", "5.00")));
    Seen<String> books = new Seen<>();

    try (StreamSubscription subscription =
        stream.orderBook(A, book -> books.add(book + " " + book.depth(BookSide.BID)))) {
      assertThat(books.next()).isEqualTo(A + " bid 0.4000 ask 0.4500 1");
      feed.delta(A, BookSide.BID, Price.of("0.4100"), 300);
      assertThat(books.next()).isEqualTo(A + " bid 0.4100 ask 0.4500 2");
      assertThat(subscription.markets()).containsExactly(A);
    }
  }

  @Test
  void asksForYesPricesAndForNoTickersInAnswers() throws InterruptedException {
    stream.orderBook(A, book -> {}).close();

    FakeCommand command = exchange.stream().awaitConnection().awaitCommand("subscribe");

    assertThat(command.params().get("use_yes_price").booleanValue()).isTrue();
    assertThat(command.params().get("skip_ticker_ack").booleanValue()).isTrue();
  }

  @Test
  void handsOnTradesInOrder() throws InterruptedException {
    Seen<TradeId> trades = new Seen<>();
    stream.subscribe(StreamRequest.trades(MarketSelection.of(A)), trade -> trades.add(trade.id()));

    TradeId first = feed.trade(A, Price.of("0.4000"), Quantity.ofContracts(1), BookSide.BID);
    feed.trade(B, Price.of("0.4000"), Quantity.ofContracts(1), BookSide.BID);
    TradeId second = feed.trade(A, Price.of("0.4000"), Quantity.ofContracts(2), BookSide.ASK);

    assertThat(trades.next()).isEqualTo(first);
    assertThat(trades.next()).isEqualTo(second);
  }

  @Test
  void sharesAChannelAmongSubscriptions() throws InterruptedException {
    Seen<MarketTicker> first = new Seen<>();
    Seen<MarketTicker> second = new Seen<>();
    stream.subscribe(StreamRequest.trades(MarketSelection.of(A)), t -> first.add(t.market()));
    stream.subscribe(StreamRequest.trades(MarketSelection.of(B)), t -> second.add(t.market()));

    feed.trade(B, Price.of("0.4000"), Quantity.ofContracts(1), BookSide.BID);
    feed.trade(A, Price.of("0.4000"), Quantity.ofContracts(1), BookSide.BID);

    assertThat(first.next()).isEqualTo(A);
    assertThat(second.next()).isEqualTo(B);
    assertThat(stream.listSubscriptions()).containsExactly(new SubscriptionList.Entry("trade", 1));
  }

  @Test
  void addsAndRemovesMarkets() throws InterruptedException {
    Seen<MarketTicker> seen = new Seen<>();
    StreamSubscription subscription =
        stream.subscribe(StreamRequest.trades(MarketSelection.of(A)), t -> seen.add(t.market()));

    subscription.addMarkets(B);
    feed.trade(B, Price.of("0.4000"), Quantity.ofContracts(1), BookSide.BID);
    assertThat(seen.next()).isEqualTo(B);

    subscription.removeMarkets(B);
    feed.trade(B, Price.of("0.4000"), Quantity.ofContracts(1), BookSide.BID);
    feed.trade(A, Price.of("0.4000"), Quantity.ofContracts(1), BookSide.BID);
    assertThat(seen.next()).isEqualTo(A);
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
  void failsAtOnceWhereTheKeyIsRefused() {
    exchange.stream().refuseAlways(401, "{}");

    assertThatThrownBy(() -> stream.orderBook(A, book -> {}))
        .isInstanceOf(KalshiAuthenticationException.class)
        .hasMessageContaining("the stream does not accept the key");
  }

  @Test
  void comesBackWithItsBooks() throws InterruptedException {
    feed.book(A, List.of(level("0.4000", "10.00")), List.of(level("0.4500", "5.00")));
    Seen<String> books = new Seen<>();
    stream.orderBook(
        A,
        new BookHandler() {
          @Override
          public void onBook(StreamBook book) {
            books.add(book.toString());
          }

          @Override
          public void onStale(MarketTicker market) {
            books.add("stale");
          }
        });
    assertThat(books.next()).isEqualTo(A + " bid 0.4000 ask 0.4500");

    FakeSocket first = exchange.stream().awaitConnection();
    first.reset();
    assertThat(books.next()).isEqualTo("stale");
    exchange.stream().awaitConnection();

    assertThat(books.next()).isEqualTo(A + " bid 0.4000 ask 0.4500");
    assertThat(stream.statistics().connections()).isEqualTo(2);
  }

  @Test
  void repairsABookAfterAGap() throws InterruptedException {
    feed.book(A, List.of(level("0.4000", "10.00")), List.of(level("0.4500", "5.00")));
    Seen<String> books = new Seen<>();
    stream.orderBook(A, book -> books.add(book.toString()));
    books.next();

    feed.drop();
    feed.delta(A, BookSide.BID, Price.of("0.4100"), 300);
    feed.delta(A, BookSide.ASK, Price.of("0.4400"), 300);

    assertThat(books.next()).isEqualTo(A + " bid 0.4100 ask 0.4400");
    assertThat(exchange.stream().awaitConnection().awaitCommand("get_snapshot").params())
        .hasToString("{\"sid\":1,\"action\":\"get_snapshot\",\"market_tickers\":[\"" + A + "\"]}");
    assertThat(stream.statistics().gaps()).isEqualTo(1);
    assertThat(stream.statistics().bookRepairs()).isEqualTo(1);
  }

  @Test
  void showsABookAgainThatWasRemovedAndAddedAtOnce() throws InterruptedException {
    MarketTicker other = MarketTicker.of("KXTEST-26NOV27-C");
    feed.book(A, List.of(level("0.4000", "10.00")), List.of());
    Seen<String> books = new Seen<>();
    StreamSubscription subscription = stream.orderBook(A, book -> books.add(book.toString()));
    assertThat(books.next()).isEqualTo(A + " bid 0.4000 ask none");
    FakeSocket socket = exchange.stream().awaitConnection();

    // While one command is under way, the exchange is told of nothing else, so A stays granted.
    exchange.stream().dropNext("add_markets");
    Thread.ofVirtual()
        .start(() ->
            assertThatThrownBy(() -> subscription.addMarkets(other))
                .isInstanceOf(IllegalStateException.class)); // as the stream is closed before
    socket.awaitCommand("add_markets");
    subscription.removeMarkets(A);
    subscription.addMarkets(A);

    assertThat(books.next()).isEqualTo(A + " bid 0.4000 ask none");
  }

  @Test
  void takesALateRefusalForThatOfTheSubscriptionThatEnded() throws InterruptedException {
    feed.book(A, List.of(level("0.4000", "10.00")), List.of());
    Seen<String> books = new Seen<>();
    stream.orderBook(A, book -> books.add(book.toString()));
    books.next();
    FakeSocket socket = exchange.stream().awaitConnection();
    socket.awaitCommand("subscribe");

    exchange.stream().answering(false);
    feed.skip("orderbook_delta");
    feed.delta(A, BookSide.BID, Price.of("0.4100"), 300);
    long asked = socket.awaitCommand("get_snapshot").id();
    feed.terminate("orderbook_delta", 10);
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

  @Test
  void closesWithAWordOfGoodbye() throws InterruptedException {
    stream.orderBook(A, book -> {});
    FakeSocket socket = exchange.stream().awaitConnection();

    stream.close();

    assertThat(socket.awaitClose()).isEqualTo(1000);
    assertThat(stream.state()).isInstanceOf(StreamState.Closed.class);
    assertThatThrownBy(() -> stream.orderBook(A, book -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the stream is closed");
  }

  @Test
  void tellsItsStates() throws InterruptedException {
    Seen<StreamState> states = new Seen<>();
    stream.observe(states::add);
    assertThat(states.next()).isInstanceOf(StreamState.Idle.class);

    stream.orderBook(A, book -> {});

    assertThat(states.next()).isInstanceOf(StreamState.Connecting.class);
    assertThat(states.next()).isInstanceOf(StreamState.Connected.class);
    exchange.stream().awaitConnection().close(1001, "maintenance");
    StreamState.Disconnected lost = await(states, StreamState.Disconnected.class);
    assertThat(lost.reason()).isEqualTo("the exchange closed it with code 1001: maintenance");
    assertThat(lost.retryIn()).isLessThanOrEqualTo(Duration.ofMillis(50));
    await(states, StreamState.Connected.class);
  }
}
