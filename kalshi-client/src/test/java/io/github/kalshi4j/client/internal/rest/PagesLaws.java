package io.github.kalshi4j.client.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.call.Page;
import io.github.kalshi4j.client.error.KalshiDecodingException;
import io.github.kalshi4j.client.market.TradeQuery;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Going over all pages, whatever their sizes. */
class PagesLaws {
  /** Pages of 0 to 5 items, each item once. */
  @Provide
  Arbitrary<List<List<Integer>>> still() {
    return Arbitraries.integers()
        .between(0, 5)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(PagesLaws::of);
  }

  /** Pages on which items come again, since the list shifts while it is read. */
  @Provide
  Arbitrary<List<List<Integer>>> shifting() {
    return Arbitraries.integers()
        .between(0, 12)
        .list()
        .ofMaxSize(6)
        .list()
        .ofMinSize(1)
        .ofMaxSize(9);
  }

  private static List<List<Integer>> of(List<Integer> sizes) {
    List<List<Integer>> pages = new ArrayList<>();
    int item = 0;
    for (int size : sizes) {
      pages.add(IntStream.range(item, item + size).boxed().toList());
      item += size;
    }
    return pages;
  }

  private static List<Integer> flat(List<List<Integer>> pages) {
    return pages.stream().flatMap(List::stream).toList();
  }

  @Property(tries = 300)
  void visitsEachItemOnceInOrder(@ForAll("still") List<List<Integer>> pages) {
    PagedList list = new PagedList(pages);

    assertThat(list.all(TradeQuery.ALL)).containsExactlyElementsOf(flat(pages));
    assertThat(list.asked()).hasSameSizeAs(pages);
  }

  @Property(tries = 300)
  void leavesOutItemsThatComeAgain(@ForAll("shifting") List<List<Integer>> pages) {
    assertThat(new PagedList(pages).all(TradeQuery.ALL))
        .containsExactlyElementsOf(flat(pages).stream().distinct().toList());
  }

  @Property(tries = 300)
  void asksForNoPageBeforeItIsNeeded(
      @ForAll("still") List<List<Integer>> pages, @ForAll @IntRange(max = 70) int wanted) {
    PagedList list = new PagedList(pages);

    assertThat(list.all(TradeQuery.ALL).limit(wanted))
        .containsExactlyElementsOf(flat(pages).stream().limit(wanted).toList());
    assertThat(list.asked()).hasSize(pagesFor(wanted, pages));
  }

  @Property(tries = 300)
  void asksForNoPageBeforeAnIteratorNeedsIt(
      @ForAll("still") List<List<Integer>> pages, @ForAll @IntRange(max = 70) int wanted) {
    PagedList list = new PagedList(pages);
    Iterator<Integer> items = list.all(TradeQuery.ALL).iterator();
    assertThat(list.asked()).isEmpty();

    for (int i = 0; i < wanted && items.hasNext(); i++) {
      assertThat(items.next()).isEqualTo(i);
    }

    assertThat(list.asked()).hasSize(pagesFor(wanted, pages));
  }

  /** Returns how many pages must be read to know so many items, or that there are not so many. */
  private static int pagesFor(int wanted, List<List<Integer>> pages) {
    int known = 0;
    int read = 0;
    while (known < wanted && read < pages.size()) {
      known += pages.get(read++).size();
    }
    return read;
  }

  @Property(tries = 300)
  void failsOnACursorThatComesAgainAfterGivingWhatCameBefore(
      @ForAll("still") List<List<Integer>> pages, @ForAll @IntRange(max = 11) int back) {
    int last = pages.size() - 1;
    int earlier = Math.min(back, last);
    List<Integer> given = new ArrayList<>();
    List<Integer> asked = new ArrayList<>();

    // The last page leads back to one that was read, as one page leads to itself.
    assertThatThrownBy(() ->
            Pages.all(
                    TradeQuery.ALL,
                    query -> {
                      int number = numberOf(query);
                      asked.add(number);
                      int next = number >= last ? Math.max(earlier, 1) : number + 1;
                      return new Page<>(
                          number <= last ? pages.get(number) : List.of(), String.valueOf(next));
                    },
                    item -> item)
                .forEach(given::add))
        .isInstanceOf(KalshiDecodingException.class)
        .hasMessageContaining("the same cursor came twice")
        .hasMessageContaining("limit=1000");
    assertThat(asked).hasSizeLessThanOrEqualTo(pages.size() + 2);
    assertThat(given).isSubsetOf(flat(pages)).doesNotHaveDuplicates();
  }

  private static int numberOf(TradeQuery query) {
    return query.parameters().stream()
        .filter(p -> p.name().equals("cursor"))
        .mapToInt(p -> Integer.parseInt(p.value()))
        .findFirst()
        .orElse(0);
  }
}
