package io.github.kalshi4j.client.contract;

import java.util.List;

/** The operations of {@code search()}. */
final class SearchCases {
  static final List<OperationCase> ALL =
      List.of(
          OperationCase.of("GetTagsForSeriesCategories", c -> c.search().tagsByCategory()),
          OperationCase.of("GetFiltersForSports", c -> c.search().filtersBySport()));

  private SearchCases() {}
}
