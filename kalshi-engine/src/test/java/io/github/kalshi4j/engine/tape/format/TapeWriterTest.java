package io.github.kalshi4j.engine.tape.format;

import static io.github.kalshi4j.engine.tape.Sample.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.engine.tape.Sample;
import io.github.kalshi4j.engine.tape.TapeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TapeWriterTest {
  @TempDir Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void leavesNothingBehindUnlessFinished() throws IOException {
    try (var writer = TapeWriter.create(folder.resolve("x.tape.gz"))) {
      writer.frame(START, TapeSource.KALSHI, "{}");
      assertThat(names()).noneMatch(name -> name.endsWith(TapeWriter.EXTENSION));
    }
    assertThat(names()).isEmpty();
  }

  @Test
  void leavesNothingButTheTapeWhenFinished() throws IOException {
    Sample.small(folder.resolve("x.tape.gz"));
    assertThat(names()).containsExactly("x.tape.gz");
  }

  @Test
  void keepsTheOldTapeUntilTheNewOneIsWhole() throws IOException {
    TapeFile old = Sample.small(folder.resolve("x.tape.gz"));
    byte[] before = Files.readAllBytes(old.path());
    try (var writer = TapeWriter.create(old.path())) {
      writer.frame(START, TapeSource.KALSHI, "{}");
      assertThat(Files.readAllBytes(old.path())).isEqualTo(before);
      writer.finish(Sample.header());
    }
    assertThat(Sample.read(old.path())).containsExactly(START + " kalshi {}");
  }

  @Test
  void writesEqualFilesForEqualContent() throws IOException {
    TapeFile one = Sample.small(folder.resolve("one.tape.gz"));
    TapeFile two = Sample.small(folder.resolve("two.tape.gz"));
    assertThat(two.path()).hasSameBinaryContentAs(one.path());
  }

  @Test
  void takesTheLineFeedsOutOfFrames() {
    TapeFile tape =
        Sample.tape(
            folder.resolve("x.tape.gz"),
            writer -> writer.frame(START, TapeSource.KALSHI, "{\n\"a\": 1}\r\n\n"));
    assertThat(Sample.read(tape.path())).containsExactly(START + " kalshi { \"a\": 1}");
  }

  @Test
  void holdsATapeWithoutRecords() {
    TapeFile tape = Sample.tape(folder.resolve("x.tape.gz"), writer -> {});
    assertThat(Sample.read(tape.path())).isEmpty();
  }

  @Test
  void putsTheEndOfAnOpenGapIntoTheIndex() {
    TapeFile tape =
        Sample.tape(
            folder.resolve("x.tape.gz"),
            writer -> {
              writer.gap(new TapeGap(TapeSource.KALSHI, START, null, "connection lost"));
              writer.gapEnded(TapeSource.KALSHI, START + 5);
            });
    try (var reader = tape.open()) {
      assertThat(reader.next()).isTrue();
      assertThat(reader.gap().untilNanos()).isNull();
      assertThat(reader.next()).isFalse();
      assertThat(reader.end().orElseThrow().gaps().getFirst().untilNanos()).isEqualTo(START + 5);
    }
  }

  @Test
  void refusesWhatATapeCannotHold() throws IOException {
    try (var writer = TapeWriter.create(folder.resolve("x.tape.gz"))) {
      writer.frame(START, TapeSource.KALSHI, "{}");
      assertThatThrownBy(() -> writer.frame(START - 1, TapeSource.KALSHI, "{}"))
          .hasMessage("receive time goes back from " + START + " to " + (START - 1));
      assertThatThrownBy(() -> writer.frame(START, TapeSource.KALSHI, "\n"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("empty frame");
      for (String word : List.of("", "gap", "end", "Kalshi", "two words", "seventeen0letters")) {
        assertThatThrownBy(() -> writer.frame(START, word, "{}"))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("not a source's word");
      }
      assertThatThrownBy(() -> writer.finish(Sample.header(START + 1, START + 2)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("outside the header's");
    }
    assertThat(names()).isEmpty();
    assertThatThrownBy(() -> TapeWriter.create(folder.resolve("none").resolve("x.tape.gz")))
        .isInstanceOf(TapeException.class)
        .hasMessageContaining("cannot be written");
  }
}
