package io.github.kalshi4j.engine.tape.importing;

import io.github.kalshi4j.engine.tape.format.TapeMarket;
import java.nio.file.Path;
import java.util.List;

/** The ticker rows of a capture, as frames of the exchange. */
final class L2Ticker implements L2Frames {
  private static final List<String> COLUMNS =
      List.of(
          "recv_ns",
          "ticker",
          "ts_ms",
          "price_dollars",
          "yes_bid_dollars",
          "yes_ask_dollars",
          "yes_bid_size_fp",
          "yes_ask_size_fp",
          "last_trade_size_fp",
          "volume_fp",
          "open_interest_fp",
          "dollar_volume",
          "dollar_open_interest");
  private static final int RECEIVED = 0;
  private static final int TICKER = 1;
  private static final int MILLIS = 2;
  private static final int LAST_PRICE = 3;
  private static final int FIRST_QUANTITY = 6;
  private static final int DOLLAR_VOLUME = 11;

  private static final byte[] START =
      FrameBuilder.ascii("{\"type\":\"ticker\",\"sid\":2,\"msg\":{");
  private static final byte[][] KEYS =
      COLUMNS.stream().map(c -> FrameBuilder.ascii(",\"" + c + "\":")).toArray(byte[][]::new);
  private static final byte[] SECONDS_KEY = FrameBuilder.ascii(",\"ts\":");
  private static final byte[] TIME_KEY = FrameBuilder.ascii(",\"time\":\"");
  private static final byte[] END = FrameBuilder.ascii("\"}}");

  private final CsvRows rows;
  private final L2Tickers tickers;
  private final FrameBuilder frame = new FrameBuilder();
  private long received;

  L2Ticker(Path file, L2Tickers tickers) {
    this.rows = new CsvRows(file, COLUMNS);
    this.tickers = tickers;
  }

  @Override
  public boolean next() {
    if (!rows.next()) {
      return false;
    }
    received = rows.wholeFrom(RECEIVED, received);
    TapeMarket unused = tickers.of(rows, TICKER); // keys() is of this market now
    frame.clear().add(START).add(tickers.keys());
    for (int column = LAST_PRICE; column < FIRST_QUANTITY; column++) {
      frame.add(KEYS[column]).add('"');
      if (column != LAST_PRICE || !rows.isEmpty(column)) { // empty before the first trade
        frame.decimal(amount(column, 4), 4);
      }
      frame.add('"');
    }
    for (int column = FIRST_QUANTITY; column < DOLLAR_VOLUME; column++) {
      frame.add(KEYS[column]).add('"').decimal(amount(column, 2), 2).add('"');
    }
    for (int column = DOLLAR_VOLUME; column < KEYS.length; column++) {
      frame.add(KEYS[column]).add(rows.whole(column));
    }
    long millis = rows.time(MILLIS, 1_000_000);
    frame.add(SECONDS_KEY).add(millis / 1000).add(KEYS[MILLIS]).add(millis);
    frame.add(TIME_KEY).kalshiTime(Math.multiplyExact(millis, 1000L)).add(END);
    return true;
  }

  private long amount(int column, int scale) {
    long amount = rows.decimal(column, scale);
    if (amount < 0) {
      throw rows.bad(column, "negative");
    }
    if (scale == 4 && amount > 10_000) {
      throw rows.bad(column, "above $1");
    }
    return amount;
  }

  @Override
  public long receiveNanos() {
    return received;
  }

  @Override
  public FrameBuilder frame() {
    return frame;
  }

  @Override
  public void close() {
    rows.close();
  }
}
