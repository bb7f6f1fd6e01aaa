package io.github.kalshi4j.client.stream;

import static io.github.kalshi4j.client.testing.FakeFeed.level;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.error.KalshiDecodingException;
import io.github.kalshi4j.client.error.KalshiStreamException;
import io.github.kalshi4j.client.error.StreamErrorCode;
import io.github.kalshi4j.client.testing.FakeCommand;
import io.github.kalshi4j.client.testing.FakeSocket;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.StreamTest;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows from each error of the exchange, and from answers that are not as they should. */
@Timeout(60)
final class StreamErrorsTest extends StreamTest {
  private final Seen<Object> seen = new Seen<>();

  private final BookHandler books =
      new BookHandler() {
        @Override
        public void onBook(StreamBook book) {
          seen.add(book.toString());
        }

        @Override
        public void onRefused(RuntimeException reason) {
          seen.add(((KalshiStreamException) reason).number());
        }
      };

  private final StreamHandler<PublicTrade> trades =
      new StreamHandler<>() {
        @Override
        public void on(PublicTrade event) {
          seen.add(event.market());
        }

        @Override
        public void onHole(Hole hole) {
          seen.add(hole.cause());
        }
      };

  private FakeSocket bookOfA() throws InterruptedException {
    feed.book(A, List.of(level("0.4000", "10.00")), List.of(level("0.4500", "5.00")));
    stream.orderBook(A, books);
    assertThat(seen.next()).isEqualTo(A + " bid 0.4000 ask 0.4500");
    return exchange.stream().awaitConnection();
  }

  private void awaitBook(String expected) throws InterruptedException {
    while (!seen.next().equals(A + expected)) {
      // an older state
    }
  }

  /** Every code that says that the command will never do, and one that is not known. */
  static IntStream lasting() {
    return Stream.concat(
            Stream.of(StreamErrorCode.values())
                .filter(code -> !code.mayPass())
                .map(StreamErrorCode::number)
                .filter(number -> number > 0),
            Stream.of(6, 16, 17, 77))
        .mapToInt(Integer::intValue);
  }

  @ParameterizedTest
  @MethodSource("lasting")
  void failsACallThatIsRefusedForGoodAndLeavesTheRestAsItWas(int code) throws Exception {
    FakeSocket socket = bookOfA();
    exchange.stream().failNext("subscribe", code);
    exchange.stream().failNext("add_markets", code);

    assertThatThrownBy(() -> stream.subscribe(StreamRequest.trades(MarketSelection.of(B)), trades))
        .isInstanceOfSatisfying(
            KalshiStreamException.class, e -> assertThat(e.number()).isEqualTo(code));
    assertThatThrownBy(() -> stream.orderBook(B, books))
        .isInstanceOfSatisfying(
            KalshiStreamException.class, e -> assertThat(e.number()).isEqualTo(code));

    feed.delta(A, BookSide.BID, Price.of("0.4100"), 100);
    awaitBook(" bid 0.4100 ask 0.4500");
    stream.subscribe(StreamRequest.trades(MarketSelection.of(B)), trades);
    assertThat(stream.listSubscriptions()).hasSize(2);
    assertThat(stream.statistics().refused()).isEqualTo(2);
    assertThat(stream.statistics().gaps()).isZero();
    assertThat(socket.isOpen()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 10, 18, 25, 27})
  void repeatsACommandWhoseErrorMayPass(int code) throws Exception {
    bookOfA();
    exchange.stream().failNext("subscribe", code);
    exchange.stream().failNext("subscribe", code);
    exchange.stream().failNext("add_markets", code);

    stream.subscribe(StreamRequest.trades(MarketSelection.of(A)).withoutBackfill(), trades);
    StreamSubscription ofB = stream.orderBook(B, books);

    assertThat(ofB.markets()).containsExactly(B);
    assertThat(stream.listSubscriptions()).hasSize(2);
    awaitValid();
  }

  /** Shows that the book of A follows the exchange. */
  private void awaitValid() throws InterruptedException {
    feed.delta(A, BookSide.BID, Price.of("0.4100"), 100);
    awaitBook(" bid 0.4100 ask 0.4500");
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 25})
  void subscribesAnewWhereTheExchangeHasEndedASubscription(int code) throws InterruptedException {
    FakeSocket socket = bookOfA();
    exchange.on("GET /markets/trades", Reply.json("{\"trades\":[],\"cursor\":\"\"}"));
    stream.subscribe(StreamRequest.trades(MarketSelection.of(A)), trades);
    socket.awaitCommand("subscribe");
    socket.awaitCommand("subscribe");

    feed.terminate("trade", code);

    assertThat(seen.next()).isEqualTo(Hole.Cause.RESUBSCRIBED);
    socket.awaitCommand("subscribe");
    feed.trade(A, Price.of("0.4000"), Quantity.ofContracts(1), BookSide.BID);
    assertThat(seen.next()).isEqualTo(A);

    feed.terminate("orderbook_delta", code);

    assertThat(socket.awaitCommand("subscribe").text()).contains("orderbook_delta");
    awaitValid();
    assertThat(stream.statistics().connections()).isEqualTo(1);
  }

  @Test
  void subscribesAnewThoughACommandWasUnderWay() throws Exception {
    FakeSocket socket = bookOfA();
    exchange.stream().dropNext("add_markets");
    CompletableFuture<StreamSubscription> adding = async(() -> stream.orderBook(B, books));
    FakeCommand lost = socket.awaitCommand("add_markets");
    feed.terminate("orderbook_delta", 10);
    socket.awaitCommand("subscribe");
    FakeCommand again = socket.awaitCommand("subscribe");
    assertThat(again.params().get("market_tickers")).hasSize(2);
    assertThat(get(adding).markets()).containsExactly(B);

    // The late answer to a command of the subscription that is no more.
    socket.send(
        "{\"type\":\"error\",\"id\":"
            + lost.id()
            + ",\"msg\":{\"code\":7,\"msg\":\"Unknown subscription ID\"}}\n");

    awaitValid();
    assertThat(stream.listSubscriptions())
        .containsExactly(new SubscriptionList.Entry("orderbook_delta", 2));
    awaitValid(100);
    assertThat(socket.commands()).filteredOn(c -> c.cmd().equals("subscribe")).hasSize(2);
  }

  private void awaitValid(long hundredths) throws InterruptedException {
    feed.delta(A, BookSide.BID, Price.of("0.4200"), hundredths);
    awaitBook(" bid 0.4200 ask 0.4500");
  }

  @Test
  void asksForSnapshotsWhereTheExchangeHadTheSubscriptionAlready() throws Exception {
    feed.book(A, List.of(level("0.4000", "10.00")), List.of(level("0.4500", "5.00")));
    stream.subscribe(StreamRequest.tickers(MarketSelection.of(B)), ticker -> {});
    FakeSocket socket = exchange.stream().awaitConnection();
    socket.awaitCommand("subscribe");
    exchange.stream().answering(false);
    CompletableFuture<StreamSubscription> subscribing = async(() -> stream.orderBook(A, books));
    FakeCommand command = socket.awaitCommand("subscribe");

    socket.send("{\"type\":\"ok\",\"id\":" + command.id() + ",\"sid\":2,\"seq\":8,\"msg\":{}}\n");

    get(subscribing);
    FakeCommand repair = socket.awaitCommand("get_snapshot");
    assertThat(repair.sid()).isEqualTo(2);
    assertThat(repair.params().get("market_tickers").get(0).asString()).isEqualTo(A.value());
    socket.send(
        "{\"type\":\"orderbook_snapshot\",\"id\":"
            + repair.id()
            + ",\"sid\":2,\"seq\":9,\"msg\":{\"market_ticker\":\""
            + A
            + "\",\"market_id\":\"m\",\"yes_dollars_fp\":[[\"0.4000\",\"1.00\"]]}}\n");
    awaitBook(" bid 0.4000 ask none");
    assertThat(stream.statistics().gaps()).isZero();
  }

  @Test
  void takesAnswersOutOfOrder() throws Exception {
    exchange.stream().dropNext("subscribe");
    exchange.stream().dropNext("subscribe");
    CompletableFuture<StreamSubscription> first =
        async(() -> stream.subscribe(StreamRequest.tickers(MarketSelection.of(A)), t -> {}));
    FakeSocket socket = exchange.stream().awaitConnection();
    FakeCommand ofTickers = socket.awaitCommand("subscribe");
    CompletableFuture<StreamSubscription> second =
        async(() -> stream.subscribe(StreamRequest.trades(MarketSelection.of(A)), trades));
    FakeCommand ofTrades = socket.awaitCommand("subscribe");

    socket.send(subscribed(ofTrades.id(), "trade", 2));
    assertThat(get(second).channel()).isEqualTo(Channel.TRADE);
    assertThat(first).isNotDone();
    socket.send(subscribed(ofTickers.id(), "ticker", 1));

    assertThat(get(first).channel()).isEqualTo(Channel.TICKER);
  }

  private static String subscribed(long id, String channel, int sid) {
    return "{\"type\":\"subscribed\",\"id\":%d,\"msg\":{\"channel\":\"%s\",\"sid\":%d}}%n"
        .formatted(id, channel, sid);
  }

  @Test
  void passesOverAnswersToNobody() throws Exception {
    FakeSocket socket = bookOfA();
    socket.awaitCommand("subscribe");

    socket.send(subscribed(999, "trade", 7));
    socket.send(subscribed(0, "orderbook_delta", 7));
    socket.send("{\"type\":\"ok\",\"id\":999,\"sid\":7,\"seq\":1,\"msg\":{}}\n");
    socket.send("{\"type\":\"unsubscribed\",\"id\":999,\"sid\":7,\"seq\":2}\n");
    socket.send("{\"type\":\"error\",\"id\":999,\"msg\":{\"code\":7,\"msg\":\"no\"}}\n");
    socket.send("{\"type\":\"error\",\"msg\":{\"code\":10,\"msg\":\"no\"}}\n");
    socket.send("{\"type\":\"error\",\"id\":999,\"sid\":7,\"msg\":{\"code\":25,\"msg\":\"no\"}}\n");

    awaitValid();
    assertThat(socket.commands()).hasSize(1);
  }

  @Test
  void tellsOfARefusalInMidLifeAndGoesOnAsking() throws InterruptedException {
    FakeSocket socket = bookOfA();
    exchange.stream().failNext("subscribe", 26);
    exchange.stream().failNext("subscribe", 26);

    socket.reset();

    assertThat(seen.next()).isEqualTo(26);
    assertThat(seen.next()).isEqualTo(26);
    awaitBook(" bid 0.4000 ask 0.4500");
  }

  @Test
  void asksAgainForABookWhereTheExchangeWasAskedTooOften() throws InterruptedException {
    FakeSocket socket = bookOfA();
    exchange.stream().failNext("get_snapshot", 27);

    feed.skip("orderbook_delta");
    feed.delta(A, BookSide.BID, Price.of("0.4100"), 100);

    socket.awaitCommand("get_snapshot");
    socket.awaitCommand("get_snapshot");
    awaitBook(" bid 0.4100 ask 0.4500");
    assertThat(socket.commands()).filteredOn(c -> c.cmd().equals("unsubscribe")).isEmpty();
  }

  @Test
  void repairsBooksThoughASnapshotIsRefused() throws InterruptedException {
    FakeSocket socket = bookOfA();
    exchange.stream().failNext("get_snapshot", 10);

    feed.skip("orderbook_delta");
    feed.delta(A, BookSide.BID, Price.of("0.4100"), 100);

    socket.awaitCommand("subscribe");
    socket.awaitCommand("subscribe");
    awaitBook(" bid 0.4100 ask 0.4500");
  }

  @Test
  void subscribesAnewToWhatTheExchangeDoesNotKnowAnyMore() throws Exception {
    FakeSocket socket = bookOfA();
    exchange.stream().failNext("add_markets", 7);

    stream.orderBook(B, books);

    socket.awaitCommand("subscribe");
    socket.awaitCommand("subscribe");
    awaitValid();
  }

  @Test
  void failsAQuestionThatIsRefused() throws InterruptedException {
    bookOfA();
    exchange.stream().failNext("list_subscriptions", 27);

    assertThatThrownBy(stream::listSubscriptions)
        .isInstanceOfSatisfying(
            KalshiStreamException.class,
            e -> assertThat(e.code()).isEqualTo(StreamErrorCode.TOO_MANY_REQUESTS));
    assertThat(stream.listSubscriptions()).hasSize(1);
  }

  @Test
  void failsAQuestionWhoseConnectionIsLost() throws Exception {
    FakeSocket socket = bookOfA();
    exchange.stream().dropNext("list_subscriptions");
    CompletableFuture<List<SubscriptionList.Entry>> asking = async(stream::listSubscriptions);
    socket.awaitCommand("list_subscriptions");

    socket.reset();

    assertThatThrownBy(() -> get(asking)).cause().hasMessageContaining("was lost");
  }

  @Test
  void addsNothingIfThatIsRefused() throws InterruptedException {
    feed.book(A, List.of(level("0.4000", "10.00")), List.of(level("0.4500", "5.00")));
    StreamSubscription subscription = stream.orderBook(A, books);
    MarketTicker c = MarketTicker.of("KXTEST-26NOV27-C");
    exchange.stream().failNext("add_markets", 26);

    assertThatThrownBy(() -> subscription.addMarkets(B, c))
        .isInstanceOf(KalshiStreamException.class);

    assertThat(subscription.markets()).containsExactly(A);
    subscription.addMarkets(c);
    assertThat(subscription.markets()).containsExactly(A, c);
    awaitValid();
  }

  @Test
  void tellsANewSubscriptionOfNoHoleThatTheOneBeforeLeft() throws Exception {
    StreamSubscription first =
        stream.subscribe(StreamRequest.trades(MarketSelection.of(A)), trades);
    FakeSocket socket = exchange.stream().awaitConnection();
    exchange.stream().dropNext("unsubscribe");
    first.close();
    long id = socket.awaitCommand("unsubscribe").id();
    CompletableFuture<StreamSubscription> second =
        async(() -> stream.subscribe(StreamRequest.trades(MarketSelection.of(A)), trades));
    stream.listSubscriptions();

    socket.send("{\"type\":\"unsubscribed\",\"id\":%d,\"sid\":1,\"seq\":1}%n".formatted(id));

    get(second);
    feed.trade(A, Price.of("0.4000"), Quantity.ofContracts(1), BookSide.BID);
    assertThat(seen.next()).isEqualTo(A);
  }

  @Test
  void confirmsMarketsThatTwoThreadsAddToBothOnlyOnceTheyAreThere() throws Exception {
    StreamSubscription subscription =
        stream.subscribe(StreamRequest.tickers(MarketSelection.of(A)), ticker -> {});
    FakeSocket socket = exchange.stream().awaitConnection();
    exchange.stream().dropNext("add_markets");
    CompletableFuture<Boolean> first = async(() -> added(subscription));
    long id = socket.awaitCommand("add_markets").id();
    CompletableFuture<Boolean> second = async(() -> added(subscription));
    stream.listSubscriptions();
    assertThat(first).isNotDone();
    assertThat(second).isNotDone();

    socket.send("{\"type\":\"ok\",\"id\":%d,\"sid\":1,\"seq\":1,\"msg\":{}}%n".formatted(id));

    get(first);
    get(second);
  }

  private static boolean added(StreamSubscription subscription) {
    subscription.addMarkets(B);
    return true;
  }

  @Test
  void failsAQuestionThatIsAnsweredWithSomethingElse() throws Exception {
    FakeSocket socket = bookOfA();
    exchange.stream().dropNext("list_subscriptions");
    CompletableFuture<List<SubscriptionList.Entry>> asking = async(stream::listSubscriptions);
    long id = socket.awaitCommand("list_subscriptions").id();

    socket.send("{\"type\":\"ok\",\"id\":%d,\"msg\":{}}%n".formatted(id));

    assertThatThrownBy(() -> get(asking)).cause().isInstanceOf(KalshiDecodingException.class);
  }

  @Test
  void subscribesAnewWithOtherParametersOnceNobodyHasTheOld() throws Exception {
    StreamRequest<Ticker> plain = StreamRequest.tickers(MarketSelection.of(A));
    stream.subscribe(plain, ticker -> {}).close();

    stream.subscribe(plain.withInitialSnapshot(), ticker -> seen.add(ticker.market()));

    assertThat(seen.next()).isEqualTo(A);
    assertThatThrownBy(() -> stream.subscribe(plain, ticker -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("with parameters {send_initial_snapshot=true}");
    assertThat(stream.listSubscriptions()).hasSize(1);
  }

  @Test
  void widensASubscriptionToEverything() throws Exception {
    stream.subscribe(
        StreamRequest.tickers(MarketSelection.of(A)), ticker -> seen.add(ticker.market()));
    Seen<MarketTicker> all = new Seen<>();
    StreamSubscription everything =
        stream.subscribe(
            StreamRequest.tickers(MarketSelection.all()), ticker -> all.add(ticker.market()));
    feed.ticker(B);
    assertThat(all.next()).isEqualTo(B);
    everything.close();

    feed.ticker(B);
    feed.ticker(A);

    assertThat(seen.next()).isEqualTo(A);
    assertThat(all.isEmpty()).isTrue();
  }
}
