package io.github.kalshi4j.engine.tape.inspection;

import io.github.kalshi4j.client.call.UnknownField;
import io.github.kalshi4j.client.error.KalshiDecodingException;
import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.client.stream.DecoderStatistics;
import io.github.kalshi4j.client.stream.StreamDecoder;
import io.github.kalshi4j.engine.tape.TapeFile;
import io.github.kalshi4j.engine.tape.TapeProgress;
import io.github.kalshi4j.engine.tape.format.TapeEnd;
import io.github.kalshi4j.engine.tape.format.TapeException;
import io.github.kalshi4j.engine.tape.format.TapeGap;
import io.github.kalshi4j.engine.tape.format.TapeHeader;
import io.github.kalshi4j.engine.tape.format.TapeMarket;
import io.github.kalshi4j.engine.tape.format.TapeReader;
import io.github.kalshi4j.engine.tape.format.TapeSource;
import io.github.kalshi4j.engine.tape.format.TapeSubscription;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is on some tapes: the sums over all of them, and each by itself. The components of these
 * records are the keys of {@code kalshi tape info --json}.
 *
 * @param frames Kalshi's frames by type, those of known types
 * @param unknown frames of types that are not known, by type, and fields that are not, by type and
 *     field with a dot between
 * @param sources frames by source, Kalshi's included
 * @param gaps how many gaps there are
 * @param gapNanos how long they lasted in all
 * @param fileBytes the size of the files
 * @param frameBytes the size of the frames in them
 * @param start when the first tape starts, receive time
 * @param end when the last tape ends
 */
public record TapeInfo(
    SortedMap<String, Long> frames,
    SortedMap<String, Long> unknown,
    SortedMap<String, Long> sources,
    int gaps,
    long gapNanos,
    long fileBytes,
    long frameBytes,
    Instant start,
    Instant end,
    List<Tape> tapes) {

  /**
   * What is on one tape.
   *
   * @param unfinished whether its recorder was stopped before it could finish, or is still at work
   * @param clockOffsetNanos the median of receive less exchange time; null if the header has none
   */
  public record Tape(
      String file,
      boolean unfinished,
      String kind,
      String description,
      Instant start,
      Instant end,
      String tool,
      String toolVersion,
      @Nullable String importer,
      List<String> sourceFiles,
      List<TapeSubscription> subscriptions,
      List<String> synthesised,
      @Nullable Long clockOffsetNanos,
      SortedMap<String, Long> frames,
      SortedMap<String, Long> unknown,
      SortedMap<String, Long> sources,
      List<TapeGap> gaps,
      long fileBytes,
      long frameBytes,
      List<Market> markets) {}

  /** What a tape's header says of a market, in the exchange's words. */
  public record Market(
      String ticker,
      String event,
      String series,
      @Nullable String strikeType,
      @Nullable String floorStrike,
      @Nullable String capStrike,
      Instant openTime,
      Instant closeTime,
      String priceLevelStructure,
      String feeType,
      String feeMultiplier,
      int exchangeIndex,
      @Nullable String result,
      @Nullable String settlementValue,
      @Nullable Instant settlementTime,
      @Nullable String resultSource) {
    static Market of(TapeMarket market) {
      MarketFacts facts = market.facts();
      MarketResult result = market.result();
      return new Market(
          facts.ticker().value(),
          facts.event().value(),
          facts.series().value(),
          facts.strikeType(),
          facts.floorStrike() == null ? null : facts.floorStrike().toPlainString(),
          facts.capStrike() == null ? null : facts.capStrike().toPlainString(),
          facts.openTime(),
          facts.closeTime(),
          market.priceLevelStructure(),
          facts.fees().type().wire(),
          facts.fees().multiplier().toPlainString(),
          facts.exchangeIndex(),
          result == null ? null : result.wire(),
          result == null ? null : result.settlementValue().toString(),
          market.settlementTime(),
          market.resultSource());
    }
  }

  /**
   * Reads tapes to their ends and counts what is on them.
   *
   * @param tapes at least one
   * @throws TapeException if one of them is damaged, or has a frame that cannot be decoded
   */
  public static TapeInfo of(List<TapeFile> tapes, TapeProgress progress) {
    var each = new ArrayList<Tape>();
    for (TapeFile tape : tapes) {
      progress.at(each.size(), tapes.size(), tape.path().toString());
      each.add(read(tape));
    }
    progress.at(each.size(), tapes.size(), "");
    SortedMap<String, Long> frames = new TreeMap<>();
    SortedMap<String, Long> unknown = new TreeMap<>();
    SortedMap<String, Long> sources = new TreeMap<>();
    for (Tape tape : each) {
      tape.frames.forEach((type, count) -> frames.merge(type, count, Long::sum));
      tape.unknown.forEach((name, count) -> unknown.merge(name, count, Long::sum));
      tape.sources.forEach((source, count) -> sources.merge(source, count, Long::sum));
    }
    return new TapeInfo(
        frames,
        unknown,
        sources,
        each.stream().mapToInt(tape -> tape.gaps.size()).sum(),
        each.stream().flatMap(tape -> tape.gaps.stream()).mapToLong(TapeGap::nanos).sum(),
        each.stream().mapToLong(Tape::fileBytes).sum(),
        each.stream().mapToLong(Tape::frameBytes).sum(),
        each.stream().map(Tape::start).min(Instant::compareTo).orElseThrow(),
        each.stream().map(Tape::end).max(Instant::compareTo).orElseThrow(),
        List.copyOf(each));
  }

  private static Tape read(TapeFile tape) {
    TapeHeader header = tape.header();
    var decoder = new StreamDecoder(header.useYesPrice());
    long frameBytes = 0;
    TapeEnd end;
    try (var reader = tape.open()) {
      while (reader.next()) {
        if (!reader.isGap()) {
          frameBytes += reader.length();
          if (reader.source().equals(TapeSource.KALSHI)) {
            decode(decoder, reader);
          }
        }
      }
      end = reader.end().orElseGet(reader::soFar);
    }
    DecoderStatistics statistics = decoder.statistics();
    SortedMap<String, Long> unknown = new TreeMap<>(statistics.unknownTypes());
    for (UnknownField field : statistics.unknownFields()) {
      unknown.merge(field.type() + "." + field.field(), field.count(), Long::sum);
    }
    return new Tape(
        tape.path().toString(),
        tape.isUnfinished(),
        header.kind().word(),
        header.description(),
        header.start(),
        header.end(),
        header.tool(),
        header.toolVersion(),
        header.importer(),
        header.sourceFiles(),
        header.subscriptions(),
        header.synthesised(),
        header.clockOffsetNanos(),
        new TreeMap<>(statistics.frames()),
        unknown,
        end.frames(),
        end.gaps(),
        size(tape),
        frameBytes,
        header.markets().stream().map(Market::of).toList());
  }

  private static void decode(StreamDecoder decoder, TapeReader reader) {
    try {
      var unused = decoder.decode(reader.buffer(), reader.offset(), reader.length());
    } catch (KalshiDecodingException e) {
      throw reader.undecodable(e);
    }
  }

  private static long size(TapeFile tape) {
    try {
      return Files.size(tape.path());
    } catch (IOException e) {
      throw TapeException.at(tape.path(), "cannot be read: " + TapeException.reason(e), e);
    }
  }

  /** Returns this as a few lines for people: one a tape, then the sums. */
  public String toText() {
    var text = new StringBuilder();
    for (Tape tape : tapes) {
      text.append(tape.file).append("  ").append(tape.kind).append("  ").append(tape.start);
      text.append("  ").append(duration(Duration.between(tape.start, tape.end)));
      text.append("  ").append(counts(tape.sources)).append("  ").append(tape.gaps.size());
      text.append(tape.gaps.size() == 1 ? " gap  " : " gaps  ");
      text.append(
          tape.markets.stream()
              .map(m -> m.ticker + "=" + (m.result == null ? "?" : m.result))
              .collect(Collectors.joining(" ")));
      text.append('\n');
      if (tape.unfinished) {
        text.append("  ").append(TapeFile.UNFINISHED).append('\n');
      }
    }
    text.append("tapes    ").append(tapes.size());
    text.append(", ").append(start).append(" to ").append(end).append('\n');
    text.append("frames   ").append(counts(frames)).append('\n');
    text.append("unknown  ").append(unknown.isEmpty() ? "none" : counts(unknown)).append('\n');
    text.append("sources  ").append(counts(sources)).append('\n');
    text.append("gaps     ").append(gaps).append(", ");
    text.append(duration(Duration.ofNanos(gapNanos))).append(" in all\n");
    text.append(
        String.format(
            Locale.ROOT,
            "size     %.1f MB in files, %.1f MB of frames%n",
            fileBytes / 1e6,
            frameBytes / 1e6));
    return text.toString();
  }

  private static String counts(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }

  static String duration(Duration duration) {
    return String.format(
        Locale.ROOT,
        "%d:%02d:%02d",
        duration.toHours(),
        duration.toMinutesPart(),
        duration.toSecondsPart());
  }
}
