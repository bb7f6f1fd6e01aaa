package io.github.kalshi4j.engine.tape.format;

/**
 * Raw frames in order of receive time, one at a time. The current frame's bytes lie in a buffer
 * that is reused, so they are good until the next call of {@link #next()}. Used by one thread.
 */
public interface FrameSource extends AutoCloseable {
  /**
   * Goes on to the next frame or gap.
   *
   * @return false at the end
   */
  boolean next();

  /** Returns when the current record was received, nanoseconds since 1970; it never goes back. */
  long receiveNanos();

  /** Returns whether the current record is a gap, which has no frame. */
  boolean isGap();

  /**
   * Returns the gap that begins with the current record.
   *
   * @throws IllegalStateException if the record is a frame
   */
  TapeGap gap();

  /** Returns where the current record came from, such as {@link TapeSource#KALSHI}. */
  String source();

  /** Returns the bytes in which the current frame lies; not to be written to. */
  byte[] buffer();

  /** Returns where in {@link #buffer()} the current frame begins. */
  int offset();

  /** Returns how many bytes the current frame has. */
  int length();

  /** Returns what to throw when the current frame cannot be decoded. */
  RuntimeException undecodable(RuntimeException cause);

  @Override
  void close();
}
