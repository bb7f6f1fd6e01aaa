package io.github.kalshi4j.client.internal.stream;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** What a subscription wants of its channel: everything, or what these keys name. Immutable. */
record Interest(boolean everything, Set<String> keys) {
  static final Interest EVERYTHING = new Interest(true, Set.of());
  static final Interest NOTHING = new Interest(false, Set.of());

  Interest {
    keys = Set.copyOf(keys);
  }

  static Interest of(Collection<String> keys) {
    return new Interest(false, new HashSet<>(keys));
  }

  boolean includes(String key) {
    return everything || keys.contains(key);
  }

  Interest plus(Collection<String> more) {
    Set<String> all = new HashSet<>(keys);
    all.addAll(more);
    return new Interest(everything, all);
  }

  Interest minus(Collection<String> fewer) {
    Set<String> rest = new HashSet<>(keys);
    rest.removeAll(fewer);
    return new Interest(everything, rest);
  }

  boolean isNothing() {
    return !everything && keys.isEmpty();
  }
}
