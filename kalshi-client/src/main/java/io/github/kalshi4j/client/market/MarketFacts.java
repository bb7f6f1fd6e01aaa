package io.github.kalshi4j.client.market;

import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.client.value.SeriesTicker;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a market while it trades. Its result is deliberately not here: nothing that
 * decides on trades may see it.
 *
 * @param strikeType the exchange's {@code strike_type}, such as {@code greater_or_equal}; null if
 *     the market has none
 * @param floorStrike the level to be reached, in units of the underlying; null if not known
 * @param capStrike the upper level of a range; null if there is none
 * @param openTime when trading starts, exchange time
 * @param closeTime when trading ends, exchange time; may be moved by the exchange
 * @param grid the prices orders may carry
 * @param fees the fee type and multiplier in force
 * @param exchangeIndex the shard on which the market lives
 */
public record MarketFacts(
    MarketTicker ticker,
    EventTicker event,
    SeriesTicker series,
    @Nullable String strikeType,
    @Nullable BigDecimal floorStrike,
    @Nullable BigDecimal capStrike,
    Instant openTime,
    Instant closeTime,
    PriceGrid grid,
    FeeSchedule fees,
    int exchangeIndex) {
  public MarketFacts {
    if (!openTime.isBefore(closeTime)) {
      throw new IllegalArgumentException(
          ticker + " closes at " + closeTime + ", not after it opens at " + openTime);
    }
  }

  public MarketFacts withCloseTime(Instant value) {
    return new MarketFacts(
        ticker,
        event,
        series,
        strikeType,
        floorStrike,
        capStrike,
        openTime,
        value,
        grid,
        fees,
        exchangeIndex);
  }

  public MarketFacts withGrid(PriceGrid value) {
    return new MarketFacts(
        ticker,
        event,
        series,
        strikeType,
        floorStrike,
        capStrike,
        openTime,
        closeTime,
        value,
        fees,
        exchangeIndex);
  }
}
