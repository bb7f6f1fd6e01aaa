package io.github.kalshi4j.simulator.internal.stream;

import io.github.kalshi4j.client.stream.IndexValue;
import io.github.kalshi4j.client.value.IndexId;
import io.github.kalshi4j.simulator.reference.IndexPrice;
import io.github.kalshi4j.simulator.reference.IndexTick;
import java.math.BigDecimal;

/** What is said of the values that markets settle on. The exchange gets them at once. */
final class IndexText {
  private static final int DECIMALS = 8;

  private IndexText() {}

  static String value(IndexTick tick) {
    long millis = Times.millis(tick.timeMicros());
    ObjectText text =
        new ObjectText()
            .put("index_id", tick.index().value())
            .put("received_at", millis)
            .put("data", source(tick.index(), millis, tick.value()))
            .putJson("avg_60s_data", average(tick.trailing()));
    if (tick.finalMinute() != null) {
      text.putJson("last_60s_windowed_average_15min", average(tick.finalMinute()));
    }
    return text.toString();
  }

  static String fastValue(IndexPrice price) {
    long millis = Times.millis(price.timeMicros());
    return new ObjectText()
        .put("index_id", price.index().value())
        .put("value_usd", eightDecimals(price.value()))
        .put("source_ts_ms", millis)
        .put("received_at", millis)
        .put("data", source(price.index(), millis, price.value()))
        .toString();
  }

  static String pythValue(String underlying, IndexPrice price) {
    long millis = Times.millis(price.timeMicros());
    return new ObjectText()
        .put("underlying_ticker", underlying)
        .put("value_usd", eightDecimals(price.value()))
        .put("source_ts_ms", millis)
        .put("received_at", millis)
        .toString();
  }

  /** Returns the vendor's own message. */
  private static String source(IndexId index, long millis, BigDecimal value) {
    return new ObjectText()
        .put("type", "value")
        .put("time", millis)
        .put("id", index.value())
        .put("value", value.toPlainString())
        .toString();
  }

  private static String average(IndexValue.Average average) {
    return new ObjectText()
        .put("value", eightDecimals(average.value()))
        .put("window_size", average.count())
        .put("window_start_ts_ms", average.start().toEpochMilli())
        .put("window_end_ts_exclusive", average.end().toEpochMilli())
        .toString();
  }

  private static String eightDecimals(BigDecimal value) {
    return value.setScale(DECIMALS).toPlainString();
  }
}
