package io.github.kalshi4j.client.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.series.SettlementSource;
import io.github.kalshi4j.client.value.MarketTicker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an event is shown.
 *
 * @param imageUrl where its picture is; may be a path only
 * @param featuredImageUrl where the picture of its foremost market is
 * @param markets how its markets are shown
 * @param settlementSources where its decisions are read from
 * @param competition the competition it is part of; null if none
 * @param competitionScope what of the competition it is about, such as a game
 */
public record EventMetadata(
    String imageUrl,
    @Nullable String featuredImageUrl,
    @JsonProperty("market_details") List<MarketMetadata> markets,
    List<SettlementSource> settlementSources,
    @Nullable String competition,
    @Nullable String competitionScope) {
  public EventMetadata {
    markets = List.copyOf(markets);
    settlementSources = List.copyOf(settlementSources);
  }

  /**
   * How a market is shown.
   *
   * @param imageUrl where its picture is; may be a path only
   * @param colorCode its color, such as {@code #00AA55}
   */
  public record MarketMetadata(
      @JsonProperty("market_ticker") MarketTicker market, String imageUrl, String colorCode) {}
}
