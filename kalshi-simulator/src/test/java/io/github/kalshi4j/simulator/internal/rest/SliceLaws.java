package io.github.kalshi4j.simulator.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.simulator.internal.floor.Tape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever comes and goes between two pages, all that stays is shown, and once. */
class SliceLaws {
  private static final int ODD = 1;

  /**
   * A list that changes.
   *
   * @param page returns the page that a request asks for
   * @param remove takes the item away that has the given place, if there are so many
   * @param add puts in an item that was never there
   */
  private record Changing(
      Set<Integer> there, Function<ApiRequest, Slice<Integer>> page, Forget remove, Runnable add) {
    interface Forget {
      void at(int place);
    }
  }

  private static ApiRequest request(String cursor) {
    Map<String, List<String>> query =
        cursor.isEmpty() ? Map.of() : Map.of("cursor", List.of(cursor));
    return new ApiRequest(Map.of(), query, new byte[0], null, null);
  }

  /** Turns all pages; between two of them one thing changes. Returns what was shown. */
  private static List<Integer> readWhileItChanges(Changing list, List<Integer> changes) {
    List<Integer> shown = new ArrayList<>();
    Set<Integer> stayed = new HashSet<>(list.there);
    String cursor = "";
    int pages = 0;
    do {
      Slice<Integer> slice = list.page.apply(request(cursor));
      shown.addAll(slice.items());
      cursor = slice.cursor();
      int change = changes.isEmpty() ? 0 : changes.get(pages % changes.size());
      if (change < 0) {
        list.add.run();
      } else if (change > 0) {
        list.remove.at(change - 1);
      }
      stayed.retainAll(list.there);
      pages++;
    } while (!cursor.isEmpty() && pages < 1_000);
    assertThat(cursor).as("an end").isEmpty();
    assertThat(shown).doesNotHaveDuplicates().allMatch(item -> item % 2 == ODD);
    assertThat(shown).containsAll(stayed.stream().filter(item -> item % 2 == ODD).toList());
    return shown;
  }

  @Property
  void oldestFirst(
      @ForAll @IntRange(max = 40) int items,
      @ForAll @IntRange(min = 1, max = 7) int limit,
      @ForAll @Size(max = 20) List<@IntRange(min = -1, max = 40) Integer> changes) {
    List<Integer> all = new ArrayList<>();
    Set<Integer> there = new HashSet<>();
    int[] next = {0};
    Runnable add =
        () -> {
          there.add(next[0]);
          all.add(next[0]++);
        };
    for (int i = 0; i < items; i++) {
      add.run();
    }
    Changing list =
        new Changing(
            there,
            request ->
                Slice.oldestFirst(all, Integer::longValue, item -> item % 2 == ODD, limit, request),
            place -> {
              if (place < all.size()) {
                there.remove(all.remove(place));
              }
            },
            () -> {
              if (next[0] < 100) { // or it never ends
                add.run();
              }
            });
    assertThat(readWhileItChanges(list, changes)).isSorted();
  }

  @Property
  void newestFirst(
      @ForAll @IntRange(max = 40) int items,
      @ForAll @IntRange(min = 1, max = 7) int limit,
      @ForAll @Size(max = 20) List<@IntRange(min = -1, max = 40) Integer> changes) {
    Tape<Integer> all = new Tape<>();
    Set<Integer> there = new HashSet<>();
    int[] next = {0};
    Runnable add =
        () -> {
          there.add(next[0]);
          all.add(next[0]++);
        };
    for (int i = 0; i < items; i++) {
      add.run();
    }
    Changing list =
        new Changing(
            there,
            request -> Slice.newestFirst(all, item -> item % 2 == ODD, limit, request),
            place -> {
              if (place < all.size()) {
                int gone = all.get(place);
                all.forgetIf(item -> item == gone);
                there.remove(gone);
              }
            },
            add);
    assertThat(readWhileItChanges(list, changes)).isSortedAccordingTo(Comparator.reverseOrder());
  }
}
