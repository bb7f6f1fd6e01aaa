package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.call.Page;
import io.github.kalshi4j.client.call.PagedQuery;
import io.github.kalshi4j.client.call.Query;
import io.github.kalshi4j.client.error.KalshiDecodingException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Goes through all pages of a list, asking for each only when it is needed. Lists shift while one
 * reads them, so an item that comes again among the last hundred thousand is left out; more are not
 * remembered, so that the longest list takes no more memory than that. A cursor that comes again
 * would never end, and fails; so do a thousand pages in a row without anything new, whatever their
 * cursors.
 */
public final class Pages {
  private static final int MOST_IDLE = 1000;
  private static final int MOST_REMEMBERED = 100_000;

  private Pages() {}

  /**
   * Returns all items of a list, lazily, on pages as large as the exchange allows unless the query
   * says how large.
   *
   * @param fetch asks for one page
   * @param key what tells two items apart
   */
  public static <T, Q extends PagedQuery<Q>> Stream<T> all(
      Q query, Function<Q, Page<T>> fetch, Function<T, Object> key) {
    Q sized = query.hasLimit() ? query : query.withLimit(query.maxLimit());
    return all(sized, PagedQuery::withCursor, fetch, key);
  }

  /**
   * Returns all items of a list, lazily, on pages as large as the exchange makes them.
   *
   * @param after makes of the query the one for the page after a cursor
   * @param fetch asks for one page
   * @param key what tells two items apart
   */
  static <T, Q extends Query<Q>> Stream<T> all(
      Q query,
      BiFunction<Q, String, Q> after,
      Function<Q, Page<T>> fetch,
      Function<T, Object> key) {
    return StreamSupport.stream(new Items<>(query, after, fetch, key), false);
  }

  private static final class Items<T, Q extends Query<Q>>
      extends Spliterators.AbstractSpliterator<T> {
    private final Q query;
    private final BiFunction<Q, String, Q> after;
    private final Function<Q, Page<T>> fetch;
    private final Function<T, Object> key;
    private final Deque<T> page = new ArrayDeque<>();
    private final LinkedHashSet<Object> seen = new LinkedHashSet<>();
    private final Set<String> cursors = new HashSet<>();
    private @Nullable Q next;
    private int idle;

    Items(
        Q query,
        BiFunction<Q, String, Q> after,
        Function<Q, Page<T>> fetch,
        Function<T, Object> key) {
      super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
      this.query = query;
      this.after = after;
      this.fetch = fetch;
      this.key = key;
      next = query;
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
      while (page.isEmpty()) {
        if (next == null) {
          return false;
        }
        read(next);
      }
      action.accept(page.removeFirst());
      return true;
    }

    private void read(Q asked) {
      Page<T> answer = fetch.apply(asked);
      for (T item : answer.items()) {
        if (isNew(key.apply(item))) {
          page.addLast(item);
        }
      }
      String cursor = answer.cursor();
      if (cursor != null && !cursors.add(cursor)) {
        throw new KalshiDecodingException(
            "the same cursor came twice, so the list would never end: " + query);
      }
      idle = page.isEmpty() ? idle + 1 : 0;
      if (cursor != null && idle >= MOST_IDLE) {
        throw new KalshiDecodingException(
            idle + " pages in a row had nothing new, so the list may never end: " + query);
      }
      next = cursor == null ? null : after.apply(query, cursor);
    }

    private boolean isNew(Object itemKey) {
      boolean added = seen.add(itemKey);
      if (seen.size() > MOST_REMEMBERED) {
        seen.removeFirst();
      }
      return added;
    }
  }
}
