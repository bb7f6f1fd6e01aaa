package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.simulator.internal.floor.Tape;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * One page of a list. Its cursor holds the next item's number, which it keeps as long as it is
 * there, so that nothing is skipped or shown twice because others came or went between two pages.
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

  /**
   * Returns a page of a list, from its beginning.
   *
   * @param all by rising numbers
   * @param number of an item, which no other ever has
   */
  static <T> Slice<T> oldestFirst(
      List<T> all, ToLongFunction<T> number, Predicate<T> filter, int limit, ApiRequest request) {
    long first = place(request, Long.MIN_VALUE);
    List<T> items = new ArrayList<>();
    for (T item : all) {
      if (number.applyAsLong(item) >= first && filter.test(item)) {
        if (items.size() == limit) {
          return new Slice<>(items, cursor(number.applyAsLong(item)));
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
