package io.github.kalshi4j.client.multivariate;

import io.github.kalshi4j.client.call.Endpoint;
import io.github.kalshi4j.client.call.Page;
import io.github.kalshi4j.client.value.CollectionTicker;
import java.util.List;
import java.util.stream.Stream;

/** Collections from which combos are made. Reading them is public. */
public interface MultivariateApi {
  /** Returns a page of collections. */
  @Endpoint("GET /multivariate_event_collections")
  Page<MultivariateCollection> list(CollectionQuery query);

  /** Returns all collections that a query means, page by page as they are asked for. */
  Stream<MultivariateCollection> all(CollectionQuery query);

  /** Returns a collection. */
  @Endpoint("GET /multivariate_event_collections/{collection_ticker}")
  MultivariateCollection get(CollectionTicker collection);

  /**
   * Makes a combo, or finds it if it exists, so that this is safe to repeat. It must have been done
   * once before the combo can be traded. The exchange allows 5000 new ones a week.
   *
   * @param markets at least one, each once; as many as the collection allows, in an order that
   *     matters only where it says so
   * @param withMarket whether to return the market, too, and not only its ticker
   * @throws IllegalArgumentException if no market is selected, or one is twice
   * @throws io.github.kalshi4j.client.error.KalshiApiException with status 400 if these markets
   *     make no combo, with the reason as its code: {@code conflicting_leg_outcomes}, {@code
   *     duplicated_legs} or {@code invalid_market_combination}
   */
  @Endpoint("POST /multivariate_event_collections/{collection_ticker}")
  CreatedMarket createMarket(
      CollectionTicker collection, List<SelectedMarket> markets, boolean withMarket);

  /** Makes a combo, or finds it if it exists, and returns its ticker. */
  default CreatedMarket createMarket(CollectionTicker collection, List<SelectedMarket> markets) {
    return createMarket(collection, markets, false);
  }
}
