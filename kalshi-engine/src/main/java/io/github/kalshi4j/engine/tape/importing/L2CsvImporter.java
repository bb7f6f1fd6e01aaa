package io.github.kalshi4j.engine.tape.importing;

import io.github.kalshi4j.engine.clock.EpochNanos;
import io.github.kalshi4j.engine.tape.TapeProgress;
import io.github.kalshi4j.engine.tape.format.TapeException;
import io.github.kalshi4j.engine.tape.format.TapeGap;
import io.github.kalshi4j.engine.tape.format.TapeHeader;
import io.github.kalshi4j.engine.tape.format.TapeSource;
import io.github.kalshi4j.engine.tape.format.TapeSubscription;
import io.github.kalshi4j.engine.tape.format.TapeWriter;
import io.github.kalshi4j.engine.tape.header.ToolVersion;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes tapes from recordings in the shape {@code l2-csv}: per capture a file {@code
 * <id>_book.csv.gz}, perhaps {@code <id>_ticker.csv.gz} and {@code <id>_coinbase.csv.gz}, and for
 * all of them {@code markets.csv}. The rows become frames in the wire form of the exchange and of
 * Coinbase, merged by receive time; at a tie the book comes before the ticker, the ticker before
 * Coinbase. Equal recordings give equal tapes.
 *
 * <p>Every value is checked, and an error names file, line, column and value. Either all tapes of
 * an import appear or none.
 */
public final class L2CsvImporter {
  /** The name of the format. */
  public static final String FORMAT = "l2-csv";

  private static final String CAPTURES = "captures.csv";
  private static final String BOOK = "_book.csv.gz";
  private static final String TICKER = "_ticker.csv.gz";
  private static final String COINBASE = "_coinbase.csv.gz";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private static final byte[] BOOK_SUBSCRIBED =
      FrameBuilder.ascii(
          "{\"type\":\"subscribed\",\"id\":1,\"msg\":{\"channel\":\"orderbook_delta\",\"sid\":1}}");
  private static final byte[] TICKER_SUBSCRIBED =
      FrameBuilder.ascii(
          "{\"type\":\"subscribed\",\"id\":1,\"msg\":{\"channel\":\"ticker\",\"sid\":2}}");
  private static final String RESTARTED = "the recorder reconnected: seq starts again";

  private final Path folder;
  private final L2Markets markets;

  private L2CsvImporter(Path folder) {
    this.folder = folder;
    this.markets = L2Markets.read(folder);
  }

  /**
   * Imports every capture of a folder.
   *
   * @param folder the recordings
   * @param out where the tapes {@code <id>.tape.gz} go; made if it is not there. Tapes of the same
   *     names are replaced
   * @return the tapes, by name
   * @throws TapeException if anything is missing or wrong; then no tape was written
   */
  public static List<Path> importAll(Path folder, Path out, TapeProgress progress) {
    if (!Files.isDirectory(folder)) {
      throw TapeException.at(folder, Files.exists(folder) ? "not a folder" : "no such folder");
    }
    List<String> captures = captures(folder);
    var importer = new L2CsvImporter(folder);
    try (var work = WorkFolder.in(out)) {
      for (int i = 0; i < captures.size(); i++) {
        progress.at(i, captures.size(), captures.get(i));
        importer.capture(captures.get(i), work);
      }
      List<Path> tapes = work.show(captures.stream().map(L2CsvImporter::tapeName).toList());
      progress.at(captures.size(), captures.size(), "");
      return tapes;
    } catch (IOException e) {
      throw TapeException.at(out, "cannot be written: " + TapeException.reason(e), e);
    }
  }

  private static String tapeName(String capture) {
    return capture + TapeWriter.EXTENSION;
  }

  private static List<String> captures(Path folder) {
    SortedSet<String> ids = new TreeSet<>();
    try (DirectoryStream<Path> books = Files.newDirectoryStream(folder, "*" + BOOK)) {
      for (Path book : books) {
        String name = book.getFileName().toString();
        ids.add(name.substring(0, name.length() - BOOK.length()));
      }
    } catch (IOException e) {
      throw TapeException.at(folder, "cannot be read: " + TapeException.reason(e), e);
    }
    Path listed = folder.resolve(CAPTURES);
    if (Files.exists(listed)) {
      try (var rows = new CsvRows(listed, List.of("capture_id"))) {
        while (rows.next()) {
          if (!ids.contains(rows.text(0))) {
            throw rows.bad(0, "a capture without a file " + rows.text(0) + BOOK);
          }
        }
      }
    }
    for (String id : ids) {
      if (!ID.matcher(id).matches()) {
        throw TapeException.at(folder.resolve(id + BOOK), "not a name for a tape");
      }
    }
    if (ids.isEmpty()) {
      throw TapeException.at(folder, "no file *" + BOOK + " to import");
    }
    return List.copyOf(ids);
  }

  private void capture(String id, WorkFolder work) {
    Path book = folder.resolve(id + BOOK);
    Path ticker = folder.resolve(id + TICKER);
    Path coinbase = folder.resolve(id + COINBASE);
    boolean hasTicker = Files.exists(ticker);
    boolean hasCoinbase = Files.exists(coinbase);
    var tickers = new L2Tickers(markets);
    try (var books = new L2Book(book, tickers);
        var quotes = hasTicker ? new L2Ticker(ticker, tickers) : null;
        var trades = hasCoinbase ? new L2Coinbase(coinbase) : null;
        var writer = TapeWriter.create(work.resolve(tapeName(id)))) {
      merge(books, quotes, trades, writer, work);
      Long first = writer.firstNanos();
      if (first == null || books.medianOffset() == null) {
        throw TapeException.at(book, "no deltas");
      }
      var sources = new ArrayList<String>();
      sources.add(id + BOOK);
      if (hasTicker) {
        sources.add(id + TICKER);
      }
      if (hasCoinbase) {
        sources.add(id + COINBASE);
      }
      sources.add(L2Markets.FILE);
      writer.finish(
          new TapeHeader(
              TapeHeader.Kind.IMPORTED,
              description(id, hasTicker, hasCoinbase),
              sources,
              EpochNanos.toInstant(first),
              EpochNanos.toInstant(writer.lastNanos()),
              ToolVersion.TOOL,
              ToolVersion.get(),
              FORMAT,
              subscriptions(hasTicker, hasCoinbase),
              synthesised(hasTicker, hasCoinbase),
              books.medianOffset(),
              tickers.seen()));
    }
  }

  private static void merge(
      L2Book books,
      @Nullable L2Ticker quotes,
      @Nullable L2Coinbase trades,
      TapeWriter writer,
      WorkFolder work) {
    boolean book = books.next();
    boolean quote = quotes != null && quotes.next();
    boolean trade = trades != null && trades.next();
    boolean subscribed = false;
    while (book || quote || trade) {
      work.check();
      long bookAt = book ? books.receiveNanos() : Long.MAX_VALUE;
      long quoteAt = quotes != null && quote ? quotes.receiveNanos() : Long.MAX_VALUE;
      long tradeAt = trades != null && trade ? trades.receiveNanos() : Long.MAX_VALUE;
      if (book && bookAt <= quoteAt && bookAt <= tradeAt) {
        if (!subscribed || books.reconnected()) {
          subscribe(writer, bookAt, quotes != null);
          subscribed = true;
        }
        write(writer, TapeSource.KALSHI, books);
        Long until = books.gapUntil();
        if (until != null) {
          writer.gap(new TapeGap(TapeSource.KALSHI, bookAt, until, RESTARTED));
        }
        book = books.next();
      } else if (quotes != null && quote && quoteAt <= tradeAt) {
        if (!subscribed) {
          subscribe(writer, quoteAt, true);
          subscribed = true;
        }
        write(writer, TapeSource.KALSHI, quotes);
        quote = quotes.next();
      } else if (trades != null) {
        write(writer, TapeSource.COINBASE, trades);
        trade = trades.next();
      }
    }
  }

  private static void subscribe(TapeWriter writer, long receiveNanos, boolean ticker) {
    writer.frame(receiveNanos, TapeSource.KALSHI, BOOK_SUBSCRIBED, 0, BOOK_SUBSCRIBED.length);
    if (ticker) {
      writer.frame(receiveNanos, TapeSource.KALSHI, TICKER_SUBSCRIBED, 0, TICKER_SUBSCRIBED.length);
    }
  }

  private static void write(TapeWriter writer, String source, L2Frames frames) {
    FrameBuilder frame = frames.frame();
    writer.frame(frames.receiveNanos(), source, frame.bytes(), 0, frame.length());
  }

  private static String description(String id, boolean hasTicker, boolean hasCoinbase) {
    return "Capture "
        + id
        + ": full order books"
        + (hasTicker ? ", tickers" : ", no tickers recorded")
        + (hasCoinbase ? ", Coinbase trades" : ", no Coinbase trades recorded");
  }

  private static List<TapeSubscription> subscriptions(boolean ticker, boolean coinbase) {
    var subscriptions = new ArrayList<TapeSubscription>();
    subscriptions.add(new TapeSubscription(TapeSource.KALSHI, "orderbook_delta", false));
    if (ticker) {
      subscriptions.add(new TapeSubscription(TapeSource.KALSHI, "ticker", false));
    }
    if (coinbase) {
      subscriptions.add(new TapeSubscription(TapeSource.COINBASE, "matches", false));
    }
    return subscriptions;
  }

  private static List<String> synthesised(boolean ticker, boolean coinbase) {
    var lines = new ArrayList<String>();
    lines.add("subscribed frames before each start of seq; id 1, one sid a channel");
    lines.add("market_id: a name-based UUID of the ticker");
    lines.add("orderbook_delta: ts and ts_ms from exch_ts_us");
    lines.add("orderbook_snapshot without levels: not in the recording, so missing here");
    if (ticker) {
      lines.add("ticker: ts and time from ts_ms, so without microseconds");
    }
    if (coinbase) {
      lines.add(
          "coinbase: product_id " + L2Coinbase.PRODUCT + "; size, side and order ids are missing");
    }
    lines.add(L2Markets.SYNTHESISED);
    return lines;
  }
}
