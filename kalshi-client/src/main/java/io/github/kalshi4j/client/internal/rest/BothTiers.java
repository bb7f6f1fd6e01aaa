package io.github.kalshi4j.client.internal.rest;

import java.util.HashSet;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What is live and then what is archived, as one list, each read only when it is needed.
 *
 * <p>Items move in one direction, from the live tier to the archive, at any time. One that moves
 * while we read is therefore in the archive by the time we come to it, provided that the archive is
 * read last and as far as the live tier was asked for, not only up to a cutoff known before. One
 * that was already given from the live tier then comes again, and is left out.
 */
final class BothTiers<T> extends Spliterators.AbstractSpliterator<T> {
  private final BooleanSupplier archivedOnly;
  private final Spliterator<T> live;
  private final Spliterator<T> archive;
  private final Function<T, Object> key;
  private final Set<Object> seenLive = new HashSet<>();
  private boolean begun;
  private boolean liveIsRead;

  private BothTiers(
      BooleanSupplier archivedOnly, Stream<T> live, Stream<T> archive, Function<T, Object> key) {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.DISTINCT);
    this.archivedOnly = archivedOnly;
    this.live = live.spliterator();
    this.archive = archive.spliterator();
    this.key = key;
  }

  /**
   * Returns the items of both tiers.
   *
   * @param archivedOnly asked once, before anything is read: whether nothing that is meant can be
   *     live, nor ever will be
   * @param live lazy, and without duplicates of its own
   * @param archive likewise
   * @param key what tells two items apart
   */
  static <T> Stream<T> of(
      BooleanSupplier archivedOnly, Stream<T> live, Stream<T> archive, Function<T, Object> key) {
    return StreamSupport.stream(new BothTiers<>(archivedOnly, live, archive, key), false);
  }

  @Override
  public boolean tryAdvance(Consumer<? super T> action) {
    if (!begun) {
      liveIsRead = archivedOnly.getAsBoolean();
      begun = true;
    }
    if (!liveIsRead && live.tryAdvance(item -> giveLive(item, action))) {
      return true;
    }
    liveIsRead = true;
    NextUnseen next = new NextUnseen(action);
    while (!next.found && archive.tryAdvance(next)) {
      // one that was live when it was given
    }
    return next.found;
  }

  private void giveLive(T item, Consumer<? super T> action) {
    seenLive.add(key.apply(item));
    action.accept(item);
  }

  /** Passes an item on unless it was given before. */
  private final class NextUnseen implements Consumer<T> {
    private final Consumer<? super T> action;
    private boolean found;

    NextUnseen(Consumer<? super T> action) {
      this.action = action;
    }

    @Override
    public void accept(T item) {
      if (!seenLive.contains(key.apply(item))) {
        found = true;
        action.accept(item);
      }
    }
  }
}
