package io.github.kalshi4j.client.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.call.RateLimits;
import io.github.kalshi4j.client.error.KalshiAuthenticationException;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.testing.FakeExchange;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.ReceivedRequest;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.TestKeys;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing from end to end, to an exchange that verifies each signature and minds the time. */
class SignedCallsTest {
  private static final String PLACE = "POST /portfolio/events/orders";
  private static final String BALANCE = "GET /portfolio/balance";
  private static final Reply PLACED =
      Reply.json(
          201,
          """
          {"order_id":"3f0c6a52-5a1a-4d0c-9a39-1f1d7c6c2b10","client_order_id":"a",\
          "fill_count":"0.00","remaining_count":"1.00","ts_ms":1783166400000}
          """);
  private static final Reply MONEY =
      Reply.json(
          """
          {"balance":1000,"balance_dollars":"10.0000","portfolio_value":0,"updated_ts":1783166400}
          """);
  private static final Reply EXPIRED =
      Reply.json(
          401, "{\"error\":{\"code\":\"header_timestamp_expired\",\"message\":\"expired\"}}");
  private static final RateLimits AMPLE =
      new RateLimits(new RateLimits.Bucket(9_000, 9_000), new RateLimits.Bucket(9_000, 9_000));

  private final ManualTimeSource time = ManualTimeSource.at(Instant.parse("2026-07-04T12:00:00Z"));
  private final FakeExchange exchange = FakeExchange.start();
  private KalshiClient client;

  private void open(Credentials credentials, int readySignatures, long exchangeAheadSeconds)
      throws Exception {
    exchange.useClock(() -> time.now().plusSeconds(exchangeAheadSeconds));
    client =
        KalshiClient.connect(
            ClientConfig.of(exchange.baseUrl())
                .withRateLimits(AMPLE)
                .withReadySignatures(readySignatures)
                .withTime(time),
            credentials);
    if (readySignatures > 0) {
      time.awaitSleepers(1);
    }
  }

  @AfterEach
  void close() {
    client.close();
    exchange.close();
  }

  private void place() {
    client
        .orders()
        .place(
            LimitOrder.goodTillCanceled(
                MarketTicker.of("KXHIGHNY-26JUL04-T85"),
                BookSide.BID,
                Price.of("0.5600"),
                Quantity.ofContracts(1)));
  }

  private static long stamp(ReceivedRequest request) {
    return Long.parseLong(request.header("KALSHI-ACCESS-TIMESTAMP").orElseThrow());
  }

  private List<Long> stamps(String operation) {
    return exchange.requests(operation).stream().map(SignedCallsTest::stamp).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "Ed25519"})
  void ordersArePlacedWithReadySignatures(String kind) throws Exception {
    KeyPair pair = kind.equals("RSA") ? TestKeys.RSA : TestKeys.ED25519;
    exchange.accept(TestKeys.ID, pair.getPublic());
    exchange.on(PLACE, PLACED);
    exchange.on(BALANCE, MONEY);
    open(Credentials.of(TestKeys.ID, pair.getPrivate()), 8, 0);

    for (int i = 0; i < 20; i++) {
      place();
      if (i % 5 == 0) {
        client.portfolio().balance();
        time.advance(Duration.ofMillis(100));
        time.awaitSleepers(1);
      }
    }

    assertThat(stamps(PLACE)).hasSize(20).doesNotHaveDuplicates().allMatch(s -> s % 2 == 1);
    assertThat(stamps(BALANCE)).hasSize(4).doesNotHaveDuplicates().allMatch(s -> s % 2 == 0);
    assertThat(exchange.requests(PLACE))
        .extracting(request -> request.header("KALSHI-ACCESS-SIGNATURE").orElseThrow())
        .doesNotHaveDuplicates();
  }

  @Test
  void ordersBeyondWhatIsReadyAreSignedOnTheSpot() throws Exception {
    exchange.on(PLACE, PLACED);
    open(TestKeys.credentials(), 4, 0);
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> placing = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        placing.add(threads.submit(this::place));
      }
      for (Future<?> placed : placing) {
        placed.get(20, TimeUnit.SECONDS);
      }
    }

    assertThat(stamps(PLACE)).hasSize(12).doesNotHaveDuplicates();
    assertThat(stamps(PLACE).stream().filter(stamp -> stamp % 2 == 1)).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(longs = {40, -40, 7_200, -7_200})
  void aReadIsSentAgainOnceItsTimeIsCorrected(long ahead) throws Exception {
    exchange.on(BALANCE, MONEY);
    open(TestKeys.credentials(), 0, ahead);

    client.portfolio().balance();

    assertThat(exchange.requests()).hasSize(2);
    assertThat(client.clockOffset().minusSeconds(ahead).abs())
        .isLessThanOrEqualTo(Duration.ofSeconds(1));
    client.portfolio().balance();
    assertThat(exchange.requests()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 8})
  void anOrderIsSentAgainOnceItsTimeIsCorrected(int readySignatures) throws Exception {
    exchange.on(PLACE, PLACED);
    open(TestKeys.credentials(), readySignatures, -40);

    place();

    assertThat(exchange.requests()).hasSize(2);
    assertThat(exchange.requests().getFirst().body())
        .isEqualTo(exchange.requests().getLast().body());
    assertThat(stamps(PLACE).getLast()).as("what was ready does not fit").isEven();
    if (readySignatures > 0) {
      time.advance(Duration.ofMillis(100));
      time.awaitSleepers(1);
      place();
      assertThat(exchange.requests()).hasSize(3);
      assertThat(stamps(PLACE).getLast()).as("and is replaced by what does").isOdd();
    }
  }

  @Test
  void aSecondRefusalIsFinal() throws Exception {
    exchange.on(BALANCE, EXPIRED);
    exchange.on(PLACE, EXPIRED);
    open(TestKeys.credentials(), 0, 0);

    List<ThrowingCallable> calls = List.of(() -> client.portfolio().balance(), this::place);
    for (ThrowingCallable call : calls) {
      Throwable refusal = catchThrowable(call);
      assertThat(refusal).isInstanceOf(KalshiAuthenticationException.class);
      assertThat(((KalshiAuthenticationException) refusal).hasCode("header_timestamp_expired"))
          .isTrue();
      for (ReceivedRequest request : exchange.requests()) {
        Hidden.assertShowsNothing(
            Hidden.printed(refusal), request.header("KALSHI-ACCESS-SIGNATURE").orElseThrow());
      }
    }
    assertThat(exchange.requests(BALANCE)).hasSize(2);
    assertThat(exchange.requests(PLACE)).hasSize(2);
  }

  @Test
  void anyOtherRefusalOfASignatureIsFinalAtOnce() throws Exception {
    exchange.on(BALANCE, MONEY);
    exchange.on(PLACE, PLACED);
    open(Credentials.of(TestKeys.ID, TestKeys.generate("Ed25519", 255).getPrivate()), 0, 0);

    assertThatThrownBy(() -> client.portfolio().balance())
        .isInstanceOf(KalshiAuthenticationException.class);
    assertThatThrownBy(this::place).isInstanceOf(KalshiAuthenticationException.class);
    assertThat(exchange.requests()).hasSize(2);
  }

  @Test
  void anAnswerWithAnImpossibleDateIsStillAnAnswer() throws Exception {
    exchange.on(
        PLACE,
        PLACED.withHeader("Date", "Fri, 31 Dec 9999 23:59:59 GMT"),
        PLACED.withHeader("Date", "yesterday"));
    open(TestKeys.credentials(), 0, 0);

    place();
    place(); // refused for its time, which the refusal puts right
    assertThat(exchange.requests()).hasSize(3);
    assertThat(client.clockOffset()).isZero();
  }

  @Test
  void whatACacheAnswersDoesNotMoveTheClock() throws Exception {
    exchange.on(
        BALANCE,
        MONEY.withHeader("Date", "Sat, 04 Jul 2026 11:00:00 GMT").withHeader("Age", "3600"));
    open(TestKeys.credentials(), 0, 0);

    client.portfolio().balance();

    assertThat(client.clockOffset()).isZero();
  }

  @Test
  void closingTheClientEndsTheSigningThread() throws Exception {
    open(TestKeys.credentials(), 8, 0);
    Thread signing = signingThread();
    assertThat(signing).isNotNull();

    client.close();

    assertThat(signing.isAlive()).isFalse();
  }

  private static Thread signingThread() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("kalshi-signatures"))
        .findAny()
        .orElse(null);
  }
}
