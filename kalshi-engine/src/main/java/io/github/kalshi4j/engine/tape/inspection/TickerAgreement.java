package io.github.kalshi4j.engine.tape.inspection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the exchange's own tickers show the best prices of the rebuilt books, compared in
 * exchange time: a ticker with the book after every delta whose time, in whole milliseconds, is not
 * after the ticker's, whichever was received first.
 *
 * @param compared tickers whose time has a book
 * @param agreed those of them with the book's best bid and best ask
 * @param share agreed by compared, from 0 to 1; null if none was compared
 * @param noBook tickers that were not compared: before their market's first delta, or while its
 *     book was stale
 * @param differing the first that differ, at most {@value #MAX_LISTED}
 */
public record TickerAgreement(
    long compared, long agreed, @Nullable Double share, long noBook, List<Difference> differing) {
  static final int MAX_LISTED = 100;

  public TickerAgreement {
    differing = List.copyOf(differing);
  }

  static TickerAgreement of(long compared, long agreed, long noBook, List<Difference> differing) {
    return new TickerAgreement(
        compared,
        agreed,
        compared == 0 ? null : (double) agreed / compared,
        noBook,
        differing.stream().limit(MAX_LISTED).toList());
  }

  /**
   * A ticker that shows other prices than the book. Prices are in dollars, null on an empty side.
   *
   * @param record the ticker's record on the tape
   * @param exchangeMillis the ticker's time, milliseconds since 1970
   * @param explanation which state of the book it does show, if any
   */
  public record Difference(
      String file,
      long record,
      String market,
      long exchangeMillis,
      @Nullable String tickerBid,
      @Nullable String tickerAsk,
      @Nullable String bookBid,
      @Nullable String bookAsk,
      String explanation) {}
}
