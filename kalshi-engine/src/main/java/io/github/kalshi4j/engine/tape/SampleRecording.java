package io.github.kalshi4j.engine.tape;

import io.github.kalshi4j.client.stream.BookDelta;
import io.github.kalshi4j.client.stream.StreamDecoder;
import io.github.kalshi4j.engine.clock.EpochNanos;
import io.github.kalshi4j.engine.tape.format.FrameSource;
import io.github.kalshi4j.engine.tape.format.Recording;
import io.github.kalshi4j.engine.tape.format.TapeGap;
import io.github.kalshi4j.engine.tape.format.TapeHeader;
import io.github.kalshi4j.engine.tape.format.TapeMarket;
import io.github.kalshi4j.engine.tape.format.TapeSource;
import io.github.kalshi4j.engine.tape.format.TapeSubscription;
import io.github.kalshi4j.engine.tape.header.ToolVersion;
import io.github.kalshi4j.strategy.testing.SampleFrame;
import io.github.kalshi4j.strategy.testing.SampleMarkets;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recording that never was: generated markets, for where no tape is at hand. Its header says so.
 * The same configuration gives the same frames.
 */
public final class SampleRecording implements Recording {
  private final SampleMarkets sample;
  private final TapeHeader header;

  private SampleRecording(SampleMarkets sample) {
    this.sample = sample;
    this.header = header(sample);
  }

  /** Generates markets; reads them once for the header's sake. */
  public static SampleRecording of(SampleMarkets.Config config) {
    return new SampleRecording(SampleMarkets.of(config));
  }

  @Override
  public String name() {
    return "generated sample, seed " + sample.config().seed();
  }

  @Override
  public TapeHeader header() {
    return header;
  }

  @Override
  public FrameSource open() {
    return new Frames(sample.iterator());
  }

  private static TapeHeader header(SampleMarkets sample) {
    StreamDecoder decoder = new StreamDecoder(false);
    long[] offsets = new long[1 << 12];
    int deltas = 0;
    long first = 0;
    long last = 0;
    for (SampleFrame frame : sample) {
      first = first == 0 ? frame.receiveNanos() : first;
      last = frame.receiveNanos();
      byte[] bytes = frame.json().getBytes(StandardCharsets.UTF_8);
      if (decoder.decode(bytes, 0, bytes.length) instanceof BookDelta delta) {
        if (deltas == offsets.length) {
          offsets = Arrays.copyOf(offsets, 2 * deltas);
        }
        offsets[deltas++] = frame.receiveNanos() - delta.exchangeMicros() * 1000;
      }
    }
    Arrays.sort(offsets, 0, deltas);
    return new TapeHeader(
        TapeHeader.Kind.GENERATED,
        "random but valid books of an invented series",
        List.of(),
        EpochNanos.toInstant(first),
        EpochNanos.toInstant(last),
        ToolVersion.TOOL,
        ToolVersion.get(),
        null,
        List.of(
            new TapeSubscription(TapeSource.KALSHI, "orderbook_delta", false),
            new TapeSubscription(TapeSource.KALSHI, "ticker", false)),
        List.of("everything: no market ever did this"),
        deltas == 0 ? null : offsets[(deltas - 1) / 2],
        sample.markets().stream()
            .map(market ->
                new TapeMarket(
                    market.facts(), "tapered_deci_cent", market.result(), null, "generated"))
            .toList());
  }

  /** Generates frame after frame. */
  private static final class Frames implements FrameSource {
    private final Iterator<SampleFrame> frames;
    private @Nullable SampleFrame frame;
    private byte[] bytes = {};

    private Frames(Iterator<SampleFrame> frames) {
      this.frames = frames;
    }

    @Override
    public boolean next() {
      frame = frames.hasNext() ? frames.next() : null;
      bytes = frame == null ? new byte[0] : frame.json().getBytes(StandardCharsets.UTF_8);
      return frame != null;
    }

    @Override
    public long receiveNanos() {
      return current().receiveNanos();
    }

    @Override
    public boolean isGap() {
      return false;
    }

    @Override
    public TapeGap gap() {
      throw new IllegalStateException("a generated sample has no gaps");
    }

    @Override
    public String source() {
      return TapeSource.KALSHI;
    }

    @Override
    public byte[] buffer() {
      return bytes;
    }

    @Override
    public int offset() {
      return 0;
    }

    @Override
    public int length() {
      return bytes.length;
    }

    @Override
    public RuntimeException undecodable(RuntimeException cause) {
      return new IllegalStateException("a generated frame cannot be decoded: " + current(), cause);
    }

    @Override
    public void close() {}

    private SampleFrame current() {
      if (frame == null) {
        throw new IllegalStateException("no frame");
      }
      return frame;
    }
  }
}
