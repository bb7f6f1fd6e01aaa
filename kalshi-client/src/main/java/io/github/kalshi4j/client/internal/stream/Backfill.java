package io.github.kalshi4j.client.internal.stream;

import io.github.kalshi4j.client.stream.StreamEvent;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * What reads over REST what a subscription may have missed, and knows what was handed on already.
 * Used on the thread of the subscription's handler, but for the reading itself.
 */
interface Backfill<E extends StreamEvent> {
  /**
   * Returns whether an event has not been handed on yet, and remembers that it is now.
   *
   * @param read whether it was read over REST; else it came by the stream
   */
  boolean isNew(E event, boolean read);

  /**
   * Returns what reads, on whatever thread, what happened since a time, in order of time. It throws
   * a {@code RuntimeException} if the exchange cannot be asked.
   *
   * @param fromKnown whether how things were at that time is known, if it must be
   */
  Supplier<List<E>> reading(Instant since, boolean fromKnown);

  /** Returns whether it must know how things were when the subscription began. */
  default boolean needsBaseline() {
    return false;
  }

  /**
   * Takes an event that was read but is not to be handed on, as it is older than what is wanted.
   */
  default void note(E event) {}

  /** Lets it forget what happened before a time. */
  void forgetBefore(Instant time);
}
