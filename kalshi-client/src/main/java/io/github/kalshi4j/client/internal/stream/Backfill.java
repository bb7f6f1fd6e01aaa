package io.github.kalshi4j.client.internal.stream;

import io.github.kalshi4j.client.stream.StreamEvent;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What reads over REST what a subscription may have missed, and knows what was handed on already.
 * Used on the thread of the subscription's handler.
 */
interface Backfill<E extends StreamEvent> {
  /** Returns whether an event has not been handed on yet, and remembers that it is now. */
  boolean isNew(E event);

  /**
   * Hands on, in order of time, what happened since a time and has not been handed on.
   *
   * @return how many events were handed on
   * @throws RuntimeException if the exchange cannot be asked; what was handed on until then is
   *     remembered
   */
  int repair(Instant since, Consumer<? super E> handler);

  /** Returns when, by the exchange, the newest event that was handed on happened; null if none. */
  @Nullable Instant newest();

  /** Lets it forget what happened before a time. */
  void forgetBefore(Instant time);
}
