package io.github.kalshi4j.engine.tape.header;

import io.github.kalshi4j.client.stream.BookDelta;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Receive time less exchange time over book deltas, in nanoseconds. */
public final class ClockOffsets {
  private long[] offsets = new long[1 << 12];
  private int count;

  /** Takes a delta, if it has a time. */
  public void take(BookDelta delta, long receiveNanos) {
    if (delta.exchangeMicros() != 0) {
      take(receiveNanos - delta.exchangeMicros() * 1000);
    }
  }

  /** Takes receive less exchange time of a delta. */
  public void take(long nanos) {
    if (count == offsets.length) {
      offsets = Arrays.copyOf(offsets, count * 2);
    }
    offsets[count++] = nanos;
  }

  public void clear() {
    count = 0;
  }

  /** Returns an exact lower percentile; null without deltas. */
  public @Nullable Long percentile(int percent) {
    if (count == 0) {
      return null;
    }
    Arrays.sort(offsets, 0, count);
    return offsets[(int) ((count - 1L) * percent / 100)];
  }
}
