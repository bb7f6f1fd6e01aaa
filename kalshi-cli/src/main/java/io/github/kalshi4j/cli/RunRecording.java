package io.github.kalshi4j.cli;

import io.github.kalshi4j.client.stream.Channel;
import io.github.kalshi4j.client.stream.KalshiStream;
import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.SeriesTicker;
import io.github.kalshi4j.engine.LiveRun;
import io.github.kalshi4j.engine.tape.format.TapeSource;
import io.github.kalshi4j.engine.tape.format.TapeSubscription;
import io.github.kalshi4j.engine.tape.recording.TapeRecorder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The tapes of what a run is shown. */
final class RunRecording implements AutoCloseable {
  private final TapeRecorder recorder;
  private final List<Path> tapes;

  private RunRecording(TapeRecorder recorder, List<Path> tapes) {
    this.recorder = recorder;
    this.tapes = tapes;
  }

  /**
   * Starts one; the run is to be given its {@link #recorder}.
   *
   * @param time the run's clock
   */
  static RunRecording start(Path folder, LiveRun.Config run, KalshiStream stream, TimeSource time) {
    List<String> names =
        Stream.concat(
                run.series().stream().map(SeriesTicker::value),
                run.markets().stream().map(MarketTicker::value))
            .sorted()
            .toList();
    TapeRecorder.Config config =
        TapeRecorder.Config.of(
            folder,
            "run_" + names.getFirst().replaceAll("[^A-Za-z0-9._-]", "-"),
            "What a run was shown of " + String.join(", ", names) + " at " + run.exchange(),
            Stream.of(Channel.ORDERBOOK_DELTA, Channel.TICKER, Channel.TRADE)
                .map(channel ->
                    new TapeSubscription(
                        TapeSource.KALSHI, channel.wire(), channel == Channel.ORDERBOOK_DELTA))
                .toList());
    List<Path> tapes = new CopyOnWriteArrayList<>();
    TapeRecorder.Listener told =
        new TapeRecorder.Listener() {
          @Override
          public void onBegun(Path file) {
            tapes.add(file);
          }

          @Override
          public void onSnapshotsNeeded() {
            stream.refreshBooks();
          }
        };
    return new RunRecording(TapeRecorder.start(config, time, told), tapes);
  }

  TapeRecorder recorder() {
    return recorder;
  }

  /** Returns the files, in order; all of them once this is closed. */
  List<Path> tapes() {
    return List.copyOf(tapes);
  }

  @Override
  public void close() {
    recorder.close();
  }
}
