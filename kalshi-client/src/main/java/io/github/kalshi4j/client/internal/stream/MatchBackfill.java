package io.github.kalshi4j.client.internal.stream;

import io.github.kalshi4j.client.stream.StreamEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Back-fill of what happens once and has an id: trades and fills. */
final class MatchBackfill<E extends StreamEvent> implements Backfill<E> {
  private final Function<Instant, List<E>> source;
  private final Function<E, Object> id;
  private final ToLongFunction<E> millis;
  private final Map<Object, Long> seen = new HashMap<>();
  private long newest = Long.MIN_VALUE;

  /**
   * Creates a back-fill.
   *
   * @param source reads over REST what happened at or after a time, in any order
   * @param id what tells two events apart
   * @param millis when an event happened, milliseconds since 1970
   */
  MatchBackfill(
      Function<Instant, List<E>> source, Function<E, Object> id, ToLongFunction<E> millis) {
    this.source = source;
    this.id = id;
    this.millis = millis;
  }

  @Override
  public boolean isNew(E event) {
    long time = millis.applyAsLong(event);
    newest = Math.max(newest, time);
    return seen.putIfAbsent(id.apply(event), time) == null;
  }

  @Override
  public int repair(Instant since, Consumer<? super E> handler) {
    List<E> found = new ArrayList<>(source.apply(since));
    found.sort(Comparator.comparingLong(millis));
    int handed = 0;
    for (E event : found) {
      if (isNew(event)) {
        handed++;
        handler.accept(event);
      }
    }
    return handed;
  }

  @Override
  public @Nullable Instant newest() {
    return newest == Long.MIN_VALUE ? null : Instant.ofEpochMilli(newest);
  }

  @Override
  public void forgetBefore(Instant time) {
    long limit = time.toEpochMilli();
    seen.values().removeIf(happened -> happened < limit);
  }
}
