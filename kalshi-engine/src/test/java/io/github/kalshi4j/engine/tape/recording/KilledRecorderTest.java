package io.github.kalshi4j.engine.tape.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.engine.clock.EpochNanos;
import io.github.kalshi4j.engine.tape.Sample;
import io.github.kalshi4j.engine.tape.TapeFile;
import io.github.kalshi4j.engine.tape.TapeProgress;
import io.github.kalshi4j.engine.tape.Tapes;
import io.github.kalshi4j.engine.tape.format.TapeSource;
import io.github.kalshi4j.engine.tape.format.TapeSubscription;
import io.github.kalshi4j.engine.tape.format.TapeWriter;
import io.github.kalshi4j.engine.tape.inspection.TapeInfo;
import io.github.kalshi4j.engine.tape.inspection.TapeVerification;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is left when the process of a recorder is killed: really killed, in a process of its own.
 */
@Timeout(120)
class KilledRecorderTest {
  private static final int SAFE_FILES = 3;
  private static final int SAFE_FRAMES = 2000;

  @TempDir private Path folder;

  /** Records without end, and says on standard output what is safe. */
  static final class Victim {
    private Victim() {}

    public static void main(String[] arguments) throws InterruptedException {
      TimeSource time = TimeSource.system();
      var config =
          TapeRecorder.Config.of(
                  Path.of(arguments[0]),
                  "KXBTC15M",
                  "Recorded by a process that is killed",
                  List.of(new TapeSubscription(TapeSource.KALSHI, "orderbook_delta", false)))
              .withRotation(Duration.ofMillis(700));
      TapeRecorder recorder = TapeRecorder.start(config, time, TapeRecorder.Listener.NONE);
      recorder.market(Sample.market(Sample.TICKER, "80938.41", null));
      for (int seq = 1; ; seq++) {
        long now = EpochNanos.of(time.now());
        String frame =
            seq == 1
                ? Sample.snapshot(1, Sample.TICKER, "", "")
                : Sample.delta(seq, Sample.TICKER, "yes", "0.4000", "1.00", now / 1000);
        byte[] bytes = frame.getBytes(StandardCharsets.UTF_8);
        recorder.onFrame(now, bytes, 0, bytes.length);
        if (seq % 20 == 0) {
          TapeRecorder.Statistics safe = recorder.statistics();
          System.out.println(safe.frames() + " " + safe.files());
          time.sleep(Duration.ofMillis(10));
        }
      }
    }
  }

  @Test
  void leavesTapesThatHoldAllThatWasSafe() throws Exception {
    Process victim =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                Victim.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long safe = 0;
    try (var lines =
        new BufferedReader(
            new InputStreamReader(victim.getInputStream(), StandardCharsets.US_ASCII))) {
      int files = 0;
      for (String line = lines.readLine();
          line != null && (files < SAFE_FILES || safe < SAFE_FRAMES);
          line = lines.readLine()) {
        safe = Long.parseLong(line.substring(0, line.indexOf(' ')));
        files = Integer.parseInt(line.substring(line.indexOf(' ') + 1));
      }
      assertThat(safe).as("frames that were safe").isGreaterThanOrEqualTo(SAFE_FRAMES);
    } finally {
      victim.destroyForcibly();
    }
    assertThat(victim.waitFor(20, TimeUnit.SECONDS)).isTrue();

    List<TapeFile> tapes = Tapes.find(List.of(folder));
    assertThat(tapes).hasSizeGreaterThanOrEqualTo(SAFE_FILES);
    // The last is unfinished, unless the process was killed between two files.
    assertThat(tapes.subList(0, tapes.size() - 1)).noneMatch(TapeFile::isUnfinished);
    assertThat(tapes).allSatisfy(tape -> assertThat(tape.header().markets()).hasSize(1));
    var lines = new ArrayList<String>();
    for (TapeFile tape : tapes) {
      lines.addAll(Sample.read(tape.open()));
    }
    assertThat(lines).hasSizeGreaterThanOrEqualTo((int) safe);
    for (int i = 0; i < lines.size(); i++) {
      assertThat(lines.get(i)).contains("\"seq\":" + (i + 1) + ",");
    }
    Tapes.checkTogether(tapes);
    assertThat(TapeInfo.of(tapes, TapeProgress.NONE).frames())
        .containsEntry("orderbook_delta", lines.size() - 1L);
    assertThat(TapeVerification.of(tapes, TapeProgress.NONE).sequenceGaps()).isZero();
  }

  /** Returns everything this test itself can see, modules included. */
  private static String classPath() {
    return Stream.of("java.class.path", "jdk.module.path")
        .map(System::getProperty)
        .filter(path -> path != null && !path.isEmpty())
        .collect(
            Collectors.joining(
                System.getProperty("path.separator"),
                Path.of("target", "test-classes") + System.getProperty("path.separator"),
                ""));
  }

  @Test
  void leavesATapeEvenOfItsFirstMoment() throws Exception {
    TapeWriter writer =
        TapeWriter.record(folder.resolve("x.tape.gz"), Sample.header(Sample.START, Sample.START));
    byte[] begun = Files.readAllBytes(folder.resolve("x.tape.gz"));
    writer.close();
    Path copy = Files.write(folder.resolve("copy.tape.gz"), begun);
    TapeFile tape = TapeFile.read(copy);
    assertThat(tape.isUnfinished()).isTrue();
    assertThat(Sample.read(tape.open())).isEmpty();
  }

  @Test
  void leavesATapeThatCanBeReadWhereverTheFileStops() throws Exception {
    Path file = folder.resolve("x.tape.gz");
    int begun;
    try (var writer =
        TapeWriter.record(
            file,
            Sample.header(Sample.START, Sample.START, Sample.market(Sample.TICKER, "1", null)))) {
      begun = (int) Files.size(file);
      for (int i = 0; i < 50; i++) {
        writer.frame(
            Sample.START + i,
            TapeSource.KALSHI,
            Sample.delta(i, Sample.TICKER, "yes", "0.4000", "1.00", Sample.START / 1000));
        if (i % 10 == 9) {
          writer.flush();
        }
      }
    }
    byte[] whole = Files.readAllBytes(file);
    int last = 0;
    for (int length = begun; length <= whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      TapeFile tape = TapeFile.read(file);
      int records = Sample.read(tape.open()).size();
      assertThat(records).isBetween(last, 50);
      last = records;
    }
    assertThat(last).isEqualTo(50);
  }
}
