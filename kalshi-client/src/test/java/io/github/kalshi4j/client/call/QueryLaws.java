package io.github.kalshi4j.client.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.market.TradeQuery;
import io.github.kalshi4j.client.value.MarketTicker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A query is a set of filters. */
class QueryLaws {
  /** One filter that is set to a value; setting the same one with another replaces it. */
  record Step(int filter, int value) {
    TradeQuery on(TradeQuery query) {
      return switch (filter) {
        case 0 -> query.withMarket(MarketTicker.of("M" + value));
        case 1 -> query.from(Instant.ofEpochSecond(value));
        case 2 -> query.to(Instant.ofEpochSecond(value));
        case 3 -> query.withBlockTrades(value % 2 == 0);
        case 4 -> query.withLimit(value + 1);
        default -> query.withCursor("c" + value);
      };
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Arbitraries.integers()
        .between(0, 5)
        .flatMap(f -> Arbitraries.integers().between(0, 3).map(v -> new Step(f, v)))
        .list()
        .ofMaxSize(12);
  }

  private static TradeQuery after(Iterable<Step> steps) {
    TradeQuery query = TradeQuery.ALL;
    for (Step step : steps) {
      query = step.on(query);
    }
    return query;
  }

  /** The last step of each filter, in the order in which the filters were first set. */
  private static List<Step> last(List<Step> steps) {
    Map<Integer, Step> last = new LinkedHashMap<>();
    steps.forEach(step -> last.put(step.filter(), step));
    return new ArrayList<>(last.values());
  }

  @Property(tries = 300)
  void settingAgainReplaces(@ForAll("steps") List<Step> steps) {
    TradeQuery query = after(steps);

    assertThat(query).isEqualTo(after(last(steps)));
    assertThat(query.parameters()).hasSameSizeAs(last(steps));
    assertThat(query.parameters().stream().map(QueryParameter::name)).doesNotHaveDuplicates();
  }

  @Property(tries = 300)
  void theOrderOfSettingMakesNoDifference(@ForAll("steps") List<Step> steps, @ForAll long seed) {
    List<Step> shuffled = last(steps);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(after(shuffled)).isEqualTo(after(steps)).hasSameHashCodeAs(after(steps));
  }

  @Property(tries = 300)
  void aQueryIsNeverChanged(@ForAll("steps") List<Step> steps, @ForAll("steps") List<Step> more) {
    TradeQuery query = after(steps);
    List<QueryParameter> before = List.copyOf(query.parameters());

    more.forEach(step -> step.on(query));

    assertThat(query.parameters()).isEqualTo(before);
    assertThat(TradeQuery.ALL.parameters()).isEmpty();
  }

  @Property(tries = 300)
  void queriesDifferThatDifferInAFilter(
      @ForAll("steps") List<Step> steps,
      @ForAll @IntRange(max = 5) int filter,
      @ForAll @IntRange(max = 1) int value) {
    TradeQuery one = new Step(filter, value).on(after(steps));
    TradeQuery other = new Step(filter, value + 1).on(after(steps));

    assertThat(one).isNotEqualTo(other);
  }
}
