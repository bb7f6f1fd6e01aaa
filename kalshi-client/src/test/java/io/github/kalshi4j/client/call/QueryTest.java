package io.github.kalshi4j.client.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.kalshi4j.client.market.MarketQuery;
import io.github.kalshi4j.client.market.TradeQuery;
import io.github.kalshi4j.client.order.OrderQuery;
import io.github.kalshi4j.client.structuredtarget.StructuredTargetQuery;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.StructuredTargetId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
  @ParameterizedTest
  @CsvSource({
    "2026-01-12T15:00:20Z, 1768230020, 1768230020",
    "2026-01-12T15:00:20.000000001Z, 1768230020, 1768230021",
    "2026-01-12T15:00:20.999999999Z, 1768230020, 1768230021",
    "1969-12-31T23:59:59.500Z, -1, 0"
  })
  void cutsALowerBoundDownwardAndAnUpperOneUpward(Instant time, String from, String to) {
    assertThat(TradeQuery.ALL.from(time).to(time).parameters())
        .containsExactly(new QueryParameter("min_ts", from), new QueryParameter("max_ts", to));
  }

  @Test
  void joinsAListByCommasAndRepeatsTheNameOfOthers() {
    assertThat(
            MarketQuery.ALL
                .withTickers(List.of(MarketTicker.of("A"), MarketTicker.of("B")))
                .parameters())
        .containsExactly(new QueryParameter("tickers", "A,B"));
    assertThat(
            StructuredTargetQuery.ALL
                .withIds(List.of(StructuredTargetId.of("a"), StructuredTargetId.of("b")))
                .parameters())
        .containsExactly(new QueryParameter("ids", "a"), new QueryParameter("ids", "b"));
  }

  @Test
  void refusesAValueThatTheListWouldBreakApart() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> OrderQuery.ALL.withEvents(List.of(EventTicker.of("A"), EventTicker.of("B,C"))))
        .withMessage("event_ticker joins values by commas, one has: B,C");
  }

  @Test
  void refusesListsOfNothingAndValuesThatAreEmpty() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MarketQuery.ALL.withTickers(List.of()))
        .withMessage("tickers must not be empty");
    assertThatIllegalArgumentException().isThrownBy(() -> TradeQuery.ALL.withCursor(""));
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1001, Integer.MAX_VALUE})
  void refusesAPageSizeThatTheExchangeWould(int limit) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TradeQuery.ALL.withLimit(limit))
        .withMessage("limit must be 1 to 1000: " + limit);
  }

  @Test
  void showsWhatIsAsked() {
    assertThat(TradeQuery.ALL.withMarket(MarketTicker.of("A")).withLimit(5))
        .hasToString("TradeQuery[ticker=A, limit=5]");
  }

  @Test
  void isNoOtherQueryWithTheSameFilters() {
    assertThat((Object) TradeQuery.ALL).isNotEqualTo(OrderQuery.ALL);
    assertThat(TradeQuery.ALL).isNotEqualTo(null).isEqualTo(TradeQuery.ALL);
  }
}
