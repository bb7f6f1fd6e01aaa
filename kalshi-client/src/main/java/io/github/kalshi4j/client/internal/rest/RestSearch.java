package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.internal.http.Call;
import io.github.kalshi4j.client.internal.http.Caller;
import io.github.kalshi4j.client.internal.http.Operation;
import io.github.kalshi4j.client.search.SearchApi;
import io.github.kalshi4j.client.search.SportFilters;
import io.github.kalshi4j.client.value.Entries;
import java.util.List;

/** The words by which series are found, over REST. */
public final class RestSearch implements SearchApi {
  private static final Operation TAGS = Operation.open("GET /search/tags_by_categories");
  private static final Operation SPORTS = Operation.open("GET /search/filters_by_sport");

  private final Caller caller;

  public RestSearch(Caller caller) {
    this.caller = caller;
  }

  @Override
  public Entries<List<String>> tagsByCategory() {
    return caller.read(Call.of(TAGS), TagsAnswer.class).tagsByCategories();
  }

  @Override
  public SportFilters filtersBySport() {
    return caller.read(Call.of(SPORTS), SportFilters.class);
  }

  record TagsAnswer(Entries<List<String>> tagsByCategories) {
    TagsAnswer {
      tagsByCategories =
          new Entries<>(
              tagsByCategories.list().stream()
                  .map(entry -> new Entries.Entry<>(entry.name(), List.copyOf(entry.value())))
                  .toList());
    }
  }
}
