package io.github.kalshi4j.client.internal.stream;

import io.github.kalshi4j.client.stream.StreamEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** Back-fill of what happens once and has an id: trades and fills. */
final class MatchBackfill<E extends StreamEvent> implements Backfill<E> {
  private final Function<Instant, List<E>> source;
  private final Function<E, Object> id;
  private final ToLongFunction<E> millis;
  private final Map<Object, Long> seen = new HashMap<>();
  private long newest;

  /**
   * Creates a back-fill.
   *
   * @param source reads over REST what happened at or after a time, in order of time
   * @param id what tells two events apart
   * @param millis when an event happened, milliseconds since 1970; 0 if that is not known
   */
  MatchBackfill(
      Function<Instant, List<E>> source, Function<E, Object> id, ToLongFunction<E> millis) {
    this.source = source;
    this.id = id;
    this.millis = millis;
  }

  @Override
  public boolean isNew(E event, boolean read) {
    long time = millis.applyAsLong(event);
    newest = Math.max(newest, time);
    return seen.putIfAbsent(id.apply(event), time == 0 ? newest : time) == null;
  }

  @Override
  public Supplier<List<E>> reading(Instant since, boolean fromKnown) {
    return () -> source.apply(since);
  }

  @Override
  public void forgetBefore(Instant time) {
    long limit = time.toEpochMilli();
    seen.values().removeIf(happened -> happened < limit);
  }

  /** Returns how many events it remembers. */
  int remembered() {
    return seen.size();
  }
}
