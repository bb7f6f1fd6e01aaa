package io.github.kalshi4j.simulator.internal.stream;

import java.time.Duration;

/** One thing done to a connection. */
public sealed interface Departure {
  /** A text frame is sent. */
  record Send(String text) implements Departure {}

  /** What is behind it waits so long, by the machine's clock. */
  record Wait(Duration time) implements Departure {}

  /** The connection breaks, without a close frame. */
  record Disconnect() implements Departure {}

  /**
   * The connection stays open, but nothing more is sent or heard, pings and pongs included, as if
   * the other side's machine had vanished.
   */
  record FallSilent() implements Departure {}
}
