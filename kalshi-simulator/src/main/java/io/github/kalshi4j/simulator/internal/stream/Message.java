package io.github.kalshi4j.simulator.internal.stream;

import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.ledger.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What one channel tells of one thing that happened, for all who may hear it. Made and handed out
 * while the floor is held.
 */
interface Message {
  /** Who reads. */
  record Reader(KeyHolder holder, boolean useYesPrice) {
    /** Creates a member who may hear everything of his own. */
    Reader(UserId user, boolean useYesPrice) {
      this(KeyHolder.of(user), useYesPrice);
    }
  }

  Channel channel();

  /** Returns the frame's {@code type}. */
  String type();

  /**
   * Returns by what subscriptions choose: a market's ticker, or an index or underlying; null for
   * what all of the channel get.
   */
  @Nullable String topic();

  /** Returns the account whose owner alone gets it; null if everybody does. */
  @Nullable AccountId only();

  /** Returns the JSON text of {@code msg}. Made once for all readers to whom the same is said. */
  String body(Reader reader);
}
