package io.github.kalshi4j.simulator.exchange;

import io.github.kalshi4j.client.value.OrderGroupId;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.TradeId;
import java.util.SplittableRandom;
import java.util.UUID;

/** Makes the exchange's ids: UUIDs that follow from a seed. */
final class Ids {
  private final SplittableRandom random;

  Ids(long seed) {
    random = new SplittableRandom(seed);
  }

  OrderId order() {
    return OrderId.of(next());
  }

  TradeId trade() {
    return TradeId.of(next());
  }

  OrderGroupId group() {
    return OrderGroupId.of(next());
  }

  private String next() {
    long high = random.nextLong() & ~0xf000L | 0x4000L; // version 4
    long low = random.nextLong() & ~(3L << 62) | (1L << 63); // its variant
    return new UUID(high, low).toString();
  }
}
