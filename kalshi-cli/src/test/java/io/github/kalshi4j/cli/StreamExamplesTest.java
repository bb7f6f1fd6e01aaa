package io.github.kalshi4j.cli;

import static io.github.kalshi4j.client.testing.FakeFeed.level;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.stream.BookHandler;
import io.github.kalshi4j.client.stream.FillEvent;
import io.github.kalshi4j.client.stream.StreamBook;
import io.github.kalshi4j.client.stream.StreamSubscription;
import io.github.kalshi4j.client.testing.FakeSocket;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.StreamTest;
import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.NetPosition;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.SeriesTicker;
import io.github.kalshi4j.client.value.TradeId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the documents show of the stream, run against an exchange of our own. */
@Timeout(60)
final class StreamExamplesTest extends StreamTest {
  private static final OrderId ORDER = OrderId.of("69dfcb07-2307-41f2-ad6d-ae1ab92fffbf");
  private static final TradeId TRADE = TradeId.of("09249466-8740-480f-a17d-2bd08f7c8145");

  @TempDir private static Path folder;
  private static URLClassLoader examples;

  @BeforeAll
  static void compile() throws IOException {
    Documents.compile(folder, Documents.pages());
    examples = Documents.loader(folder);
  }

  @AfterAll
  static void closeLoader() throws IOException {
    examples.close();
  }

  @Test
  void theBestBidIsKnownAsLongAsItMayBeBelieved() throws Exception {
    feed.book(A, List.of(level("0.4000", "10.00")), List.of());
    BookHandler bids =
        (BookHandler) examples.loadClass("example.BestBids").getConstructor().newInstance();
    Seen<Object> seen = new Seen<>();
    stream.orderBook(
        A,
        new BookHandler() {
          @Override
          public void onBook(StreamBook book) {
            bids.onBook(book);
            seen.add(bestBid(bids));
          }

          @Override
          public void onStale(MarketTicker market) {
            bids.onStale(market);
            seen.add(bestBid(bids));
          }
        });

    assertThat(seen.next()).isEqualTo(Optional.of(level("0.4000", "10.00")));
    exchange.stream().awaitConnection().reset();
    assertThat(seen.next()).isEqualTo(Optional.empty());
    assertThat(seen.next()).isEqualTo(Optional.of(level("0.4000", "10.00")));

    StreamSubscription subscription =
        Documents.call(examples, "BestBids", "follow", client, B, bids);
    assertThat(subscription.markets()).containsExactly(B);
  }

  @Test
  void theReadmeShowsABookAndItsTrades() throws Exception {
    feed.book(A, List.of(level("0.4000", "10.00")), List.of());
    Seen<String> lines = new Seen<>();
    PrintStream out =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
          @Override
          public void println(Object line) {
            lines.add(line.toString());
          }

          @Override
          public void println(String line) {
            lines.add(line);
          }
        };

    Documents.call(examples, "FirstStream", "follow", client, A, out);

    assertThat(lines.next()).isEqualTo(A + " bid 0.4000 ask none");
    feed.trade(A, Price.of("0.4000"), Quantity.ofContracts(2), BookSide.ASK);
    assertThat(lines.next()).isEqualTo("2.00 traded at 0.4000");
  }

  private static Object bestBid(BookHandler bids) {
    try {
      return bids.getClass().getMethod("of", MarketTicker.class).invoke(bids, A);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void tickersBeginWithTheOneThatStands() throws Exception {
    feed.book(A, List.of(level("0.4000", "10.00")), List.of(level("0.4500", "5.00")));
    Seen<String> lines = new Seen<>();
    Consumer<String> out = lines::add;

    Documents.call(examples, "Tape", "tickers", client, out, new MarketTicker[] {A});

    assertThat(lines.next()).isEqualTo(A + " 0.4000 0.4500");
    feed.delta(A, BookSide.BID, Price.of("0.4100"), 100);
    feed.ticker(A);
    assertThat(lines.next()).isEqualTo(A + " 0.4100 0.4500");
  }

  @Test
  void tradesOfASeriesAreCompleteWhateverHappens() throws Exception {
    String close = TimeSource.system().now().plus(Duration.ofHours(1)).toString();
    exchange.on(
        "GET /markets",
        Reply.json(
            Answers.markets(
                "", Answers.market(A.value()).replace("2026-07-05T03:59:00.5Z", close))));
    Seen<String> lines = new Seen<>();
    Consumer<String> out = lines::add;
    StreamSubscription subscription =
        Documents.call(examples, "Tape", "trades", client, out, SeriesTicker.of("KXTEST"));
    assertThat(subscription.markets()).containsExactly(A);
    feed.trade(A, Price.of("0.4000"), Quantity.ofContracts(1), BookSide.BID);
    assertThat(lines.next()).isEqualTo(A + " 1.00 at 0.4000");

    exchange.on(
        "GET /markets/trades",
        Reply.json(
            """
            {"trades": [{"trade_id": "%s", "ticker": "%s", "count_fp": "12.50",
              "yes_price_dollars": "0.4200", "no_price_dollars": "0.5800", "taker_side": "yes",
              "taker_outcome_side": "yes", "taker_book_side": "bid", "created_time": "%s",
              "is_block_trade": false}], "cursor": ""}
            """
                .formatted(TRADE, A, TimeSource.system().now())));
    exchange.stream().awaitConnection().reset();

    assertThat(lines.next()).isEqualTo("missing: RECONNECTED");
    assertThat(lines.next()).isEqualTo(A + " 12.50 at 0.4200");
    assertThat(lines.next()).isEqualTo("repaired: 1");
  }

  @Test
  void aMarketIsFollowedInsteadOfAnother() throws Exception {
    Seen<MarketTicker> seen = new Seen<>();
    try (StreamSubscription subscription = stream.orderBook(A, book -> seen.add(book.market()))) {
      assertThat(seen.next()).isEqualTo(A);

      Documents.call(examples, "Tape", "move", subscription, A, B);

      assertThat(subscription.markets()).containsExactly(B);
      assertThat(seen.next()).isEqualTo(B);
    }
  }

  @Test
  void ourAccountIsReadAndThenFollowed() throws Exception {
    exchange.on(
        "GET /portfolio/orders",
        Reply.json(Answers.orders("", Answers.order(ORDER.value(), "bid", "0.4200", "resting"))));
    exchange.on(
        "GET /portfolio/positions",
        Reply.json(
            """
            {"cursor": "", "event_positions": [], "market_positions": [{"ticker": "%s",
              "exchange_index": 0, "total_traded_dollars": "7.2500", "position_fp": "-3.00",
              "market_exposure_dollars": "1.7400", "realized_pnl_dollars": "-0.2500",
              "fees_paid_dollars": "0.2132", "last_updated_ts": "2026-11-27T14:15:00.123456Z"}]}
            """
                .formatted(B)));
    Seen<FillEvent> fills = new Seen<>();
    Consumer<FillEvent> onFill = fills::add;

    try (AutoCloseable account = Documents.call(examples, "OwnAccount", "open", client, onFill)) {
      FakeSocket socket = exchange.stream().awaitConnection();
      assertThat(ask(account, "resting", ORDER)).isEqualTo(Quantity.of("7.50"));
      assertThat(ask(account, "position", B)).isEqualTo(NetPosition.of("-3.00"));
      assertThat(ask(account, "position", A)).isEqualTo(NetPosition.FLAT);

      feed.fill(TRADE, ORDER, A, BookSide.BID, Price.of("0.4200"), Quantity.ofContracts(7), false);
      feed.position(A);
      feed.userOrder(
          ORDER,
          A,
          BookSide.BID,
          Price.of("0.4200"),
          Quantity.ofContracts(10),
          Quantity.of("9.50"),
          "resting");

      assertThat(fills.next().id()).isEqualTo(TRADE);
      await(() -> ask(account, "position", A).equals(NetPosition.of("7.00")));
      await(() -> ask(account, "resting", ORDER).equals(Quantity.of("0.50")));
      assertThat(socket.isOpen()).isTrue();
    }
  }

  private static Object ask(Object account, String method, Object about)
      throws ReflectiveOperationException {
    return account.getClass().getMethod(method, about.getClass()).invoke(account, about);
  }

  /** Waits, ten seconds at most, for what has no queue to wait on. */
  private static void await(Callable<Boolean> condition) throws Exception {
    long deadline = TimeSource.system().nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!condition.call()) {
      assertThat(TimeSource.system().nanoTime() - deadline).as("waited for").isNegative();
      Thread.yield();
    }
  }
}
