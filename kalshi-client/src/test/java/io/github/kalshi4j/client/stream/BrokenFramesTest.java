package io.github.kalshi4j.client.stream;

import static io.github.kalshi4j.client.testing.FakeFeed.level;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.call.UnknownField;
import io.github.kalshi4j.client.testing.CapturedLog;
import io.github.kalshi4j.client.testing.FakeSocket;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.StreamTest;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the stream makes of frames as they should not be. */
@Timeout(60)
final class BrokenFramesTest extends StreamTest {
  private static final int LIMIT = 12 << 20;
  private static final int TEXT = 1;
  private static final int BINARY = 2;

  private final Seen<Object> seen = new Seen<>();

  @Override
  protected ClientConfig configure(ClientConfig config) {
    return config.withStream(config.stream().withMaxFrameBytes(LIMIT));
  }

  private FakeSocket lifecycle() throws InterruptedException {
    stream.subscribe(
        StreamRequest.lifecycle(),
        new StreamHandler<>() {
          @Override
          public void on(LifecycleEvent event) {
            seen.add(event);
          }

          @Override
          public void onHole(Hole hole) {
            seen.add(hole.cause());
          }
        });
    return exchange.stream().awaitConnection();
  }

  private FakeSocket books() throws InterruptedException {
    feed.book(A, List.of(level("0.4000", "10.00")), List.of(level("0.4500", "5.00")));
    stream.orderBook(
        A,
        new BookHandler() {
          @Override
          public void onBook(StreamBook book) {
            seen.add(book.toString());
          }

          @Override
          public void onStale(MarketTicker market) {
            seen.add("stale");
          }
        });
    assertThat(seen.next()).isEqualTo(A + " bid 0.4000 ask 0.4500");
    return exchange.stream().awaitConnection();
  }

  /** Waits for a book; it may be told stale before, unless it was repaired sooner than told. */
  private void awaitBook(String expected) throws InterruptedException {
    Object last = seen.next();
    while (!last.equals(A + expected)) {
      last = seen.next();
    }
  }

  private FakeSocket tickers() throws InterruptedException {
    stream.subscribe(
        StreamRequest.tickers(MarketSelection.of(A)), ticker -> seen.add(ticker.market()));
    return exchange.stream().awaitConnection();
  }

  private static String event(String title) {
    return "{\"type\":\"event_lifecycle\",\"sid\":1,\"seq\":1,\"msg\":{\"event_ticker\":\"KXTEST-1\","
        + "\"exchange_index\":0,\"title\":\""
        + title
        + "\",\"subtitle\":\"\",\"series_ticker\":\"KXTEST\",\"collateral_return_type\":\"\"}}\n";
  }

  @Test
  void readsAFrameOfTenMegabytes() throws InterruptedException {
    FakeSocket socket = books();

    socket.send(
        "{\"type\":\"orderbook_snapshot\",\"sid\":1,\"seq\":2,"
            + " ".repeat(10 << 20)
            + "\"msg\":{\"market_ticker\":\""
            + A
            + "\",\"market_id\":\"m\",\"yes_dollars_fp\":[[\"0.4200\",\"1.00\"]]}}");

    assertThat(seen.next()).isEqualTo(A + " bid 0.4200 ask none");
    assertThat(stream.statistics().bytes()).isGreaterThan(10 << 20);
    assertThat(stream.statistics().connections()).isEqualTo(1);
  }

  @Test
  void decodesATextOfTenMegabytes() throws InterruptedException {
    FakeSocket socket = lifecycle();
    String title = "Ä".repeat(5 << 20);

    socket.send(event(title));

    assertThat(((EventLifecycle) seen.next()).title()).isEqualTo(title);
  }

  @Test
  void leavesAConnectionThatSendsAFrameAboveTheLimit() throws InterruptedException {
    Seen<StreamState> states = new Seen<>();
    stream.observe(states::add);
    FakeSocket socket = tickers();

    socket.send(event("x".repeat(LIMIT)));

    assertThat(await(states, StreamState.Disconnected.class).reason())
        .isEqualTo("a frame of more than " + LIMIT + " bytes");
    assertThat(socket.awaitClose()).isEqualTo(1006);
    exchange.stream().awaitConnection().awaitCommand("subscribe");
    feed.ticker(A);
    assertThat(seen.next()).isEqualTo(A);
    exchange.stream().awaitOpen(1);
  }

  @Test
  void joinsFragmentsThatAreCutInsideACharacter() throws InterruptedException {
    FakeSocket socket = lifecycle();
    String title = "é€𝄞";
    byte[] bytes = event(title).getBytes(StandardCharsets.UTF_8);
    int[] cuts = new int[bytes.length - 1];
    for (int i = 0; i < cuts.length; i++) {
      cuts[i] = i + 1;
    }

    socket.sendFragmented(event(title), cuts);

    assertThat(((EventLifecycle) seen.next()).title()).isEqualTo(title);
  }

  @Test
  void readsOneFrameWhilePingsComeBetweenItsFragments() throws InterruptedException {
    FakeSocket socket = lifecycle();
    String frame = event("a");

    socket.sendRaw(part(false, TEXT, frame.substring(0, 20)));
    socket.ping("in between");
    assertThat(socket.awaitPong()).isEqualTo("in between");
    socket.sendRaw(part(false, 0, frame.substring(20, 120)));
    socket.sendRaw(part(true, 0, frame.substring(120)));

    assertThat(((EventLifecycle) seen.next()).title()).isEqualTo("a");
  }

  /** Returns a frame, or a part of one, of less than 126 bytes. */
  private static byte[] part(boolean last, int opcode, String text) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    byte[] frame = new byte[payload.length + 2];
    frame[0] = (byte) ((last ? 0x80 : 0) | opcode);
    frame[1] = (byte) payload.length;
    System.arraycopy(payload, 0, frame, 2, payload.length);
    return frame;
  }

  @Test
  void leavesAConnectionThatSendsWhatIsNotUtf8() throws InterruptedException {
    FakeSocket socket = books();

    socket.sendBytes(TEXT, new byte[] {'{', '"', (byte) 0xC3, '"', '}'});

    assertThat(seen.next()).isEqualTo("stale");
    awaitBook(" bid 0.4000 ask 0.4500");
    exchange.stream().awaitOpen(1);
  }

  @Test
  void leavesAConnectionThatBreaksTheProtocol() throws InterruptedException {
    FakeSocket socket = tickers();

    socket.sendBytes(3, new byte[0]); // an opcode that is not defined

    exchange.stream().awaitConnection().awaitCommand("subscribe");
    socket.awaitClose();
    exchange.stream().awaitOpen(1);
  }

  @Test
  void takesBooksForStaleAfterTruncatedJson() throws InterruptedException {
    FakeSocket socket = books();

    socket.send("{\"type\":\"orderbook_delta\",\"sid\":1,\"seq\":2,\"msg\":{\"market_tick");

    socket.awaitCommand("get_snapshot");
    awaitBook(" bid 0.4000 ask 0.4500");
    assertThat(stream.statistics().decoder().failures()).isEqualTo(1);
    assertThat(stream.statistics().connections()).isEqualTo(1);
  }

  private static Class<?> exchangeClass() throws ClassNotFoundException {
    return Class.forName("io.github.kalshi4j.client.internal.stream.Exchange");
  }

  @Test
  void asksSeldomForSnapshotsWhileEverythingIsUnreadable() throws Exception {
    FakeSocket socket = books();
    try (CapturedLog log = CapturedLog.of(exchangeClass())) {
      for (int i = 0; i < 1000; i++) {
        socket.send("{\"type\":\"orderbook_delta\",\"sid\":1,");
      }

      eventually(() -> stream.statistics().decoder().failures() == 1000);
      awaitBook(" bid 0.4000 ask 0.4500");

      assertThat(stream.statistics().bookRepairs()).isLessThanOrEqualTo(10);
      assertThat(log.lines().size()).isBetween(1, 3);
    }
  }

  @Test
  void readsFillsOverRestAfterTruncatedJson() throws InterruptedException {
    exchange.on("GET /portfolio/fills", Reply.json("{\"fills\":[],\"cursor\":\"\"}"));
    stream.subscribe(
        StreamRequest.fills(MarketSelection.all()),
        new StreamHandler<FillEvent>() {
          @Override
          public void on(FillEvent event) {}

          @Override
          public void onHole(Hole hole) {
            seen.add(hole.cause());
          }

          @Override
          public void onRepaired(Hole hole, int events) {
            seen.add(events);
          }
        });
    FakeSocket socket = exchange.stream().awaitConnection();

    for (int i = 0; i < 1000; i++) {
      socket.send("{\"type\":\"fill\",\"sid\":1,\"msg\":{");
    }
    eventually(() -> stream.statistics().decoder().failures() == 1000);

    assertThat(seen.next()).isEqualTo(Hole.Cause.UNREADABLE);
    assertThat(seen.next()).isEqualTo(0);
    assertThat(exchange.requests("GET /portfolio/fills").size()).isLessThanOrEqualTo(6);
  }

  @Test
  void tellsEverybodyOfAFrameOfWhichNothingCanBeRead() throws InterruptedException {
    FakeSocket socket = lifecycle();
    feed.book(A, List.of(level("0.4000", "10.00")), List.of());
    Seen<String> stale = new Seen<>();
    stream.orderBook(
        A,
        new BookHandler() {
          @Override
          public void onBook(StreamBook book) {
            stale.add("valid");
          }

          @Override
          public void onStale(MarketTicker market) {
            stale.add("stale");
          }
        });
    assertThat(stale.next()).isEqualTo("valid");

    socket.send("\0");

    assertThat(seen.next()).isEqualTo(Hole.Cause.UNREADABLE);
    eventually(() -> stream.statistics().bookRepairs() == 1);
    String last = stale.next();
    assertThat(last.equals("stale") ? stale.next() : last).isEqualTo("valid");
  }

  @Test
  void passesOverBinaryFrames() throws InterruptedException {
    FakeSocket socket = tickers();

    socket.sendBytes(BINARY, new byte[] {1, 2, 3});
    feed.ticker(A);

    assertThat(seen.next()).isEqualTo(A);
    assertThat(stream.statistics().connections()).isEqualTo(1);
  }

  @Test
  void countsWhatItDoesNotKnow() throws InterruptedException {
    FakeSocket socket = tickers();

    socket.send("{\"type\":\"weather\",\"sid\":1,\"msg\":{\"rain\":true}}\n");
    socket.send(
        event("a").replace("\"sid\":1", "\"sid\":7").replace("\"title\"", "\"mood\":1,\"title\""));
    feed.ticker(A);

    assertThat(seen.next()).isEqualTo(A);
    DecoderStatistics decoder = stream.statistics().decoder();
    assertThat(decoder.unknownTypes()).containsEntry("weather", 1L);
    assertThat(decoder.unknownFields()).extracting(UnknownField::field).contains("mood");
    assertThat(decoder.failures()).isZero();
  }

  @Test
  void goesOnAfterNumbersThatCannotBe() throws InterruptedException {
    FakeSocket socket = books();
    String delta =
        "{\"type\":\"orderbook_delta\",\"sid\":1,\"seq\":2,\"msg\":{\"market_ticker\":\""
            + A
            + "\",\"market_id\":\"m\",\"price_dollars\":\"%s\",\"delta_fp\":\"%s\",\"side\":\"%s\"}}";
    for (String number : List.of("99999999999999999999.0", "-1.0000", "", "NaN", "1e9", "2.0000")) {
      socket.send(delta.formatted(number, "1.00", "yes"));
      socket.send(delta.formatted("0.4000", number + "00000000000000000000", "yes"));
    }
    socket.send(delta.formatted("0.4000", "1.00", "maybe"));
    socket.send(delta.replace("\"seq\":2", "\"seq\":99999999999999999999999"));
    socket.send(delta.replace("\"sid\":1", "\"sid\":99999999999999999999999"));
    socket.send("[".repeat(100_000));
    socket.send("null");
    socket.send("");
    socket.send("{}");

    eventually(() -> stream.statistics().frames() >= 21);
    assertThat(stream.statistics().connections()).isEqualTo(1);
    awaitBook(" bid 0.4000 ask 0.4500");
  }

  @Test
  void marksALevelBelowZeroAsAFaultAndRepairsIt() throws InterruptedException {
    FakeSocket socket = books();

    feed.send(
        "orderbook_delta",
        "orderbook_delta",
        "{\"market_ticker\":\""
            + A
            + "\",\"market_id\":\"m\",\"price_dollars\":\"0.4000\",\"delta_fp\":\"-10.01\","
            + "\"side\":\"yes\",\"ts_ms\":1}");

    socket.awaitCommand("get_snapshot");
    awaitBook(" bid 0.4000 ask 0.4500");
    assertThat(stream.statistics().bookFaults()).isEqualTo(1);
  }

  @Test
  void takesASecondSnapshotForTheBook() throws InterruptedException {
    books();

    feed.book(A, List.of(level("0.3000", "10.00")), List.of());

    assertThat(seen.next()).isEqualTo(A + " bid 0.3000 ask none");
    assertThat(stream.statistics().bookRepairs()).isZero();
  }

  @Test
  void dropsADuplicate() throws InterruptedException {
    books();
    feed.duplicate();
    feed.delta(A, BookSide.BID, Price.of("0.4000"), 100);
    feed.delta(A, BookSide.BID, Price.of("0.4100"), 100);

    awaitBook(" bid 0.4100 ask 0.4500");
    assertThat(stream.statistics().duplicates()).isEqualTo(1);
    assertThat(stream.statistics().gaps()).isZero();
  }

  @Test
  void tellsOfAJumpInTheSequence() throws InterruptedException {
    exchange.on("GET /markets/trades", Reply.json("{\"trades\":[],\"cursor\":\"\"}"));
    stream.subscribe(
        StreamRequest.trades(MarketSelection.of(A)),
        new StreamHandler<PublicTrade>() {
          @Override
          public void on(PublicTrade event) {
            seen.add(event.id());
          }

          @Override
          public void onHole(Hole hole) {
            seen.add(hole.cause());
          }
        });

    feed.skip("trade");
    Object id = feed.trade(A, Price.of("0.4000"), Quantity.ofContracts(1), BookSide.BID);

    assertThat(seen.next()).isEqualTo(Hole.Cause.GAP);
    assertThat(seen.next()).isEqualTo(id);
    assertThat(stream.statistics().gaps()).isEqualTo(1);
  }

  @Test
  void countsTheNumberOfAMessageThatCannotBeRead() throws InterruptedException {
    stream.subscribe(
        StreamRequest.trades(MarketSelection.of(A)).withoutBackfill(),
        new StreamHandler<PublicTrade>() {
          @Override
          public void on(PublicTrade event) {
            seen.add(event.id());
          }

          @Override
          public void onHole(Hole hole) {
            seen.add(hole.cause());
          }
        });
    feed.skip("trade");
    exchange.stream()
        .awaitConnection()
        .send("{\"type\":\"trade\",\"sid\":1,\"seq\":1,\"msg\":{\"trade_id\":\"");

    Object id = feed.trade(A, Price.of("0.4000"), Quantity.ofContracts(1), BookSide.BID);

    assertThat(List.of(seen.next(), seen.next()))
        .containsExactlyInAnyOrder(id, Hole.Cause.UNREADABLE);
    assertThat(stream.statistics().gaps()).isZero();
  }
}
