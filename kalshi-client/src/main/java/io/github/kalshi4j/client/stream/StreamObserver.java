package io.github.kalshi4j.client.stream;

/**
 * Sees the state of a stream change. Called on a virtual thread of the stream, in order, one call
 * at a time; what it throws is logged.
 */
@FunctionalInterface
public interface StreamObserver {
  void onState(StreamState state);
}
