package io.github.kalshi4j.client.internal.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.call.Page;
import io.github.kalshi4j.client.internal.http.Call;
import io.github.kalshi4j.client.internal.http.Caller;
import io.github.kalshi4j.client.internal.http.Operation;
import io.github.kalshi4j.client.multivariate.CollectionQuery;
import io.github.kalshi4j.client.multivariate.CreatedMarket;
import io.github.kalshi4j.client.multivariate.MultivariateApi;
import io.github.kalshi4j.client.multivariate.MultivariateCollection;
import io.github.kalshi4j.client.multivariate.SelectedMarket;
import io.github.kalshi4j.client.value.CollectionTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collections from which combos are made, over REST. */
public final class RestMultivariate implements MultivariateApi {
  private static final Operation LIST = Operation.open("GET /multivariate_event_collections");
  private static final Operation GET =
      Operation.open("GET /multivariate_event_collections/{collection_ticker}");
  private static final Operation CREATE =
      Operation.signed("POST /multivariate_event_collections/{collection_ticker}");

  private final Caller caller;
  private final Shards shards;

  public RestMultivariate(Caller caller, Shards shards) {
    this.caller = caller;
    this.shards = shards;
  }

  @Override
  public Page<MultivariateCollection> list(CollectionQuery query) {
    CollectionsAnswer answer = caller.read(Call.of(LIST).with(query), CollectionsAnswer.class);
    return new Page<>(answer.collections, answer.cursor);
  }

  @Override
  public Stream<MultivariateCollection> all(CollectionQuery query) {
    return Pages.all(query, this::list, MultivariateCollection::ticker);
  }

  @Override
  public MultivariateCollection get(CollectionTicker collection) {
    return caller.read(Call.of(GET, collection), CollectionAnswer.class).collection;
  }

  @Override
  public CreatedMarket createMarket(
      CollectionTicker collection, List<SelectedMarket> markets, boolean withMarket) {
    CreatedMarket created =
        caller.write(
            Call.of(CREATE, collection)
                .withBody(new Selection(checked(markets), withMarket ? Boolean.TRUE : null)),
            CreatedMarket.class);
    if (created.market() != null) {
      shards.learned(created.market());
    }
    return created;
  }

  private static List<SelectedMarket> checked(List<SelectedMarket> markets) {
    if (markets.isEmpty()) {
      throw new IllegalArgumentException("a combo of no markets");
    }
    Set<MarketTicker> seen = new HashSet<>();
    for (SelectedMarket selected : markets) {
      if (!seen.add(selected.market())) {
        throw new IllegalArgumentException("a combo with " + selected.market() + " twice");
      }
    }
    return markets;
  }

  /** The body that makes a combo. */
  record Selection(
      List<SelectedMarket> selectedMarkets,
      @JsonProperty("with_market_payload") @Nullable Boolean withMarket) {
    Selection {
      selectedMarkets = List.copyOf(selectedMarkets);
    }
  }

  record CollectionAnswer(
      @JsonProperty("multivariate_contract") MultivariateCollection collection) {}

  record CollectionsAnswer(
      @JsonProperty("multivariate_contracts") List<MultivariateCollection> collections,
      @Nullable String cursor) {}
}
