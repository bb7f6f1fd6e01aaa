package io.github.kalshi4j.simulator.internal.floor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What has happened, in order. Each item keeps its number, whatever is forgotten before it, so that
 * a reader finds its place again.
 */
public final class Tape<T> {
  private record Entry<T>(long number, T item) {}

  private final List<Entry<T>> entries = new ArrayList<>();
  private long next;

  public void add(T item) {
    entries.add(new Entry<>(next++, item));
  }

  /** Forgets all items for which this holds. */
  public void forgetIf(Predicate<T> forgotten) {
    entries.removeIf(entry -> forgotten.test(entry.item));
  }

  /** Forgets the oldest items for which this holds, up to the first for which it does not. */
  public void forgetFirst(Predicate<T> forgotten) {
    int end = 0;
    while (end < entries.size() && forgotten.test(entries.get(end).item)) {
      end++;
    }
    entries.subList(0, end).clear();
  }

  public int size() {
    return entries.size();
  }

  /** Returns an item by its place among those that are left, from 0. */
  public T get(int place) {
    return entries.get(place).item;
  }

  /** Returns the number of the item at a place. */
  public long number(int place) {
    return entries.get(place).number;
  }

  /** Returns the place of the last item whose number is at most this; −1 if there is none. */
  public int placeAtOrBefore(long number) {
    int low = 0;
    int high = entries.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (entries.get(middle).number <= number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }
}
