package io.github.kalshi4j.engine.tape.importing;

/** One file of a capture as frames in the order of their receive times. */
interface L2Frames extends AutoCloseable {
  /** Goes on to the next frame; false at the end. */
  boolean next();

  /** Returns when the current frame was received, nanoseconds since 1970. */
  long receiveNanos();

  /** Returns the current frame, good until the next call of {@link #next()}. */
  FrameBuilder frame();

  @Override
  void close();
}
