package io.github.kalshi4j.client.testing.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.error.KalshiServerException;
import io.github.kalshi4j.client.stream.MarketSelection;
import io.github.kalshi4j.client.stream.StreamRequest;
import io.github.kalshi4j.client.stream.StreamSubscription;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.StreamSuite;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.SeriesTicker;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A subscription to a series goes from market to market. */
@Timeout(60)
public abstract class FollowedSeriesSuite extends StreamSuite {
  private static final SeriesTicker SERIES = SeriesTicker.of("KXTEST");
  private static final MarketTicker C = MarketTicker.of("KXTEST-26NOV27-C");

  private final BlockingQueue<Object> moment = new LinkedBlockingQueue<>(); // stays empty

  protected FollowedSeriesSuite() {
    super(ManualTimeSource.at(START));
  }

  @Override
  protected ClientConfig configure(ClientConfig config) {
    return config.withStream(
        config.stream().withSilence(Duration.ofHours(24))); // time runs, pings do not
  }

  @Override
  protected void list() {
    // each test does
  }

  private void market(MarketTicker ticker, int openSeconds, int closeSeconds) {
    happenings.list(ticker, START.plusSeconds(openSeconds), START.plusSeconds(closeSeconds));
  }

  private void fail() {
    exchange.disturb("GET /markets", Reply.json(500, "{}"));
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
    happenings.trade(market, Price.of("0.4000"), Quantity.ofContracts(1), BookSide.BID);
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
    passUntil(() -> time.now().isAfter(START.plusSeconds(915)));
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

    fail();
    int before = asked();
    passUntil(() -> asked() >= before + 2);
    assertThat(subscription.markets()).containsExactly(A);

    exchange.recover("GET /markets");
    passUntil(() -> subscription.markets().contains(B));
    passUntil(() -> time.now().isAfter(START.plusSeconds(5)));
    passUntil(() -> {
      trade(B);
      return !seen.isEmpty();
    });
    assertThat(seen.next()).isEqualTo(B);
  }

  @Test
  void tellsIfTheSeriesCannotBeRead() {
    fail();
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
