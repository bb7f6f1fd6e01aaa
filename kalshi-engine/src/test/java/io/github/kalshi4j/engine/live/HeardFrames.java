package io.github.kalshi4j.engine.live;

import io.github.kalshi4j.client.stream.FrameListener;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes down what it hears. */
final class HeardFrames implements FrameListener {
  private final List<String> heard = new ArrayList<>();

  @Override
  public void onFrame(long receiveNanos, byte[] buffer, int offset, int length) {
    heard.add(receiveNanos + " " + new String(buffer, offset, length, StandardCharsets.UTF_8));
  }

  @Override
  public void onConnected(long receiveNanos) {
    heard.add(receiveNanos + " connected");
  }

  @Override
  public void onDisconnected(long receiveNanos, String reason) {
    heard.add(receiveNanos + " disconnected: " + reason);
  }

  List<String> heard() {
    return List.copyOf(heard);
  }

  /** Has a listener hear a connection that is lost after one frame, which lies amid others. */
  static void play(FrameListener listener) {
    byte[] buffer = "before{}after".getBytes(StandardCharsets.UTF_8);
    listener.onConnected(1);
    listener.onFrame(2, buffer, "before".length(), "{}".length());
    listener.onDisconnected(3, "reset");
  }
}
