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
  /** The most characters that are kept of a name and of a sample. */
  static final int MAX_TEXT = 200;

  private static final int MAX_FIELDS = 1024;
  private static final String REST = "*";

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Key, Tally> tallies = new LinkedHashMap<>();
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
  public void count(String type, String field, Supplier<String> json) {
    Key key = new Key(cut(type), cut(field));
    UnknownField first;
    lock.lock();
    try {
      Tally tally = tallies.get(key);
      if (tally == null && tallies.size() >= MAX_FIELDS) {
        key = new Key(REST, REST);
        tally = tallies.get(key);
      }
      if (tally != null) {
        tally.count++;
        return;
      }
      tally = new Tally(shown(json.get()));
      tallies.put(key, tally);
      first = tally.of(key);
    } finally {
      lock.unlock();
    }
    onFirst.accept(first);
  }

  /** Returns what was seen so far, in the order in which it was first seen. */
  public List<UnknownField> fields() {
    lock.lock();
    try {
      return tallies.entrySet().stream().map(e -> e.getValue().of(e.getKey())).toList();
    } finally {
      lock.unlock();
    }
  }

  private static String shown(String json) {
    return json.contains("PRIVATE KEY") ? "(hidden)" : cut(json);
  }

  private static String cut(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
  }

  private record Key(String type, String field) {}

  private static final class Tally {
    private final String sample;
    private long count = 1;

    Tally(String sample) {
      this.sample = sample;
    }

    UnknownField of(Key key) {
      return new UnknownField(key.type, key.field, count, sample);
    }
  }
}
