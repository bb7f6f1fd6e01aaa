package io.github.kalshi4j.engine.tape.format;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A tape's last record: what must have been read by then.
 *
 * @param frames how many frames each source has
 * @param firstNanos receive time of the first record, nanoseconds since 1970; null on an empty tape
 * @param lastNanos receive time of the last record before this one; null on an empty tape
 * @param gaps the index of gaps, in order of their start, each with its end
 */
public record TapeEnd(
    SortedMap<String, Long> frames,
    @Nullable Long firstNanos,
    @Nullable Long lastNanos,
    List<TapeGap> gaps) {
  public TapeEnd {
    frames = Collections.unmodifiableSortedMap(new TreeMap<>(frames));
    gaps = List.copyOf(gaps);
  }
}
