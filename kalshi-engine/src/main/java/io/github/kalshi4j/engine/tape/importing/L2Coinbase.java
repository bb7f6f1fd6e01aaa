package io.github.kalshi4j.engine.tape.importing;

import java.nio.file.Path;
import java.util.List;

/** The Coinbase trades of a capture, as frames of the channel {@code matches}. */
final class L2Coinbase implements L2Frames {
  static final String PRODUCT = "BTC-USD";

  private static final List<String> COLUMNS =
      List.of("recv_ns", "exch_ts_us", "kind", "trade_id", "price");
  private static final int RECEIVED = 0;
  private static final int EXCHANGE = 1;
  private static final int KIND = 2;
  private static final int TRADE = 3;
  private static final int PRICE = 4;

  private static final byte[] MATCH = FrameBuilder.ascii("match");
  private static final byte[] LAST_MATCH = FrameBuilder.ascii("last_match");
  private static final byte[] TYPE_KEY = FrameBuilder.ascii("{\"type\":\"");
  private static final byte[] TRADE_KEY = FrameBuilder.ascii("\",\"trade_id\":");
  private static final byte[] PRICE_KEY = FrameBuilder.ascii(",\"price\":\"");
  private static final byte[] PRODUCT_KEY =
      FrameBuilder.ascii("\",\"product_id\":\"" + PRODUCT + "\",\"time\":\"");
  private static final byte[] END = FrameBuilder.ascii("\"}");

  private final CsvRows rows;
  private final FrameBuilder frame = new FrameBuilder();
  private long received;

  L2Coinbase(Path file) {
    this.rows = new CsvRows(file, COLUMNS);
  }

  @Override
  public boolean next() {
    if (!rows.next()) {
      return false;
    }
    received = rows.wholeFrom(RECEIVED, received);
    boolean last = rows.is(KIND, LAST_MATCH);
    if (!last && !rows.is(KIND, MATCH)) {
      throw rows.bad(KIND, "neither match nor last_match");
    }
    if (rows.decimal(PRICE, 8) <= 0) {
      throw rows.bad(PRICE, "not a price");
    }
    frame.clear().add(TYPE_KEY).add(last ? LAST_MATCH : MATCH);
    frame.add(TRADE_KEY).add(rows.whole(TRADE));
    frame.add(PRICE_KEY).add(FrameBuilder.ascii(rows.text(PRICE)));
    frame.add(PRODUCT_KEY).coinbaseTime(rows.time(EXCHANGE, 1_000)).add(END);
    return true;
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
