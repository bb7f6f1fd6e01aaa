package io.github.kalshi4j.engine.tape.recording;

import static io.github.kalshi4j.engine.tape.Sample.MILLI;
import static io.github.kalshi4j.engine.tape.Sample.START;
import static io.github.kalshi4j.engine.tape.Sample.TICKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.engine.clock.EpochNanos;
import io.github.kalshi4j.engine.tape.Sample;
import io.github.kalshi4j.engine.tape.TapeFile;
import io.github.kalshi4j.engine.tape.TapeProgress;
import io.github.kalshi4j.engine.tape.Tapes;
import io.github.kalshi4j.engine.tape.format.TapeException;
import io.github.kalshi4j.engine.tape.format.TapeGap;
import io.github.kalshi4j.engine.tape.format.TapeHeader;
import io.github.kalshi4j.engine.tape.format.TapeMarket;
import io.github.kalshi4j.engine.tape.format.TapeSource;
import io.github.kalshi4j.engine.tape.format.TapeSubscription;
import io.github.kalshi4j.engine.tape.inspection.TapeInfo;
import io.github.kalshi4j.engine.tape.inspection.TapeVerification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TapeRecorderTest {
  private static final Duration A_SECOND = Duration.ofSeconds(1);
  private static final long SECOND = 1000 * MILLI;
  private static final TapeMarket MARKET = Sample.market(TICKER, "80938.41", null);

  @TempDir private Path folder;
  private final ManualTimeSource time = ManualTimeSource.at(EpochNanos.toInstant(START));
  private final Heard heard = new Heard();

  /** Hears a recorder and writes down what it said. */
  private static final class Heard implements TapeRecorder.Listener {
    private final BlockingQueue<Path> begun = new LinkedBlockingQueue<>();
    private final BlockingQueue<TapeFile> finished = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> snapshots = new LinkedBlockingQueue<>();
    private final BlockingQueue<TapeException> failures = new LinkedBlockingQueue<>();

    @Override
    public void onBegun(Path file) {
      begun.add(file);
    }

    @Override
    public void onSnapshotsNeeded() {
      snapshots.add("needed");
    }

    @Override
    public void onFinished(TapeFile tape) {
      finished.add(tape);
    }

    @Override
    public void onFailure(TapeException failure) {
      failures.add(failure);
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
      T next = queue.poll(20, TimeUnit.SECONDS);
      assertThat(next).as("heard within the limit").isNotNull();
      return next;
    }
  }

  private TapeRecorder.Config config() {
    return TapeRecorder.Config.of(
        folder,
        "KXBTC15M",
        "Recorded by a test",
        List.of(new TapeSubscription(TapeSource.KALSHI, "orderbook_delta", false)));
  }

  private TapeRecorder start(TapeRecorder.Config config) {
    return TapeRecorder.start(config, time, heard);
  }

  private static void frame(TapeRecorder recorder, long nanos, String text) {
    byte[] bytes = ("..." + text + "\n").getBytes(StandardCharsets.UTF_8);
    recorder.onFrame(nanos, bytes, 3, bytes.length - 3);
    Arrays.fill(bytes, (byte) 'x'); // as the stream does when it reuses its buffer
  }

  private static String delta(int seq) {
    return Sample.delta(seq, TICKER, "yes", "0.4100", "1.00", START / 1000 + seq * 1000L - 5000);
  }

  private static String snapshot() {
    return Sample.snapshot(1, TICKER, Sample.level("0.4000", "10.00"), "");
  }

  /** Lets the recorder write what it has; it waits before it does, so that frames come together. */
  private void write() throws Exception {
    time.awaitSleepers(1);
    time.advance(A_SECOND);
  }

  /** Lets the recorder write what it has, and waits until so many frames are in files. */
  private void write(TapeRecorder recorder, long frames) throws Exception {
    write();
    while (recorder.statistics().frames() < frames) {
      Thread.onSpinWait(); // the limit is that of the test
    }
  }

  private TapeFile only() throws InterruptedException {
    TapeFile tape = Heard.next(heard.finished);
    assertThat(heard.finished).isEmpty();
    return tape;
  }

  @Test
  void recordsWhatItHears() throws Exception {
    try (var recorder = start(config())) {
      recorder.onConnected(START);
      recorder.market(MARKET);
      frame(recorder, START + MILLI, Sample.subscribed());
      frame(recorder, START + 2 * MILLI, snapshot());
      frame(recorder, START + 3 * MILLI, delta(2));
      time.advance(Duration.ofMinutes(5));
    }
    TapeFile tape = only();
    assertThat(tape.path()).hasFileName("KXBTC15M_20260511T053740Z.tape.gz");
    assertThat(folder).isDirectoryContaining(file -> file.equals(tape.path()));
    assertThat(folder.toFile().list()).hasSize(1);
    assertThat(Sample.read(tape.path()))
        .containsExactly(
            START + MILLI + " kalshi " + Sample.subscribed(),
            START + 2 * MILLI + " kalshi " + snapshot(),
            START + 3 * MILLI + " kalshi " + delta(2));
    TapeHeader header = TapeFile.read(tape.path()).header();
    assertThat(header).isEqualTo(tape.header());
    assertThat(header.kind()).isEqualTo(TapeHeader.Kind.RECORDED);
    assertThat(header.start()).isEqualTo(EpochNanos.toInstant(START));
    assertThat(header.end()).isEqualTo(EpochNanos.toInstant(START + 300 * SECOND));
    assertThat(header.markets()).containsExactly(MARKET);
    assertThat(header.synthesised()).isEmpty();
    assertThat(header.clockOffsetNanos())
        .isEqualTo(START + 3 * MILLI - (START + 2 * MILLI - 5 * MILLI));
    assertThat(heard.failures).isEmpty();
    assertThat(heard.snapshots).isEmpty();
  }

  @Test
  void canBeReadWhileItRecords() throws Exception {
    try (var recorder = start(config())) {
      Path file = Heard.next(heard.begun);
      TapeFile empty = TapeFile.read(file);
      assertThat(empty.isUnfinished()).isTrue();
      assertThat(empty.header().end()).isEqualTo(empty.header().start());
      assertThat(Sample.read(empty.open())).isEmpty();

      recorder.market(MARKET);
      frame(recorder, START + MILLI, snapshot());
      frame(recorder, START + 2 * MILLI, delta(2));
      write(recorder, 2);
      frame(recorder, START + SECOND, delta(3)); // not yet in the file

      TapeFile tape = TapeFile.read(file);
      assertThat(Sample.read(tape.open()))
          .containsExactly(
              START + MILLI + " kalshi " + snapshot(), START + 2 * MILLI + " kalshi " + delta(2));
      assertThat(tape.header().end()).isEqualTo(EpochNanos.toInstant(START + 2 * MILLI));
      assertThat(tape.header().markets()).containsExactly(MARKET);
      assertThat(tape.header().clockOffsetNanos()).isEqualTo(5 * MILLI);
      assertThat(recorder.statistics().frames()).isEqualTo(2);

      TapeInfo info = TapeInfo.of(List.of(tape), TapeProgress.NONE);
      assertThat(info.tapes().getFirst().unfinished()).isTrue();
      assertThat(info.toText()).contains(TapeFile.UNFINISHED);
      var verification = TapeVerification.of(List.of(tape), TapeProgress.NONE);
      assertThat(verification.deltas()).isEqualTo(1);
      assertThat(verification.toText()).contains(TapeFile.UNFINISHED);
      assertThatThrownBy(() -> Sample.read(file))
          .isInstanceOf(TapeException.class)
          .hasMessageContaining("unfinished: its recorder was stopped");

      write(recorder, 3);
      assertThat(TapeFile.read(file).wholeRecords()).isEqualTo(4);
      assertThat(Sample.read(tape.open())).as("as long as it was").hasSize(2);
    }
    assertThat(only().isUnfinished()).isFalse();
  }

  @Test
  void recordsALostConnectionAsAGap() throws Exception {
    try (var recorder = start(config())) {
      recorder.onConnected(START);
      frame(recorder, START + MILLI, snapshot());
      recorder.onDisconnected(START + 9 * SECOND, "reset by peer");
      recorder.onDisconnected(START + 10 * SECOND, "refused");
      recorder.onConnected(START + 20 * SECOND);
      frame(recorder, START + 21 * SECOND, snapshot());
      recorder.onDisconnected(START + 22 * SECOND, "going away");
      time.advance(Duration.ofSeconds(30));
    }
    TapeFile tape = only();
    try (var reader = tape.open()) {
      while (reader.next()) {}
      assertThat(reader.end().orElseThrow().gaps())
          .containsExactly(
              new TapeGap(TapeSource.KALSHI, START + MILLI, START + 21 * SECOND, "reset by peer"),
              new TapeGap(
                  TapeSource.KALSHI, START + 21 * SECOND, START + 30 * SECOND, "going away"));
    }
  }

  @Test
  void knowsAGapOfAConnectionThatWasReplacedWithoutAWord() throws Exception {
    TapeRecorder recorder = start(config());
    recorder.onConnected(START);
    frame(recorder, START + MILLI, snapshot());
    recorder.onConnected(START + SECOND);
    frame(recorder, START + 2 * SECOND, snapshot());
    recorder.close();
    assertThat(recorder.statistics().gaps()).isEqualTo(1);
    assertThat(Sample.read(only().path()).get(1)).contains("the connection was replaced");
  }

  @Test
  void givesUpFramesRatherThanKeepTheStreamWaitingForTheDisk() throws Exception {
    TapeRecorder recorder = start(config().withBufferBytes(1000));
    frame(recorder, START, snapshot());
    for (int seq = 2; seq < 20; seq++) {
      frame(recorder, START + seq * MILLI, delta(seq)); // nothing is written before time moves
    }
    long lost = recorder.statistics().lost();
    assertThat(lost).isBetween(10L, 17L);
    write();
    do { // until what waited has been taken
      lost = recorder.statistics().lost();
      frame(recorder, START + 30 * MILLI, delta(20));
    } while (recorder.statistics().lost() > lost);
    write();
    assertThat(Heard.next(heard.snapshots)).isNotNull();
    frame(recorder, START + 40 * MILLI, snapshot());
    recorder.close();

    TapeRecorder.Statistics statistics = recorder.statistics();
    assertThat(statistics.lost()).isEqualTo(lost);
    assertThat(statistics.gaps()).isEqualTo(1);
    assertThat(statistics.frames())
        .isEqualTo(Sample.read(heard.finished.element().path()).size() - 1);
    List<String> lines = Sample.read(only().path());
    assertThat(lines).hasSize((int) statistics.frames() + 1);
    assertThat(lines.get(lines.size() - 3))
        .contains(lost + " frames lost: the disk did not keep up");
    assertThat(lines.get(lines.size() - 2)).contains("\"seq\":20");
  }

  @Test
  void saysThatTheLastFramesWereLost() throws Exception {
    TapeRecorder recorder = start(config().withBufferBytes(400));
    frame(recorder, START, snapshot());
    IntStream.range(2, 9).forEach(seq -> frame(recorder, START + seq, delta(seq)));
    recorder.close();
    frame(recorder, START + SECOND, delta(9));
    assertThat(recorder.statistics().frames()).isLessThan(8);
    assertThat(recorder.statistics().lost()).isEqualTo(9 - recorder.statistics().frames());
    assertThat(Sample.read(only().path()).getLast()).contains("frames lost");
  }

  @Test
  void movesOnToAnotherFileInTime() throws Exception {
    TapeRecorder recorder = start(config().withRotation(Duration.ofMinutes(1)));
    recorder.market(MARKET);
    recorder.onConnected(START);
    frame(recorder, START + MILLI, snapshot());
    frame(recorder, START + 59 * SECOND, delta(2));
    frame(recorder, START + 60 * SECOND, delta(3));
    frame(recorder, START + 61 * SECOND, Sample.snapshot(4, TICKER, "", ""));
    time.awaitSleepers(1);
    time.advance(Duration.ofSeconds(62));
    TapeFile first = Heard.next(heard.finished);
    assertThat(Heard.next(heard.begun)).isEqualTo(first.path());
    Path next = Heard.next(heard.begun);
    assertThat(Heard.next(heard.snapshots)).isNotNull();
    recorder.close();

    TapeFile second = only();
    assertThat(next).isEqualTo(second.path()).hasFileName("KXBTC15M_20260511T053840Z.tape.gz");
    assertThat(Sample.read(first.path())).hasSize(2);
    assertThat(Sample.read(second.path())).hasSize(2);
    assertThat(second.header().start()).isEqualTo(first.header().end());
    assertThat(second.header().markets()).containsExactly(MARKET);
    assertThat(recorder.statistics().files()).isEqualTo(2);
    Tapes.checkTogether(Tapes.find(List.of(folder)));
    var alone = TapeVerification.of(List.of(second), TapeProgress.NONE);
    assertThat(alone.sequenceGaps()).isZero();
    assertThat(alone.staleDropped()).as("until the snapshot").isEqualTo(1);
  }

  @Test
  void movesOnToAnotherFileFromASizeOn() throws Exception {
    TapeRecorder recorder = start(config().withRotationBytes(1));
    frame(recorder, START + MILLI, snapshot());
    write(recorder, 1);
    frame(recorder, START + 2 * MILLI, delta(2));
    write();
    TapeFile first = Heard.next(heard.finished);
    recorder.close();
    TapeFile second = only();
    assertThat(Sample.read(first.path())).hasSize(1);
    assertThat(Sample.read(second.path())).hasSize(1);
    assertThat(second.path()).hasFileName("KXBTC15M_20260511T053740Z-2.tape.gz");
  }

  @Test
  void putsAResultThatComesLaterOnTheTapesThatLackIt() throws Exception {
    TapeRecorder recorder = start(config().withRotation(Duration.ofMinutes(1)));
    recorder.market(MARKET);
    frame(recorder, START + MILLI, snapshot());
    frame(recorder, START + 60 * SECOND, "{\"type\":\"ok\",\"sid\":1,\"seq\":2,\"msg\":{}}");
    time.awaitSleepers(1);
    time.advance(Duration.ofSeconds(61));
    TapeFile first = Heard.next(heard.finished);
    assertThat(first.header().markets()).containsExactly(MARKET);
    TapeMarket decided = Sample.market(TICKER, "80938.41", MarketResult.NO);
    recorder.market(decided);
    recorder.close();

    TapeFile amended = TapeFile.read(first.path());
    assertThat(amended.header().markets()).containsExactly(decided);
    assertThat(amended.header().end()).isEqualTo(first.header().end());
    assertThat(Sample.read(amended.open())).hasSize(1);
    assertThat(only().header().markets()).containsExactly(decided);
  }

  @Test
  void neverGoesBackInTime() throws Exception {
    TapeRecorder recorder = start(config());
    frame(recorder, START - SECOND, snapshot());
    frame(recorder, START + SECOND, delta(2));
    frame(recorder, START + SECOND - 1, delta(3));
    frame(recorder, START + 2 * SECOND, delta(4));
    recorder.onDisconnected(START + SECOND, "reset");
    time.step(Duration.ofHours(-1));
    recorder.close();
    assertThat(recorder.statistics().clockSteps()).isEqualTo(2);
    TapeFile tape = only();
    assertThat(Sample.read(tape.path()))
        .extracting(line -> Long.parseLong(line.substring(0, 19)))
        .containsExactly(
            START, START + SECOND, START + SECOND, START + 2 * SECOND, START + 2 * SECOND);
    assertThat(tape.header().synthesised().getFirst()).startsWith("receive times of 2 frames");
  }

  @Test
  void keepsFramesThatCannotBeDecodedOutOfTheWay() throws Exception {
    TapeRecorder recorder = start(config());
    frame(recorder, START, snapshot());
    frame(recorder, START + 1, "{\"type\":\"orderbook_delta\",\"sid\":1,\"se");
    frame(recorder, START + 2, "");
    frame(recorder, START + 3, "{\"type\":\"brand_new\",\"msg\":{}}");
    recorder.close();
    assertThat(recorder.statistics().damaged()).isEqualTo(1);
    TapeFile tape = only();
    assertThat(Sample.read(tape.path())).hasSize(3).element(1).asString().contains(" damaged {");
    TapeInfo info = TapeInfo.of(List.of(tape), TapeProgress.NONE);
    assertThat(info.sources()).containsEntry("damaged", 1L).containsEntry("kalshi", 2L);
    assertThat(info.unknown()).containsOnlyKeys("brand_new");
  }

  @Test
  void completesMarketsOfWhichNothingWasToldFromTheirTickers() throws Exception {
    TapeRecorder recorder = start(config());
    frame(recorder, START, snapshot());
    frame(recorder, START, Sample.snapshot(2, "KXMLBGAME-26AUG07X-Y", "", ""));
    recorder.close();
    TapeHeader header = only().header();
    assertThat(header.markets()).extracting(TapeMarket::ticker).containsExactly(MARKET.ticker());
    assertThat(header.markets().getFirst().facts().closeTime()).isEqualTo(Sample.CLOSE);
    assertThat(header.synthesised())
        .anyMatch(line -> line.startsWith("market facts: open and close times from the ticker"))
        .anyMatch(line -> line.endsWith("no backtest can use these markets: KXMLBGAME-26AUG07X-Y"));
  }

  @Test
  void saysWhenItCannotRecordAnyMore() throws Exception {
    TapeRecorder recorder = start(config().withRotation(Duration.ofMinutes(1)));
    frame(recorder, START, snapshot());
    write(recorder, 1);
    frame(recorder, START + SECOND, delta(2));
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
    frame(recorder, START + 60 * SECOND, delta(3));
    write();
    TapeException failure = Heard.next(heard.failures);
    assertThat(failure).hasMessageContaining("cannot be written");
    frame(recorder, START + 61 * SECOND, delta(4));
    recorder.close();
    assertThat(recorder.failure()).contains(failure);
    assertThat(recorder.statistics().frames()).isEqualTo(1);
    assertThat(recorder.statistics().lost()).isEqualTo(3);
    Files.createDirectory(folder);
  }

  @Test
  void finishesItsTapeEvenIfTheThreadThatClosesItIsInterrupted() throws Exception {
    TapeRecorder recorder = start(config());
    frame(recorder, START, snapshot());
    Thread.currentThread().interrupt();
    recorder.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(Sample.read(only().path())).hasSize(1);
  }

  @Test
  void survivesAListenerThatFails() throws Exception {
    TapeRecorder recorder =
        TapeRecorder.start(
            config(),
            time,
            new TapeRecorder.Listener() {
              @Override
              public void onBegun(Path file) {
                throw new IllegalStateException("on purpose");
              }

              @Override
              public void onFinished(TapeFile tape) {
                heard.onFinished(tape);
              }
            });
    frame(recorder, START, snapshot());
    recorder.close();
    recorder.close();
    assertThat(Sample.read(only().path())).hasSize(1);
  }

  @Test
  void refusesToBeginWhereNothingCanBeWritten() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    var config = TapeRecorder.Config.of(file.resolve("x"), "X", "", List.of());
    assertThatThrownBy(() -> TapeRecorder.start(config, time, heard))
        .isInstanceOf(TapeException.class)
        .hasMessageContaining("cannot be written");
    assertThatThrownBy(() -> TapeRecorder.Config.of(folder, "a/b", "", List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a/b");
    assertThatThrownBy(() -> config().withRotation(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not positive");
  }
}
