package io.github.kalshi4j.simulator.internal.rest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;

/**
 * One page of a list. Its cursor holds the place of the next item, so that what is added to the
 * list meanwhile moves nothing.
 *
 * @param cursor empty if this is the last page
 */
record Slice<T>(List<T> items, String cursor) {
  Slice {
    items = List.copyOf(items);
  }

  /** Returns a page of a list that only grows at its end, from its end. */
  static <T> Slice<T> newestFirst(List<T> all, Predicate<T> filter, int limit, ApiRequest request) {
    return of(all, filter, limit, place(request, all.size() - 1), -1);
  }

  /** Returns a page of a list that only grows at its end, from its beginning. */
  static <T> Slice<T> oldestFirst(List<T> all, Predicate<T> filter, int limit, ApiRequest request) {
    return of(all, filter, limit, place(request, 0), 1);
  }

  private static <T> Slice<T> of(List<T> all, Predicate<T> filter, int limit, int from, int step) {
    List<T> items = new ArrayList<>();
    for (int i = from; i >= 0 && i < all.size(); i += step) {
      T item = all.get(i);
      if (filter.test(item)) {
        if (items.size() == limit) {
          return new Slice<>(items, cursor(i));
        }
        items.add(item);
      }
    }
    return new Slice<>(items, "");
  }

  private static String cursor(int place) {
    byte[] text = ("at:" + place).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  private static int place(ApiRequest request, int start) {
    String cursor = request.query("cursor");
    if (cursor == null) {
      return start;
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (text.startsWith("at:")) {
        return Integer.parseInt(text, 3, text.length(), 10);
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw ApiException.parameter("invalid cursor");
  }
}
