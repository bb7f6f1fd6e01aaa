package io.github.kalshi4j.simulator.internal.stream;

import java.util.List;

/**
 * What becomes of the frames of one connection on their way out, after they were numbered. Answers
 * to commands are not asked about.
 */
@FunctionalInterface
public interface FrameFate {
  /** Every frame arrives, once and in order. */
  FrameFate SENT = frame -> List.of(new Departure.Send(frame.text()));

  /**
   * Returns what is done in place of sending this frame, in order: nothing loses it, and what was
   * kept of earlier frames may follow. Called by the connection's own thread, one frame at a time.
   */
  List<Departure> of(OutgoingFrame frame);
}
