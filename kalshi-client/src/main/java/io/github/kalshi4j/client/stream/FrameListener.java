package io.github.kalshi4j.client.stream;

/**
 * Hears every frame of a connection as it came, before anything else looks at it, and how the
 * connection fares: for recorders and counters.
 *
 * <p>All methods are called on the socket's thread, one at a time, in the order of what they tell.
 * They must return at once and wait for nothing; what they throw is no concern of the stream. Times
 * are receive times in nanoseconds since 1970, by the clock of the stream.
 */
public interface FrameListener {
  /**
   * Called with a frame.
   *
   * @param buffer holds the frame; it is reused, so it must be copied and not be written to
   */
  void onFrame(long receiveNanos, byte[] buffer, int offset, int length);

  /** Called when a connection stands, before its first frame. */
  default void onConnected(long receiveNanos) {}

  /**
   * Called when a connection is lost or closed, after its last frame.
   *
   * @param reason what happened, in words
   */
  default void onDisconnected(long receiveNanos, String reason) {}
}
