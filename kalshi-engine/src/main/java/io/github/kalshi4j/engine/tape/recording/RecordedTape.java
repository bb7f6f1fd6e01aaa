package io.github.kalshi4j.engine.tape.recording;

import io.github.kalshi4j.client.error.KalshiDecodingException;
import io.github.kalshi4j.engine.clock.EpochNanos;
import io.github.kalshi4j.engine.tape.TapeFile;
import io.github.kalshi4j.engine.tape.format.TapeGap;
import io.github.kalshi4j.engine.tape.format.TapeHeader;
import io.github.kalshi4j.engine.tape.format.TapeMarket;
import io.github.kalshi4j.engine.tape.format.TapeSource;
import io.github.kalshi4j.engine.tape.format.TapeWriter;
import io.github.kalshi4j.engine.tape.header.TapeFacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A tape that is being recorded: it takes whatever comes, and corrects what no tape can hold. */
final class RecordedTape implements AutoCloseable {
  private final TapeWriter writer;
  private final TapeHeader header;
  private final long startNanos;
  private long lastNanos;
  private boolean gapOpen;
  private long clockSteps;
  private long damaged;

  /**
   * @param header what the tape begins with; it says when
   */
  RecordedTape(TapeWriter writer, TapeHeader header) {
    this.writer = writer;
    this.header = header;
    this.startNanos = EpochNanos.of(header.start());
    this.lastNanos = startNanos;
  }

  /** What became of a frame. */
  record Taken(boolean damaged, boolean clockStepped) {}

  Taken frame(long nanos, byte[] bytes, int offset, int length, TapeFacts facts) {
    boolean stepped = nanos < lastNanos;
    clockSteps += stepped ? 1 : 0;
    lastNanos = Math.max(nanos, lastNanos);
    if (gapOpen) {
      writer.gapEnded(TapeSource.KALSHI, lastNanos);
      gapOpen = false;
    }
    boolean sound = isSound(bytes, offset, length, facts);
    damaged += sound ? 0 : 1;
    writer.frame(
        lastNanos, sound ? TapeSource.KALSHI : TapeRecorder.DAMAGED, bytes, offset, length);
    return new Taken(!sound, stepped);
  }

  private boolean isSound(byte[] bytes, int offset, int length, TapeFacts facts) {
    try {
      facts.take(lastNanos, bytes, offset, length);
      return true;
    } catch (KalshiDecodingException e) {
      return false;
    }
  }

  /** Begins a gap; false if one is open already. */
  boolean gap(String reason) {
    if (gapOpen) {
      return false;
    }
    writer.gap(new TapeGap(TapeSource.KALSHI, lastNanos, null, reason));
    gapOpen = true;
    return true;
  }

  void market(TapeMarket market) {
    writer.market(lastNanos, market);
  }

  void flush() {
    writer.flush();
  }

  long bytes() {
    return writer.fileBytes();
  }

  Path file() {
    return writer.target();
  }

  long startNanos() {
    return startNanos;
  }

  long lastNanos() {
    return lastNanos;
  }

  FinishedTape finish(long endNanos, TapeFacts facts) {
    if (gapOpen) {
      writer.gapEnded(TapeSource.KALSHI, endNanos);
    }
    TapeHeader complete =
        header.completed(
            EpochNanos.toInstant(endNanos),
            facts.synthesised(corrections()),
            facts.clockOffsetNanos(),
            facts.markets());
    writer.finish(complete);
    return new FinishedTape(new TapeFile(writer.target(), complete), writer.finishedBodyStart());
  }

  private List<String> corrections() {
    var lines = new ArrayList<String>();
    if (clockSteps > 0) {
      lines.add(
          "receive times of "
              + clockSteps
              + " frames: the clock was set back, so they have that of the frame before");
    }
    if (damaged > 0) {
      lines.add(
          "source "
              + TapeRecorder.DAMAGED
              + ": "
              + damaged
              + " frames of the exchange that could not be decoded");
    }
    return lines;
  }

  @Override
  public void close() {
    writer.close();
  }
}
