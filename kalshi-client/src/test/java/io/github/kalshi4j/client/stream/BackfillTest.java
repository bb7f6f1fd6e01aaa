package io.github.kalshi4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.testing.FakeRecords;
import io.github.kalshi4j.client.testing.FakeSocket;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.StreamTest;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.TradeId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
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
final class BackfillTest extends StreamTest {
  private static final Price PRICE = Price.of("0.4000");
  private static final Quantity ONE = Quantity.ofContracts(1);
  private static final OrderId ORDER = order(1);

  private ManualTimeSource time; // set by configure, which is called before this is constructed
  private final FakeRecords records = new FakeRecords(exchange, time::now);
  private final Seen<String> seen = new Seen<>();
  private final BlockingQueue<Object> moment = new LinkedBlockingQueue<>(); // stays empty

  @Override
  protected ClientConfig configure(ClientConfig config) {
    time = ManualTimeSource.at(Instant.parse("2026-11-27T12:00:00Z"));
    exchange.useClock(time::now);
    return config
        .withTime(time)
        .withReadySignatures(0)
        .withStream(config.stream().withSilence(Duration.ofHours(24))); // time runs, pings do not
  }

  @AfterEach
  void letGo() {
    records.release();
  }

  private static OrderId order(int number) {
    return OrderId.of(new UUID(5, number).toString());
  }

  /** Hands on what it is given, as text. */
  private <E extends StreamEvent> StreamHandler<E> handler(Function<E, String> text) {
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

  private static String text(UserOrder order) {
    return order.status() + " " + order.filled();
  }

  /** Lets time pass, tenfold or so, until something is so. */
  private void passUntil(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 1000 && !condition.getAsBoolean(); i++) {
      time.advance(Duration.ofMillis(100));
      var unused = moment.poll(10, TimeUnit.MILLISECONDS); // the network takes real time
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  private TradeId trade(MarketTicker market, BookSide taker) {
    Instant now = time.now();
    TradeId id = feed.trade(market, PRICE, ONE, taker);
    records.trade(id, market, PRICE, ONE, taker, now);
    return id;
  }

  private FakeSocket loseConnection() throws InterruptedException {
    FakeSocket socket = exchange.stream().awaitConnection();
    exchange.stopListening();
    socket.reset();
    exchange.stream().awaitOpen(0);
    return socket;
  }

  @Test
  void beginsInThePastIfAsked() throws InterruptedException {
    records.trade(TradeId.of(new UUID(1, 1).toString()), A, PRICE, ONE, BookSide.BID, at(-61));
    TradeId first = TradeId.of(new UUID(1, 2).toString());
    records.trade(first, A, PRICE, ONE, BookSide.BID, at(-59));

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

    assertThat(seen.next()).isEqualTo("hole RECONNECTED");
    assertThat(seen.next()).isEqualTo(second.value());
    assertThat(seen.next()).isEqualTo(third.value());
    assertThat(seen.next()).isEqualTo("repaired 2");
  }

  @Test
  void countsOnlyWhatIsHandedOn() throws Exception {
    stream.subscribe(
        StreamRequest.fills(MarketSelection.of(A)), handler(fill -> fill.id().value()));
    loseConnection();
    time.advance(Duration.ofSeconds(2));
    TradeId mine = TradeId.of(new UUID(2, 1).toString());
    records.fill(mine, ORDER, A, BookSide.BID, PRICE, ONE, true, time.now());
    records.fill(
        TradeId.of(new UUID(2, 2).toString()),
        order(2),
        B,
        BookSide.BID,
        PRICE,
        ONE,
        true,
        time.now());
    exchange.listenAgain();
    passUntil(() -> stream.statistics().connections() == 2);

    assertThat(seen.next()).isEqualTo("hole RECONNECTED");
    assertThat(seen.next()).isEqualTo(mine.value());
    assertThat(seen.next()).isEqualTo("repaired 1");
  }

  @Test
  void bringsBothFillsOfAMatchWithOurselves() throws Exception {
    stream.subscribe(
        StreamRequest.fills(MarketSelection.all()),
        handler(fill -> fill.order().value() + ' ' + fill.side()));
    TradeId live = TradeId.of(new UUID(2, 1).toString());
    feed.fill(live, ORDER, A, BookSide.BID, PRICE, ONE, true);
    feed.fill(live, order(2), A, BookSide.ASK, PRICE, ONE, false);
    assertThat(seen.next()).isEqualTo(ORDER.value() + " BID");
    assertThat(seen.next()).isEqualTo(order(2).value() + " ASK");

    loseConnection();
    TradeId missed = TradeId.of(new UUID(2, 2).toString());
    Instant now = time.now();
    records.fill(live, ORDER, A, BookSide.BID, PRICE, ONE, true, now);
    records.fill(live, order(2), A, BookSide.ASK, PRICE, ONE, false, now);
    records.fill(missed, ORDER, A, BookSide.BID, PRICE, ONE, true, now.plusMillis(1));
    records.fill(missed, order(2), A, BookSide.ASK, PRICE, ONE, false, now.plusMillis(1));
    time.advance(Duration.ofSeconds(1));
    exchange.listenAgain();
    passUntil(() -> stream.statistics().connections() == 2);

    assertThat(seen.next()).isEqualTo("hole RECONNECTED");
    assertThat(seen.next()).isEqualTo(ORDER.value() + " BID");
    assertThat(seen.next()).isEqualTo(order(2).value() + " ASK");
    assertThat(seen.next()).isEqualTo("repaired 2");
  }

  @Test
  void looksTwiceAsTheAnswersLagBehind() throws Exception {
    records.lag(Duration.ofSeconds(2));
    StreamSubscription subscription =
        stream.subscribe(
            StreamRequest.trades(MarketSelection.of(A)), handler(trade -> trade.id().value()));
    feed.drop();
    TradeId lost = trade(A, BookSide.BID);
    TradeId next = trade(A, BookSide.BID);

    assertThat(seen.next()).isEqualTo("hole GAP");
    assertThat(seen.next()).isEqualTo("repaired 0");
    assertThat(seen.next()).isEqualTo(next.value());
    passUntil(() -> subscription.statistics().openHoles() == 0);
    assertThat(seen.next()).isEqualTo(lost.value());
  }

  @Test
  void reachesBackToAMessageThatCouldNotBeRead() throws Exception {
    StreamSubscription subscription =
        stream.subscribe(
            StreamRequest.fills(MarketSelection.of(A)), handler(fill -> fill.id().value()));
    FakeSocket socket = exchange.stream().awaitConnection();
    socket.send("{\"type\":\"fill\",\"sid\":1,\"msg\":{\"trade_id\":7}}\n");
    passUntil(() -> !seen.isEmpty());
    assertThat(seen.next()).isEqualTo("hole UNREADABLE");
    assertThat(seen.next()).isEqualTo("repaired 0");

    // The next one is told of five seconds later, when others have been handed on.
    TradeId lost = TradeId.of(new UUID(3, 1).toString());
    records.fill(lost, ORDER, A, BookSide.BID, PRICE, ONE, true, time.now());
    socket.send("{\"type\":\"fill\",\"sid\":1,\"msg\":{\"trade_id\":7}}\n");
    long holes = subscription.statistics().holes();
    for (int i = 0; subscription.statistics().holes() == holes; i++) {
      TradeId live = TradeId.of(new UUID(4, i).toString());
      feed.fill(live, ORDER, A, BookSide.BID, PRICE, ONE, true);
      records.fill(live, ORDER, A, BookSide.BID, PRICE, ONE, true, time.now());
      String told = seen.next();
      if (told.equals("hole UNREADABLE")) {
        break;
      }
      if (told.equals(lost.value())) {
        return; // by the second look at the first hole
      }
      assertThat(told).isEqualTo(live.value());
      time.advance(Duration.ofMillis(500));
      var unused = moment.poll(5, TimeUnit.MILLISECONDS);
    }
    passUntil(() -> subscription.statistics().openHoles() == 0);
    while (!seen.next().equals(lost.value())) {
      // those that came before it
    }
  }

  @Test
  void letsLiveEventsGoOnWhileTheExchangeDoesNotAnswer() throws Exception {
    StreamSubscription subscription =
        stream.subscribe(
            StreamRequest.trades(MarketSelection.of(A)), handler(trade -> trade.id().value()));
    records.hold();
    feed.drop();
    TradeId lost = trade(A, BookSide.BID);
    TradeId live = trade(A, BookSide.BID);
    assertThat(seen.next()).isEqualTo("hole GAP");
    passUntil(() -> !seen.isEmpty());
    assertThat(seen.next()).isEqualTo(live.value());

    records.release();
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
    records.fail(Reply.json(503, "{}"));
    feed.drop();
    TradeId lost = trade(A, BookSide.BID);
    TradeId live = trade(A, BookSide.BID);
    assertThat(seen.next()).isEqualTo("hole GAP");
    assertThat(seen.next()).isEqualTo(live.value());
    passUntil(() -> exchange.requests("GET /markets/trades").size() >= 3);

    records.fail(null);
    passUntil(() -> subscription.statistics().openHoles() == 0);
    assertThat(seen.next()).isEqualTo(lost.value());
    assertThat(seen.next()).isEqualTo("repaired 1");
  }

  @Test
  void seesTheEndOfAnOrderThatRestedBefore() throws Exception {
    records.order(ORDER, A, BookSide.BID, PRICE, ONE, Quantity.ZERO, "resting", at(-3600));
    stream.subscribe(StreamRequest.userOrders(MarketSelection.of(A)), handler(o -> text(o)));
    passUntil(() -> exchange.requests("GET /portfolio/orders").size() >= 2);

    loseConnection();
    time.advance(Duration.ofSeconds(2));
    records.order(ORDER, A, BookSide.BID, PRICE, ONE, ONE, "executed", time.now());
    exchange.listenAgain();
    passUntil(() -> stream.statistics().connections() == 2);

    assertThat(seen.next()).isEqualTo("hole RECONNECTED");
    assertThat(seen.next()).isEqualTo("EXECUTED 1.00");
    assertThat(seen.next()).isEqualTo("repaired 1");
  }

  @Test
  void bringsNothingOfAMarketFromBeforeItWasAdded() throws Exception {
    StreamSubscription subscription =
        stream.subscribe(
            StreamRequest.trades(MarketSelection.of(A)), handler(trade -> trade.id().value()));
    trade(B, BookSide.BID);
    time.advance(Duration.ofSeconds(4));
    subscription.addMarkets(B);
    feed.drop();
    TradeId lost = trade(B, BookSide.BID);
    TradeId next = trade(B, BookSide.BID);

    assertThat(seen.next()).isEqualTo("hole GAP");
    assertThat(seen.next()).isEqualTo(lost.value());
    assertThat(seen.next()).isEqualTo(next.value());
  }
}
