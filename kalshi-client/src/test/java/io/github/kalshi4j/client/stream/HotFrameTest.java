package io.github.kalshi4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.stream.HotFrame.Kind;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HotFrameTest {
  private static final String TRADE =
      """
      {"type":"trade","sid":2,"seq":3,"msg":{\
      "trade_id":"0a1b2c3d-4e5f-6789-abcd-ef0123456789","market_ticker":"KXRAIN-1",\
      "yes_price_dollars":"0.7500","no_price_dollars":"0.2500","count_fp":"4.73",\
      "taker_side":"no","ts":1783166400,"is_block_trade":true}}
      """;

  private final StreamDecoder decoder = new StreamDecoder();
  private final HotFrame hot = decoder.hot();

  private StreamEvent read(String json) {
    byte[] frame = json.getBytes(StandardCharsets.UTF_8);
    return decoder.read(frame, 0, frame.length);
  }

  @Test
  void tellsATrade() {
    assertThat(read(TRADE)).isNull();

    assertThat(hot.kind()).isEqualTo(Kind.TRADE);
    assertThat(hot.subscription()).isEqualTo(2);
    assertThat(hot.sequence()).isEqualTo(3);
    assertThat(hot.market()).isEqualTo(MarketTicker.of("KXRAIN-1"));
    assertThat(hot.price()).isEqualTo(Price.of("0.75"));
    assertThat(hot.hundredths()).isEqualTo(473);
    assertThat(hot.taker()).isEqualTo(OutcomeSide.NO);
    assertThat(hot.isBlock()).isTrue();
    assertThat(hot.exchangeMicros()).isEqualTo(1_783_166_400_000_000L);
    assertThat(hot.tradeIdHigh()).isEqualTo(0x0a1b_2c3d_4e5f_6789L);
    assertThat(hot.tradeIdLow()).isEqualTo(0xabcd_ef01_2345_6789L);
    assertThat(decoder.statistics().frames()).containsOnlyKeys("trade");
  }

  @Test
  void tellsATickerOfAnEmptyMarket() {
    assertThat(
            read(
                """
                {"type":"ticker","msg":{"market_ticker":"A","price_dollars":"",\
                "yes_bid_dollars":"0.0000","yes_ask_dollars":"1.0000","yes_bid_size_fp":"1.00",\
                "yes_ask_size_fp":"2.00","last_trade_size_fp":"0.00","volume_fp":"3.00",\
                "open_interest_fp":"4.00","ts_ms":7}}\
                """))
        .isNull();

    assertThat(hot.lastPrice()).isNull();
    assertThat(hot.bid()).isNull();
    assertThat(hot.ask()).isNull();
    assertThat(hot.bidHundredths()).isEqualTo(100);
    assertThat(hot.askHundredths()).isEqualTo(200);
    assertThat(hot.lastHundredths()).isZero();
    assertThat(hot.volumeHundredths()).isEqualTo(300);
    assertThat(hot.openInterestHundredths()).isEqualTo(400);
    assertThat(hot.exchangeMicros()).isEqualTo(7000);
    assertThat(hot.subscription()).isZero();
  }

  @Test
  void tellsASnapshotAndForgetsTheOneBefore() {
    String snapshot =
        """
        {"id":9,"type":"orderbook_snapshot","sid":3,"seq":1,"msg":{"market_ticker":"A",\
        "no_dollars_fp":[["0.0010","7.00"],["0.4000","3.00"]],"yes_dollars_fp":[]}}\
        """;
    assertThat(read(snapshot)).isNull();

    assertThat(hot.kind()).isEqualTo(Kind.SNAPSHOT);
    assertThat(hot.command()).isEqualTo(9);
    assertThat(hot.count(BookSide.BID)).isZero();
    assertThat(hot.count(BookSide.ASK)).isEqualTo(2);
    assertThat(hot.price(BookSide.ASK, 0)).isEqualTo(Price.of("0.9990"));
    assertThat(hot.hundredths(BookSide.ASK, 1)).isEqualTo(300);

    assertThat(
            read(
                "{\"type\":\"orderbook_snapshot\",\"sid\":3,\"seq\":2,\"msg\":{\"market_ticker\":\"A\"}}"))
        .isNull();
    assertThat(hot.command()).isZero();
    assertThat(hot.count(BookSide.ASK)).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          "0a1b                 | "0A1B
          "0a1b                 | "0g1b
          "0a1b                 | "a1b
          {"type"               | { "type"
          "taker_side":"no"     | "taker_side":"no","news":1
          "sid":2               | "sid":null
          KXRAIN                | KXR\\u0041IN
          "4.73"                | "1234567890123456.00"
          "no_price_dollars":"0.2500" | "no_price_dollars":"é"
          """)
  void leavesWhatIsUnusualToTheGeneralReader(String usual, String unusual) {
    assertThat(TRADE).contains(usual);

    StreamEvent event = read(TRADE.replace(usual, unusual));

    assertThat(event).isInstanceOf(PublicTrade.class);
    assertThat(decoder.statistics().frames()).containsOnlyKeys("trade");
    assertThatThrownBy(hot::kind).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(hot::market).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(hot::toEvent).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void leavesTheMarksOfOurOwnOrdersToTheGeneralReader() {
    StreamEvent event =
        read(
            """
            {"type":"orderbook_delta","sid":3,"seq":1,"msg":{"market_ticker":"A",\
            "price_dollars":"0.5000","delta_fp":"1.00","side":"yes","client_order_id":"mine"}}\
            """);

    assertThat(event).isInstanceOf(BookDelta.class);
  }

  @Test
  void leavesAFrameOfMoreThanAMegabyteToTheGeneralReader() {
    StreamEvent event = read(TRADE.replace("\n", " ".repeat(1 << 20)));

    assertThat(event).isInstanceOf(PublicTrade.class);
  }
}
