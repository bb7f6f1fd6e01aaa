package io.github.kalshi4j.engine.tape.importing;

import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.engine.tape.format.TapeMarket;
import io.github.kalshi4j.engine.tape.header.FifteenMinuteMarkets;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The markets of an l2-csv recording: {@code markets.csv}, completed by what all markets of the
 * exchange's fifteen-minute crypto series have in common.
 */
final class L2Markets {
  static final String FILE = "markets.csv";
  static final String SYNTHESISED =
      "market facts: open time (close time less 15 minutes), " + FifteenMinuteMarkets.COMMON;

  private static final List<String> COLUMNS =
      List.of("ticker", "strike", "close_time_utc", "result", "settlement_ts_utc", "result_source");
  private static final int TICKER_COLUMN = 0;
  private static final int STRIKE = 1;
  private static final int CLOSE = 2;
  private static final int RESULT = 3;
  private static final int SETTLED = 4;
  private static final int RESULT_SOURCE = 5;

  private final Path file;
  private final Map<String, Row> rows = new HashMap<>();

  private L2Markets(Path file) {
    this.file = file;
  }

  /** Reads the file of this name in a folder, which must be there. */
  static L2Markets read(Path folder) {
    var markets = new L2Markets(folder.resolve(FILE));
    try (var csv = new CsvRows(markets.file, COLUMNS)) {
      while (csv.next()) {
        markets.add(csv);
      }
    }
    return markets;
  }

  private void add(CsvRows csv) {
    if (csv.isEmpty(TICKER_COLUMN)) {
      throw csv.bad(TICKER_COLUMN, "missing");
    }
    Instant close = value(csv, CLOSE, Instant::parse, "not a UTC time");
    if (close == null) {
      throw csv.bad(CLOSE, "missing");
    }
    var row =
        new Row(
            value(csv, STRIKE, BigDecimal::new, "not a decimal"),
            close,
            value(csv, RESULT, L2Markets::result, "neither yes nor no"),
            value(csv, SETTLED, Instant::parse, "not a UTC time"),
            value(csv, RESULT_SOURCE, Function.identity(), ""));
    Row known = rows.get(csv.text(TICKER_COLUMN));
    if (known != null) {
      agree(csv, STRIKE, equal(known.strike, row.strike));
      agree(csv, CLOSE, known.close.equals(row.close));
      agree(csv, RESULT, equal(known.result, row.result));
      agree(csv, SETTLED, equal(known.settled, row.settled));
    }
    rows.put(csv.text(TICKER_COLUMN), known == null ? row : known.completedBy(row));
  }

  private static void agree(CsvRows csv, int column, boolean agrees) {
    if (!agrees) {
      throw csv.bad(column, "not what an earlier line says of " + csv.text(TICKER_COLUMN));
    }
  }

  /** Unknown values contradict nothing. */
  private static <T extends Comparable<? super T>> boolean equal(@Nullable T a, @Nullable T b) {
    return a == null || b == null || a.compareTo(b) == 0;
  }

  private static boolean equal(@Nullable MarketResult a, @Nullable MarketResult b) {
    return a == null || b == null || a.equals(b);
  }

  private static <T> @Nullable T value(
      CsvRows csv, int column, Function<String, T> parser, String problem) {
    if (csv.isEmpty(column)) {
      return null;
    }
    try {
      return parser.apply(csv.text(column));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw csv.bad(column, problem);
    }
  }

  private static MarketResult result(String word) {
    return switch (word) {
      case "yes" -> MarketResult.YES;
      case "no" -> MarketResult.NO;
      default -> throw new IllegalArgumentException(word);
    };
  }

  /**
   * Returns what is known of a market.
   *
   * @throws IllegalArgumentException if it is not in the file, or of a series with unknown facts
   */
  TapeMarket market(String ticker) {
    if (!FifteenMinuteMarkets.has(ticker)) {
      throw new IllegalArgumentException(
          "of a series whose tick, fees and times this importer does not know");
    }
    Row row = rows.get(ticker);
    if (row == null) {
      throw new IllegalArgumentException("not in " + file.getFileName());
    }
    return new TapeMarket(
        FifteenMinuteMarkets.facts(ticker, row.strike, row.close),
        FifteenMinuteMarkets.STRUCTURE.wire(),
        row.result,
        row.settled,
        row.result == null ? null : row.source);
  }

  private record Row(
      @Nullable BigDecimal strike,
      Instant close,
      @Nullable MarketResult result,
      @Nullable Instant settled,
      @Nullable String source) {
    Row completedBy(Row other) {
      return new Row(
          strike != null ? strike : other.strike,
          close,
          result != null ? result : other.result,
          settled != null ? settled : other.settled,
          result != null ? source : other.source);
    }
  }
}
