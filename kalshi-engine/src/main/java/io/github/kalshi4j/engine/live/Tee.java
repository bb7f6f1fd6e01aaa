package io.github.kalshi4j.engine.live;

import io.github.kalshi4j.client.stream.FrameListener;

/**
 * Hands frames on to two, with one receive time, until the first has heard enough: a recorder,
 * whose tape is to end where the strategy does.
 */
public final class Tee implements FrameListener {
  private final FrameListener first;
  private final FrameListener second;
  private volatile boolean enough;

  /** Makes a listener that tells both. */
  public Tee(FrameListener first, FrameListener second) {
    this.first = first;
    this.second = second;
  }

  /** Tells the first no more. May be called by any thread. */
  public void endFirst() {
    enough = true;
  }

  @Override
  public void onFrame(long receiveNanos, byte[] buffer, int offset, int length) {
    if (!enough) {
      first.onFrame(receiveNanos, buffer, offset, length);
    }
    second.onFrame(receiveNanos, buffer, offset, length);
  }

  @Override
  public void onConnected(long receiveNanos) {
    if (!enough) {
      first.onConnected(receiveNanos);
    }
    second.onConnected(receiveNanos);
  }

  @Override
  public void onDisconnected(long receiveNanos, String reason) {
    if (!enough) {
      first.onDisconnected(receiveNanos, reason);
    }
    second.onDisconnected(receiveNanos, reason);
  }
}
