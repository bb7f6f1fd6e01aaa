package io.github.kalshi4j.engine.tape.importing;

import io.github.kalshi4j.engine.tape.format.TapeMarket;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The markets that one capture speaks of, and how its frames name them. */
final class L2Tickers {
  private final L2Markets markets;
  private final Map<String, Entry> entries = new TreeMap<>();
  private @Nullable Entry current;

  L2Tickers(L2Markets markets) {
    this.markets = markets;
  }

  /** Returns the market that the current row names. */
  TapeMarket of(CsvRows rows, int column) {
    Entry entry = current;
    if (entry == null || !rows.is(column, entry.word)) {
      String ticker = rows.text(column);
      entry = entries.get(ticker);
      if (entry == null) {
        entry = entry(rows, column, ticker);
        entries.put(ticker, entry);
      }
      current = entry;
    }
    return entry.market;
  }

  private Entry entry(CsvRows rows, int column, String ticker) {
    TapeMarket market;
    try {
      market = markets.market(ticker);
    } catch (IllegalArgumentException e) {
      throw rows.bad(column, String.valueOf(e.getMessage()));
    }
    byte[] word = ticker.getBytes(StandardCharsets.US_ASCII);
    String keys =
        "\"market_ticker\":\""
            + ticker
            + "\",\"market_id\":\""
            + UUID.nameUUIDFromBytes(word)
            + '"';
    return new Entry(market, word, FrameBuilder.ascii(keys));
  }

  /** Returns {@code market_ticker} and {@code market_id} of the market last asked for. */
  byte[] keys() {
    Entry entry = current;
    if (entry == null) {
      throw new IllegalStateException("no market was asked for");
    }
    return entry.keys;
  }

  /** Returns the markets that were asked for, by their closing times. */
  List<TapeMarket> seen() {
    return entries.values().stream()
        .map(Entry::market)
        .sorted(
            Comparator.comparing((TapeMarket market) -> market.facts().closeTime())
                .thenComparing(TapeMarket::ticker))
        .toList();
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Entry(TapeMarket market, byte[] word, byte[] keys) {}
}
