package io.github.kalshi4j.simulator.internal.stream;

import io.github.kalshi4j.client.value.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What one channel tells of one thing that happened, for all who may hear it. Made and handed out
 * while the floor is held.
 */
interface Message {
  /** Who reads. */
  record Reader(UserId user, boolean useYesPrice) {}

  Channel channel();

  /** Returns the frame's {@code type}. */
  String type();

  /**
   * Returns by what subscriptions choose: a market's ticker, or an index or underlying; null for
   * what all of the channel get.
   */
  @Nullable String topic();

  /** Returns the only member who gets it; null if everybody does. */
  @Nullable UserId only();

  /** Returns the JSON text of {@code msg}. Made once for all readers to whom the same is said. */
  String body(Reader reader);
}
