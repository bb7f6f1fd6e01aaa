package io.github.kalshi4j.engine.live;

import io.github.kalshi4j.client.stream.FrameListener;
import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.engine.clock.EpochNanos;

/**
 * Hands frames on with the time of another clock as their receive time: that of a market whose
 * clock is not the one by which the client signs.
 */
public record Retimed(TimeSource clock, FrameListener listener) implements FrameListener {
  @Override
  public void onFrame(long receiveNanos, byte[] buffer, int offset, int length) {
    listener.onFrame(now(), buffer, offset, length);
  }

  @Override
  public void onConnected(long receiveNanos) {
    listener.onConnected(now());
  }

  @Override
  public void onDisconnected(long receiveNanos, String reason) {
    listener.onDisconnected(now(), reason);
  }

  private long now() {
    return EpochNanos.of(clock.now());
  }
}
