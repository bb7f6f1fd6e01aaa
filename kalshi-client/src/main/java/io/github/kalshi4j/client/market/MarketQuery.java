package io.github.kalshi4j.client.market;

import io.github.kalshi4j.client.call.PagedQuery;
import io.github.kalshi4j.client.call.QueryParameter;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.SeriesTicker;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Which markets to list. The bounds of different times exclude each other, and each goes with some
 * statuses only: those of creation with unopened, open or none; those of the close with closed or
 * none; those of settlement with settled or none; those of updates with none, and with no other
 * filter but the series and {@link ComboFilter#EXCLUDE}. A query that breaks this is refused when
 * it is used.
 *
 * @see <a href="https://docs.kalshi.com/api-reference/market/get-markets">Kalshi, Get Markets</a>
 */
public final class MarketQuery extends PagedQuery<MarketQuery> {
  /** All markets in the live window, about three months. */
  public static final MarketQuery ALL = new MarketQuery(List.of());

  private MarketQuery(List<QueryParameter> parameters) {
    super(parameters);
  }

  public MarketQuery withEvent(EventTicker event) {
    return with("event_ticker", event);
  }

  public MarketQuery withSeries(SeriesTicker series) {
    return with("series_ticker", series);
  }

  public MarketQuery withStatus(MarketFilterStatus status) {
    return with("status", status);
  }

  public MarketQuery withTickers(Collection<MarketTicker> tickers) {
    return withList("tickers", tickers);
  }

  public MarketQuery withCombos(ComboFilter filter) {
    return with("mve_filter", filter);
  }

  public MarketQuery createdFrom(Instant time) {
    return withFrom("min_created_ts", time);
  }

  public MarketQuery createdTo(Instant time) {
    return withTo("max_created_ts", time);
  }

  public MarketQuery updatedFrom(Instant time) {
    return withFrom("min_updated_ts", time);
  }

  public MarketQuery updatedTo(Instant time) {
    return withTo("max_updated_ts", time);
  }

  public MarketQuery closingFrom(Instant time) {
    return withFrom("min_close_ts", time);
  }

  public MarketQuery closingTo(Instant time) {
    return withTo("max_close_ts", time);
  }

  public MarketQuery settledFrom(Instant time) {
    return withFrom("min_settled_ts", time);
  }

  public MarketQuery settledTo(Instant time) {
    return withTo("max_settled_ts", time);
  }

  @Override
  public int maxLimit() {
    return 1000;
  }

  @Override
  protected MarketQuery copy(List<QueryParameter> changed) {
    return new MarketQuery(changed);
  }

  /**
   * Returns this query if the exchange can answer it.
   *
   * @throws IllegalArgumentException if its filters exclude each other
   */
  public MarketQuery checked() {
    List<String> families =
        List.of("created", "updated", "close", "settled").stream()
            .filter(f -> has("min_" + f + "_ts") || has("max_" + f + "_ts"))
            .toList();
    if (families.size() > 1) {
      throw new IllegalArgumentException(
          "markets cannot be filtered by times of " + String.join(" and ", families) + " at once");
    }
    String status = value("status");
    for (String family : families) {
      Set<String> fitting =
          switch (family) {
            case "created" -> Set.of("", "unopened", "open");
            case "close" -> Set.of("", "closed");
            case "settled" -> Set.of("", "settled");
            default -> Set.of("");
          };
      if (!fitting.contains(status)) {
        throw new IllegalArgumentException(
            "times of " + family + " do not go with markets of status " + status);
      }
      if (family.equals("updated")) {
        checkUpdated();
      }
    }
    return this;
  }

  private void checkUpdated() {
    if (has("event_ticker") || has("tickers") || value("mve_filter").equals("only")) {
      throw new IllegalArgumentException(
          "times of updates go only with the series and without combos: " + this);
    }
    if (has("series_ticker") && !value("mve_filter").equals("exclude")) {
      throw new IllegalArgumentException(
          "times of updates in a series need combos to be excluded: " + this);
    }
  }

  private String value(String name) {
    return parameters().stream()
        .filter(p -> p.name().equals(name))
        .map(QueryParameter::value)
        .findFirst()
        .orElse("");
  }
}
