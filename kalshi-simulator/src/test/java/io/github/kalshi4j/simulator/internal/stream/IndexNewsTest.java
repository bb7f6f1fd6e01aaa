package io.github.kalshi4j.simulator.internal.stream;

import static io.github.kalshi4j.simulator.internal.stream.TestNewsroom.BOB_READS;
import static io.github.kalshi4j.simulator.internal.stream.TestNewsroom.oneLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.stream.IndexValue;
import io.github.kalshi4j.client.value.IndexId;
import io.github.kalshi4j.simulator.reference.Coin;
import io.github.kalshi4j.simulator.reference.IndexPrice;
import io.github.kalshi4j.simulator.reference.IndexTick;
import io.github.kalshi4j.simulator.world.WorldConfig;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexNewsTest {
  private static final long MICROS = 1_783_174_459_000_000L; // 14:14:19

  private final TestNewsroom news =
      new TestNewsroom(
          WorldConfig.startingAt(TestNewsroom.OPEN)
              .withCoins(List.of(Coin.BTC, Coin.BNB))
              .withCrowded(false));

  private static IndexValue.Average average(String value, int count, long start, long end) {
    return new IndexValue.Average(
        new BigDecimal(value), count, Instant.ofEpochMilli(start), Instant.ofEpochMilli(end));
  }

  private static IndexTick tick(IndexValue.Average finalMinute) {
    return new IndexTick(
        MICROS,
        IndexId.of("BRTI"),
        new BigDecimal("80938.40"),
        average("80938.25000000", 60, 1_783_174_399_000L, 1_783_174_459_000L),
        finalMinute);
  }

  @Test
  void tellsAValueWithItsAverages() {
    news.newsroom.onIndex(
        tick(average("80938.33333333", 19, 1_783_174_440_000L, 1_783_174_459_000L)));
    assertThat(news.messages.getFirst().topic()).isEqualTo("BRTI");
    assertThat(news.said(Channel.CFBENCHMARKS_VALUE))
        .containsExactly(
            oneLine(
                """
                {"index_id":"BRTI","received_at":1783174459000,
                "data":"{\\"type\\":\\"value\\",\\"time\\":1783174459000,\\"id\\":\\"BRTI\\",
                \\"value\\":\\"80938.40\\"}",
                "avg_60s_data":{"value":"80938.25000000","window_size":60,
                "window_start_ts_ms":1783174399000,"window_end_ts_exclusive":1783174459000},
                "last_60s_windowed_average_15min":{"value":"80938.33333333","window_size":19,
                "window_start_ts_ms":1783174440000,"window_end_ts_exclusive":1783174459000}}\
                """));
  }

  @Test
  void leavesTheFinalMinuteOutWhereThereIsNone() {
    news.newsroom.onIndex(tick(null));
    assertThat(news.said(Channel.CFBENCHMARKS_VALUE).getFirst())
        .endsWith("\"window_end_ts_exclusive\":1783174459000}}")
        .doesNotContain("last_60s");
  }

  @Test
  void tellsFastValuesWithoutAverages() {
    news.newsroom.onPrice(
        new IndexPrice(MICROS + 200_000, IndexId.of("BRTI"), new BigDecimal("80938.41")));
    assertThat(news.said(Channel.CFBENCHMARKS_VALUE_5HZ))
        .containsExactly(
            oneLine(
                """
                {"index_id":"BRTI","value_usd":"80938.41000000","source_ts_ms":1783174459200,
                "received_at":1783174459200,
                "data":"{\\"type\\":\\"value\\",\\"time\\":1783174459200,\\"id\\":\\"BRTI\\",
                \\"value\\":\\"80938.41\\"}"}\
                """));
    assertThat(news.said(Channel.PYTH_VALUE))
        .containsExactly(
            oneLine(
                """
                {"underlying_ticker":"Crypto.BTC/USD","value_usd":"80938.41000000",
                "source_ts_ms":1783174459200,"received_at":1783174459200}\
                """));
    assertThat(news.messages.getLast().topic()).isEqualTo("Crypto.BTC/USD");
  }

  @Test
  void pythTellsAPriceOnceUntilItMoves() {
    for (String price : List.of("652.310", "652.310", "652.320", "652.310")) {
      news.newsroom.onPrice(
          new IndexPrice(MICROS, IndexId.of("BNBUSD_RTI"), new BigDecimal(price)));
    }
    assertThat(news.said(Channel.PYTH_VALUE)).hasSize(3);
  }

  @Test
  void tellsOfSomeCoinsOnlyOnceASecond() {
    news.floor.within(world -> world);
    news.messages.clear();
    news.pass(Duration.ofSeconds(1));
    assertThat(news.said(Channel.CFBENCHMARKS_VALUE)).hasSize(2);
    assertThat(news.messages)
        .filteredOn(message -> message.channel() == Channel.CFBENCHMARKS_VALUE_5HZ)
        .hasSize(5)
        .allMatch(message -> "BRTI".equals(message.topic()))
        .extracting(message -> message.body(BOB_READS))
        .doesNotHaveDuplicates();
    assertThat(news.newsroom.indices()).containsExactly("BRTI", "BNBUSD_RTI");
    assertThat(news.newsroom.fastIndices()).containsExactly("BRTI");
    assertThat(news.newsroom.underlyings()).containsExactly("Crypto.BTC/USD", "Crypto.BNB/USD");
  }
}
