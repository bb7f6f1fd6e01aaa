package io.github.kalshi4j.client.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.error.KalshiDecodingException;
import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.fee.FeeType;
import io.github.kalshi4j.client.market.CandlePeriod;
import io.github.kalshi4j.client.market.Candlestick;
import io.github.kalshi4j.client.market.CandlestickQuery;
import io.github.kalshi4j.client.market.MarketCandlesticks;
import io.github.kalshi4j.client.order.OrderAddress;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.RestTest;
import io.github.kalshi4j.client.value.CollectionTicker;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.FeeChangeId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.SeriesTicker;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class EventsTest extends RestTest {
  private static final SeriesTicker SERIES = SeriesTicker.of("KXBTC15M");
  private static final EventTicker EVENT = EventTicker.of("KXBTC15M-26NOV271430");
  private static final MarketTicker MARKET = MarketTicker.of("KXBTC15M-26NOV271430-30");
  private static final Instant START = Instant.parse("2026-11-27T14:15:00Z");
  private static final Instant END = Instant.parse("2026-11-27T14:30:00Z");
  private static final CandlestickQuery CANDLES =
      CandlestickQuery.of(START, END, CandlePeriod.MINUTE);
  private static final String CANDLES_PATH =
      "GET /series/KXBTC15M/events/KXBTC15M-26NOV271430/candlesticks";

  @Test
  void tellsOrdersWhereTheMarketsOfAnEventLive() throws IOException {
    Path form = Path.of("src/test/resources/rest/GetEvent.json");
    String event = new JsonMapper().readTree(Files.readString(form)).get("response").toString();
    exchange.on("GET /events/" + EVENT, Reply.json(event));
    exchange.on("DELETE /portfolio/events/orders/A", Reply.status(404));

    client.events().get(EVENT);
    assertThatThrownBy(() -> client.orders().cancel(OrderAddress.in(MARKET, OrderId.of("A"))))
        .hasMessageContaining("404");

    assertThat(exchange.requests().getLast().query("exchange_index")).containsExactly("2");
  }

  @Test
  void goesOverAllPagesWithoutTheMilestones() {
    exchange.on(
        "GET /events",
        Reply.json("{\"events\":[" + event("A", "") + "],\"cursor\":\"next\"}"),
        Reply.json("{\"events\":[" + event("A", "") + ',' + event("B", "") + "],\"cursor\":\"\"}"));

    assertThat(client.events().all(EventQuery.ALL))
        .extracting(Event::ticker)
        .containsExactly(EventTicker.of("A"), EventTicker.of("B"));
    assertThat(exchange.requests().getLast().query().toString())
        .isEqualTo("[limit=200, cursor=next]");
  }

  @Test
  void takesWhatAnEventDoesNotHaveAsNothing() {
    Event event = read("");

    assertThat(event.collateralReturn()).isNull();
    assertThat(event.settlementSources()).isEmpty();
    assertThat(event.markets()).isEmpty();
    assertThat(event.feeOverride()).isEmpty();
    assertThat(event.fees(FeeSchedule.STANDARD)).isEqualTo(FeeSchedule.STANDARD);
  }

  @Test
  void overridesTheFeesOfItsSeries() {
    Event event = read(",\"fee_type_override\":\"quadratic\",\"fee_multiplier_override\":0.5");

    FeeSchedule half = FeeSchedule.of(FeeType.QUADRATIC, 0.5);
    assertThat(event.feeOverride()).contains(half);
    assertThat(event.fees(FeeSchedule.STANDARD)).isEqualTo(half);
  }

  @Test
  void computesNothingFromHalfAnOverride() {
    for (String half :
        List.of("\"fee_type_override\":\"quadratic\"", "\"fee_multiplier_override\":0.5")) {
      Event event = read(',' + half);

      assertThat(event.feeOverride()).isEmpty();
      assertThat(event.fees(FeeSchedule.STANDARD).type().isComputable()).isFalse();
    }
  }

  @Test
  void keepsFeesThatItDoesNotKnow() {
    Event event = read(",\"fee_type_override\":\"cubic\",\"fee_multiplier_override\":1");

    assertThat(event.fees(FeeSchedule.STANDARD).type()).isEqualTo(FeeType.UNRECOGNIZED);
  }

  @Test
  void saysWhetherAFeeChangeClearsTheOverride() {
    assertThat(change(null, null).isCleared()).isTrue();
    assertThat(change(null, null).fees(FeeSchedule.STANDARD)).isEqualTo(FeeSchedule.STANDARD);
    assertThat(change(FeeType.QUADRATIC, null).isCleared()).isFalse();
    assertThat(change(FeeType.QUADRATIC, new BigDecimal("0.30000000000000004")).feeOverride())
        .contains(FeeSchedule.of(FeeType.QUADRATIC, 0.3));
  }

  @Test
  void pairsMarketsWithTheirCandles() {
    exchange.on(
        CANDLES_PATH,
        Reply.json(
            "{\"market_tickers\":[\"A\",\"B\"],\"market_candlesticks\":[null,[]],"
                + "\"adjusted_end_ts\":1795789800}"));

    EventCandlesticks candles = client.events().candlesticks(SERIES, EVENT, CANDLES);

    assertThat(candles.markets())
        .containsExactly(
            new MarketCandlesticks(MarketTicker.of("A"), Collections.<Candlestick>emptyList()),
            new MarketCandlesticks(MarketTicker.of("B"), Collections.<Candlestick>emptyList()));
    assertThat(candles.adjustedEnd()).isEqualTo(END);
  }

  @Test
  void readsNoCandlesOfAnEventWithoutMarkets() {
    exchange.on(
        CANDLES_PATH,
        Reply.json(
            "{\"market_tickers\":null,\"market_candlesticks\":null,\"adjusted_end_ts\":1795789800}"));

    assertThat(client.events().candlesticks(SERIES, EVENT, CANDLES).markets()).isEmpty();
  }

  @Test
  void refusesCandlesThatBelongToNoMarket() {
    exchange.on(
        CANDLES_PATH,
        Reply.json(
            "{\"market_tickers\":[\"A\"],\"market_candlesticks\":[[],[]],"
                + "\"adjusted_end_ts\":1795789800}"));

    assertThatThrownBy(() -> client.events().candlesticks(SERIES, EVENT, CANDLES))
        .isInstanceOf(KalshiDecodingException.class)
        .hasMessageContaining("candles of 2 markets for the tickers of 1");
  }

  @Test
  void refusesTheLatestBeforeTheStartOfAnEvent() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> client.events().candlesticks(SERIES, EVENT, CANDLES.withLatestBeforeStart()))
        .withMessageContaining("include_latest_before_start=true");
    assertThat(exchange.requests()).isEmpty();
  }

  @Test
  void listsCombosOfASeriesOrOfACollection() {
    CollectionTicker collection = CollectionTicker.of("KXMVECRYPTO");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ComboEventQuery.ALL.withSeries(SERIES).withCollection(collection))
        .withMessageContaining("KXMVECRYPTO");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ComboEventQuery.ALL.withCollection(collection).withSeries(SERIES))
        .withMessageContaining("KXBTC15M");
  }

  @Test
  void refusesForecastsThatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ForecastQuery.of(List.of(), START, END, ForecastPeriod.HOUR))
        .withMessageContaining("percentiles must not be empty");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ForecastQuery.of(List.of(10_000), START, END, ForecastPeriod.HOUR))
        .withMessageContaining("10000");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> ForecastQuery.of(Collections.nCopies(11, 5000), START, END, ForecastPeriod.HOUR))
        .withMessageContaining("at most 10");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ForecastQuery.of(List.of(5000), END, START, ForecastPeriod.HOUR))
        .withMessageContaining(END.toString());
  }

  @Test
  void refusesMoreEventsThanAPageHolds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EventQuery.ALL.withLimit(201))
        .withMessageContaining("201");
  }

  private Event read(String more) {
    exchange.clear();
    exchange.on("GET /events/E", Reply.json("{\"event\":" + event("E", more) + '}'));
    return client.events().get(EventTicker.of("E"));
  }

  private static String event(String ticker, String more) {
    return "{\"event_ticker\":\""
        + ticker
        + "\",\"series_ticker\":\"S\",\"sub_title\":\"\",\"title\":\"\","
        + "\"collateral_return_type\":\"\",\"mutually_exclusive\":false,"
        + "\"settlement_sources\":null"
        + more
        + '}';
  }

  private static EventFeeChange change(@Nullable FeeType type, @Nullable BigDecimal multiplier) {
    return new EventFeeChange(FeeChangeId.of("1"), EVENT, SERIES, type, multiplier, START);
  }
}
