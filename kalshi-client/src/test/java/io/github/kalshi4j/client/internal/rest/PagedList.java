package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.call.Page;
import io.github.kalshi4j.client.call.QueryParameter;
import io.github.kalshi4j.client.market.TradeQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A list in pages, whose cursors are the numbers of the pages; it keeps what it was asked. */
final class PagedList {
  private final List<List<Integer>> pages;
  private final List<TradeQuery> asked = new ArrayList<>();

  PagedList(List<List<Integer>> pages) {
    this.pages = pages;
  }

  Stream<Integer> all(TradeQuery query) {
    return Pages.all(query, this::page, item -> item);
  }

  List<TradeQuery> asked() {
    return asked;
  }

  Page<Integer> page(TradeQuery query) {
    asked.add(query);
    int number =
        query.parameters().stream()
            .filter(p -> p.name().equals("cursor"))
            .map(QueryParameter::value)
            .mapToInt(Integer::parseInt)
            .findFirst()
            .orElse(0);
    String next = number + 1 < pages.size() ? String.valueOf(number + 1) : "";
    return new Page<>(pages.get(number), next);
  }
}
