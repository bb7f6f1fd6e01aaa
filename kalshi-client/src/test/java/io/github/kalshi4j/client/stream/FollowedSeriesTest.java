package io.github.kalshi4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.error.KalshiServerException;
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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
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
  private final BlockingQueue<Object> moment = new LinkedBlockingQueue<>(); // stays empty
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

  /** Lets time pass, a second in some milliseconds, until something is so. */
  private void passUntil(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 2000 && !condition.getAsBoolean(); i++) {
      time.advance(Duration.ofSeconds(1));
      var unused = moment.poll(5, TimeUnit.MILLISECONDS); // the network takes real time
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  private int asked() {
    return exchange.requests("GET /markets").size();
  }

  private StreamSubscription follow(Seen<MarketTicker> seen) {
    return stream.subscribe(
        StreamRequest.trades(MarketSelection.series(SERIES)), t -> seen.add(t.market()));
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
    assertThat(subscription.markets()).containsExactly(A, B);

    passUntil(() -> !subscription.markets().contains(A));
    assertThat(time.now()).isAfter(START.plusSeconds(15 + 60)); // a minute after the close
    assertThat(subscription.markets()).containsExactly(B);

    passUntil(() -> subscription.markets().contains(C));
    assertThat(time.now())
        .isAfterOrEqualTo(START.plusSeconds(915 - 120)) // two minutes before it opens
        .isBefore(START.plusSeconds(915));
    passUntil(() -> {
      trade(C);
      return !seen.isEmpty();
    });
    assertThat(seen.next()).isEqualTo(C);
  }

  @Test
  void goesOnAfterTheExchangeFailed() throws Exception {
    market(A, -900, 100_000);
    Seen<MarketTicker> seen = new Seen<>();
    StreamSubscription subscription = follow(seen);
    market(B, 5, 100_000);

    failing = true;
    int before = asked();
    passUntil(() -> asked() >= before + 2);
    assertThat(subscription.markets()).containsExactly(A);

    failing = false;
    passUntil(() -> subscription.markets().contains(B));
    passUntil(() -> {
      trade(B);
      return !seen.isEmpty();
    });
    assertThat(seen.next()).isEqualTo(B);
  }

  @Test
  void tellsIfTheSeriesCannotBeRead() {
    failing = true;
    assertThatThrownBy(() -> follow(new Seen<>())).isInstanceOf(KalshiServerException.class);
  }

  @Test
  void asksNoMoreOnceItIsClosed() throws Exception {
    market(A, -900, 100_000);
    StreamSubscription subscription = follow(new Seen<>());
    int before = asked();
    passUntil(() -> asked() >= before + 2);
    subscription.close();
    Instant closed = time.now();
    int under = asked() + 2; // it may have been about to ask

    passUntil(() -> time.now().isAfter(closed.plusSeconds(200)));

    assertThat(asked()).isLessThanOrEqualTo(under);
    assertThat(subscription.markets()).isEmpty();
  }
}
