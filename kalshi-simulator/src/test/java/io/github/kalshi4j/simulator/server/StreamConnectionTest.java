package io.github.kalshi4j.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.simulator.access.StreamPolicies;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.exchange.OrderRequest;
import io.github.kalshi4j.simulator.internal.stream.Departure;
import io.github.kalshi4j.simulator.internal.stream.FrameFate;
import io.github.kalshi4j.simulator.internal.stream.OutgoingFrame;
import io.github.kalshi4j.simulator.market.ListedMarket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

@Timeout(60)
class StreamConnectionTest {
  private static final String BOOK =
      "{\"id\":1,\"cmd\":\"subscribe\",\"params\":{\"channels\":[\"orderbook_delta\"],"
          + "\"market_ticker\":\""
          + ServerTest.MARKET.value()
          + "\"}}";
  private static final String LIST = "{\"id\":2,\"cmd\":\"list_subscriptions\"}";

  private static StreamBench bench(FrameFate fate) {
    return new StreamBench(
        StreamPolicies.DEFAULT,
        user -> fate,
        List.of(
            ListedMarket.of(
                ServerTest.MARKET, ServerTest.EVENT, ServerTest.OPEN, ServerTest.CLOSE)));
  }

  private static void bid(StreamBench bench, String price) {
    bench.floor.execute(
        new Command.Place(
            StreamBench.ANN,
            OrderRequest.from(
                LimitOrder.goodTillCanceled(
                    ServerTest.MARKET, BookSide.BID, Price.of(price), Quantity.ofContracts(1)))));
  }

  private static void followBook(RawStream stream) throws InterruptedException {
    assertThat(stream.ask(BOOK)).contains("subscribed");
    assertThat(stream.next()).contains("orderbook_snapshot");
  }

  @Test
  void theServerPingsEveryTenSeconds() throws Exception {
    try (StreamBench bench = StreamBench.of(StreamPolicies.DEFAULT);
        RawStream stream = bench.open()) {
      stream.ask(LIST); // it is surely open
      for (int i = 0; i < 5; i++) { // and answers are heard, as it is not dropped
        bench.time.awaitSleepers(1);
        bench.time.advance(StreamPolicies.DEFAULT.pingEvery());
        assertThat(stream.nextPing()).isEqualTo("heartbeat");
        stream.ping("are you there");
        assertThat(stream.nextPong()).isEqualTo("are you there"); // our pong went before
      }
    }
  }

  @Test
  void whoeverAnswersNoPingIsDropped() throws Exception {
    try (StreamBench bench = StreamBench.of(StreamPolicies.DEFAULT);
        RawStream deaf = bench.openDeaf();
        RawStream stream = bench.open()) {
      stream.ask(LIST);
      for (int i = 0; i < 4; i++) {
        bench.time.awaitSleepers(1);
        bench.time.advance(StreamPolicies.DEFAULT.pingEvery());
        stream.nextPing();
        stream.ping("");
        stream.nextPong();
      }
      deaf.read();
      assertThat(deaf.status()).isEqualTo(1006);
      assertThat(stream.ask(LIST)).contains("\"type\":\"ok\"");
    }
  }

  @Test
  void closingTheExchangeEndsConnectionsWith1001() throws Exception {
    try (StreamBench bench = StreamBench.of(StreamPolicies.DEFAULT);
        RawStream stream = bench.open();
        RawStream deaf = bench.openDeaf()) {
      followBook(stream);
      deaf.send(BOOK);
      bench.close();
      assertThat(stream.status()).isEqualTo(1001);
      assertThat(
              Thread.getAllStackTraces().keySet().stream()
                  .filter(thread -> thread.getName().equals("simulated-exchange-pings"))
                  .filter(Thread::isAlive))
          .isEmpty();
    }
  }

  @Test
  void aMemberHasSoManyConnectionsAndNoMore() throws Exception {
    try (StreamBench bench = StreamBench.of(StreamPolicies.DEFAULT.withLimits(2, 10, 10));
        RawStream first = bench.open();
        RawStream second = bench.open()) {
      first.ask(LIST);
      second.ask(LIST);
      assertThat(refusal(bench)).isEqualTo(429);
    }
  }

  private static int refusal(StreamBench bench) {
    try (RawStream third = bench.open()) {
      throw new AssertionError(third);
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        return refused.getResponse().statusCode();
      }
      throw e;
    }
  }

  @Test
  void marketsAndCommandsAreLimited() throws Exception {
    try (StreamBench bench = StreamBench.of(StreamPolicies.DEFAULT.withLimits(2, 2, 4));
        RawStream stream = bench.open()) {
      followBook(stream);
      String add =
          "{\"id\":3,\"cmd\":\"update_subscription\",\"params\":{\"sid\":1,"
              + "\"action\":\"add_markets\",\"market_tickers\":[\"A\",\"B\"]}}";
      assertThat(stream.ask(add))
          .isEqualTo(
              "{\"type\":\"error\",\"id\":3,\"sid\":1,\"seq\":2,"
                  + "\"msg\":{\"code\":26,\"msg\":\"Subscription market limit exceeded\"}}\n");
      stream.ask(LIST);
      stream.ask(LIST);
      assertThat(stream.ask(LIST))
          .isEqualTo(
              "{\"type\":\"error\",\"id\":2,\"msg\":{\"code\":27,\"msg\":\"Too many"
                  + " requests\"}}\n");
      bench.time.advance(Duration.ofSeconds(1));
      assertThat(stream.ask(LIST)).contains("\"type\":\"ok\"");
    }
  }

  @Test
  void aSubscriptionWhoseReaderIsTooSlowIsEnded() throws Exception {
    try (StreamBench bench = StreamBench.of(StreamPolicies.DEFAULT.withSubscriptionBuffer(2_000));
        RawStream stream = bench.open()) {
      followBook(stream);
      stream.ask("{\"id\":1,\"cmd\":\"subscribe\",\"params\":{\"channels\":[\"fill\"]}}");
      bench.floor.call(engine -> { // while the floor is held, much comes faster than it is written
        for (int i = 0; i < 10_000; i++) {
          engine.execute(
              engine.timeMicros(),
              new Command.Place(
                  StreamBench.ANN,
                  OrderRequest.from(
                      LimitOrder.goodTillCanceled(
                          ServerTest.MARKET,
                          BookSide.BID,
                          Price.of("0.0100"),
                          Quantity.ofContracts(1)))));
        }
        return engine;
      });
      JsonNode frame = stream.nextJson();
      int number = 2;
      while (frame.get("type").stringValue().equals("orderbook_delta")) {
        assertThat(frame.get("seq").intValue()).isEqualTo(number++);
        frame = stream.nextJson();
      }
      assertThat(frame.toString())
          .isEqualTo(
              "{\"type\":\"error\",\"sid\":1,\"seq\":"
                  + number
                  + ",\"msg\":{\"code\":25,\"msg\":\"Subscription buffer overflow\"}}");
      assertThat(stream.ask(LIST))
          .isEqualTo("{\"type\":\"ok\",\"id\":2,\"msg\":[{\"channel\":\"fill\",\"sid\":2}]}\n");
      assertThat(stream.ask(BOOK)).contains("\"sid\":3");
    }
  }

  @Test
  void framesMeetTheFateThatIsChosen() throws Exception {
    FrameFate everyOtherTwice =
        frame -> {
          Departure send = new Departure.Send(frame.text());
          if (frame.seq() == 0) {
            return List.of(send); // an answer
          }
          return frame.seq() % 2 == 0 ? List.of() : List.of(send, send);
        };
    try (StreamBench bench = bench(everyOtherTwice);
        RawStream stream = bench.open()) {
      followBook(stream);
      stream.next();
      bid(bench, "0.1000");
      bid(bench, "0.2000");
      assertThat(stream.nextJson().get("seq").intValue()).isEqualTo(3);
      assertThat(stream.nextJson().get("seq").intValue()).isEqualTo(3);
    }
  }

  @Test
  void aConnectionCanBreak() throws Exception {
    try (StreamBench bench = bench(frame -> List.of(new Departure.Disconnect()));
        RawStream stream = bench.open()) {
      stream.send(BOOK);
      assertThat(stream.status()).isEqualTo(1006);
    }
  }

  /** Lets the first frame of news meet a fate, and sends the others. */
  private static FrameFate first(Departure... fate) {
    AtomicBoolean struck = new AtomicBoolean();
    return frame -> {
      Departure send = new Departure.Send(frame.text());
      if (frame.kind() != OutgoingFrame.Kind.LIVE || struck.getAndSet(true)) {
        return List.of(send);
      }
      List<Departure> departures = new ArrayList<>(List.of(fate));
      departures.add(send);
      return departures;
    };
  }

  @Test
  void aFrameThatWaitsHoldsUpThoseBehindIt() throws Exception {
    try (StreamBench bench = bench(first(new Departure.Wait(Duration.ofSeconds(5))));
        RawStream stream = bench.open()) {
      followBook(stream);
      bid(bench, "0.1000");
      bid(bench, "0.2000");
      stream.send(LIST);
      bench.time.awaitSleepers(2); // the pings, and the writer
      stream.ping("and now");
      stream.nextPong();
      assertThat(stream.hasNext()).isFalse();
      bench.time.advance(Duration.ofSeconds(5));
      assertThat(stream.nextJson().get("seq").intValue()).isEqualTo(2);
      assertThat(stream.nextJson().get("seq").intValue()).isEqualTo(3);
      assertThat(stream.next()).contains("\"type\":\"ok\"");
    }
  }

  @Test
  void aConnectionThatFallsSilentSaysAndHearsNothing() throws Exception {
    CountDownLatch met = new CountDownLatch(2);
    FrameFate struck = first(new Departure.FallSilent());
    FrameFate counted =
        frame -> {
          if (frame.kind() == OutgoingFrame.Kind.LIVE) {
            met.countDown();
          }
          return struck.of(frame);
        };
    try (StreamBench bench = bench(counted);
        RawStream silent = bench.open()) {
      followBook(silent);
      bid(bench, "0.1000");
      bid(bench, "0.1500"); // whose turn comes once the first has met its fate
      assertThat(met.await(20, TimeUnit.SECONDS)).isTrue();
      try (RawStream other = bench.open()) {
        silent.send(LIST);
        silent.ping("are you there");
        followBook(other);
        bid(bench, "0.2000");
        assertThat(other.nextJson().get("seq").intValue()).isEqualTo(2);
        for (int i = 0; i < 5; i++) { // nor is it dropped, as nobody pings it
          bench.time.awaitSleepers(1);
          bench.time.advance(StreamPolicies.DEFAULT.pingEvery());
          assertThat(other.nextPing()).isEqualTo("heartbeat");
          other.ping("");
          other.nextPong();
        }
        assertThat(silent.hasNext()).isFalse();
        assertThat(silent.hasPong()).isFalse();
        assertThat(silent.isOpen()).isTrue();
      }
    }
  }
}
