package io.github.kalshi4j.client.testing.suite;

import static io.github.kalshi4j.client.testing.FakeFeed.level;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.error.KalshiAuthenticationException;
import io.github.kalshi4j.client.stream.BookHandler;
import io.github.kalshi4j.client.stream.MarketSelection;
import io.github.kalshi4j.client.stream.StreamBook;
import io.github.kalshi4j.client.stream.StreamRequest;
import io.github.kalshi4j.client.stream.StreamState;
import io.github.kalshi4j.client.stream.StreamSubscription;
import io.github.kalshi4j.client.stream.SubscriptionList;
import io.github.kalshi4j.client.testing.FakeCommand;
import io.github.kalshi4j.client.testing.FakeSocket;
import io.github.kalshi4j.client.testing.StreamSuite;
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
public abstract class KalshiStreamSuite extends StreamSuite {
  @Test
  void showsABookAndItsChanges() throws InterruptedException {
    happenings.book(A, List.of(level("0.4000", "10.00")), List.of(level("0.4500", "5.00")));
    Seen<String> books = new Seen<>();

    try (StreamSubscription subscription =
        stream.orderBook(A, book -> books.add(book + " " + book.depth(BookSide.BID)))) {
      assertThat(books.next()).isEqualTo(A + " bid 0.4000 ask 0.4500 1");
      happenings.delta(A, BookSide.BID, Price.of("0.4100"), 300);
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

    TradeId first = happenings.trade(A, Price.of("0.4000"), Quantity.ofContracts(1), BookSide.BID);
    happenings.trade(B, Price.of("0.4000"), Quantity.ofContracts(1), BookSide.BID);
    TradeId second = happenings.trade(A, Price.of("0.4000"), Quantity.ofContracts(2), BookSide.ASK);

    assertThat(trades.next()).isEqualTo(first);
    assertThat(trades.next()).isEqualTo(second);
  }

  @Test
  void sharesAChannelAmongSubscriptions() throws InterruptedException {
    Seen<MarketTicker> first = new Seen<>();
    Seen<MarketTicker> second = new Seen<>();
    stream.subscribe(StreamRequest.trades(MarketSelection.of(A)), t -> first.add(t.market()));
    stream.subscribe(StreamRequest.trades(MarketSelection.of(B)), t -> second.add(t.market()));

    happenings.trade(B, Price.of("0.4000"), Quantity.ofContracts(1), BookSide.BID);
    happenings.trade(A, Price.of("0.4000"), Quantity.ofContracts(1), BookSide.BID);

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
    happenings.trade(B, Price.of("0.4000"), Quantity.ofContracts(1), BookSide.BID);
    assertThat(seen.next()).isEqualTo(B);

    subscription.removeMarkets(B);
    happenings.trade(B, Price.of("0.4000"), Quantity.ofContracts(1), BookSide.BID);
    happenings.trade(A, Price.of("0.4000"), Quantity.ofContracts(1), BookSide.BID);
    assertThat(seen.next()).isEqualTo(A);
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
    happenings.book(A, List.of(level("0.4000", "10.00")), List.of(level("0.4500", "5.00")));
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
    happenings.book(A, List.of(level("0.4000", "10.00")), List.of(level("0.4500", "5.00")));
    Seen<String> books = new Seen<>();
    stream.orderBook(A, book -> books.add(book.toString()));
    books.next();

    happenings.drop();
    happenings.delta(A, BookSide.BID, Price.of("0.4100"), 300);
    happenings.delta(A, BookSide.ASK, Price.of("0.4400"), 300);

    assertThat(books.next()).isEqualTo(A + " bid 0.4100 ask 0.4400");
    assertThat(exchange.stream().awaitConnection().awaitCommand("get_snapshot").params())
        .hasToString("{\"sid\":1,\"action\":\"get_snapshot\",\"market_tickers\":[\"" + A + "\"]}");
    assertThat(stream.statistics().gaps()).isEqualTo(1);
    assertThat(stream.statistics().bookRepairs()).isEqualTo(1);
  }

  @Test
  void showsABookAgainThatWasRemovedAndAddedAtOnce() throws InterruptedException {
    MarketTicker other = MarketTicker.of("KXTEST-26NOV27-C");
    happenings.book(A, List.of(level("0.4000", "10.00")), List.of());
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
