package io.github.kalshi4j.engine.tape.format;

import static io.github.kalshi4j.engine.tape.Sample.MILLI;
import static io.github.kalshi4j.engine.tape.Sample.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.kalshi4j.engine.tape.Sample;
import io.github.kalshi4j.engine.tape.TapeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TapeReaderTest {
  @TempDir Path folder;
  private Path file;
  private TapeFile small;

  @BeforeEach
  void writeSmallTape() {
    file = folder.resolve("x.tape.gz");
    small = Sample.small(folder.resolve("small.tape.gz"));
  }

  @Test
  void handsOutRecordsInOrder() {
    try (var reader = small.open()) {
      assertThat(reader.header()).isEqualTo(small.header());
      assertThat(reader.next()).isTrue();
      assertThat(reader.record()).isEqualTo(1);
      assertThat(reader.receiveNanos()).isEqualTo(START);
      assertThat(reader.source()).isSameAs(TapeSource.KALSHI);
      assertThat(reader.isGap()).isFalse();
      assertThat(
              new String(reader.buffer(), reader.offset(), reader.length(), StandardCharsets.UTF_8))
          .isEqualTo(Sample.subscribed());
      assertThat(reader.next()).isTrue();
      assertThat(reader.source()).isEqualTo("coinbase");
      assertThat(reader.end()).isEmpty();
      assertThat(reader.next()).isTrue();
      assertThat(reader.isGap()).isTrue();
      assertThat(reader.gap().nanos()).isEqualTo(8 * MILLI);
      assertThat(reader.next()).isTrue();
      assertThat(reader.next()).isFalse();
      assertThat(reader.next()).isFalse();
      assertThat(reader.record()).isEqualTo(4);
      var end = reader.end().orElseThrow();
      assertThat(end.frames()).containsOnly(entry("kalshi", 2), entry("coinbase", 1));
      assertThat(end.gaps()).hasSize(1);
      assertThat(end.lastNanos()).isEqualTo(START + 9 * MILLI);
    }
  }

  private static Map.Entry<String, Long> entry(String source, long count) {
    return Map.entry(source, count);
  }

  @Test
  void noticesTruncationAtEveryByte() throws IOException {
    byte[] whole = Files.readAllBytes(small.path());
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      refuses("cut to " + length);
    }
  }

  @Test
  void noticesAnyChangedByte() throws IOException {
    byte[] whole = Files.readAllBytes(small.path());
    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= (byte) 0xFF;
      Files.write(file, damaged);
      refuses("byte " + i + " inverted");
    }
  }

  @Test
  void readsNothingElseWhenOneBitHasChanged() throws IOException {
    byte[] whole = Files.readAllBytes(small.path());
    var content = Sample.read(small.path());
    for (int i = 0; i < whole.length; i += 3) {
      byte[] damaged = whole.clone();
      damaged[i] ^= (byte) (1 << i % 8);
      Files.write(file, damaged);
      try {
        assertThat(Sample.read(file)).isEqualTo(content); // a bit without a meaning
      } catch (TapeException e) {
        assertThat(e).hasMessageStartingWith(file + ": ");
      }
    }
  }

  @Test
  void noticesAddedBytes() throws IOException {
    byte[] whole = Files.readAllBytes(small.path());
    Files.write(file, Arrays.copyOf(whole, whole.length + 1));
    assertThatThrownBy(() -> Sample.read(file))
        .isInstanceOf(TapeException.class)
        .hasMessageContaining("bytes after the compressed data");
  }

  private void refuses(String how) {
    Throwable thrown = catchThrowable(() -> Sample.read(file));
    assertThat(thrown).as(how).isInstanceOf(TapeException.class);
    assertThat(thrown).hasMessageStartingWith(file + ": ");
    assertThat(thrown.getMessage()).as(how).doesNotContain("\n");
  }

  @Test
  void readsWhatIsLeftOfAnUnfinishedTape() throws IOException {
    String text = Sample.text(small.path());
    String cut = text.substring(0, text.lastIndexOf(" gap ") + 30);
    Sample.gzip(file, cut);
    assertThatThrownBy(() -> Sample.read(file)).hasMessageContaining("truncated");
    try (var reader = TapeReader.openUnfinished(file)) {
      assertThat(Sample.read(reader)).hasSize(2);
      assertThat(reader.end()).isEmpty();
    }
    byte[] whole = Files.readAllBytes(small.path());
    Files.write(file, Arrays.copyOf(whole, whole.length - 60));
    assertThat(Sample.read(TapeReader.openUnfinished(file)).size()).isLessThanOrEqualTo(4);
    assertThat(Sample.read(TapeReader.openUnfinished(small.path()))).hasSize(4);
  }

  @Test
  void readsTapesThatAnotherProgramCompressed() {
    Sample.gzip(file, Sample.text(small.path()));
    assertThat(Sample.read(file)).isEqualTo(Sample.read(small.path()));
  }

  @Test
  void saysWhatIsWrongWithAFile() throws IOException {
    assertThatThrownBy(() -> TapeReader.open(file)).hasMessage(file + ": no such file");
    assertThatThrownBy(() -> TapeReader.open(folder)).hasMessageContaining("a folder, not a tape");
    Files.write(file, new byte[0]);
    assertThatThrownBy(() -> TapeReader.open(file)).hasMessage(file + ": empty file");
    Files.writeString(file, "time,price\n1,2\n");
    assertThatThrownBy(() -> TapeReader.open(file)).hasMessage(file + ": not gzip");
    Sample.gzip(file, "time,price\n1,2\n");
    assertThatThrownBy(() -> TapeReader.open(file)).hasMessageContaining("header: not JSON");
    Sample.gzip(file, "{\n");
    assertThatThrownBy(() -> TapeReader.open(file))
        .hasMessageContaining("header: not JSON: Unexpected end-of-input")
        .hasMessageNotContaining("Source");
    Sample.gzip(file, "{}\n");
    assertThatThrownBy(() -> TapeReader.open(file)).hasMessage(file + ": header: no \"format\"");
  }

  @Test
  void refusesVersionsItDoesNotKnow() {
    Sample.gzip(file, Sample.text(small.path()).replaceFirst("\"version\":1", "\"version\":2"));
    assertThatThrownBy(() -> TapeReader.open(file))
        .hasMessage(file + ": header: tape format version 2, where only 1 is known");
  }

  @Test
  void namesTheKeyOfAHeaderThatIsWrong() {
    Sample.gzip(file, Sample.text(small.path()).replaceFirst("80938.41", "a lot"));
    assertThatThrownBy(() -> TapeReader.open(file))
        .hasMessageContaining("header: \"floorStrike\" is \"a lot\"");
  }

  @Test
  void namesTheRecordWhereTimeGoesBack() {
    String earlier = String.valueOf(START - 1);
    Sample.gzip(
        file,
        Sample.text(small.path())
            .replaceFirst((START + MILLI) + " coinbase", earlier + " coinbase"));
    assertThatThrownBy(() -> Sample.read(file))
        .hasMessage(file + ": record 2: receive time goes back from " + START + " to " + earlier);
  }

  @Test
  void refusesRecordsOutsideTheHeadersTimes() {
    String text = Sample.text(small.path());
    Sample.gzip(
        file, text.replaceFirst("\"start\":\"[^\"]*\"", "\"start\":\"2026-05-11T06:00:00Z\""));
    assertThatThrownBy(() -> Sample.read(file)).hasMessageContaining("before the tape's start");
    Sample.gzip(file, text.replaceFirst("\"end\":\"[^\"]*\"", "\"end\":\"2026-05-11T05:37:40Z\""));
    assertThatThrownBy(() -> Sample.read(file)).hasMessageContaining("after the tape's end");
  }

  @Test
  void comparesTheRecordsWithTheEndRecord() {
    String text = Sample.text(small.path());
    Sample.gzip(file, text.replace("{\"coinbase\":1,", "{\"coinbase\":2,"));
    assertThatThrownBy(() -> Sample.read(file))
        .hasMessageContaining("counts frames {coinbase=2, kalshi=2}, but there are {coinbase=1,");
    Sample.gzip(file, text + text.lines().skip(1).findFirst().orElseThrow() + "\n");
    assertThatThrownBy(() -> Sample.read(file)).hasMessageContaining("more after the end record");
  }

  @Test
  void refusesLinesThatAreNoRecords() {
    String text = Sample.text(small.path());
    for (String line :
        new String[] {
          "x kalshi {}", "1778477860000000000 KALSHI {}", "1778477860000000000 kalshi ",
          "1778477860000000000", "99999999999999999999 kalshi {}", "",
          "1778477860000000000 gap {\"source\":\"kalshi\"}"
        }) {
      Sample.gzip(file, text.replaceFirst("(?m)^\\d+ kalshi .*$", line.replace("$", "\\$")));
      assertThatThrownBy(() -> Sample.read(file))
          .as(line)
          .isInstanceOf(TapeException.class)
          .hasMessageContaining("record 1: corrupted");
    }
  }

  @Test
  void blamesTheTapeWhenAFrameCannotBeDecodedBecauseOfDamage() throws IOException {
    try (var reader = small.open()) {
      reader.next();
      assertThat(reader.undecodable(new IllegalStateException("no type")))
          .hasMessage(small.path() + ": record 1: IllegalStateException: no type");
    }
    byte[] whole = Files.readAllBytes(small.path());
    whole[whole.length - 6] ^= 1; // in the checksum
    Files.write(file, whole);
    try (var reader = TapeReader.open(file)) {
      reader.next();
      assertThat(reader.undecodable(new IllegalStateException("no type")))
          .hasMessageContaining("checksum of the content differs");
    }
  }

  @Test
  void readsFramesLargerThanItsBuffer() {
    String large = "{\"x\":\"" + "y".repeat(700_000) + "\"}";
    TapeFile tape =
        Sample.tape(
            file,
            writer -> {
              writer.frame(START, TapeSource.KALSHI, "{}");
              writer.frame(START, TapeSource.KALSHI, large);
              writer.frame(START, TapeSource.KALSHI, "{}");
            });
    assertThat(Sample.read(tape.path()))
        .containsExactly(START + " kalshi {}", START + " kalshi " + large, START + " kalshi {}");
  }

  @Test
  void needsNoMoreMemoryForALongTape() {
    byte[] frame = ("{\"x\":\"" + "y".repeat(1000) + "\"}").getBytes(StandardCharsets.US_ASCII);
    TapeFile tape =
        Sample.tape(
            file,
            writer -> {
              for (int i = 0; i < 40_000; i++) {
                writer.frame(START + i, TapeSource.KALSHI, frame, 0, frame.length);
              }
            });
    try (var reader = tape.open()) {
      byte[] buffer = null;
      while (reader.next()) {
        buffer = buffer == null ? reader.buffer() : buffer;
        assertThat(reader.buffer() == buffer).isTrue();
      }
      assertThat(reader.record()).isEqualTo(40_000);
      assertThat(buffer).hasSizeLessThanOrEqualTo(1 << 16);
    }
  }
}
