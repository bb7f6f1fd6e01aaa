package io.github.kalshi4j.client.value;

import java.util.List;
import java.util.Optional;

/**
 * A JSON object whose field names are data rather than part of the format, such as the tags of each
 * category; in the order in which they were sent.
 */
public record Entries<T>(List<Entry<T>> list) {
  public Entries {
    list = List.copyOf(list);
  }

  /** Returns the value under a name. */
  public Optional<T> get(String name) {
    return list.stream().filter(e -> e.name().equals(name)).map(Entry::value).findFirst();
  }

  /** Returns the names. */
  public List<String> names() {
    return list.stream().map(Entry::name).toList();
  }

  /** One name and what stands under it. */
  public record Entry<T>(String name, T value) {}
}
