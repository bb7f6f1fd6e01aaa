package io.github.kalshi4j.client.historical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.call.QueryParameter;
import io.github.kalshi4j.client.error.KalshiServerException;
import io.github.kalshi4j.client.market.CandlePeriod;
import io.github.kalshi4j.client.market.CandlestickQuery;
import io.github.kalshi4j.client.market.Market;
import io.github.kalshi4j.client.market.Trade;
import io.github.kalshi4j.client.testing.ReceivedRequest;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.RestTest;
import io.github.kalshi4j.client.value.MarketTicker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class HistoricalApiTest extends RestTest {
  private static final MarketTicker MARKET = MarketTicker.of("KXBTC15M-26NOV271430-30");
  private static final Instant CUTOFF = Instant.parse("2026-09-01T00:00:00Z");
  private static final Instant BEFORE = CUTOFF.minus(Duration.ofDays(2));
  private static final Instant AFTER = CUTOFF.plus(Duration.ofDays(2));
  private static final String LIVE_TRADES = "GET /markets/trades";
  private static final String OLD_TRADES = "GET /historical/trades";
  private static final String LIVE_MARKET = "GET /markets/" + MARKET;
  private static final String OLD_MARKET = "GET /historical/markets/" + MARKET;

  private final List<Integer> live = new ArrayList<>();
  private final List<Integer> archive = new ArrayList<>();

  @BeforeEach
  void tellTheCutoff() {
    exchange.on(
        "GET /historical/cutoff",
        Reply.json(
            """
            {"market_settled_ts": "%1$s", "trades_created_ts": "%1$s", "orders_updated_ts": "%1$s"}
            """
                .formatted(CUTOFF)));
  }

  @Test
  void givesWhatIsLiveAndThenWhatIsArchived() {
    live.addAll(List.of(5, 4));
    archive.addAll(List.of(3, 2, 1));
    serveTrades();

    assertThat(everyTrade()).containsExactly("t5", "t4", "t3", "t2", "t1");
    assertThat(asked())
        .containsExactly("GET /historical/cutoff", LIVE_TRADES, OLD_TRADES, OLD_TRADES);
  }

  @Test
  void missesNothingThatIsArchivedBetweenTwoPages() {
    live.addAll(List.of(6, 5, 4, 3));
    archive.addAll(List.of(2, 1));
    serveTrades();

    try (Stream<Trade> trades = client.historical().everyTrade(MARKET, BEFORE, AFTER)) {
      Iterator<Trade> reading = trades.iterator();
      assertThat(reading.next().id()).hasToString("t6");
      moveToArchive(3);
      moveToArchive(4);
      assertThat(rest(reading)).containsExactly("t5", "t4", "t3", "t2", "t1");
    }
  }

  @Test
  void givesWhatIsArchivedAfterItWasReadOnce() {
    live.addAll(List.of(4, 3));
    archive.addAll(List.of(2, 1));
    serveTrades();

    try (Stream<Trade> trades = client.historical().everyTrade(MARKET, BEFORE, AFTER)) {
      Iterator<Trade> reading = trades.iterator();
      assertThat(reading.next().id()).hasToString("t4");
      moveToArchive(3);
      moveToArchive(4);
      assertThat(rest(reading)).containsExactly("t3", "t2", "t1");
    }
  }

  @Test
  void endsWhenAllThatTheArchiveHasWasLive() {
    live.addAll(List.of(2, 1));
    serveTrades();

    try (Stream<Trade> trades = client.historical().everyTrade(MARKET, BEFORE, AFTER)) {
      Iterator<Trade> reading = trades.iterator();
      assertThat(reading.next().id()).hasToString("t2");
      moveToArchive(1);
      moveToArchive(2);
      assertThat(rest(reading)).containsExactly("t1");
    }
  }

  @Test
  void asksForNothingBeforeItIsNeeded() {
    live.addAll(List.of(4, 3, 2, 1));
    serveTrades();

    try (Stream<Trade> trades = client.historical().everyTrade(MARKET, BEFORE, AFTER)) {
      assertThat(exchange.requests()).isEmpty();
      assertThat(trades.limit(2)).hasSize(2);
    }

    assertThat(asked()).containsExactly("GET /historical/cutoff", LIVE_TRADES);
  }

  @Test
  void asksOnlyTheArchiveForWhatTheCutoffHasPassed() {
    archive.addAll(List.of(2, 1));
    serveTrades();

    Instant justBefore = CUTOFF.minus(Duration.ofMillis(1001));
    assertThat(client.historical().everyTrade(MARKET, BEFORE, justBefore)).hasSize(2);

    assertThat(asked()).containsExactly("GET /historical/cutoff", OLD_TRADES);
  }

  @Test
  void asksBothForWhatTheCutoffDivides() {
    serveTrades();

    assertThat(client.historical().everyTrade(MARKET, BEFORE, CUTOFF)).isEmpty();

    assertThat(asked()).containsExactly("GET /historical/cutoff", LIVE_TRADES, OLD_TRADES);
    for (ReceivedRequest request : exchange.requests().subList(1, 3)) {
      assertThat(request.query())
          .containsExactlyInAnyOrder(
              new QueryParameter("ticker", MARKET.value()),
              new QueryParameter("min_ts", String.valueOf(BEFORE.getEpochSecond())),
              new QueryParameter("max_ts", String.valueOf(CUTOFF.getEpochSecond())),
              new QueryParameter("limit", "1000"));
    }
  }

  @Test
  void givesEachFillOnce() {
    exchange.on("GET /portfolio/fills", fills(3, 2));
    exchange.on("GET /historical/fills", fills(2, 1));

    assertThat(client.historical().everyFill(MARKET, BEFORE, AFTER))
        .extracting(fill -> fill.id().value())
        .containsExactly("t3", "t2", "t1");
    assertThat(client.historical().everyFill(BEFORE, AFTER)).hasSize(3);

    List<ReceivedRequest> asked = exchange.requests("GET /portfolio/fills");
    assertThat(asked).allMatch(ReceivedRequest::isSigned);
    assertThat(asked.getFirst().query("ticker")).containsExactly(MARKET.value());
    assertThat(asked.getFirst().query("min_ts")).hasSize(1);
    assertThat(asked.getFirst().query("max_ts")).hasSize(1);
    assertThat(asked.getFirst().query("limit")).containsExactly("1000");
    assertThat(asked.getLast().query("ticker")).isEmpty();
  }

  @Test
  void findsOldOrdersThatStillRest() {
    exchange.on("GET /portfolio/orders", orders("resting"));
    exchange.on("GET /historical/orders", Reply.json("{\"orders\": [], \"cursor\": \"\"}"));

    assertThat(client.historical().everyOrder(BEFORE, BEFORE)).hasSize(1);

    assertThat(asked()).containsExactly("GET /portfolio/orders", "GET /historical/orders");
  }

  @Test
  void givesAnOrderThatIsArchivedMeanwhileAsItWasFirstSeen() {
    exchange.on("GET /portfolio/orders", orders("resting"));
    exchange.on("GET /historical/orders", orders("executed"));

    assertThat(client.historical().everyOrder(MARKET, BEFORE, AFTER))
        .extracting(order -> order.status().wire())
        .containsExactly("resting");
  }

  @Test
  void findsAMarketWhereverItIs() throws IOException {
    exchange.on(LIVE_MARKET, notFound(), market());
    exchange.on(OLD_MARKET, market());

    assertThat(client.historical().findMarket(MARKET).map(Market::ticker)).contains(MARKET);
    assertThat(client.historical().findMarket(MARKET).map(Market::ticker)).contains(MARKET);

    assertThat(asked()).containsExactly(LIVE_MARKET, OLD_MARKET, LIVE_MARKET);
  }

  @Test
  void findsNoMarketThatIsNowhere() {
    assertThat(client.historical().findMarket(MARKET)).isEmpty();

    assertThat(asked()).containsExactly(LIVE_MARKET, OLD_MARKET);
  }

  @Test
  void doesNotTakeAFailureForAMarketThatIsMissing() {
    exchange.on(LIVE_MARKET, Reply.status(503));

    assertThatThrownBy(() -> client.historical().findMarket(MARKET))
        .isInstanceOf(KalshiServerException.class);
  }

  @Test
  void refusesTimesThatAreNotInOrder() {
    assertThatThrownBy(() -> client.historical().everyTrade(MARKET, AFTER, BEFORE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("from " + AFTER + " to " + BEFORE);
    assertThatThrownBy(() -> client.historical().everyFill(AFTER, BEFORE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> client.historical().everyOrder(AFTER, BEFORE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesToAskTheArchiveForTheCandleBeforeTheStart() {
    CandlestickQuery query = CandlestickQuery.of(BEFORE, AFTER, CandlePeriod.DAY);

    assertThatThrownBy(
            () -> client.historical().candlesticks(MARKET, query.withLatestBeforeStart()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("include_latest_before_start");
    assertThat(exchange.requests()).isEmpty();
  }

  @Test
  void listsArchivedPositionsOverAllPages() {
    exchange.on(
        "GET /historical/positions",
        positions("KXBTC15M-26NOV271430-30", "next"),
        positions("KXBTC15M-26NOV271445-45", ""));

    assertThat(client.historical().allPositions(ArchivedPositionQuery.ALL))
        .extracting(position -> position.market().value())
        .containsExactly("KXBTC15M-26NOV271430-30", "KXBTC15M-26NOV271445-45");
  }

  private List<String> everyTrade() {
    return client
        .historical()
        .everyTrade(MARKET, BEFORE, AFTER)
        .map(trade -> trade.id().value())
        .toList();
  }

  private static List<String> rest(Iterator<Trade> reading) {
    List<String> ids = new ArrayList<>();
    reading.forEachRemaining(trade -> ids.add(trade.id().value()));
    return ids;
  }

  private List<String> asked() {
    return exchange.requests().stream().map(ReceivedRequest::toString).toList();
  }

  /** Serves both tiers as they are at the time of each request, two trades a page. */
  private void serveTrades() {
    exchange.on(LIVE_TRADES, request -> trades(live, request));
    exchange.on(OLD_TRADES, request -> trades(archive, request));
  }

  private void moveToArchive(int trade) {
    live.remove(Integer.valueOf(trade));
    archive.addFirst(trade);
  }

  /** The cursor is the number of the last trade that was given: the page holds those below it. */
  private static Reply trades(List<Integer> tier, ReceivedRequest request) {
    int below = request.query("cursor").stream().mapToInt(Integer::parseInt).findAny().orElse(99);
    List<Integer> left = tier.stream().filter(number -> number < below).toList();
    List<Integer> page = left.subList(0, Math.min(2, left.size()));
    String items =
        page.stream()
            .map(number ->
                """
                {"trade_id": "t%d", "ticker": "%s", "count_fp": "1.00",
                 "yes_price_dollars": "0.4200", "no_price_dollars": "0.5800",
                 "taker_outcome_side": "yes", "taker_book_side": "bid",
                 "created_time": "2026-09-01T00:00:00Z", "is_block_trade": false}
                """
                    .formatted(number, MARKET))
            .collect(Collectors.joining(","));
    String cursor = left.size() > page.size() ? String.valueOf(page.getLast()) : "";
    return Reply.json("{\"trades\": [" + items + "], \"cursor\": \"" + cursor + "\"}");
  }

  @Test
  void givesBothFillsOfAMatchOfTwoSubaccountsOfOurOwn() {
    Reply maker = fills(1);
    String taker = new String(maker.body(), StandardCharsets.UTF_8).replace("o1", "o2");
    exchange.on(
        "GET /historical/fills",
        request ->
            request.query("cursor").isEmpty()
                ? Reply.json(
                    new String(maker.body(), StandardCharsets.UTF_8)
                        .replace("\"cursor\": \"\"", "\"cursor\": \"c\""))
                : Reply.json(taker));

    assertThat(client.historical().allFills(ArchivedFillQuery.ALL))
        .extracting(fill -> fill.order().value())
        .containsExactly("o1", "o2");
  }

  private static Reply fills(int... numbers) {
    String items =
        Arrays.stream(numbers)
            .mapToObj(number ->
                """
                {"fill_id": "t%1$d", "trade_id": "t%1$d", "exchange_index": 2,
                 "order_id": "o1", "ticker": "%2$s", "outcome_side": "yes",
                 "book_side": "bid", "count_fp": "1.00", "yes_price_dollars": "0.4200",
                 "is_taker": true, "fee_cost": "0.0200"}
                """
                    .formatted(number, MARKET))
            .collect(Collectors.joining(","));
    return Reply.json("{\"fills\": [" + items + "], \"cursor\": \"\"}");
  }

  private static Reply orders(String status) {
    return Reply.json(
        """
        {"orders": [{"order_id": "o1", "client_order_id": "", "user_id": "u1", "ticker": "%s", "outcome_side": "yes",
          "book_side": "bid", "type": "limit", "status": "%s", "yes_price_dollars": "0.4200",
          "fill_count_fp": "1.00", "remaining_count_fp": "1.00", "initial_count_fp": "2.00",
          "taker_fill_cost_dollars": "0.4200", "maker_fill_cost_dollars": "0.0000",
          "taker_fees_dollars": "0.0200", "maker_fees_dollars": "0.0000"}], "cursor": ""}
        """
            .formatted(MARKET, status));
  }

  private static Reply positions(String market, String cursor) {
    return Reply.json(
        """
        {"market_positions": [{"ticker": "%s", "exchange_index": 2,
          "total_traded_dollars": "1.0000", "position_fp": "0.00",
          "market_exposure_dollars": "0.0000", "realized_pnl_dollars": "0.5000",
          "fees_paid_dollars": "0.0200", "last_updated_ts": "2026-08-01T00:00:00Z"}],
         "event_positions": [], "cursor": "%s"}
        """
            .formatted(market, cursor));
  }

  private static Reply market() throws IOException {
    Path form = Path.of("src/test/resources/rest/GetHistoricalMarket.json");
    return Reply.json(new JsonMapper().readTree(Files.readString(form)).get("response").toString());
  }

  private static Reply notFound() {
    return Reply.json(404, "{\"error\": {\"code\": \"not_found\", \"message\": \"not found\"}}");
  }
}
