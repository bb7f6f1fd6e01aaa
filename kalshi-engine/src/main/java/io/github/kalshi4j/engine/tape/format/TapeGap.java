package io.github.kalshi4j.engine.tape.format;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in which a recording lacks the frames of a source. What was known of the
 * source's books is not to be trusted from its start until they are described anew.
 *
 * @param source whose frames are missing, such as {@link TapeSource#KALSHI}
 * @param fromNanos receive time of the last frame before, nanoseconds since 1970
 * @param untilNanos receive time of the first frame after; null while it is not known, as in a
 *     recorder's gap record
 * @param reason what happened, in words
 */
public record TapeGap(String source, long fromNanos, @Nullable Long untilNanos, String reason) {
  public TapeGap {
    TapeSource.check(source);
    if (untilNanos != null && untilNanos < fromNanos) {
      throw new IllegalArgumentException(
          "gap ends at " + untilNanos + ", before it begins at " + fromNanos);
    }
  }

  /** Returns how long the gap lasted, 0 while its end is not known. */
  public long nanos() {
    return untilNanos == null ? 0 : untilNanos - fromNanos;
  }
}
