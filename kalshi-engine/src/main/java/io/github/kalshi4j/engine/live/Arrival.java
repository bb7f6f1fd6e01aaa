package io.github.kalshi4j.engine.live;

import java.util.function.LongConsumer;

/** What comes to the engine's thread, in the order in which it came. */
public sealed interface Arrival {
  /**
   * A frame of the stream.
   *
   * @param nanos when it was received, nanoseconds since 1970
   * @param bytes the frame's own copy
   */
  @SuppressWarnings(
      "ArrayRecordComponent") // compared with nothing; a copy for each reader is waste
  record Frame(long nanos, byte[] bytes) implements Arrival {}

  /** The connection was lost: what follows is from another one, and frames are missing between. */
  record Disconnected(long nanos, String reason) implements Arrival {}

  /** Frames were let go because the engine was slow. */
  record Lost(long nanos) implements Arrival {}

  /**
   * Something to be done on the engine's thread, such as to take an answer in.
   *
   * @param nanos when it came, nanoseconds since 1970
   */
  record Task(long nanos, Runnable action) implements Arrival {
    /**
     * Does it, after all that was due before it came.
     *
     * @param advance lets everything happen that is due by a time
     */
    public void run(LongConsumer advance) {
      advance.accept(nanos);
      action.run();
    }
  }
}
