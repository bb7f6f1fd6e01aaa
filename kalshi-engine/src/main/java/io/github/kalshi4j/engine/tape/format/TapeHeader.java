package io.github.kalshi4j.engine.tape.format;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a tape says about itself before its first frame.
 *
 * @param description one line for people
 * @param sourceFiles the files it was made of, by name; empty for a recording
 * @param start when the recording began, by the recorder's clock; no record is earlier
 * @param end when it ended; no record is later
 * @param tool the program that wrote the tape
 * @param importer the name of the format it was made from; null if it was not imported
 * @param synthesised what the frames or the facts hold that was not recorded, one line each
 * @param clockOffsetNanos receive time less exchange time, the exact lower median over all book
 *     deltas; null if the tape has none
 */
public record TapeHeader(
    Kind kind,
    String description,
    List<String> sourceFiles,
    Instant start,
    Instant end,
    String tool,
    String toolVersion,
    @Nullable String importer,
    List<TapeSubscription> subscriptions,
    List<String> synthesised,
    @Nullable Long clockOffsetNanos,
    List<TapeMarket> markets) {
  /** The version of the format that this library writes, and the only one it reads. */
  public static final int VERSION = 1;

  public TapeHeader {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("tape ends at " + end + ", before it starts at " + start);
    }
    sourceFiles = List.copyOf(sourceFiles);
    subscriptions = List.copyOf(subscriptions);
    synthesised = List.copyOf(synthesised);
    markets = List.copyOf(markets);
    long tickers = markets.stream().map(TapeMarket::ticker).distinct().count();
    if (tickers != markets.size()) {
      throw new IllegalArgumentException("a market is listed twice");
    }
  }

  /** Returns this header with what is known only at the end. */
  public TapeHeader completed(
      Instant at, List<String> inventions, @Nullable Long offsetNanos, List<TapeMarket> known) {
    return new TapeHeader(
        kind,
        description,
        sourceFiles,
        start,
        at,
        tool,
        toolVersion,
        importer,
        subscriptions,
        inventions,
        offsetNanos,
        known);
  }

  /** Returns whether NO levels of the book frames come in YES prices. */
  public boolean useYesPrice() {
    return subscriptions.stream()
        .anyMatch(s -> s.source().equals(TapeSource.KALSHI) && s.useYesPrice());
  }

  /** How the frames came to be. */
  public enum Kind {
    /** Written as they arrived. */
    RECORDED,
    /** Made from a recording of another shape. */
    IMPORTED,
    /** Invented; no market ever did this. */
    GENERATED;

    /** Returns the word for it in a header. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
