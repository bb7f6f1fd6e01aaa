package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step in a market's life. Opening and closing at the scheduled times are not announced.
 *
 * @param type the exchange's {@code event_type}
 * @param closeTime the new close, where the step sets one
 * @param grid the new grid, where the step sets one
 * @param settlementValue what YES is worth, once determined
 * @param floorStrike the strike, where the step fills it in
 */
public record MarketLifecycle(
    int subscription,
    long sequence,
    MarketTicker market,
    Type type,
    @Nullable Instant openTime,
    @Nullable Instant closeTime,
    @Nullable PriceGrid grid,
    @Nullable Price settlementValue,
    @Nullable BigDecimal floorStrike)
    implements LifecycleEvent {
  /** What happened. */
  public enum Type {
    CREATED,
    ACTIVATED,
    DEACTIVATED,
    CLOSE_DATE_UPDATED,
    DETERMINED,
    SETTLED,
    PRICE_LEVEL_STRUCTURE_UPDATED,
    METADATA_UPDATED,
    /** A step this version does not know. */
    UNRECOGNIZED
  }
}
