package io.github.kalshi4j.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.StreamOptions;
import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.stream.BookHandler;
import io.github.kalshi4j.client.stream.StreamBook;
import io.github.kalshi4j.client.stream.StreamState;
import io.github.kalshi4j.client.stream.StreamStatistics;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.simulator.fault.ActiveFault;
import io.github.kalshi4j.simulator.fault.FrameEffect;
import io.github.kalshi4j.simulator.fault.FrameFault;
import io.github.kalshi4j.simulator.junit.Member;
import io.github.kalshi4j.simulator.junit.SimulatedExchangeTest;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
@SimulatedExchangeTest(markets = "KXHIGHNY-26JUL04-T85")
class StreamFaultsTest {
  private static final MarketTicker MARKET = MarketTicker.of("KXHIGHNY-26JUL04-T85");
  private static final String DELTA = "orderbook_delta";

  /** What the book's handler was told, in words. */
  private static final class Told implements BookHandler {
    private final BlockingQueue<String> words = new LinkedBlockingQueue<>();

    @Override
    public void onBook(StreamBook book) {
      words.add(bids(book));
    }

    @Override
    public void onStale(MarketTicker market) {
      words.add("stale");
    }

    private static String bids(StreamBook book) {
      StringBuilder text = new StringBuilder();
      book.forEachLevel(
          BookSide.BID,
          (price, hundredths) -> {
            text.append(price).append('x').append(hundredths).append(' ');
            return true;
          });
      return text.toString();
    }

    /** Waits until it is told this. */
    void await(String word) throws InterruptedException {
      await(word::equals, word);
    }

    private void await(Predicate<String> wanted, String what) throws InterruptedException {
      String last = "nothing";
      while (!wanted.test(last)) {
        String next = words.poll(20, TimeUnit.SECONDS);
        if (next == null) {
          throw new AssertionError("never " + what + ", but " + last);
        }
        last = next;
      }
    }
  }

  private final Told told = new Told();
  private final BlockingQueue<StreamState> states = new LinkedBlockingQueue<>();
  private SimulatedExchange exchange;
  private KalshiClient client;
  private KalshiClient bob;

  @BeforeEach
  void subscribe(
      SimulatedExchange started,
      ClientConfig address,
      Credentials credentials,
      @Member("bob") KalshiClient other) {
    exchange = started;
    bob = other;
    StreamOptions quick =
        StreamOptions.DEFAULT
            .withPauses(Duration.ofMillis(1), Duration.ofMillis(10))
            .withSilence(Duration.ofSeconds(2));
    client = KalshiClient.connect(address.withStream(quick), credentials);
    client.stream().observe(states::add);
    client.stream().orderBook(MARKET, told);
    bid("0.10");
    try {
      told.await("0.1000x100 ");
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @AfterEach
  void close() {
    client.close();
  }

  private void bid(String price) {
    bob.orders()
        .place(
            LimitOrder.goodTillCanceled(
                MARKET, BookSide.BID, Price.of(price), Quantity.ofContracts(1)));
  }

  private ActiveFault nextDelta(FrameEffect effect) {
    return exchange.faults().add(FrameFault.of(effect).on(DELTA).next(1));
  }

  private StreamStatistics statistics() {
    return client.stream().statistics();
  }

  @Test
  void aGapMakesTheBookStaleUntilItIsRepaired() throws Exception {
    nextDelta(FrameEffect.GAP);
    bid("0.11");
    told.await("stale");
    told.await("0.1100x100 0.1000x100 ");
    assertThat(statistics().gaps()).isEqualTo(1);
    bid("0.12");
    told.await("0.1200x100 0.1100x100 0.1000x100 ");
    assertThat(statistics().gaps()).isEqualTo(1);
  }

  @Test
  void aLostDeltaIsNoticedByTheNextOne() throws Exception {
    nextDelta(FrameEffect.DROPPED);
    bid("0.11");
    bid("0.12");
    told.await("stale");
    told.await("0.1200x100 0.1100x100 0.1000x100 ");
    assertThat(statistics().gaps()).isEqualTo(1);
  }

  @Test
  void aDeltaThatComesTwiceCountsOnce() throws Exception {
    nextDelta(FrameEffect.DUPLICATED);
    bid("0.11");
    bid("0.12");
    told.await("0.1200x100 0.1100x100 0.1000x100 ");
    assertThat(statistics().duplicates()).isEqualTo(1);
    assertThat(statistics().gaps()).isZero();
  }

  @Test
  void deltasInTheWrongOrderDoNotLeaveAWrongBook() throws Exception {
    nextDelta(FrameEffect.SWAPPED);
    bid("0.11");
    bid("0.12");
    told.await("stale");
    told.await("0.1200x100 0.1100x100 0.1000x100 ");
  }

  @Test
  void aLateDeltaComes() throws Exception {
    ActiveFault late = nextDelta(FrameEffect.late(Duration.ofMillis(20)));
    bid("0.11");
    told.await("0.1100x100 0.1000x100 ");
    assertThat(late.struck()).isEqualTo(1);
    assertThat(statistics().gaps()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1001})
  void aLostConnectionIsMadeAgain(int code) throws Exception {
    nextDelta(new FrameEffect.Disconnected(code == 0 ? null : code));
    bid("0.11");
    told.await("stale");
    told.await("0.1100x100 0.1000x100 ");
    assertThat(states).hasAtLeastOneElementOfType(StreamState.Disconnected.class);
  }

  @Test
  void aSilentConnectionIsGivenUp() throws Exception {
    nextDelta(FrameEffect.SILENCED);
    bid("0.11");
    told.await("stale");
    told.await("0.1100x100 0.1000x100 ");
    assertThat(states).hasAtLeastOneElementOfType(StreamState.Disconnected.class);
  }
}
