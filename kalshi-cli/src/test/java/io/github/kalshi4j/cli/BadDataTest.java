package io.github.kalshi4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.market.MarketFacts;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data that cannot be trusted end a run with one line that names them, with exit code 1. */
final class BadDataTest {
  @TempDir private Path folder;
  private Path report;
  private Path tape;

  @BeforeEach
  void writeATape() {
    report = folder.resolve("report");
    tape = SmallTapes.write(folder.resolve("a.tape.gz"));
  }

  private void isRefusedEverywhere(Path damaged) {
    Outcome.of("backtest", "momentum", "--tape", damaged, "--report", report).isFailure(damaged);
    Outcome.of("tape", "info", damaged, "--json").isFailure(damaged);
    Outcome.of("tape", "verify", damaged, "--json").isFailure(damaged);
    assertThat(report).doesNotExist();
  }

  @Test
  void refusesATruncatedTape() throws IOException {
    byte[] bytes = Files.readAllBytes(tape);
    for (int length : new int[] {0, 1, 100, bytes.length / 2, bytes.length - 9, bytes.length - 1}) {
      Files.write(tape, Arrays.copyOf(bytes, length));
      isRefusedEverywhere(tape);
    }
  }

  @Test
  void refusesACorruptedTape() throws IOException {
    byte[] bytes = Files.readAllBytes(tape);
    for (int at : new int[] {0, 60, bytes.length / 2, bytes.length - 5}) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 0x55;
      Files.write(tape, damaged);
      isRefusedEverywhere(tape);
    }
  }

  @Test
  void refusesWhatIsNoTape() throws IOException {
    Files.writeString(tape, "recv_ns,exch_ts_us,seq\n");
    isRefusedEverywhere(tape);
  }

  @Test
  void refusesTapesThatOverlap() {
    Path second =
        SmallTapes.write(
            folder.resolve("b.tape.gz"), SmallTapes.START.plusSeconds(30), SmallTapes.MARKET);

    Outcome.of("backtest", "momentum", "--tape", folder, "--report", report)
        .isFailure("overlap", tape, second, SmallTapes.MARKET.ticker());
    assertThat(report).doesNotExist();
  }

  @Test
  void refusesTheSameTapeTwice() {
    Outcome.of("backtest", "momentum", "--tape", tape, "--tape", tape).isFailure("overlap", tape);
  }

  @Test
  void refusesContradictoryFacts() {
    MarketFacts m = SmallTapes.MARKET;
    MarketFacts other =
        new MarketFacts(
            m.ticker(),
            m.event(),
            m.series(),
            m.strikeType(),
            new BigDecimal("1.5"),
            m.capStrike(),
            m.openTime(),
            m.closeTime(),
            m.grid(),
            m.fees(),
            m.exchangeIndex());
    Path second =
        SmallTapes.write(
            folder.resolve("b.tape.gz"), SmallTapes.START.plus(Duration.ofMinutes(5)), other);

    Outcome.of("backtest", "momentum", "--tape", tape, "--tape", second, "--report", report)
        .isFailure(m.ticker(), "floor strike", "1.5", tape, second);
    assertThat(report).doesNotExist();
  }

  @Test
  void refusesAMalformedRecordingAndWritesNoTape() throws IOException {
    Path source = SmallTapes.recording(folder.resolve("source"), "0.2x00");
    Path out = folder.resolve("out");

    Outcome.of("tape", "import", "--format", "l2-csv", source, "--out", out)
        .isFailure("c1_book.csv.gz", "0.2x00", "price");
    assertThat(out).doesNotExist();
  }

  @Test
  void refusesAFrameThatCannotBeDecodedAndWritesNoTape() throws IOException {
    Path source =
        Files.writeString(folder.resolve("x.jsonl"), "{\"type\":\"ticker\",\"sid\":\"x\"}");
    Path out = folder.resolve("out");

    Outcome.of("tape", "import", "--format", "frames", source, "--out", out)
        .isFailure("x.jsonl", "line 1", "ticker");
    assertThat(out).doesNotExist();
  }

  @Test
  void refusesASourceWithoutRecordings() {
    Outcome.of("tape", "import", "--format", "l2-csv", folder, "--out", folder.resolve("out"))
        .isFailure(folder);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void saysNothingOfAStackTraceUnlessAsked() {
    Outcome.of("backtest", "momentum", "--tape", tape, "--tape", tape).isFailure("overlap");
    assertThat(Outcome.of("backtest", "momentum", "--tape", tape).err()).isEmpty();
  }
}
