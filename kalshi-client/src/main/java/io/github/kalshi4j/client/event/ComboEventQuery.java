package io.github.kalshi4j.client.event;

import io.github.kalshi4j.client.call.PagedQuery;
import io.github.kalshi4j.client.call.QueryParameter;
import io.github.kalshi4j.client.value.CollectionTicker;
import io.github.kalshi4j.client.value.SeriesTicker;
import java.util.List;

/** Which events of combos to list; those of a series, or of a collection, but not of both. */
public final class ComboEventQuery extends PagedQuery<ComboEventQuery> {
  /** All events of combos, without their markets. */
  public static final ComboEventQuery ALL = new ComboEventQuery(List.of());

  private ComboEventQuery(List<QueryParameter> parameters) {
    super(parameters);
  }

  /**
   * Returns a copy with events of a series.
   *
   * @throws IllegalArgumentException if it asks for a collection
   */
  public ComboEventQuery withSeries(SeriesTicker series) {
    return with("series_ticker", series).checked();
  }

  /**
   * Returns a copy with events that were made from a collection.
   *
   * @throws IllegalArgumentException if it asks for a series
   */
  public ComboEventQuery withCollection(CollectionTicker collection) {
    return with("collection_ticker", collection).checked();
  }

  /** Returns a copy that asks for {@link Event#markets()}. */
  public ComboEventQuery withMarkets() {
    return with("with_nested_markets", true);
  }

  private ComboEventQuery checked() {
    if (has("series_ticker") && has("collection_ticker")) {
      throw new IllegalArgumentException(
          "events of combos are those of a series or of a collection, not of both: " + this);
    }
    return this;
  }

  @Override
  public int maxLimit() {
    return 200;
  }

  @Override
  protected ComboEventQuery copy(List<QueryParameter> changed) {
    return new ComboEventQuery(changed);
  }
}
