package io.github.kalshi4j.client.testing.suite;

import static io.github.kalshi4j.client.testing.FakeFeed.level;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.stream.BookRequest;
import io.github.kalshi4j.client.stream.MarketSelection;
import io.github.kalshi4j.client.stream.StreamRequest;
import io.github.kalshi4j.client.stream.StreamSubscription;
import io.github.kalshi4j.client.stream.SubscriptionList;
import io.github.kalshi4j.client.testing.FakeCommand;
import io.github.kalshi4j.client.testing.FakeSocket;
import io.github.kalshi4j.client.testing.StreamSuite;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Subscriptions to thousands of markets, and very many changes of them at once. */
@Timeout(60)
public abstract class ManyMarketsSuite extends StreamSuite {
  private static final int MANY = 5000;

  protected static List<MarketTicker> markets(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> MarketTicker.of("KXMANY-26NOV27-T" + i))
        .toList();
  }

  @Test
  void showsFiveThousandBooksOfOneSubscriptionAndAgainAfterALoss() throws InterruptedException {
    List<MarketTicker> markets = markets(MANY);
    happenings.list(markets);
    MarketTicker last = markets.getLast();
    happenings.book(last, List.of(level("0.4000", "10.00")), List.of());
    Seen<MarketTicker> shown = new Seen<>();

    StreamSubscription subscription =
        stream.orderBooks(
            BookRequest.of(MarketSelection.of(markets)), book -> shown.add(book.market()));

    assertThat(subscription.markets()).hasSize(MANY);
    awaitAll(markets, shown);
    FakeSocket socket = exchange.stream().awaitConnection();
    hasBeenAskedInParts(socket);
    assertThat(stream.listSubscriptions()).hasSize(1);

    socket.reset();
    awaitAll(markets, shown);
    hasBeenAskedInParts(exchange.stream().awaitConnection());
    assertThat(stream.statistics().gaps()).isZero();
    assertThat(stream.statistics().bookRepairs()).isZero();
  }

  private static void awaitAll(List<MarketTicker> markets, Seen<MarketTicker> shown)
      throws InterruptedException {
    Set<MarketTicker> missing = new HashSet<>(markets);
    while (!missing.isEmpty()) {
      missing.remove(shown.next());
    }
  }

  private static void hasBeenAskedInParts(FakeSocket socket) throws InterruptedException {
    List<FakeCommand> commands = new ArrayList<>(List.of(socket.awaitCommand("subscribe")));
    for (int i = 0; i < 4; i++) {
      commands.add(socket.awaitCommand("add_markets"));
    }
    Set<String> named = new HashSet<>();
    for (FakeCommand command : commands) {
      assertThat(command.params().get("market_tickers")).hasSize(1000);
      command.params().get("market_tickers").forEach(m -> named.add(m.asString()));
    }
    assertThat(named).hasSize(MANY);
  }

  @Test
  void removesThousandsOfMarkets() throws InterruptedException {
    List<MarketTicker> markets = markets(2500);
    happenings.list(markets);
    StreamSubscription subscription =
        stream.subscribe(StreamRequest.tickers(MarketSelection.of(markets)), ticker -> {});

    subscription.removeMarkets(markets.subList(1, 2500));

    FakeSocket socket = exchange.stream().awaitConnection();
    for (int size : new int[] {1000, 1000, 499}) {
      assertThat(socket.awaitCommand("delete_markets").params().get("market_tickers"))
          .hasSize(size);
    }
    assertThat(subscription.markets()).containsExactly(markets.getFirst());
  }

  @Test
  void serializesWhatManyThreadsWantAtOnce() throws Exception {
    int threads = 12;
    List<MarketTicker> markets = markets(threads);
    happenings.list(markets);
    List<Seen<MarketTicker>> seen = new ArrayList<>();
    List<CompletableFuture<StreamSubscription>> working = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      MarketTicker own = markets.get(i);
      MarketTicker next = markets.get((i + 1) % threads);
      Seen<MarketTicker> mine = new Seen<>();
      seen.add(mine);
      working.add(
          async(() -> {
            for (int round = 0; round < 10; round++) {
              try (StreamSubscription passing =
                  stream.subscribe(
                      StreamRequest.trades(MarketSelection.of(next)).withoutBackfill(), t -> {})) {
                passing.addMarkets(own);
                passing.removeMarkets(next);
                stream.orderBook(own, book -> {}).close();
              }
            }
            return stream.subscribe(
                StreamRequest.trades(MarketSelection.of(own)).withoutBackfill(),
                trade -> mine.add(trade.market()));
          }));
    }
    for (CompletableFuture<StreamSubscription> each : working) {
      get(each);
    }

    for (MarketTicker market : markets) {
      happenings.trade(market, Price.of("0.4000"), Quantity.ofContracts(1), BookSide.BID);
    }

    for (int i = 0; i < threads; i++) {
      assertThat(seen.get(i).next()).isEqualTo(markets.get(i));
    }
    assertThat(stream.statistics().connections()).isEqualTo(1);
    assertThat(stream.statistics().refused()).isZero();
    assertThat(stream.statistics().gaps()).isZero();
    assertThat(stream.listSubscriptions())
        .extracting(SubscriptionList.Entry::channel)
        .contains("trade");
  }

  @Test
  void keepsTheLastWishThroughLossesAtAnyTime() throws Exception {
    StreamSubscription subscription =
        stream.subscribe(
            StreamRequest.tickers(MarketSelection.of(A)), ticker -> tickers.add(ticker.market()));
    CompletableFuture<Boolean> changing =
        async(() -> {
          for (int i = 0; i < 30; i++) {
            subscription.addMarkets(B);
            subscription.removeMarkets(B);
          }
          return true;
        });
    for (int i = 0; i < 10; i++) {
      exchange.stream().awaitConnection().reset();
    }
    get(changing);
    subscription.addMarkets(B);

    happenings.ticker(B, Price.of("0.3300"));

    assertThat(tickers.next()).isEqualTo(B);
  }

  private final Seen<MarketTicker> tickers = new Seen<>();
}
