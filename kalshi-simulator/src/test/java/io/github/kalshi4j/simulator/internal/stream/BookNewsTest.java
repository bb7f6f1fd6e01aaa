package io.github.kalshi4j.simulator.internal.stream;

import static io.github.kalshi4j.simulator.internal.stream.TestNewsroom.ANN;
import static io.github.kalshi4j.simulator.internal.stream.TestNewsroom.ANN_READS;
import static io.github.kalshi4j.simulator.internal.stream.TestNewsroom.BOB;
import static io.github.kalshi4j.simulator.internal.stream.TestNewsroom.BOB_READS;
import static io.github.kalshi4j.simulator.internal.stream.TestNewsroom.MARKET;
import static io.github.kalshi4j.simulator.internal.stream.TestNewsroom.oneLine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BookNewsTest {
  private static final String EMPTY =
      oneLine(
          """
          {"market_id":"d1450cd7-1773-350e-800f-98ea6c16fcde",
          "market_ticker":"KXHIGHNY-26JUL04-T85"}\
          """);

  private final TestNewsroom news = new TestNewsroom();

  @Test
  void tellsTheOwnerByWhichOrderALevelChanged() {
    news.time.advance(Duration.ofNanos(120_340_000));
    news.place(ANN, BookSide.BID, "0.5600", "10", "ann-1");
    assertThat(news.said(Channel.ORDERBOOK_DELTA, ANN_READS))
        .containsExactly(
            oneLine(
                """
                {"client_order_id":"ann-1","delta_fp":"10.00",
                "market_id":"d1450cd7-1773-350e-800f-98ea6c16fcde",
                "market_ticker":"KXHIGHNY-26JUL04-T85","price_dollars":"0.5600","side":"yes",
                "subaccount":0,"ts":"2026-07-04T14:00:01.12034Z","ts_ms":1783173601120}\
                """));
    assertThat(news.said(Channel.ORDERBOOK_DELTA, BOB_READS))
        .containsExactly(
            oneLine(
                """
                {"delta_fp":"10.00","market_id":"d1450cd7-1773-350e-800f-98ea6c16fcde",
                "market_ticker":"KXHIGHNY-26JUL04-T85","price_dollars":"0.5600","side":"yes",
                "ts":"2026-07-04T14:00:01.12034Z","ts_ms":1783173601120}\
                """));
  }

  @Test
  void tellsAsksAsBidsOnNoAtTheirPriceUnlessYesPricesAreWanted() {
    news.place(ANN, BookSide.ASK, "0.6000", "2.50", "a");
    Message delta = news.messages.getFirst();
    String inNo =
        oneLine(
            """
            {"delta_fp":"2.50","market_id":"d1450cd7-1773-350e-800f-98ea6c16fcde",
            "market_ticker":"KXHIGHNY-26JUL04-T85","price_dollars":"0.4000","side":"no",
            "ts":"2026-07-04T14:00:01Z","ts_ms":1783173601000}\
            """);
    assertThat(delta.type()).isEqualTo("orderbook_delta");
    assertThat(delta.topic()).isEqualTo(MARKET.value());
    assertThat(delta.only()).isNull();
    assertThat(delta.body(BOB_READS)).isEqualTo(inNo);
    assertThat(delta.body(new Message.Reader(BOB, true)))
        .isEqualTo(inNo.replace("0.4000", "0.6000"));
  }

  @Test
  void makesOneTextForAllWhoReadTheSame() {
    news.place(ANN, BookSide.BID, "0.5600", "10", "a");
    Message delta = news.messages.getFirst();
    assertThat(delta.body(BOB_READS))
        .isSameAs(delta.body(BOB_READS))
        .isSameAs(delta.body(new Message.Reader(BOB, true)));
    assertThat(delta.body(ANN_READS)).isSameAs(delta.body(new Message.Reader(ANN, true)));
  }

  @Test
  void tellsOfEachOrderThatATradeTakesFromALevel() {
    news.place(ANN, BookSide.ASK, "0.6000", "1", "a");
    news.place(ANN, BookSide.ASK, "0.6000", "2", "b");
    news.messages.clear();
    news.place(BOB, BookSide.BID, "0.6000", "4", "c");
    assertThat(news.said(Channel.ORDERBOOK_DELTA))
        .extracting(text ->
            text.replaceAll(".*(\"delta_fp\":\"[^\"]*\").*(\"side\":\"[^\"]*\").*", "$1 $2"))
        .containsExactly(
            "\"delta_fp\":\"-1.00\" \"side\":\"no\"",
            "\"delta_fp\":\"-2.00\" \"side\":\"no\"",
            "\"delta_fp\":\"1.00\" \"side\":\"yes\"");
  }

  @Test
  void endsABookWithASnapshotOfNeitherSide() {
    news.place(ANN, BookSide.BID, "0.5600", "10", "a");
    news.messages.clear();
    news.pass(Duration.ofMinutes(16));
    assertThat(news.messages)
        .filteredOn(message -> message.channel() == Channel.ORDERBOOK_DELTA)
        .extracting(Message::type, message -> message.body(BOB_READS).contains("-10.00"))
        .containsExactly(tuple("orderbook_delta", true), tuple("orderbook_snapshot", false));
    assertThat(news.said(Channel.ORDERBOOK_DELTA).getLast()).isEqualTo(EMPTY);
  }

  @Test
  void showsABookByRisingPrices() {
    news.place(ANN, BookSide.BID, "0.5000", "1", "a");
    news.place(ANN, BookSide.BID, "0.5500", "2", "b");
    news.place(BOB, BookSide.BID, "0.5500", "3", "c");
    news.place(BOB, BookSide.ASK, "0.6000", "4", "d");
    news.place(BOB, BookSide.ASK, "0.7000", "5.25", "e");
    assertThat(snapshot(false))
        .isEqualTo(
            oneLine(
                """
                {"market_id":"d1450cd7-1773-350e-800f-98ea6c16fcde",
                "market_ticker":"KXHIGHNY-26JUL04-T85",
                "no_dollars_fp":[["0.3000","5.25"],["0.4000","4.00"]],
                "yes_dollars_fp":[["0.5000","1.00"],["0.5500","5.00"]]}\
                """));
    assertThat(snapshot(true))
        .contains("\"no_dollars_fp\":[[\"0.6000\",\"4.00\"],[\"0.7000\",\"5.25\"]]")
        .contains("\"yes_dollars_fp\":[[\"0.5000\",\"1.00\"],[\"0.5500\",\"5.00\"]]");
  }

  @Test
  void leavesOutTheSideOnWhichNothingRests() {
    assertThat(snapshot(false)).isEqualTo(EMPTY);
    news.place(ANN, BookSide.BID, "0.5000", "1", "a");
    assertThat(snapshot(false)).doesNotContain("no_dollars").contains("yes_dollars");
    assertThat(
            news.floor.<String>call(
                engine -> BookText.snapshot(engine, MarketTicker.of("KXNONE-1"), false)))
        .doesNotContain("dollars");
  }

  private String snapshot(boolean useYesPrice) {
    return news.floor.<String>call(engine -> BookText.snapshot(engine, MARKET, useYesPrice));
  }
}
