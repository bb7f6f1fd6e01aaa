package io.github.kalshi4j.engine.tape.inspection;

import io.github.kalshi4j.engine.tape.TapeFile;
import io.github.kalshi4j.engine.tape.TapeProgress;
import io.github.kalshi4j.engine.tape.format.TapeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the books rebuilt from some tapes say about them: the sums over all tapes, and each by
 * itself. The components of these records are the keys of {@code kalshi tape verify --json}.
 *
 * @param deltas deltas on the tapes
 * @param snapshots snapshots on the tapes
 * @param sequenceGaps how many times sequence numbers were missing
 * @param missedNumbers how many were missing in all
 * @param duplicates messages dropped because their number had passed
 * @param staleDropped deltas dropped because their book was stale
 * @param negativeLevels deltas that would have made a level negative
 * @param badSnapshots snapshots that no book can have
 * @param uncoveredNanos how long the gaps between connections lasted in all
 */
public record TapeVerification(
    long deltas,
    long snapshots,
    long sequenceGaps,
    long missedNumbers,
    long duplicates,
    long staleDropped,
    long negativeLevels,
    long badSnapshots,
    Crossed crossed,
    TickerAgreement tickerAgreement,
    long uncoveredNanos,
    List<Tape> tapes) {
  /**
   * The same of one tape.
   *
   * @param unfinished whether its recorder was stopped before it could finish, or is still at work
   * @param clockOffset null if the tape has no deltas
   */
  public record Tape(
      String file,
      boolean unfinished,
      long deltas,
      long snapshots,
      long sequenceGaps,
      long missedNumbers,
      long duplicates,
      long staleDropped,
      long negativeLevels,
      long badSnapshots,
      Crossed crossed,
      TickerAgreement tickerAgreement,
      @Nullable ClockOffset clockOffset,
      long uncoveredNanos) {}

  /**
   * How often, and for how long by receive time, a book was locked or crossed: its best bid at or
   * above its best ask. Deltas of one market and one exchange time are a group; inside one this is
   * normal, after one it is not.
   *
   * @param groups groups that left their book so
   * @param nanos how long it stayed so until the next group
   * @param statesInGroups states inside groups that were so
   * @param nanosInGroups how long they stayed so
   */
  public record Crossed(long groups, long nanos, long statesInGroups, long nanosInGroups) {
    Crossed plus(Crossed other) {
      return new Crossed(
          groups + other.groups,
          nanos + other.nanos,
          statesInGroups + other.statesInGroups,
          nanosInGroups + other.nanosInGroups);
    }
  }

  /**
   * Receive time less exchange time over all book deltas, in nanoseconds: exact lower percentiles.
   *
   * @param headerNanos the median that the tape's header claims; null if it claims none
   */
  public record ClockOffset(long p01, long median, long p99, @Nullable Long headerNanos) {}

  /**
   * Rebuilds the books of tapes.
   *
   * @throws TapeException if a tape is damaged, or has a frame that cannot be decoded
   */
  public static TapeVerification of(List<TapeFile> tapes, TapeProgress progress) {
    var each = new ArrayList<Tape>();
    for (TapeFile tape : tapes) {
      progress.at(each.size(), tapes.size(), tape.path().toString());
      each.add(new TapeVerifier(tape).run());
    }
    progress.at(each.size(), tapes.size(), "");
    return new TapeVerification(
        sum(each, Tape::deltas),
        sum(each, Tape::snapshots),
        sum(each, Tape::sequenceGaps),
        sum(each, Tape::missedNumbers),
        sum(each, Tape::duplicates),
        sum(each, Tape::staleDropped),
        sum(each, Tape::negativeLevels),
        sum(each, Tape::badSnapshots),
        each.stream().map(Tape::crossed).reduce(new Crossed(0, 0, 0, 0), Crossed::plus),
        TickerAgreement.of(
            sum(each, t -> t.tickerAgreement.compared()),
            sum(each, t -> t.tickerAgreement.agreed()),
            sum(each, t -> t.tickerAgreement.noBook()),
            each.stream().flatMap(t -> t.tickerAgreement.differing().stream()).toList()),
        sum(each, Tape::uncoveredNanos),
        List.copyOf(each));
  }

  private static long sum(List<Tape> tapes, ToLongFunction<Tape> number) {
    return tapes.stream().mapToLong(number).sum();
  }

  /** Returns this as a few lines for people: one a tape, then the sums. */
  public String toText() {
    var text = new StringBuilder();
    for (Tape tape : tapes) {
      text.append(tape.file);
      text.append(
          String.format(
              Locale.ROOT,
              "  deltas %d  sequence gaps %d  negative levels %d  tickers %d of %d",
              tape.deltas,
              tape.sequenceGaps,
              tape.negativeLevels,
              tape.tickerAgreement.agreed(),
              tape.tickerAgreement.compared()));
      ClockOffset offset = tape.clockOffset;
      if (offset != null) {
        text.append(
            String.format(
                Locale.ROOT,
                "  clock offset %.1f ms (%.1f to %.1f)",
                offset.median / 1e6,
                offset.p01 / 1e6,
                offset.p99 / 1e6));
      }
      text.append('\n');
      if (tape.unfinished) {
        text.append("  ").append(TapeFile.UNFINISHED).append('\n');
      }
    }
    line(text, "deltas", String.valueOf(deltas));
    line(text, "snapshots", snapshots + ", bad " + badSnapshots);
    line(text, "sequence gaps", sequenceGaps + ", numbers missing " + missedNumbers);
    line(text, "dropped", "duplicates " + duplicates + ", for stale books " + staleDropped);
    line(text, "negative levels", String.valueOf(negativeLevels));
    line(text, "locked or crossed", crossedText());
    line(text, "tickers", tickerText());
    for (TickerAgreement.Difference difference : tickerAgreement.differing()) {
      text.append("  ").append(difference.file()).append(", record ").append(difference.record());
      text.append(", ").append(difference.market()).append(" at ");
      text.append(difference.exchangeMillis()).append(" ms: ticker ");
      text.append(top(difference.tickerBid(), difference.tickerAsk())).append(", book ");
      text.append(top(difference.bookBid(), difference.bookAsk())).append(": ");
      text.append(difference.explanation()).append('\n');
    }
    line(text, "not covered", TapeInfo.duration(Duration.ofNanos(uncoveredNanos)));
    return text.toString();
  }

  private String crossedText() {
    return String.format(
        Locale.ROOT,
        "%d groups, %.3f ms; inside groups %d states, %.3f ms",
        crossed.groups,
        crossed.nanos / 1e6,
        crossed.statesInGroups,
        crossed.nanosInGroups / 1e6);
  }

  private String tickerText() {
    Double share = tickerAgreement.share();
    return tickerAgreement.agreed()
        + " of "
        + tickerAgreement.compared()
        + " agree"
        + (share == null ? "" : String.format(Locale.ROOT, " (%.3f %%)", share * 100))
        + ", without a book "
        + tickerAgreement.noBook();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format(Locale.ROOT, "%-18s %s%n", name, value));
  }

  private static String top(@Nullable String bid, @Nullable String ask) {
    return (bid == null ? "none" : bid) + " / " + (ask == null ? "none" : ask);
  }
}
