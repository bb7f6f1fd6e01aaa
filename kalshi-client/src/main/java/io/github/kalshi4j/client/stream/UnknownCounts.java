package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.stream.DecoderStatistics.UnknownField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Counts the types and fields that the decoder does not know, within bounds. */
final class UnknownCounts {
  private static final int MAX_TYPES = 256;
  private static final int MAX_FIELDS = 1024;
  private static final String REST = "*";

  private final Map<String, Long> types = new LinkedHashMap<>();
  private final Map<Key, UnknownField> fields = new LinkedHashMap<>();

  void type(String type) {
    types.merge(types.containsKey(type) || types.size() < MAX_TYPES ? type : REST, 1L, Long::sum);
  }

  /** Counts a field, and asks for its JSON only the first time. */
  void field(String type, String field, Supplier<String> json) {
    Key key = new Key(type, field);
    UnknownField seen = fields.get(key);
    if (seen == null && fields.size() >= MAX_FIELDS) {
      key = new Key(REST, REST);
      seen = fields.get(key);
    }
    fields.put(
        key,
        seen == null
            ? new UnknownField(key.type, key.field, 1, json.get())
            : new UnknownField(key.type, key.field, seen.count() + 1, seen.sample()));
  }

  Map<String, Long> types() {
    return types;
  }

  List<UnknownField> fields() {
    return List.copyOf(fields.values());
  }

  private record Key(String type, String field) {}
}
