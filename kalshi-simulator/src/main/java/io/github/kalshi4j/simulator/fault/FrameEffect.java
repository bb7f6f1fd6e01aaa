package io.github.kalshi4j.simulator.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What goes wrong with a frame of the stream, or with its connection when it is due. */
public sealed interface FrameEffect {
  /**
   * It comes later, and so does all that is behind it: by a time drawn between two, of the wall's
   * clock, at most a day.
   */
  record Delayed(Duration least, Duration most) implements FrameEffect {
    public Delayed {
      Delays.check(least, most);
    }
  }

  /** It does not come. Where frames are numbered, its number is missing. */
  record Dropped() implements FrameEffect {}

  /** It comes twice. */
  record Duplicated() implements FrameEffect {}

  /**
   * It comes behind those that follow it on its connection.
   *
   * @param frames how many of them, at least 1
   */
  record Overtaken(int frames) implements FrameEffect {
    public Overtaken {
      if (frames < 1) {
        throw new IllegalArgumentException("overtaken by " + frames);
      }
    }
  }

  /**
   * It and those behind it in its subscription have higher numbers than they should, though none is
   * missing. Nothing becomes of a frame that is not numbered.
   *
   * @param numbers how much higher, at least 1
   */
  record SequenceSkipped(int numbers) implements FrameEffect {
    public SequenceSkipped {
      if (numbers < 1) {
        throw new IllegalArgumentException("skips " + numbers);
      }
    }
  }

  /**
   * The connection ends in its place.
   *
   * @param code the close frame's; null for no close frame
   */
  record Disconnected(@Nullable Integer code) implements FrameEffect {
    public Disconnected {
      if (code != null && (code < 1000 || code > 4999)) {
        throw new IllegalArgumentException("close code " + code);
      }
    }
  }

  /** From then on the connection is open, but the exchange says nothing and hears nothing. */
  record Silenced() implements FrameEffect {}

  FrameEffect DROPPED = new Dropped();
  FrameEffect DUPLICATED = new Duplicated();
  FrameEffect SWAPPED = new Overtaken(1);
  FrameEffect GAP = new SequenceSkipped(1);
  FrameEffect DISCONNECTED = new Disconnected(null);
  FrameEffect SILENCED = new Silenced();

  /** Returns the effect that frames come later by this much. */
  static FrameEffect late(Duration delay) {
    return new Delayed(delay, delay);
  }
}
