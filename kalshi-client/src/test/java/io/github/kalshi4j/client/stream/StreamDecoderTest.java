package io.github.kalshi4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.call.UnknownField;
import io.github.kalshi4j.client.error.KalshiDecodingException;
import io.github.kalshi4j.client.market.ResultKind;
import io.github.kalshi4j.client.market.StrikeType;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamDecoderTest {
  private static final String DELTA =
      """
      {"type":"orderbook_delta","sid":3,"seq":17,"msg":{"market_ticker":"KXRAIN-1",\
      "price_dollars":"0.5600","delta_fp":"-12.50","side":"no","ts":"2026-07-04T12:00:00Z"}}
      """;

  private static final Acknowledged NOTHING =
      new Acknowledged(0, 0, 0, List.of(), List.of(), List.of(), List.of());

  private final StreamDecoder decoder = new StreamDecoder();

  private StreamEvent decode(String json) {
    return decoder.decode(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void complementsNoLevelsUnlessTheyAreYesPricesAlready() {
    byte[] frame = DELTA.getBytes(StandardCharsets.UTF_8);

    BookDelta complemented = (BookDelta) decoder.decode(frame);
    BookDelta asSent = (BookDelta) new StreamDecoder(true).decode(frame);

    assertThat(complemented.price()).isEqualTo(Price.of("0.4400"));
    assertThat(asSent.price()).isEqualTo(Price.of("0.5600"));
    assertThat(complemented.side()).isEqualTo(asSent.side()).isEqualTo(BookSide.ASK);
  }

  @Test
  void readsAPartOfAnArray() {
    byte[] frame = ("garbage" + DELTA + "garbage").getBytes(StandardCharsets.UTF_8);

    assertThat(decoder.decode(frame, 7, frame.length - 14)).isEqualTo(decode(DELTA));
    assertThatThrownBy(() -> decoder.decode(frame, 7, frame.length))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void sharesTickers() {
    assertThat(((BookDelta) decode(DELTA)).market()).isSameAs(((BookDelta) decode(DELTA)).market());
  }

  @Test
  void readsFieldsInAnyOrder() {
    String reversed =
        """
        {"msg":{"ts":"2026-07-04T12:00:00Z","side":"no","delta_fp":"-12.50",\
        "price_dollars":"0.5600","market_ticker":"KXRAIN-1"},"seq":17,"sid":3,\
        "type":"orderbook_delta"}
        """;

    assertThat(decode(reversed)).isEqualTo(decode(DELTA));
  }

  @Test
  void forgetsTheFrameBefore() {
    decode(DELTA.replace("\"sid\"", "\"id\":5,\"sid\""));

    assertThatThrownBy(
            () -> decode("{\"type\":\"orderbook_delta\",\"sid\":3,\"seq\":18,\"msg\":{}}"))
        .isInstanceOf(KalshiDecodingException.class)
        .hasMessageContaining("side: missing");
    assertThat(decode("{\"type\":\"ok\"}")).isEqualTo(NOTHING);
  }

  @Test
  void treatsNullAsAbsent() {
    assertThat(decode("{\"type\":\"ok\",\"id\":null,\"sid\":null,\"seq\":null,\"msg\":null}"))
        .isEqualTo(NOTHING);
    assertThatThrownBy(() -> decode(DELTA.replace("\"0.5600\"", "null")))
        .hasMessageContaining("price_dollars: missing");
  }

  @Test
  void countsAndKeepsASampleOfWhatItDoesNotKnow() {
    String changed =
        DELTA
            .replace("\"side\"", "\"reason\":{\"code\":[1, 2]},\"side\"")
            .replace("\"seq\"", "\"shard\":\"né\",\"seq\"");
    decode(changed);
    decode(changed.replace("[1, 2]", "[3]"));
    decode("{\"type\":\"weather_note\",\"sid\":4,\"seq\":1,\"msg\":{\"x\":1}}");
    decode(DELTA);

    DecoderStatistics statistics = decoder.statistics();
    assertThat(statistics.frames()).isEqualTo(Map.of("orderbook_delta", 3L));
    assertThat(statistics.unknownTypes()).isEqualTo(Map.of("weather_note", 1L));
    assertThat(statistics.unknownFields())
        .containsExactlyInAnyOrder(
            new UnknownField("orderbook_delta", "shard", 2, "\"né\""),
            new UnknownField("orderbook_delta", "reason", 2, "{\"code\":[1, 2]}"));
    assertThat(statistics.failures()).isZero();
  }

  @Test
  void countsWhatItDoesNotKnowOfAMarketsDescriptionToo() {
    MarketLifecycle lifecycle =
        (MarketLifecycle)
            decode(
                """
                {"type":"market_lifecycle_v2","sid":1,"seq":2,"msg":{"market_ticker":"A",\
                "event_type":"metadata_updated","result":"","price_level_structure":"",\
                "strike_type":"about","additional_metadata":{"event_ticker":"","weight":7,\
                "title":null,"cap_strike":null,"result":"half"}}}\
                """);

    assertThat(lifecycle.result()).isEqualTo(ResultKind.UNRECOGNIZED);
    assertThat(lifecycle.strikeType()).isEqualTo(StrikeType.UNRECOGNIZED);
    assertThat(lifecycle.priceLevelStructure()).isNull();
    assertThat(lifecycle.description()).isNull();
    assertThat(decoder.statistics().unknownFields())
        .containsExactly(
            new UnknownField("market_lifecycle_v2", "strike_type", 1, "\"about\""),
            new UnknownField("market_lifecycle_v2", "weight", 1, "7"),
            new UnknownField("market_lifecycle_v2", "result", 1, "\"half\""));
  }

  @Test
  void takesAnEmptyNameForNone() {
    BookDelta delta =
        (BookDelta) decode(DELTA.replace("\"side\"", "\"client_order_id\":\"\",\"side\""));

    assertThat(delta.clientOrderId()).isNull();
    assertThat(
            ((StreamError)
                    decode("{\"type\":\"error\",\"msg\":{\"code\":14,\"market_ticker\":\"\"}}"))
                .markets())
        .isEmpty();
  }

  @Test
  void namesEachMarketOfAnErrorOnce() {
    String error =
        """
        {"type":"error","msg":{"code":26,"market_ticker":"A","market_tickers":["A","B"]}}\
        """;

    assertThat(((StreamError) decode(error)).markets())
        .containsExactly(MarketTicker.of("A"), MarketTicker.of("B"));
    assertThat(((StreamError) decode(error.replace("[\"A\"", "[\"C\""))).markets())
        .containsExactly(MarketTicker.of("A"), MarketTicker.of("C"), MarketTicker.of("B"));
  }

  @Test
  void takesNoSubscriptionForAList() {
    assertThat(decode("{\"type\":\"ok\",\"id\":4,\"msg\":[]}"))
        .isEqualTo(new SubscriptionList(4, List.of()));
    assertThatThrownBy(() -> decode("{\"type\":\"ok\",\"msg\":[{\"channel\":\"trade\"}]}"))
        .hasMessageContaining("subscription without channel or sid");
  }

  @Test
  void doesNotCountWhatIsNull() {
    assertThat(
            decode(
                """
                {"type":"ok","market_tickers":null,"news":null,"sending_ts_ms":5,\
                "msg":{"index_ids":null,"x":null}}\
                """))
        .isEqualTo(NOTHING);
    assertThat(decoder.statistics().unknownFields()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          {"type":"orderbook_delta","sid":3,"seq":17,"msg":{"market_tick        | 3 | 17
          {"type":"orderbook_delta","sid":3,"seq":17,"msg":{"sid":4,"seq":18}}  | 3 | 17
          {"msg":{"sid":4,"seq":18},"a":[{"seq":5}], "seq" : 17 ,"sid" : 3 }    | 3 | 17
          {"x":"\\",\"sid\":4","type":"trade","sid":3,"msg":{}}                | 3 | 0
          {"type":"fill","sid":3                                                | 0 | 0
          {"type":"fill","sid":3.5,"seq":"7"                                    | 0 | 0
          {"type":"fill","sid":99999999999,"seq":1234567890123456789}           | 0 | 0
          {"sid"                                                                | 0 | 0
          {"x":"\\                                                              | 0 | 0
          nonsense                                                              | 0 | 0
          """)
  void tellsWhichSubscriptionAnUnreadableFrameBelongedTo(
      String frame, int subscription, long sequence) {
    assertThat(decoder.failedSubscription()).isZero();
    assertThatThrownBy(() -> decode(frame)).isInstanceOf(KalshiDecodingException.class);
    assertThat(decoder.failedSubscription()).isEqualTo(subscription);
    assertThat(decoder.failedSequence()).isEqualTo(sequence);

    decode(DELTA);
    assertThat(decoder.failedSubscription()).isEqualTo(subscription);
  }

  @Test
  void takesTheSampleFromTheFramesOwnPartOfTheArray() {
    byte[] frame =
        ("xxxxx" + DELTA.replace("\"side\"", "\"n\":-1.5e3,\"side\""))
            .getBytes(StandardCharsets.UTF_8);

    decoder.decode(frame, 5, frame.length - 5);

    assertThat(decoder.statistics().unknownFields())
        .containsExactly(new UnknownField("orderbook_delta", "n", 1, "-1.5e3"));
  }

  @Test
  void keepsALifecycleStepItDoesNotKnow() {
    MarketLifecycle step =
        (MarketLifecycle)
            decode(
                "{\"type\":\"market_lifecycle_v2\",\"sid\":1,\"seq\":1,\"msg\":"
                    + "{\"market_ticker\":\"A\",\"event_type\":\"halted\"}}");

    assertThat(step.type()).isEqualTo(MarketLifecycle.Type.UNRECOGNIZED);
    assertThat(decoder.statistics().unknownFields())
        .containsExactly(new UnknownField("market_lifecycle_v2", "event_type", 1, "\"halted\""));
  }

  @Test
  void boundsWhatItRemembers() {
    for (int i = 0; i < 2_000; i++) {
      decode("{\"type\":\"t" + i + "\"}");
      decode("{\"type\":\"ok\",\"f" + i + "\":1}");
    }

    DecoderStatistics statistics = decoder.statistics();
    assertThat(statistics.unknownTypes()).hasSize(257).containsEntry("*", 2_000L - 256);
    assertThat(statistics.unknownFields())
        .hasSize(1025)
        .contains(new UnknownField("*", "*", 2_000L - 1024, "1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          "0.5600"        | "0.56001"       | price_dollars
          "0.5600"        | "1.0100"        | price_dollars
          "0.5600"        | "-0.5600"       | price_dollars
          "0.5600"        | ""              | price_dollars
          "0.5600"        | 0.56            | price_dollars
          "-12.50"        | "-12.505"       | delta_fp
          "-12.50"        | "1e2"           | delta_fp
          "-12.50"        | "99999999999999999999" | delta_fp
          "no"            | "maybe"         | side
          "no"            | true            | side
          "KXRAIN-1"      | ""              | market_ticker
          "KXRAIN-1"      | "KX RAIN"       | market_ticker
          "KXRAIN-1"      | ["KXRAIN-1"]    | market_ticker
          2026-07-04T     | 2026-02-30T     | ts
          12:00:00Z       | 12:00:00        | ts
          "sid":3         | "sid":-3        | sid
          "sid":3         | "sid":3000000000 | sid
          "sid":3         | "sid":"3"       | sid
          "sid":3         | "sid":3.0       | sid
          "seq":17        | "seq":99999999999999999999 | seq
          "seq":17        | "seq":-1        | seq
          ,"seq":17       | ''              | seq
          "sid":3,        | ''              | sid
          "side":"no",    | ''              | side
          "delta_fp":"-12.50", | ''         | delta_fp
          "type":"orderbook_delta", | ''    | type
          "orderbook_delta" | 7             | type
          """)
  void namesTheFieldThatItCannotRead(String old, String bad, String field) {
    assertThat(DELTA).contains(old);
    String frame = DELTA.replace(old, bad);

    assertThatThrownBy(() -> decode(frame))
        .isInstanceOf(KalshiDecodingException.class)
        .hasMessageContaining("field " + field + ": ")
        .hasMessageContaining(frame.strip().substring(0, 30));
    assertThat(decoder.statistics().failures()).isEqualTo(1);
    assertThat(decoder.statistics().frames()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "{",
        "nonsense",
        "[]",
        "\"text\"",
        "null",
        "{}",
        "{}{}",
        "{\"type\":\"ok\"} x",
        "{\"type\":\"ok\"}{\"type\":\"ok\"}",
        "{\"type\":\"ok\",\"type\":\"ticker\"}",
        "{\"type\":\"ok\",\"msg\":{},\"msg\":{}}",
        "{\"type\":\"ok\",\"msg\":5}",
        "{\"type\":\"ticker\",\"msg\":[]}",
        "{\"type\":\"subscribed\",\"msg\":{\"channel\":\"trade\"}}",
        "{\"type\":\"error\",\"msg\":{\"msg\":\"no code\"}}",
        "{\"type\":\"ok\",}",
        "{'type':'ok'}"
      })
  void refusesAWholeFrameThatIsNoMessage(String frame) {
    assertThatThrownBy(() -> decode(frame)).isInstanceOf(KalshiDecodingException.class);
  }

  @Test
  void refusesInvalidUtf8EvenWhereNothingIsRead() {
    byte[] overlong = "{\"type\":\"ok\",\"x\":\"??\"}".getBytes(StandardCharsets.UTF_8);
    overlong[overlong.length - 4] = (byte) 0xC1;
    overlong[overlong.length - 3] = (byte) 0x81;

    assertThatThrownBy(() -> decoder.decode(overlong))
        .isInstanceOf(KalshiDecodingException.class)
        .hasMessageContaining("UTF-8");
    assertThatThrownBy(
            () -> decoder.decode("{\"type\":\"ok\"}".getBytes(StandardCharsets.UTF_16LE)))
        .isInstanceOf(KalshiDecodingException.class);
  }

  @Test
  void refusesAFillWhoseSidesContradict() {
    assertThatThrownBy(() ->
            decode(
                """
                {"type":"fill","sid":6,"msg":{"trade_id":"t","order_id":"o",\
                "market_ticker":"A","is_taker":true,"outcome_side":"no","book_side":"bid",\
                "yes_price_dollars":"0.6","count_fp":"3","fee_cost":"0",\
                "post_position_fp":"0","ts":1783166400}}\
                """))
        .isInstanceOf(KalshiDecodingException.class)
        .hasMessageContaining("book_side bid");
  }

  private static final String INDEX_VALUE =
      """
      {"type":"cfbenchmarks_value","sid":4,"seq":9,"msg":{"index_id":"BRTI",\
      "received_at":1783166387104,\
      "data":"{\\"type\\":\\"value\\",\\"time\\":1783166387000,\\"id\\":\\"BRTI\\",\\"value\\":\\"91251.37\\"}",\
      "avg_60s_data":{"value":"91250.5","window_size":7,"window_start_ts_ms":1783166327000,\
      "window_end_ts_exclusive":1783166387000}}}
      """;

  @Test
  void readsARecordWhereverItsTypeAndItsPlaceStand() {
    IndexValue value = (IndexValue) decode(INDEX_VALUE);
    String body = INDEX_VALUE.substring(INDEX_VALUE.indexOf("\"msg\""), INDEX_VALUE.length() - 2);
    String turned = "{" + body + ",\"seq\":9,\"sid\":4,\"type\":\"cfbenchmarks_value\"}";
    byte[] within = ("xx" + turned + "x").getBytes(StandardCharsets.UTF_8);

    assertThat(value.value()).isEqualTo("91251.37");
    assertThat(value.time()).isEqualTo("2026-07-04T11:59:47Z");
    assertThat(decode(turned)).isEqualTo(value);
    assertThat(decoder.decode(within, 2, within.length - 3)).isEqualTo(value);
  }

  @Test
  void takesThePlaceOfARecordFromAroundItOnly() {
    IndexValue value =
        (IndexValue)
            decode(
                INDEX_VALUE
                    .replace("\"index_id\"", "\"sequence\":77,\"subscription\":5,\"index_id\"")
                    .replace("\"seq\":9,", ""));

    assertThat(value.subscription()).isEqualTo(4);
    assertThat(value.sequence()).isZero();
  }

  @Test
  void countsWhatARecordDoesNotKnowUnderTheTypeOfItsMessage() {
    decode(INDEX_VALUE.replace("\"index_id\"", "\"unit\":\"USD\",\"index_id\""));
    decode(INDEX_VALUE.replace("\"window_size\"", "\"median\":[1],\"window_size\""));
    decode(
        "{\"type\":\"order_group_updates\",\"sid\":1,\"seq\":1,\"lag\":2,\"msg\":"
            + "{\"event_type\":\"paused\",\"order_group_id\":\"g\",\"ts_ms\":1}}");

    assertThat(decoder.statistics().frames())
        .isEqualTo(Map.of("cfbenchmarks_value", 2L, "order_group_updates", 1L));
    assertThat(decoder.statistics().unknownFields())
        .containsExactlyInAnyOrder(
            new UnknownField("cfbenchmarks_value", "unit", 1, "\"USD\""),
            new UnknownField("cfbenchmarks_value", "median", 1, "[1]"),
            new UnknownField("order_group_updates", "lag", 1, "2"),
            new UnknownField("order_group_updates", "(word) paused", 1, "\"paused\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          "BRTI",             | "",               | index_id: null or empty
          "index_id":"BRTI",  | ''                | index_id: missing
          1783166387104       | "1783166387104"   | received_at: expected an integer
          "91250.5"           | 91250.5           | avg_60s_data.value: expected a string
          "91250.5"           | "91250.5 1"       | avg_60s_data.value: no single value
          "91250.5"           | "NaN"             | avg_60s_data.value: broken JSON in a string
          "91250.5"           | "\\"91250.5\\""     | avg_60s_data.value: expected a number
          "91250.5"           | ""                | avg_60s_data.value: no single value
          "window_size":7     | "window_size":-7  | window_size negative: -7
          \\"time\\":           | \\"tame\\":         | time: missing
          value\\",\\"time     | value\\",,\\"time   | data: broken JSON in a string
          ,"msg":             | ,"message":       | field msg: missing
          """)
  void namesTheFieldOfARecordThatItCannotRead(String old, String bad, String reason) {
    assertThat(INDEX_VALUE).contains(old);

    assertThatThrownBy(() -> decode(INDEX_VALUE.replace(old, bad)))
        .isInstanceOf(KalshiDecodingException.class)
        .hasMessageStartingWith("cfbenchmarks_value")
        .hasMessageContaining(reason);
    assertThat(decoder.statistics().failures()).isEqualTo(1);
    assertThat(decoder.statistics().frames()).isEmpty();
  }

  @Test
  void showsOnlyTheBeginningOfALongFrame() {
    String frame = "{\"type\":\"ok\",\"x\":\"" + "y".repeat(5_000) + "\"";

    assertThatThrownBy(() -> decode(frame))
        .isInstanceOf(KalshiDecodingException.class)
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(450));
  }
}
