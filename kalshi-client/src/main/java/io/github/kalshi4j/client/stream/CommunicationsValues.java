package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.value.CommunicationsId;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import org.jspecify.annotations.Nullable;

/** How the messages about requests and quotes say that there is nothing. */
final class CommunicationsValues {
  private CommunicationsValues() {}

  /** The stream says "0" where REST has the id of everybody who is not to be named. */
  static CommunicationsId named(CommunicationsId id) {
    return id.value().equals("0") ? CommunicationsId.OBSCURED : id;
  }

  /** A side that is declined is bid nothing for. */
  static @Nullable Price unlessDeclined(@Nullable Price bid) {
    return Price.ZERO.equals(bid) ? null : bid;
  }

  /** Where contracts are asked for, the cost may be sent as nothing. */
  static @Nullable Money unlessZero(@Nullable Money cost) {
    return Money.ZERO.equals(cost) ? null : cost;
  }
}
