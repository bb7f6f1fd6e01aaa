package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.market.ResultKind;
import io.github.kalshi4j.client.market.StrikeType;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.client.value.RawJson;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step in a market's life. Each step tells only what it sets; all else is null. Opening and
 * closing at the scheduled times are not announced.
 *
 * @param type the exchange's {@code event_type}
 * @param openTime when it is to open, to the second
 * @param closeTime the new close, to the second, where the step sets one
 * @param grid the new grid, where the step sets one
 * @param priceLevelStructure the exchange's name for the grid; a label only
 * @param result the outcome, once determined
 * @param settlementValue what YES is worth, once determined
 * @param determined when the result was determined, to the second
 * @param settled when the contracts were paid, to the second
 * @param deactivated whether trading is paused; says something of an open market only
 * @param exchangeIndex the shard the market was created on
 * @param strikeType how the strikes are meant, where the step fills them in
 * @param floorStrike the lower strike, where the step fills it in
 * @param capStrike the upper strike, where the step fills it in
 * @param customStrike the strikes of a custom or structured market, where the step fills them in
 * @param description its texts, when it is created or one of them changes
 */
public record MarketLifecycle(
    int subscription,
    long sequence,
    MarketTicker market,
    Type type,
    @Nullable Instant openTime,
    @Nullable Instant closeTime,
    @Nullable PriceGrid grid,
    @Nullable String priceLevelStructure,
    @Nullable ResultKind result,
    @Nullable Price settlementValue,
    @Nullable Instant determined,
    @Nullable Instant settled,
    @Nullable Boolean deactivated,
    @Nullable Integer exchangeIndex,
    @Nullable StrikeType strikeType,
    @Nullable BigDecimal floorStrike,
    @Nullable BigDecimal capStrike,
    @Nullable RawJson customStrike,
    @Nullable Description description)
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

  /**
   * What a market is about. Each component is null where the step does not tell it.
   *
   * @param yesSubTitle what YES stands for
   * @param noSubTitle what NO stands for
   * @param canCloseEarly whether the market may close before its time
   * @param expectedExpiration to the second
   */
  public record Description(
      @Nullable EventTicker event,
      @Nullable String name,
      @Nullable String title,
      @Nullable String yesSubTitle,
      @Nullable String noSubTitle,
      @Nullable String rulesPrimary,
      @Nullable String rulesSecondary,
      @Nullable Boolean canCloseEarly,
      @Nullable Instant expectedExpiration) {
    static final Description EMPTY =
        new Description(null, null, null, null, null, null, null, null, null);
  }
}
