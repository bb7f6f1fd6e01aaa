package io.github.kalshi4j.engine.tape.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.engine.clock.EpochNanos;
import io.github.kalshi4j.engine.tape.Sample;
import io.github.kalshi4j.engine.tape.TapeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** What holds of recordings whatever happens, however fast the disk is. */
class TapeRecorderLaws {
  private static final Pattern NUMBER = Pattern.compile("\"id\":(\\d+)");

  /** Something that happens, some milliseconds after what happened before. */
  private record Happening(int kind, int millis) {}

  @Provide
  Arbitrary<List<Happening>> histories() {
    Arbitrary<Integer> kinds =
        Arbitraries.frequency(Tuple.of(20, 0), Tuple.of(1, 1), Tuple.of(1, 2), Tuple.of(1, 3));
    Arbitrary<Integer> millis = Arbitraries.integers().between(-40, 300);
    return Combinators.combine(kinds, millis).as(Happening::new).list().ofMaxSize(200);
  }

  @Property(tries = 40)
  void everyFrameIsOnATapeInOrderOrCountedAsLostWithAGapInItsPlace(
      @ForAll("histories") List<Happening> history,
      @ForAll @IntRange(min = 60, max = 3000) int room)
      throws IOException {
    Path folder = Files.createTempDirectory("recorder");
    List<TapeFile> tapes = Collections.synchronizedList(new ArrayList<>());
    ManualTimeSource time = ManualTimeSource.advancing();
    TapeRecorder recorder =
        TapeRecorder.start(
            TapeRecorder.Config.of(folder, "X", "by a law", List.of())
                .withRotation(Duration.ofSeconds(5))
                .withBufferBytes(room),
            time,
            new TapeRecorder.Listener() {
              @Override
              public void onFinished(TapeFile tape) {
                tapes.add(tape);
              }
            });
    int sent = play(history, recorder, EpochNanos.of(time.now()));
    recorder.close();

    TapeRecorder.Statistics statistics = recorder.statistics();
    assertThat(recorder.failure()).isEmpty();
    assertThat(statistics.frames() + statistics.lost()).isEqualTo(sent);
    assertThat(statistics.files()).isEqualTo(tapes.size());
    int read = 0;
    int last = 0;
    boolean gap = false;
    for (int i = 0; i < tapes.size(); i++) {
      TapeFile tape = tapes.get(i);
      assertThat(TapeFile.read(tape.path())).isEqualTo(tape);
      if (i > 0) {
        assertThat(tape.header().start()).isEqualTo(tapes.get(i - 1).header().end());
      }
      for (String line : Sample.read(tape.path())) {
        Matcher number = NUMBER.matcher(line);
        if (!number.find()) {
          gap = true;
          continue;
        }
        int id = Integer.parseInt(number.group(1));
        assertThat(id).isGreaterThan(last);
        assertThat(gap || id == last + 1).as("frames before " + id + " are missing").isTrue();
        gap = false;
        last = id;
        read++;
      }
    }
    assertThat(read).isEqualTo((int) statistics.frames());
    assertThat(gap || last == sent).as("the last frames are missing").isTrue();
    delete(folder);
  }

  /** Returns how many frames there were. */
  private static int play(List<Happening> history, TapeRecorder recorder, long start) {
    long now = start;
    int frames = 0;
    for (Happening happening : history) {
      now += happening.millis * Sample.MILLI;
      switch (happening.kind) {
        case 0 -> {
          String frame = "{\"type\":\"ok\",\"id\":" + ++frames + ",\"sid\":1,\"seq\":1,\"msg\":{}}";
          byte[] bytes = frame.getBytes(StandardCharsets.US_ASCII);
          recorder.onFrame(now, bytes, 0, bytes.length);
        }
        case 1 -> recorder.onDisconnected(now, "lost");
        case 2 -> recorder.onConnected(now);
        default -> recorder.market(Sample.market(Sample.TICKER, "1", null));
      }
    }
    return frames;
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
