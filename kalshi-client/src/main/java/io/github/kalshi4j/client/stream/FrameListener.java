package io.github.kalshi4j.client.stream;

/**
 * Sees every frame as it came, as a recorder does. Called on a thread of the stream, before
 * anything else is done with the frame, one call at a time: it must return at once, and must
 * neither wait nor call the stream. What it throws is logged.
 */
@FunctionalInterface
public interface FrameListener {
  /**
   * Sees a text frame.
   *
   * @param receiveNanos when it was received by our clock, nanoseconds since 1970; it can go back
   *     when the clock is set
   * @param buffer the frame is in it; it is used again for the next one, so what is kept is copied
   */
  void onFrame(long receiveNanos, byte[] buffer, int offset, int length);

  /** Told that a connection stands. */
  default void onConnected(long receiveNanos) {}

  /** Told that the connection is lost; frames may be missing until after {@link #onConnected}. */
  default void onDisconnected(long receiveNanos, String reason) {}
}
