package io.github.kalshi4j.engine.tape;

import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.engine.tape.format.TapeException;
import io.github.kalshi4j.engine.tape.format.TapeHeader;
import io.github.kalshi4j.engine.tape.format.TapeMarket;
import io.github.kalshi4j.engine.tape.format.TapeWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Several tapes that are to be used together. */
public final class Tapes {
  private Tapes() {}

  /**
   * Reads the headers of the tapes in these places, and to their ends those that are unfinished.
   *
   * @param places tapes, or folders of which every {@code *.tape.gz} is taken, subfolders excluded
   * @return the tapes, by the time they start, then by path
   * @throws TapeException if a place does not exist, a folder has no tape, or a file is none
   */
  public static List<TapeFile> find(List<Path> places) {
    var tapes = new ArrayList<TapeFile>();
    for (Path place : places) {
      if (Files.isDirectory(place)) {
        for (Path file : inFolder(place)) {
          tapes.add(TapeFile.read(file));
        }
      } else {
        tapes.add(TapeFile.read(place));
      }
    }
    tapes.sort(
        Comparator.comparing((TapeFile tape) -> tape.header().start())
            .thenComparing(TapeFile::path));
    return List.copyOf(tapes);
  }

  private static List<Path> inFolder(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> tapes =
          files
              .filter(f -> f.getFileName().toString().endsWith(TapeWriter.EXTENSION))
              .filter(f -> !f.getFileName().toString().startsWith("."))
              .sorted()
              .toList();
      if (tapes.isEmpty()) {
        throw TapeException.at(folder, "no tape (*" + TapeWriter.EXTENSION + ") in this folder");
      }
      return tapes;
    } catch (IOException e) {
      throw TapeException.at(folder, "cannot be read: " + TapeException.reason(e), e);
    }
  }

  /**
   * Checks that tapes can be replayed as one history: no two of them cover a market at the same
   * time, and none contradicts another about a market. What one does not know contradicts nothing.
   *
   * @throws TapeException if they do not fit, naming the ticker and both files
   */
  public static void checkTogether(List<TapeFile> tapes) {
    Map<MarketTicker, List<Sighting>> sightings = new HashMap<>();
    for (TapeFile tape : tapes) {
      for (TapeMarket market : tape.header().markets()) {
        List<Sighting> earlier =
            sightings.computeIfAbsent(market.ticker(), ticker -> new ArrayList<>());
        for (Sighting other : earlier) {
          check(other, new Sighting(tape, market));
        }
        earlier.add(new Sighting(tape, market));
      }
    }
  }

  private record Sighting(TapeFile tape, TapeMarket market) {}

  private static void check(Sighting a, Sighting b) {
    if (overlap(a.tape.header(), b.tape.header())) {
      throw new TapeException(
          "tapes overlap: "
              + a.tape.path()
              + " and "
              + b.tape.path()
              + " both cover "
              + a.market.ticker()
              + " at the same time");
    }
    MarketFacts one = a.market.facts();
    MarketFacts two = b.market.facts();
    agree(a, b, "event", one.event(), two.event());
    agree(a, b, "series", one.series(), two.series());
    agreeIfKnown(a, b, "strike type", one.strikeType(), two.strikeType());
    agreeIfKnown(a, b, "floor strike", plain(one.floorStrike()), plain(two.floorStrike()));
    agreeIfKnown(a, b, "cap strike", plain(one.capStrike()), plain(two.capStrike()));
    agree(a, b, "open time", one.openTime(), two.openTime());
    agree(a, b, "close time", one.closeTime(), two.closeTime());
    agree(a, b, "price ranges", one.grid(), two.grid());
    agree(a, b, "fees", one.fees(), two.fees());
    agree(a, b, "exchange index", one.exchangeIndex(), two.exchangeIndex());
    agreeIfKnown(a, b, "result", word(a.market.result()), word(b.market.result()));
    agreeIfKnown(a, b, "settlement time", a.market.settlementTime(), b.market.settlementTime());
  }

  private static boolean overlap(TapeHeader a, TapeHeader b) {
    return a.start().equals(b.start())
        || (a.start().isBefore(b.end()) && b.start().isBefore(a.end()));
  }

  private static void agreeIfKnown(
      Sighting a, Sighting b, String what, @Nullable Object one, @Nullable Object two) {
    if (one != null && two != null) {
      agree(a, b, what, one, two);
    }
  }

  private static void agree(Sighting a, Sighting b, String what, Object one, Object two) {
    if (!Objects.equals(one, two)) {
      throw new TapeException(
          "tapes contradict each other about "
              + a.market.ticker()
              + ": "
              + what
              + " is "
              + one
              + " in "
              + a.tape.path()
              + " and "
              + two
              + " in "
              + b.tape.path());
    }
  }

  private static @Nullable String word(@Nullable MarketResult result) {
    return result == null ? null : result.wire() + " (YES pays " + result.settlementValue() + ")";
  }

  private static @Nullable String plain(@Nullable BigDecimal value) {
    return value == null ? null : value.stripTrailingZeros().toPlainString();
  }
}
