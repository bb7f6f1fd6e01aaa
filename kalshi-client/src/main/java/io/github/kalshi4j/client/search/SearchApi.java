package io.github.kalshi4j.client.search;

import io.github.kalshi4j.client.call.Endpoint;
import io.github.kalshi4j.client.value.Entries;
import java.util.List;

/** The words by which series are found. Public: it needs no credentials. */
public interface SearchApi {
  /** Returns the tags of the series of each category, by the category's name. */
  @Endpoint("GET /search/tags_by_categories")
  Entries<List<String>> tagsByCategory();

  /** Returns the scopes and competitions of each sport. */
  @Endpoint("GET /search/filters_by_sport")
  SportFilters filtersBySport();
}
