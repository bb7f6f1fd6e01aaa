package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.call.UnknownField;
import java.util.List;
import java.util.Map;

/**
 * What a {@link StreamDecoder} has seen so far, above all what it did not know.
 *
 * @param frames frames decoded, by {@code type}; only known types
 * @param unknownTypes frames passed on as {@link Unrecognized}, by {@code type}; beyond 256 types
 *     the rest is counted under {@code *}
 * @param unknownFields fields of known types that were not read, and words that have no constant;
 *     beyond 1024 the rest is counted under type and field {@code *}
 * @param failures frames that could not be decoded
 */
public record DecoderStatistics(
    Map<String, Long> frames,
    Map<String, Long> unknownTypes,
    List<UnknownField> unknownFields,
    long failures) {
  public DecoderStatistics {
    frames = Map.copyOf(frames);
    unknownTypes = Map.copyOf(unknownTypes);
    unknownFields = List.copyOf(unknownFields);
  }

  /** Returns how many frames were of an unknown type. */
  public long unrecognized() {
    return unknownTypes.values().stream().mapToLong(Long::longValue).sum();
  }
}
