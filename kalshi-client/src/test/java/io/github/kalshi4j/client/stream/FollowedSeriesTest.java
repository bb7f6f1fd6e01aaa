package io.github.kalshi4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.error.KalshiServerException;
import io.github.kalshi4j.client.testing.FakeCommand;
import io.github.kalshi4j.client.testing.FakeSocket;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.ReceivedRequest;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.StreamTest;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.SeriesTicker;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A subscription to a series goes from market to market. */
@Timeout(60)
final class FollowedSeriesTest extends StreamTest {
  private static final SeriesTicker SERIES = SeriesTicker.of("KXTEST");
  private static final Instant START = Instant.parse("2026-11-27T12:00:00Z");
  private static final MarketTicker C = MarketTicker.of("KXTEST-26NOV27-C");

  private record FakeMarket(MarketTicker ticker, Instant open, Instant close) {}

  private ManualTimeSource time; // set by configure, which is called before this is constructed
  private final JsonNode template = template();
  private final List<FakeMarket> markets = new CopyOnWriteArrayList<>();
  private volatile boolean failing;

  @Override
  protected ClientConfig configure(ClientConfig config) {
    time = ManualTimeSource.at(START);
    exchange.useClock(time::now);
    exchange.on("GET /markets", this::answer);
    return config
        .withTime(time)
        .withReadySignatures(0)
        .withStream(config.stream().withSilence(Duration.ofHours(24))); // time runs, pings do not
  }

  private static JsonNode template() {
    try (InputStream in =
        Objects.requireNonNull(
            FollowedSeriesTest.class.getResourceAsStream("/rest/GetMarkets.json"))) {
      return new JsonMapper().readTree(in).get("response").get("markets").get(0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Reply answer(ReceivedRequest request) {
    if (failing) {
      return Reply.json(500, "{}");
    }
    assertThat(request.query("series_ticker")).containsExactly(SERIES.value());
    String status = request.query("status").getFirst();
    Instant now = time.now();
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode list = body.putArray("markets");
    for (FakeMarket market : markets) {
      boolean open = !market.open.isAfter(now) && market.close.isAfter(now);
      if (status.equals("open") ? open : market.open.isAfter(now)) {
        ObjectNode json = (ObjectNode) template.deepCopy();
        json.put("ticker", market.ticker.value());
        json.put("open_time", market.open.toString());
        json.put("close_time", market.close.toString());
        list.add(json);
      }
    }
    body.put("cursor", "");
    return Reply.json(body.toString());
  }

  private void market(MarketTicker ticker, int openSeconds, int closeSeconds) {
    markets.add(
        new FakeMarket(ticker, START.plusSeconds(openSeconds), START.plusSeconds(closeSeconds)));
  }

  /** Lets the follower ask once more, which it does every ten seconds. */
  private void passPeriod() throws InterruptedException, TimeoutException {
    int asked = exchange.requests("GET /markets").size();
    time.awaitSleepers(2); // the follower, and the stream's clock
    time.advance(Duration.ofSeconds(10));
    for (int i = 0; i < (failing ? 1 : 2); i++) {
      exchange.awaitRequest();
    }
    assertThat(exchange.requests("GET /markets")).hasSizeGreaterThan(asked);
    time.awaitSleepers(2);
  }

  private StreamSubscription follow(Seen<MarketTicker> seen) throws InterruptedException {
    StreamSubscription subscription =
        stream.subscribe(
            StreamRequest.trades(MarketSelection.series(SERIES)), t -> seen.add(t.market()));
    exchange.awaitRequest();
    exchange.awaitRequest();
    return subscription;
  }

  private void trade(MarketTicker market) {
    feed.trade(market, Price.of("0.4000"), Quantity.ofContracts(1), BookSide.BID);
  }

  @Test
  void addsAMarketBeforeItOpensAndDropsItAfterItsClose() throws Exception {
    market(A, -900, 15);
    market(B, 15, 915);
    market(C, 915, 1815);
    Seen<MarketTicker> seen = new Seen<>();
    StreamSubscription subscription = follow(seen);
    FakeSocket socket = exchange.stream().awaitConnection();
    assertThat(subscription.markets()).containsExactly(A, B);

    for (int i = 0; i < 7; i++) {
      passPeriod();
    }
    assertThat(subscription.markets()).containsExactly(A, B); // for a minute after the close
    passPeriod();
    assertThat(subscription.markets()).containsExactly(B);
    FakeCommand removed = socket.awaitCommand("delete_markets");
    assertThat(removed.params().get("market_tickers").toString()).contains(A.value());

    for (int i = 0; i < 72; i++) {
      passPeriod();
    }
    assertThat(subscription.markets()).containsExactly(B, C); // two minutes before it opens
    // The silence was long: it may be another connection by now that has both markets.
    while (seen.isEmpty()) {
      trade(C);
      time.awaitSleepers(2);
      time.advance(Duration.ofMillis(100));
    }
    assertThat(seen.next()).isEqualTo(C);
  }

  @Test
  void goesOnAfterTheExchangeFailed() throws Exception {
    market(A, -900, 915);
    Seen<MarketTicker> seen = new Seen<>();
    StreamSubscription subscription = follow(seen);
    FakeSocket socket = exchange.stream().awaitConnection();
    market(B, 5, 915);

    failing = true;
    passPeriod();
    passPeriod();
    assertThat(subscription.markets()).containsExactly(A);

    failing = false;
    passPeriod();
    assertThat(subscription.markets()).containsExactly(A, B);
    socket.awaitCommand("add_markets");
  }

  @Test
  void tellsIfTheSeriesCannotBeRead() {
    failing = true;
    assertThatThrownBy(() -> follow(new Seen<>())).isInstanceOf(KalshiServerException.class);
  }

  @Test
  void asksNoMoreOnceItIsClosed() throws Exception {
    market(A, -900, 915);
    StreamSubscription subscription = follow(new Seen<>());
    passPeriod();
    subscription.close();
    int asked = exchange.requests("GET /markets").size();

    for (int i = 0; i < 20; i++) {
      time.awaitSleepers(1);
      time.advance(Duration.ofSeconds(10));
    }

    assertThat(exchange.requests("GET /markets")).hasSize(asked);
    assertThat(subscription.markets()).isEmpty();
  }
}
