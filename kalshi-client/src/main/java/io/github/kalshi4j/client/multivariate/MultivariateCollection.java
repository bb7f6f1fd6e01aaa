package io.github.kalshi4j.client.multivariate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.value.CollectionTicker;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.client.value.SeriesTicker;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A collection of events from whose markets combos are made: markets that depend on several others.
 *
 * @param series the series of the combos' events
 * @param exchangeIndex the shard on which its combos live; null if not said
 * @param open from when combos can be made and traded
 * @param close until when
 * @param events the events whose markets may be selected
 * @param ordered whether the order of the selected markets makes a difference
 * @param sizeMin the fewest markets of a combo
 * @param sizeMax the most markets of a combo
 * @param functionalDescription in words, how a combo's result follows from its markets'
 * @param priceLevelStructure the name of the price grid, which is only a label
 * @param grid the prices of combos that will be made; those that exist have their own
 * @see <a
 *     href="https://docs.kalshi.com/api-reference/multivariate/get-multivariate-event-collection">
 *     Kalshi, Get Multivariate Event Collection</a>
 */
@JsonIgnoreProperties({"associated_event_tickers", "is_single_market_per_event", "is_all_yes"})
public record MultivariateCollection(
    @JsonProperty("collection_ticker") CollectionTicker ticker,
    @JsonProperty("series_ticker") SeriesTicker series,
    @Nullable Integer exchangeIndex,
    String title,
    String description,
    @JsonProperty("open_date") Instant open,
    @JsonProperty("close_date") Instant close,
    @JsonProperty("associated_events") List<AssociatedEvent> events,
    @JsonProperty("is_ordered") boolean ordered,
    int sizeMin,
    int sizeMax,
    String functionalDescription,
    String priceLevelStructure,
    @JsonProperty("price_ranges") PriceGrid grid) {
  public MultivariateCollection {
    events = List.copyOf(events);
  }

  /**
   * An event whose markets may be selected.
   *
   * @param yesOnly whether only YES of its markets may be
   * @param sizeMax the most of its markets in one combo; null for no limit
   * @param sizeMin the fewest of its markets in one combo; null for no limit
   * @param activeQuoters who quotes its combos, as the exchange names them
   */
  public record AssociatedEvent(
      @JsonProperty("ticker") EventTicker event,
      @JsonProperty("is_yes_only") boolean yesOnly,
      @Nullable Integer sizeMax,
      @Nullable Integer sizeMin,
      List<String> activeQuoters) {
    public AssociatedEvent {
      activeQuoters = List.copyOf(activeQuoters);
    }
  }
}
