package io.github.kalshi4j.simulator.series;

import io.github.kalshi4j.client.market.StrikeType;
import io.github.kalshi4j.client.value.PriceLevelStructure;
import io.github.kalshi4j.client.value.SeriesTicker;
import io.github.kalshi4j.simulator.market.ListedMarket;
import io.github.kalshi4j.simulator.reference.Coin;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be known of a listed market beyond what the engine needs.
 *
 * @param eventTitle the question, of which the market is one line
 * @param title the question with this line's level in it
 * @param structure the name of the grid
 * @param strike the level to be reached, in dollars; null while it is not known
 * @param expirationValue what it settled on, in dollars; null before the market is determined
 * @param expectedExpiration when it should be paid at the latest
 */
public record CatalogueMarket(
    ListedMarket listed,
    SeriesTicker series,
    Coin coin,
    String eventTitle,
    String title,
    PriceLevelStructure structure,
    StrikeType strikeType,
    @Nullable BigDecimal strike,
    @Nullable BigDecimal expirationValue,
    Instant expectedExpiration) {
  CatalogueMarket withStrike(BigDecimal value, String newTitle) {
    return new CatalogueMarket(
        listed,
        series,
        coin,
        eventTitle,
        newTitle,
        structure,
        strikeType,
        value,
        expirationValue,
        expectedExpiration);
  }

  CatalogueMarket withExpirationValue(BigDecimal value) {
    return new CatalogueMarket(
        listed,
        series,
        coin,
        eventTitle,
        title,
        structure,
        strikeType,
        strike,
        value,
        expectedExpiration);
  }

  /** Returns whether a value of the index at the close makes it end with YES. */
  boolean isReachedBy(BigDecimal value, BigDecimal level) {
    int order = value.compareTo(level);
    return strikeType == StrikeType.GREATER_OR_EQUAL ? order >= 0 : order > 0;
  }
}
