package io.github.kalshi4j.simulator.internal.stream;

import io.github.kalshi4j.client.value.MarketTicker;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The UUIDs by which the stream names markets besides their tickers. */
public final class MarketIds {
  private MarketIds() {}

  /** Returns a market's UUID, which follows from its ticker. */
  public static String of(MarketTicker market) {
    return UUID.nameUUIDFromBytes(market.value().getBytes(StandardCharsets.UTF_8)).toString();
  }
}
