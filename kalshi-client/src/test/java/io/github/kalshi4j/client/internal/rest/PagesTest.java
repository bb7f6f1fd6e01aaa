package io.github.kalshi4j.client.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.call.Page;
import io.github.kalshi4j.client.error.KalshiDecodingException;
import io.github.kalshi4j.client.error.KalshiTransportException;
import io.github.kalshi4j.client.market.TradeQuery;
import io.github.kalshi4j.client.value.MarketTicker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PagesTest {
  private static final TradeQuery OF_MARKET = TradeQuery.ALL.withMarket(MarketTicker.of("A"));

  @Test
  void asksForTheLargestPagesAndKeepsTheFiltersOnEach() {
    PagedList list = new PagedList(List.of(List.of(1, 2), List.of(), List.of(3)));

    assertThat(list.all(OF_MARKET)).containsExactly(1, 2, 3);

    TradeQuery first = OF_MARKET.withLimit(1000);
    assertThat(list.asked()).containsExactly(first, first.withCursor("1"), first.withCursor("2"));
  }

  @Test
  void keepsThePageSizeThatIsSet() {
    PagedList list = new PagedList(List.of(List.of(1), List.of(2)));

    assertThat(list.all(TradeQuery.ALL.withLimit(1))).containsExactly(1, 2);
    assertThat(list.asked())
        .extracting(TradeQuery::toString)
        .containsExactly("TradeQuery[limit=1]", "TradeQuery[limit=1, cursor=1]");
  }

  @Test
  void beginsAtACursorThatIsSet() {
    PagedList list = new PagedList(List.of(List.of(1), List.of(2), List.of(3)));

    assertThat(list.all(TradeQuery.ALL.withCursor("1"))).containsExactly(2, 3);
  }

  @Test
  void goesThroughAListThatIsLongerThanItRemembers() {
    List<List<Integer>> pages = new ArrayList<>();
    for (int from = 0; from < 250_000; from += 1000) {
      // Each page begins with the last item of the one before, as in a list that has grown by one.
      pages.add(IntStream.range(Math.max(0, from - 1), from + 1000).boxed().toList());
    }

    List<Integer> all = new PagedList(pages).all(TradeQuery.ALL).toList();

    assertThat(all).hasSize(250_000).isSorted().startsWith(0).endsWith(249_999);
  }

  @Test
  void asksForNothingUntilItIsConsumed() {
    PagedList list = new PagedList(List.of(List.of(1)));

    Stream<Integer> all = list.all(TradeQuery.ALL).filter(item -> item > 0);

    assertThat(list.asked()).isEmpty();
    assertThat(all.findFirst()).contains(1);
  }

  @Test
  void endsOnAnEmptyMissingOrNullCursorAndNotOnAShortPage() {
    assertThat(new Page<>(List.of(1), "").next()).isEmpty();
    assertThat(new Page<>(List.of(1), null).next()).isEmpty();
    assertThat(new PagedList(List.of(List.of(), List.of(1))).all(TradeQuery.ALL))
        .containsExactly(1);
  }

  @Test
  void failsOnPagesWithoutEndThatHaveNothingNew() {
    List<Integer> asked = new ArrayList<>();

    assertThatThrownBy(() ->
            Pages.all(
                    OF_MARKET,
                    query -> {
                      asked.add(1);
                      return new Page<>(List.of(7, 8), "c" + asked.size());
                    },
                    item -> item)
                .toList())
        .isInstanceOf(KalshiDecodingException.class)
        .hasMessageStartingWith("1000 pages in a row had nothing new")
        .hasMessageContaining("ticker=A");
    assertThat(asked).hasSize(1001);
  }

  @Test
  void goesOnOverHundredsOfEmptyPages() {
    List<List<Integer>> pages = new ArrayList<>(Collections.nCopies(900, List.of()));
    pages.add(List.of(1));
    pages.addAll(Collections.nCopies(900, List.of()));
    pages.add(List.of(2));

    assertThat(new PagedList(pages).all(TradeQuery.ALL)).containsExactly(1, 2);
  }

  @Test
  void asksAgainForThePageThatFailedIfTheIteratorIsAskedAgain() {
    PagedList list = new PagedList(List.of(List.of(1), List.of(2)));
    boolean[] fails = {false};
    Iterator<Integer> items =
        Pages.all(
                TradeQuery.ALL,
                query -> {
                  if (fails[0]) {
                    throw new KalshiTransportException("no answer", new IllegalStateException());
                  }
                  return list.page(query);
                },
                item -> item)
            .iterator();
    assertThat(items.next()).isEqualTo(1);

    fails[0] = true;
    assertThatThrownBy(items::hasNext).isInstanceOf(KalshiTransportException.class);
    fails[0] = false;

    assertThat(items.next()).isEqualTo(2);
  }

  @Test
  void givesEveryItemOnceToAParallelStream() {
    List<List<Integer>> pages =
        IntStream.range(0, 50).mapToObj(n -> List.of(2 * n, 2 * n + 1, 2 * n + 2)).toList();

    assertThat(new PagedList(pages).all(TradeQuery.ALL).parallel().mapToInt(i -> i).sum())
        .isEqualTo(IntStream.rangeClosed(0, 100).sum());
  }
}
