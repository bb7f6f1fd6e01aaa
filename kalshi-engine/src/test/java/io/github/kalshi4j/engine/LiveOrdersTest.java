package io.github.kalshi4j.engine;

import static io.github.kalshi4j.client.testing.Reply.Fault.RESET_AFTER_BODY;
import static io.github.kalshi4j.engine.LiveExchange.FIRST;
import static io.github.kalshi4j.engine.LiveExchange.SERIES;
import static io.github.kalshi4j.engine.LiveExchange.clientOrderId;
import static io.github.kalshi4j.engine.LiveExchange.next;
import static io.github.kalshi4j.engine.LiveExchange.received;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.market.OrderBook;
import io.github.kalshi4j.client.testing.FakeSocket;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.TradeId;
import io.github.kalshi4j.engine.report.RunReport;
import io.github.kalshi4j.strategy.Intent;
import io.github.kalshi4j.strategy.InvalidStrategyException;
import io.github.kalshi4j.strategy.MarketView;
import io.github.kalshi4j.strategy.Strategy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run whose orders go to the exchange. */
@Timeout(120)
final class LiveOrdersTest {
  private static final int CHANNELS = 6; // fills, orders, tickers, lifecycle, trades, books
  private static final Price ASK = Price.of("0.4200");
  private static final Quantity FIVE = Quantity.ofContracts(5);
  private static final OrderId ORDER = OrderId.of("o-1");

  private final LiveBench bench = new LiveBench(new LiveExchange());
  private final LiveExchange exchange = bench.exchange;

  @AfterEach
  void close() throws InterruptedException {
    bench.close();
  }

  private static LiveRun.Config live() {
    return LiveRun.Config.of("fake", Set.of(SERIES), Set.of());
  }

  private FakeSocket started() throws InterruptedException {
    exchange.book(FIRST, "0.4000", "0.4200");
    bench.start(live());
    return exchange.subscribed(CHANNELS);
  }

  private static Intent buy() {
    return ScriptedStrategy.buy(FIRST, OutcomeSide.YES, "0.4200", "5.00");
  }

  private static Intent rest() {
    return ScriptedStrategy.rest(FIRST, OutcomeSide.YES, "0.3900", "5.00");
  }

  private void filled(String trade, OrderId order, BookSide side, String price, Quantity quantity) {
    exchange.feed.fill(TradeId.of(trade), order, FIRST, side, Price.of(price), quantity, true);
  }

  @Test
  void entersAndExits() throws Exception {
    exchange.takes("o-1", "5.00", "0.00");
    exchange.takes("o-2", "5.00", "0.00");
    bench.wish(buy());
    started();
    bench.awaitCall("book 0.4000 0.4200");
    assertThat(next(exchange.orders))
        .contains("\"count\":\"5.00\"", "immediate_or_cancel", "\"side\":\"bid\"");
    filled("t-1", ORDER, BookSide.BID, "0.4200", FIVE);
    bench.awaitCall("fill YES 5.00 at 0.4200, held 5.00");
    bench.wish(new Intent.Exit(FIRST, "enough", null));
    exchange.book(FIRST, "0.4500", "0.4600");
    assertThat(next(exchange.orders))
        .contains("\"side\":\"ask\"", "\"price\":\"0.4500\"", "\"reduce_only\":true");
    filled("t-2", OrderId.of("o-2"), BookSide.ASK, "0.4500", FIVE);
    bench.awaitCall("fill NO 5.00 at 0.5500, held 0.00");
    RunReport report = bench.end();

    assertThat(report.mayRest()).isEmpty();
    assertThat(report.held()).isEmpty();
    assertThat(report.figures().summary().netPnl()).isEqualTo(Money.of("0.15"));
    assertThat(report.figures().summary().startCash()).isEqualTo(Money.ofDollars(1_000));
  }

  @Test
  void takesAFillThatComesBeforeTheAnswerAndTakesItOnce() throws Exception {
    exchange.answers(Reply.json(500, "{}")); // no answer, in effect: it is looked up
    bench.wish(buy());
    FakeSocket socket = started();
    String name = clientOrderId(next(exchange.orders));
    filled("t-1", ORDER, BookSide.BID, "0.4200", FIVE);
    filled("t-1", ORDER, BookSide.BID, "0.4200", FIVE);
    received(socket);
    exchange.lists("o-1", exchange.order("o-1", name, "executed", "5.00", "0.00"));
    exchange.fake.on(
        "GET /exchange/user_data_timestamp",
        request -> Reply.json("{\"as_of_time\":\"" + exchange.time.now() + "\"}"));
    assertThat(next(bench.notes)).startsWith("no answer to order " + name);
    bench.awaitCallInTime("fill YES 5.00 at 0.4200, held 5.00");
    RunReport report = bench.end();

    assertThat(exchange.orders).isEmpty(); // it was sent once
    assertThat(report.held()).extracting(RunReport.Held::quantity).containsExactly(FIVE);
  }

  @Test
  void looksUpAnOrderWithoutAnAnswerAndNeverSendsAnother() throws Exception {
    exchange.answers(Reply.fault(RESET_AFTER_BODY));
    exchange.fake.on("GET /historical/orders", Reply.json("{\"orders\":[],\"cursor\":\"\"}"));
    exchange.fake.on(
        "GET /exchange/user_data_timestamp",
        request -> Reply.json("{\"as_of_time\":\"" + exchange.time.now() + "\"}"));
    bench.wish(buy());
    started();
    String name = clientOrderId(next(exchange.orders));
    assertThat(next(bench.notes)).startsWith("no answer to order " + name);
    RunReport report = bench.end(); // the lookup goes on until it can no longer arrive

    assertThat(report.mayRest()).isEmpty();
    assertThat(report.figures().unfilledEntries())
        .singleElement()
        .satisfies(order -> assertThat(order.statusReason()).isEqualTo("not_placed"));
    assertThat(exchange.orders).isEmpty();
  }

  @Test
  void goesOnAfterARefusal() throws Exception {
    exchange.answers(
        Reply.json(400, "{\"error\":{\"code\":\"insufficient_balance\",\"message\":\"no\"}}"));
    exchange.takes("o-2", "0.00", "0.00");
    bench.wish(buy());
    started();
    bench.awaitCall("book 0.4000 0.4200");
    next(exchange.orders);
    bench.wish(buy());
    exchange.book(FIRST, "0.4100", "0.4200");
    next(exchange.orders);
    RunReport report = bench.end();

    assertThat(report.figures().unfilledEntries())
        .extracting(order -> order.status() + " " + order.statusReason())
        .containsExactly("refused insufficient_balance", "canceled immediate_or_cancel");
  }

  @Test
  void cancelsAtTheEndWhatRestsAndMakesSureOfIt() throws Exception {
    exchange.takes("o-1", "0.00", "5.00");
    bench.wish(rest());
    started();
    String name = clientOrderId(next(exchange.orders));
    exchange.lists("o-foreign", exchange.order("o-foreign", "theirs", "resting", "0.00", "5.00"));
    RunReport report = bench.end();

    assertThat(next(exchange.cancels)).isEqualTo("o-1");
    assertThat(exchange.cancels).isEmpty();
    assertThat(report.mayRest()).isEmpty();
    assertThat(report.figures().unfilledEntries())
        .singleElement()
        .satisfies(order -> {
          assertThat(order.id().value()).isEqualTo(name);
          assertThat(order.status()).isEqualTo("canceled");
        });
  }

  @Test
  void saysWhatMayStillRestWhereTheExchangeDoesNotConfirmItsEnd() throws Exception {
    exchange.takes("o-1", "0.00", "5.00");
    bench.wish(rest());
    started();
    next(exchange.orders);
    exchange.fake.clear(); // nothing is answered but 404 from now on
    bench.interrupt();
    RunReport report = bench.awaitEnd(Duration.ofSeconds(1));

    assertThat(report.mayRest())
        .singleElement()
        .asString()
        .endsWith("in " + FIRST + ": its end was not confirmed");
  }

  @Test
  void cancelsWhatRestsBeforeItTellsThatTheStrategyFailed() throws Exception {
    exchange.takes("o-1", "0.00", "5.00");
    bench.strategy(
        new Strategy() {
          private boolean sent;

          @Override
          public List<Intent> onOrderBook(OrderBook book, MarketView view) {
            if (sent) {
              throw new IllegalStateException("lost its head");
            }
            sent = true;
            return List.of(rest());
          }
        });
    started();
    next(exchange.orders);
    exchange.book(FIRST, "0.4100", "0.4200");

    assertThatThrownBy(() -> bench.awaitEnd(LiveBench.STEP))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(InvalidStrategyException.class);
    assertThat(next(exchange.cancels)).isEqualTo("o-1");
  }

  @Test
  void countsWhatIsHeldAtTheStartAndLeavesOrdersOfOthersAlone() throws Exception {
    exchange.positions(
        """
        {"ticker": "%s", "exchange_index": 0, "total_traded_dollars": "4.0000",
         "position_fp": "10.00", "market_exposure_dollars": "4.0000",
         "realized_pnl_dollars": "0.0000", "fees_paid_dollars": "0.0000",
         "last_updated_ts": "2026-01-01T12:00:00Z"}
        """
            .formatted(FIRST));
    exchange.lists("o-foreign", exchange.order("o-foreign", "theirs", "resting", "0.00", "5.00"));
    exchange.takes("o-2", "10.00", "0.00");
    bench.wish(new Intent.Exit(FIRST, "enough", null));
    started();
    assertThat(next(bench.notes)).contains("one order rests", "left alone", "o-foreign");
    assertThat(next(bench.notes)).startsWith("held at the start: 10.00 in " + FIRST);
    assertThat(next(exchange.orders)).contains("\"count\":\"10.00\"", "\"reduce_only\":true");
    filled("t-1", OrderId.of("o-2"), BookSide.ASK, "0.4000", Quantity.ofContracts(10));
    bench.awaitCall("fill NO 10.00 at 0.6000, held 0.00");
    RunReport report = bench.end();

    assertThat(report.held()).isEmpty();
    assertThat(report.figures().summary().netPnl()).isEqualTo(Money.ZERO);
    assertThat(report.figures().summary().endCash()).isEqualTo(Money.ofDollars(1_004));
    assertThat(exchange.cancels).isEmpty();
  }

  @Test
  void keepsItsPositionThroughALostConnection() throws Exception {
    exchange.takes("o-1", "5.00", "0.00");
    bench.wish(buy());
    FakeSocket socket = started();
    next(exchange.orders);
    socket.reset(); // the fill happens while nobody hears of it
    fills(exchange.time.now());
    bench.awaitCallInTime("fill YES 5.00 at 0.4200, held 5.00");
    filled("t-1", ORDER, BookSide.BID, ASK.toString(), FIVE); // and late by the stream as well
    RunReport report = bench.end();

    assertThat(report.held()).extracting(RunReport.Held::quantity).containsExactly(FIVE);
  }

  @Test
  void takesTheExchangesOwnCancellation() throws Exception {
    exchange.takes("o-1", "0.00", "5.00");
    bench.wish(rest());
    started();
    next(exchange.orders);
    exchange.feed.userOrder(
        ORDER,
        FIRST,
        BookSide.BID,
        Price.of("0.3900"),
        FIVE,
        Quantity.of("2.00"),
        "canceled"); // before its fill is told
    filled("t-1", ORDER, BookSide.BID, "0.3900", Quantity.of("2.00"));
    bench.awaitCall("fill YES 2.00 at 0.3900, held 2.00");
    exchange.lists("o-1", exchange.order("o-1", "gone", "canceled", "2.00", "0.00"));
    RunReport report = bench.end();

    assertThat(report.mayRest()).isEmpty();
    assertThat(exchange.cancels).isEmpty();
    assertThat(report.figures().trades())
        .singleElement()
        .satisfies(trade -> assertThat(trade.entries().getFirst().status()).isEqualTo("canceled"));
  }

  @Test
  void readsOverRestTheFillsThatTheStreamOwes() throws Exception {
    exchange.takes("o-1", "5.00", "0.00");
    fills(exchange.time.now());
    bench.wish(buy());
    started();
    next(exchange.orders);
    bench.awaitCallInTime("fill YES 5.00 at 0.4200, held 5.00");

    assertThat(exchange.fake.requests("GET /portfolio/fills"))
        .allSatisfy(request -> assertThat(request.query("order_id")).containsExactly("o-1"));
  }

  @Test
  void cancelsAnOrderThatIsGoneAndFindsOutWhy() throws Exception {
    exchange.takes("o-1", "0.00", "5.00");
    bench.wish(rest());
    started();
    String name = clientOrderId(next(exchange.orders));
    exchange.lists("o-1", exchange.order("o-1", name, "canceled", "0.00", "0.00"));
    exchange.forgets("o-1");
    exchange.fake.on(
        "GET /portfolio/orders/o-1",
        Reply.json("{\"order\": " + exchange.order("o-1", name, "canceled", "0.00", "0.00") + "}"));
    RunReport report = bench.end();

    assertThat(report.figures().unfilledEntries())
        .singleElement()
        .satisfies(order -> assertThat(order.status()).isEqualTo("canceled"));
  }

  @Test
  void tellsOfAFillThatIsNotOurs() throws Exception {
    FakeSocket socket = started();
    bench.awaitCall("book 0.4000 0.4200");
    filled("t-9", OrderId.of("o-9"), BookSide.BID, "0.4200", FIVE);
    received(socket);

    assertThat(next(bench.notes)).contains("not ours", FIRST.value());
    assertThat(bench.end().held()).isEmpty();
  }

  private void fills(Instant when) {
    exchange.fake.on(
        "GET /portfolio/fills",
        Reply.json(
            """
            {"fills": [{"fill_id": "t-1", "exchange_index": 0, "trade_id": "t-1",
             "order_id": "o-1", "ticker": "%s", "market_ticker": "%s", "side": "yes",
             "action": "buy", "book_side": "bid", "outcome_side": "yes", "count_fp": "5.00",
             "yes_price_dollars": "0.4200", "no_price_dollars": "0.5800", "is_taker": true,
             "created_time": "%s", "fee_cost": "0.0000", "ts": %d}], "cursor": ""}
            """
                .formatted(FIRST, FIRST, when, when.getEpochSecond())));
  }
}
