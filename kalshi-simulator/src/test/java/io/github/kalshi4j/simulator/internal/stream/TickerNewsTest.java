package io.github.kalshi4j.simulator.internal.stream;

import static io.github.kalshi4j.simulator.internal.stream.TestNewsroom.ANN;
import static io.github.kalshi4j.simulator.internal.stream.TestNewsroom.BOB;
import static io.github.kalshi4j.simulator.internal.stream.TestNewsroom.MARKET;
import static io.github.kalshi4j.simulator.internal.stream.TestNewsroom.oneLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.market.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TickerNewsTest {
  private static final Duration A_LITTLE = Duration.ofNanos(1_000);

  private final TestNewsroom news = new TestNewsroom();

  private List<String> said() {
    return news.said(Channel.TICKER);
  }

  @Test
  void showsTheTopOfTheBookAndTheTotals() {
    news.place(ANN, BookSide.BID, "0.5500", "7", "a");
    news.place(ANN, BookSide.ASK, "0.6000", "4.75", "b");
    news.place(BOB, BookSide.BID, "0.6000", "1.25", "c");
    news.pass(A_LITTLE);
    assertThat(said())
        .containsExactly(
            oneLine(
                """
                {"dollar_open_interest":0,"dollar_volume":0,"last_trade_size_fp":"1.25",
                "market_id":"d1450cd7-1773-350e-800f-98ea6c16fcde",
                "market_ticker":"KXHIGHNY-26JUL04-T85","open_interest_fp":"1.25",
                "price_dollars":"0.6000","time":"2026-07-04T14:00:01Z","ts":1783173601,
                "ts_ms":1783173601000,"volume_fp":"1.25","yes_ask_dollars":"0.6000",
                "yes_ask_size_fp":"3.50","yes_bid_dollars":"0.5500","yes_bid_size_fp":"7.00"}\
                """));
    assertThat(news.messages.getLast().topic()).isEqualTo(MARKET.value());
  }

  @Test
  void countsFiftyCentsAContract() {
    news.place(ANN, BookSide.ASK, "0.1000", "7", "a");
    news.place(BOB, BookSide.BID, "0.1000", "7", "b");
    news.place(BOB, BookSide.ASK, "0.1000", "4", "c");
    news.place(ANN, BookSide.BID, "0.1000", "4", "d");
    news.pass(A_LITTLE);
    assertThat(said().getLast())
        .contains("\"dollar_volume\":5,", "\"volume_fp\":\"11.00\"")
        .contains("\"dollar_open_interest\":1,", "\"open_interest_fp\":\"3.00\"");
  }

  @Test
  void showsNobodyAsZeroAndOne() {
    news.place(ANN, BookSide.BID, "0.5500", "7", "a");
    news.done(new Command.CancelAll(ANN, null));
    news.place(ANN, BookSide.BID, "0.5500", "7", "b");
    news.pass(A_LITTLE);
    news.done(new Command.CancelAll(ANN, null));
    news.pass(Duration.ofSeconds(2));
    assertThat(said()).hasSize(2);
    assertThat(said().getLast())
        .contains("\"price_dollars\":\"0.0000\"")
        .contains("\"yes_ask_dollars\":\"1.0000\",\"yes_ask_size_fp\":\"0.00\"")
        .contains("\"yes_bid_dollars\":\"0.0000\",\"yes_bid_size_fp\":\"0.00\"");
  }

  @Test
  void isSentOnceTheTimeOfTheChangeIsOver() {
    news.place(ANN, BookSide.BID, "0.5500", "7", "a");
    news.pass(Duration.ZERO);
    assertThat(said()).isEmpty();
    news.pass(A_LITTLE);
    assertThat(said()).hasSize(1);
  }

  @Test
  void isSentOnceASecond() {
    news.place(ANN, BookSide.BID, "0.5500", "7", "a");
    news.pass(A_LITTLE); // sent
    news.place(ANN, BookSide.BID, "0.5600", "7", "b");
    news.pass(Duration.ofMillis(500));
    news.place(ANN, BookSide.BID, "0.5700", "7", "c");
    news.pass(Duration.ofMillis(499));
    assertThat(said()).hasSize(1);
    news.pass(Duration.ofMillis(1));
    assertThat(said()).hasSize(2);
    assertThat(said().getLast())
        .contains("\"yes_bid_dollars\":\"0.5700\"")
        .contains("\"time\":\"2026-07-04T14:00:01.500001Z\"");
    news.pass(Duration.ofMinutes(1));
    assertThat(said()).hasSize(2);
  }

  @Test
  void isSentAheadOfWhatComesLater() {
    news.place(ANN, BookSide.BID, "0.5500", "7", "a");
    news.messages.clear();
    news.time.advance(Duration.ofSeconds(5));
    news.place(ANN, BookSide.BID, "0.5600", "7", "b");
    assertThat(news.messages)
        .extracting(Message::type)
        .containsExactly("ticker", "orderbook_delta", "user_order");
    assertThat(said().getFirst()).contains("\"yes_bid_dollars\":\"0.5500\"");
  }

  @Test
  void isNotSentForChangesBelowTheTop() {
    news.place(ANN, BookSide.BID, "0.5500", "7", "a");
    news.pass(Duration.ofSeconds(2));
    news.place(ANN, BookSide.BID, "0.5400", "7", "b");
    news.pass(Duration.ofSeconds(2));
    assertThat(said()).hasSize(1);
  }

  @Test
  void tellsOfTheEmptyBookAfterTheCloseAndOfThePayout() {
    news.place(ANN, BookSide.ASK, "0.5500", "7", "a");
    news.place(BOB, BookSide.BID, "0.5500", "2", "b");
    news.pass(Duration.ofMinutes(16));
    assertThat(said().getLast())
        .contains("\"yes_ask_dollars\":\"1.0000\"", "\"open_interest_fp\":\"2.00\"");
    news.done(new Command.Determine(MARKET, Outcome.NO));
    news.pass(A_LITTLE);
    assertThat(said().getLast()).contains("\"open_interest_fp\":\"0.00\"");
  }

  @Test
  void canBeAskedForAtAnyTime() {
    assertThat(news.newsroom.ticker(MARKET))
        .contains("\"time\":\"2026-07-04T14:00:01Z\"", "\"yes_bid_dollars\":\"0.0000\"");
    news.place(ANN, BookSide.BID, "0.5500", "7", "a");
    String now = news.newsroom.ticker(MARKET);
    assertThat(now).contains("\"yes_bid_dollars\":\"0.5500\"");
    news.pass(A_LITTLE);
    assertThat(said()).containsExactly(now);
    assertThat(news.newsroom.ticker(MarketTicker.of("KXNONE-1"))).isNull();
  }
}
