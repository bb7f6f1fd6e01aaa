package io.github.kalshi4j.client.stream;

/**
 * Takes the events of one subscription. All methods are called on the subscription's own virtual
 * thread, in order, one call at a time; they may block, call the exchange, change or close the
 * subscription. While one takes its time, later events wait as the request says ({@link Delivery}),
 * and other subscriptions are not held up. What a method throws is logged and counted, and the next
 * event is handed on.
 */
@FunctionalInterface
public interface StreamHandler<E extends StreamEvent> {
  void on(E event);

  /**
   * Told that events may be missing from here on back to {@link Hole#since}. Where the channel can
   * be read over REST, what is missing follows by {@link #on}, in order of time, then {@link
   * #onRepaired}: at once, unless the exchange takes more than two seconds to answer, or fails;
   * live events then go on meanwhile. Otherwise what the events are about must be read again.
   */
  default void onHole(Hole hole) {}

  /**
   * Told that a hole has been filled, or that the past which the request asked for has been read.
   * As the exchange's answers lag behind its stream by a second or two, it is read once more three
   * seconds later, and what only shows then follows by {@link #on}.
   *
   * @param events how many were missing and have been handed on
   */
  default void onRepaired(Hole hole, int events) {}

  /**
   * Told that the exchange refuses what it had granted before, as after a reconnect. It is asked
   * again and again, with growing pauses.
   */
  default void onRefused(RuntimeException reason) {}
}
