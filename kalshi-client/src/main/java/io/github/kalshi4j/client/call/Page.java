package io.github.kalshi4j.client.call;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a list. A short page is not the last one; only one without a cursor is.
 *
 * @param items what is on it
 * @param cursor opaque, asks for the next page of the same query; null on the last one
 */
public record Page<T>(List<T> items, @Nullable String cursor) {
  public Page {
    items = List.copyOf(items);
    cursor = cursor == null || cursor.isEmpty() ? null : cursor;
  }

  /** Returns the cursor of the next page, if there is one. */
  public Optional<String> next() {
    return Optional.ofNullable(cursor);
  }
}
