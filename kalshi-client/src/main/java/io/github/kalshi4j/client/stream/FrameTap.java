package io.github.kalshi4j.client.stream;

/** Frames that are listened to. */
@FunctionalInterface
public interface FrameTap extends AutoCloseable {
  /** Ends the listening. */
  @Override
  void close();
}
