package io.github.kalshi4j.client.internal.json;

import io.github.kalshi4j.client.call.UnknownField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Counts the fields and words that this version does not know, within bounds. Safe for threads. */
public final class UnknownCounter {
  private static final int MAX_FIELDS = 1024;
  private static final int MAX_SAMPLE = 200;
  private static final String REST = "*";

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Key, UnknownField> fields = new LinkedHashMap<>();
  private final Consumer<UnknownField> onFirst;

  /**
   * Creates a counter without counts.
   *
   * @param onFirst told of each field the first time it is seen, on the thread that decodes
   */
  public UnknownCounter(Consumer<UnknownField> onFirst) {
    this.onFirst = onFirst;
  }

  /** Counts a field, and asks for its JSON only the first time. */
  void count(String type, String field, Supplier<String> json) {
    UnknownField first = null;
    lock.lock();
    try {
      Key key = new Key(type, field);
      UnknownField seen = fields.get(key);
      if (seen == null && fields.size() >= MAX_FIELDS) {
        key = new Key(REST, REST);
        seen = fields.get(key);
      }
      if (seen == null) {
        first = new UnknownField(key.type, key.field, 1, cut(json.get()));
        fields.put(key, first);
      } else {
        fields.put(key, new UnknownField(key.type, key.field, seen.count() + 1, seen.sample()));
      }
    } finally {
      lock.unlock();
    }
    if (first != null) {
      onFirst.accept(first);
    }
  }

  /** Returns what was seen so far. */
  public List<UnknownField> fields() {
    lock.lock();
    try {
      return List.copyOf(fields.values());
    } finally {
      lock.unlock();
    }
  }

  private static String cut(String json) {
    if (json.contains("PRIVATE KEY")) {
      return "(hidden)";
    }
    return json.length() <= MAX_SAMPLE ? json : json.substring(0, MAX_SAMPLE);
  }

  private record Key(String type, String field) {}
}
