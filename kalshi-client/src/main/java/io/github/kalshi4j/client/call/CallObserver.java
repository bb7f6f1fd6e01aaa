package io.github.kalshi4j.client.call;

/**
 * Sees every request, for metrics and logs. Called on the thread that makes the request, possibly
 * on several at once; it must be quick, and whatever it throws is logged and goes no further.
 */
public interface CallObserver {
  /** Sees nothing. */
  CallObserver NONE = attempt -> {};

  /** Called after each attempt. */
  void onAttempt(Attempt attempt);

  /** Called when a field or word that this version does not know is seen for the first time. */
  default void onUnknown(UnknownField field) {}
}
