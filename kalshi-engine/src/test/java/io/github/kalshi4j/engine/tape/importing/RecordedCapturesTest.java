package io.github.kalshi4j.engine.tape.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kalshi4j.engine.tape.TapeFile;
import io.github.kalshi4j.engine.tape.TapeProgress;
import io.github.kalshi4j.engine.tape.Tapes;
import io.github.kalshi4j.engine.tape.format.TapeMarket;
import io.github.kalshi4j.engine.tape.inspection.TapeInfo;
import io.github.kalshi4j.engine.tape.inspection.TapeVerification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recordings beside the project, imported once; skipped where they are absent. */
class RecordedCapturesTest {
  @TempDir static Path out;
  private static Path recording;
  private static List<TapeFile> tapes;

  @BeforeAll
  static void importAll() {
    String shared = System.getProperty("kalshi4j.shared", "../shared");
    recording = Path.of(shared).resolve("data").resolve("kalshi_l2");
    assumeTrue(Files.isDirectory(recording), "no recordings at " + recording);
    tapes = Tapes.find(L2CsvImporter.importAll(recording, out, TapeProgress.NONE));
  }

  @Test
  void agreeWithTheExchangesOwnTickers() throws IOException {
    assertThat(tapes).hasSize(24);
    var all = TapeVerification.of(tapes, TapeProgress.NONE);
    assertThat(all.deltas()).isEqualTo(1_432_126);
    assertThat(all.sequenceGaps()).isZero();
    assertThat(all.duplicates()).isZero();
    assertThat(all.negativeLevels()).isZero();
    assertThat(all.badSnapshots()).isZero();
    assertThat(all.crossed().groups()).isZero();
    var agreement = all.tickerAgreement();
    assertThat(agreement.compared()).isEqualTo(14_641);
    assertThat(agreement.agreed()).isEqualTo(14_634);
    assertThat(agreement.noBook()).isEqualTo(10);
    assertThat(agreement.differing())
        .hasSize(7)
        .allMatch(d ->
            d.explanation().contains("within the very millisecond")
                || d.explanation().contains("clears the book after the close"));

    Map<String, Double> medians = medians();
    for (TapeVerification.Tape tape : all.tapes()) {
      String id = Path.of(tape.file()).getFileName().toString().replace(".tape.gz", "");
      assertThat(tape.clockOffset().median()).isEqualTo(tape.clockOffset().headerNanos());
      assertThat(tape.clockOffset().median() / 1e6).isCloseTo(medians.get(id), within(0.051));
    }
  }

  private static Map<String, Double> medians() throws IOException {
    List<String> lines = Files.readAllLines(recording.resolve("captures.csv"));
    List<String> names = List.of(lines.getFirst().split(",", -1));
    var medians = new HashMap<String, Double>();
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(",", -1);
      medians.put(fields[0], Double.valueOf(fields[names.indexOf("recv_minus_exch_ms_p50")]));
    }
    return medians;
  }

  @Test
  void fitTogether() {
    Tapes.checkTogether(tapes);
    assertThat(tapes.stream().flatMap(t -> t.header().markets().stream()).map(TapeMarket::ticker))
        .doesNotContainNull()
        .satisfies(tickers -> assertThat(Set.copyOf(tickers)).hasSize(36));
  }

  @Test
  void holdNothingThatTheDecoderDoesNotKnow() {
    TapeInfo info = TapeInfo.of(tapes.subList(0, 3), TapeProgress.NONE);
    assertThat(info.unknown()).isEmpty();
    assertThat(info.frames())
        .containsOnlyKeys("orderbook_delta", "orderbook_snapshot", "subscribed", "ticker");
  }
}
