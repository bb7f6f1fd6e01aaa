package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.simulator.internal.floor.Tape;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;

/**
 * One page of a list. Its cursor holds the next item's number, where items have one, or else its
 * place, so that what is added meanwhile moves nothing.
 *
 * @param cursor empty if this is the last page
 */
record Slice<T>(List<T> items, String cursor) {
  Slice {
    items = List.copyOf(items);
  }

  /** Returns a page of a tape, from its end. */
  static <T> Slice<T> newestFirst(Tape<T> all, Predicate<T> filter, int limit, ApiRequest request) {
    List<T> items = new ArrayList<>();
    for (int i = all.placeAtOrBefore(place(request, Long.MAX_VALUE)); i >= 0; i--) {
      T item = all.get(i);
      if (filter.test(item)) {
        if (items.size() == limit) {
          return new Slice<>(items, cursor(all.number(i)));
        }
        items.add(item);
      }
    }
    return new Slice<>(items, "");
  }

  /** Returns a page of a list that only grows at its end, from its beginning. */
  static <T> Slice<T> oldestFirst(List<T> all, Predicate<T> filter, int limit, ApiRequest request) {
    List<T> items = new ArrayList<>();
    for (long i = Math.max(0, place(request, 0)); i < all.size(); i++) {
      T item = all.get((int) i);
      if (filter.test(item)) {
        if (items.size() == limit) {
          return new Slice<>(items, cursor(i));
        }
        items.add(item);
      }
    }
    return new Slice<>(items, "");
  }

  private static String cursor(long place) {
    byte[] text = ("at:" + place).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  private static long place(ApiRequest request, long start) {
    String cursor = request.query("cursor");
    if (cursor == null) {
      return start;
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (text.startsWith("at:")) {
        return Long.parseLong(text, 3, text.length(), 10);
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw ApiException.parameter("invalid cursor");
  }
}
