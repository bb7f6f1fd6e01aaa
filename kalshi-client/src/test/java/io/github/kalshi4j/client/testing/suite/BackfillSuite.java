package io.github.kalshi4j.client.testing.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.stream.Hole;
import io.github.kalshi4j.client.stream.MarketSelection;
import io.github.kalshi4j.client.stream.StreamEvent;
import io.github.kalshi4j.client.stream.StreamHandler;
import io.github.kalshi4j.client.stream.StreamRequest;
import io.github.kalshi4j.client.stream.StreamSubscription;
import io.github.kalshi4j.client.stream.UserOrder;
import io.github.kalshi4j.client.testing.FakeSocket;
import io.github.kalshi4j.client.testing.Happenings;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.Mishap;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.StreamSuite;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.TradeId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a subscription missed comes over REST. */
@Timeout(60)
public abstract class BackfillSuite extends StreamSuite {
  private static final Price PRICE = Price.of("0.4000");
  private static final Quantity ONE = Quantity.ofContracts(1);

  protected final Seen<String> seen = new Seen<>();
  private final BlockingQueue<Object> moment = new LinkedBlockingQueue<>(); // stays empty

  protected BackfillSuite() {
    super(ManualTimeSource.at(START));
  }

  @Override
  protected ClientConfig configure(ClientConfig config) {
    return config.withStream(
        config.stream().withSilence(Duration.ofHours(24))); // time runs, pings do not
  }

  @AfterEach
  void letGo() {
    bench.releaseRecords();
  }

  /** Hands on what it is given, as text. */
  protected final <E extends StreamEvent> StreamHandler<E> handler(Function<E, String> text) {
    return new StreamHandler<>() {
      @Override
      public void on(E event) {
        seen.add(text.apply(event));
      }

      @Override
      public void onHole(Hole hole) {
        seen.add("hole " + hole.cause());
      }

      @Override
      public void onRepaired(Hole hole, int events) {
        seen.add("repaired " + events);
      }
    };
  }

  protected static String text(UserOrder order) {
    return order.status() + " " + order.filled();
  }

  /** Lets time pass, tenfold or so, until something is so. */
  protected final void passUntil(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 1000 && !condition.getAsBoolean(); i++) {
      time.advance(Duration.ofMillis(100));
      pause(10);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  /** Waits for what is seen next, while time passes: a reading that failed is made again later. */
  private String nextInTime() throws InterruptedException {
    passUntil(() -> !seen.isEmpty());
    return seen.next();
  }

  /** Gives the network, which takes real time, some of it. */
  protected final void pause(int millis) throws InterruptedException {
    var unused = moment.poll(millis, TimeUnit.MILLISECONDS);
  }

  /** Lets somebody trade. */
  protected TradeId trade(MarketTicker market, BookSide taker) {
    return happenings.trade(market, PRICE, ONE, taker);
  }

  protected FakeSocket loseConnection() throws InterruptedException {
    FakeSocket socket = exchange.stream().awaitConnection();
    exchange.stopListening();
    socket.reset();
    exchange.stream().awaitOpen(0);
    return socket;
  }

  @Test
  void beginsInThePastIfAsked() throws InterruptedException {
    trade(A, BookSide.BID);
    time.advance(Duration.ofSeconds(2));
    TradeId first = trade(A, BookSide.BID);
    time.advance(Duration.ofSeconds(59));

    stream.subscribe(
        StreamRequest.trades(MarketSelection.of(A)).since(at(-60)),
        handler(trade -> trade.id().value()));

    assertThat(seen.next()).isEqualTo(first.value());
  }

  private Instant at(int seconds) {
    return time.now().plusSeconds(seconds);
  }

  @Test
  void bringsWhatHappenedWhileTheConnectionWasLost() throws Exception {
    stream.subscribe(
        StreamRequest.trades(MarketSelection.of(A)), handler(trade -> trade.id().value()));
    TradeId first = trade(A, BookSide.BID);
    assertThat(seen.next()).isEqualTo(first.value());

    loseConnection();
    time.advance(Duration.ofSeconds(2));
    TradeId second = trade(A, BookSide.BID);
    TradeId third = trade(A, BookSide.ASK); // of the same millisecond
    trade(B, BookSide.BID);
    exchange.listenAgain();
    passUntil(() -> stream.statistics().connections() == 2);

    assertThat(nextInTime()).isEqualTo("hole RECONNECTED");
    assertThat(nextInTime()).isEqualTo(second.value());
    assertThat(nextInTime()).isEqualTo(third.value());
    assertThat(nextInTime()).isEqualTo("repaired 2");
  }

  @Test
  void countsOnlyWhatIsHandedOn() throws Exception {
    stream.subscribe(
        StreamRequest.fills(MarketSelection.of(A)), handler(fill -> fill.id().value()));
    loseConnection();
    time.advance(Duration.ofSeconds(2));
    Happenings.OwnFill mine = happenings.fill(A);
    happenings.fill(B);
    exchange.listenAgain();
    passUntil(() -> stream.statistics().connections() == 2);

    assertThat(nextInTime()).isEqualTo("hole RECONNECTED");
    assertThat(nextInTime()).isEqualTo(mine.trade().value());
    assertThat(nextInTime()).isEqualTo("repaired 1");
  }

  @Test
  void bringsBothFillsOfAMatchWithOurselves() throws Exception {
    stream.subscribe(
        StreamRequest.fills(MarketSelection.all()),
        handler(fill -> fill.order().value() + ' ' + fill.side()));
    List<Happenings.OwnFill> live = happenings.matchWithOneself(A);
    assertThat(seen.next()).isEqualTo(live.get(0).order().value() + " BID");
    assertThat(seen.next()).isEqualTo(live.get(1).order().value() + " ASK");

    loseConnection();
    time.advance(Duration.ofMillis(1));
    List<Happenings.OwnFill> missed = happenings.matchWithOneself(A);
    time.advance(Duration.ofSeconds(1));
    exchange.listenAgain();
    passUntil(() -> stream.statistics().connections() == 2);

    assertThat(nextInTime()).isEqualTo("hole RECONNECTED");
    assertThat(nextInTime()).isEqualTo(missed.get(0).order().value() + " BID");
    assertThat(nextInTime()).isEqualTo(missed.get(1).order().value() + " ASK");
    assertThat(nextInTime()).isEqualTo("repaired 2");
  }

  @Test
  void letsLiveEventsGoOnWhileTheExchangeDoesNotAnswer() throws Exception {
    StreamSubscription subscription =
        stream.subscribe(
            StreamRequest.trades(MarketSelection.of(A)), handler(trade -> trade.id().value()));
    bench.holdRecords();
    happenings.drop();
    TradeId lost = trade(A, BookSide.BID);
    TradeId live = trade(A, BookSide.BID);
    assertThat(seen.next()).isEqualTo("hole GAP");
    passUntil(() -> !seen.isEmpty());
    assertThat(seen.next()).isEqualTo(live.value());

    bench.releaseRecords();
    assertThat(seen.next()).isEqualTo(lost.value());
    assertThat(seen.next()).isEqualTo("repaired 1");
    passUntil(() -> subscription.statistics().openHoles() == 0);
    assertThat(seen.isEmpty()).isTrue();
  }

  @Test
  void asksAgainWhereTheExchangeFails() throws Exception {
    StreamSubscription subscription =
        stream.subscribe(
            StreamRequest.trades(MarketSelection.of(A)), handler(trade -> trade.id().value()));
    bench.failRecords(Reply.json(503, "{}"));
    happenings.drop();
    TradeId lost = trade(A, BookSide.BID);
    TradeId live = trade(A, BookSide.BID);
    assertThat(seen.next()).isEqualTo("hole GAP");
    assertThat(seen.next()).isEqualTo(live.value());
    passUntil(() -> exchange.requests("GET /markets/trades").size() >= 3);

    bench.failRecords(null);
    passUntil(() -> subscription.statistics().openHoles() == 0);
    assertThat(seen.next()).isEqualTo(lost.value());
    assertThat(seen.next()).isEqualTo("repaired 1");
  }

  @Test
  void looksTwiceAsTheAnswersLagBehind() throws Exception {
    StreamSubscription subscription =
        stream.subscribe(
            StreamRequest.trades(MarketSelection.of(A)), handler(trade -> trade.id().value()));
    exchange.disturbNext(
        "GET /markets/trades", Mishap.instead(Reply.json("{\"trades\":[],\"cursor\":\"\"}")));
    happenings.drop();
    TradeId lost = trade(A, BookSide.BID);
    TradeId next = trade(A, BookSide.BID);

    assertThat(seen.next()).isEqualTo("hole GAP");
    assertThat(seen.next()).isEqualTo("repaired 0");
    assertThat(seen.next()).isEqualTo(next.value());
    passUntil(() -> subscription.statistics().openHoles() == 0);
    assertThat(seen.next()).isEqualTo(lost.value());
  }

  @Test
  void bringsNothingOfAMarketFromBeforeItWasAdded() throws Exception {
    StreamSubscription subscription =
        stream.subscribe(
            StreamRequest.trades(MarketSelection.of(A)), handler(trade -> trade.id().value()));
    trade(B, BookSide.BID);
    time.advance(Duration.ofSeconds(4));
    subscription.addMarkets(B);
    happenings.drop();
    TradeId lost = trade(B, BookSide.BID);
    TradeId next = trade(B, BookSide.BID);

    assertThat(seen.next()).isEqualTo("hole GAP");
    assertThat(seen.next()).isEqualTo(lost.value());
    assertThat(seen.next()).isEqualTo(next.value());
  }

  @Test
  void seesTheEndOfAnOrderThatRestedBefore() throws Exception {
    OrderId order = happenings.rest(A);
    time.advance(Duration.ofHours(1));
    stream.subscribe(StreamRequest.userOrders(MarketSelection.of(A)), handler(o -> text(o)));
    passUntil(() -> exchange.requests("GET /portfolio/orders").size() >= 2);

    loseConnection();
    time.advance(Duration.ofSeconds(2));
    happenings.execute(A, order);
    exchange.listenAgain();
    passUntil(() -> stream.statistics().connections() == 2);

    assertThat(nextInTime()).isEqualTo("hole RECONNECTED");
    assertThat(nextInTime()).isEqualTo("EXECUTED 1.00");
    assertThat(nextInTime()).isEqualTo("repaired 1");
  }

  @Test
  void seesTheEndOfAnOrderWhoseMarketWasAdded() throws Exception {
    OrderId order = happenings.rest(B);
    time.advance(Duration.ofHours(1));
    StreamSubscription subscription =
        stream.subscribe(StreamRequest.userOrders(MarketSelection.of(A)), handler(o -> text(o)));
    passUntil(() -> exchange.requests("GET /portfolio/orders").size() >= 4);
    subscription.addMarkets(B);
    passUntil(() -> exchange.requests("GET /portfolio/orders").size() >= 8);
    time.advance(Duration.ofSeconds(2));
    happenings.rest(A);
    assertThat(seen.next()).isEqualTo("RESTING 0.00");

    loseConnection();
    time.advance(Duration.ofSeconds(2));
    happenings.execute(B, order);
    exchange.listenAgain();
    passUntil(() -> stream.statistics().connections() == 2);

    assertThat(nextInTime()).isEqualTo("hole RECONNECTED");
    assertThat(nextInTime()).isEqualTo("EXECUTED 1.00");
    assertThat(nextInTime()).isEqualTo("repaired 1");
  }
}
