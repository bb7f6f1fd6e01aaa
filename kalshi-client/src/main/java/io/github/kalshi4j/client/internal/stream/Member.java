package io.github.kalshi4j.client.internal.stream;

import io.github.kalshi4j.client.error.KalshiException;
import io.github.kalshi4j.client.stream.Hole;

/**
 * A subscription as its channel sees it. All methods are called under the stream's lock and return
 * at once.
 */
interface Member {
  Interest interest();

  /** The exchange has granted it; the first time counts. */
  void begin();

  /** Returns whether it was granted at some time. */
  boolean hasBegun();

  /** All that it wants is granted. */
  default void settled() {}

  /** From now on events may be missing, until it is told of a hole of this cause. */
  void cut(Hole.Cause cause);

  /** Events may be missing until now. */
  void hole(Hole.Cause cause);

  /** The exchange refuses what it had granted; it is asked again. */
  void refused(KalshiException reason);
}
