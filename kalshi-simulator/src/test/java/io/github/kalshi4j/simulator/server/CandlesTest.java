package io.github.kalshi4j.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.event.EventCandlesticks;
import io.github.kalshi4j.client.market.CandlePeriod;
import io.github.kalshi4j.client.market.Candlestick;
import io.github.kalshi4j.client.market.CandlestickQuery;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.SeriesTicker;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.exchange.Answer;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.exchange.OrderRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandlesTest extends ServerTest {
  private static final SeriesTicker SERIES = SeriesTicker.of("KXHIGHNY");

  private void place(UserId user, BookSide side, String price, long contracts) {
    LimitOrder order =
        LimitOrder.goodTillCanceled(MARKET, side, Price.of(price), Quantity.ofContracts(contracts));
    assertThat(exchange.execute(new Command.Place(user, OrderRequest.from(order))))
        .isInstanceOf(Answer.Placed.class);
  }

  private void advance(long seconds) {
    time.advance(Duration.ofSeconds(seconds));
  }

  private static Instant minute(int number) {
    return OPEN.plusSeconds(60L * number);
  }

  private List<Candlestick> candles(CandlestickQuery query) {
    return ann.markets().candlesticks(SERIES, MARKET, query);
  }

  /** One contract at 60 and two at 30 in the second minute, one at 50 in the fourth. */
  private void trade() {
    advance(60);
    place(BOB, BookSide.ASK, "0.60", 1);
    place(ANN, BookSide.BID, "0.30", 2);
    advance(10);
    place(ANN, BookSide.BID, "0.60", 1);
    advance(10);
    place(BOB, BookSide.ASK, "0.30", 2);
    advance(130);
    place(BOB, BookSide.ASK, "0.50", 1);
    advance(1);
    place(ANN, BookSide.BID, "0.50", 1);
    advance(1);
  }

  @Test
  void aMinuteShowsItsTradesAndQuotes() {
    trade();
    Candlestick second =
        candles(CandlestickQuery.of(minute(2), minute(2), CandlePeriod.MINUTE)).getFirst();
    assertThat(second.end()).isEqualTo(minute(2));
    assertThat(second.price().open()).isEqualTo(Price.of("0.60"));
    assertThat(second.price().high()).isEqualTo(Price.of("0.60"));
    assertThat(second.price().low()).isEqualTo(Price.of("0.30"));
    assertThat(second.price().close()).isEqualTo(Price.of("0.30"));
    assertThat(second.price().mean()).isEqualTo(Money.of("0.40"));
    assertThat(second.price().previous()).isNull();
    assertThat(second.volume()).isEqualTo(Quantity.ofContracts(3));
    assertThat(second.openInterest()).isEqualTo(Quantity.ofContracts(3));
    assertThat(second.bid().open()).isEqualTo(Price.ZERO);
    assertThat(second.bid().high()).isEqualTo(Price.of("0.30"));
    assertThat(second.bid().close()).isEqualTo(Price.ZERO);
    assertThat(second.ask().open()).isEqualTo(Price.ONE);
    assertThat(second.ask().low()).isEqualTo(Price.of("0.60"));
  }

  @Test
  void periodsWithoutTradesAreToldToo() {
    trade();
    List<Candlestick> all = candles(CandlestickQuery.of(OPEN, CLOSE, CandlePeriod.MINUTE));
    assertThat(all)
        .extracting(Candlestick::end)
        .containsExactly(minute(1), minute(2), minute(3), minute(4));
    Candlestick still = all.get(2);
    assertThat(still.price().open()).isNull();
    assertThat(still.price().previous()).isEqualTo(Price.of("0.30"));
    assertThat(still.volume()).isEqualTo(Quantity.ZERO);
    assertThat(still.openInterest()).isEqualTo(Quantity.ofContracts(3));
    assertThat(all.get(3).price().close()).isEqualTo(Price.of("0.50"));
  }

  @Test
  void hoursAndDaysAreFoldedFromMinutes() {
    trade();
    Candlestick hour =
        candles(CandlestickQuery.of(OPEN, OPEN.plusSeconds(3600), CandlePeriod.HOUR)).getFirst();
    assertThat(hour.end()).isEqualTo(OPEN.plusSeconds(3600));
    assertThat(hour.volume()).isEqualTo(Quantity.ofContracts(4));
    assertThat(hour.price().open()).isEqualTo(Price.of("0.60"));
    assertThat(hour.price().close()).isEqualTo(Price.of("0.50"));
    assertThat(hour.price().mean()).isEqualTo(Money.of("0.425"));
    Candlestick day =
        candles(CandlestickQuery.of(OPEN, OPEN.plusSeconds(86_400), CandlePeriod.DAY)).getFirst();
    assertThat(day.end()).as("midnight in New York").isEqualTo("2026-07-05T04:00:00Z");
    assertThat(day.volume()).isEqualTo(hour.volume());
  }

  @Test
  void theLatestCandleBeforeTheStartIsCarriedForward() {
    trade();
    CandlestickQuery query = CandlestickQuery.of(minute(3), minute(3), CandlePeriod.MINUTE);
    List<Candlestick> candles = candles(query.withLatestBeforeStart());
    assertThat(candles).hasSize(2);
    Candlestick carried = candles.getFirst();
    assertThat(carried.end()).isEqualTo(minute(3));
    assertThat(carried.price().open()).isNull();
    assertThat(carried.price().previous()).isEqualTo(Price.of("0.30"));
    assertThat(carried.volume()).isEqualTo(Quantity.ZERO);
    CandlestickQuery first = CandlestickQuery.of(OPEN, minute(1), CandlePeriod.MINUTE);
    assertThat(candles(first.withLatestBeforeStart())).as("nothing was before").hasSize(1);
  }

  @Test
  void candlesOfSeveralMarketsAndOfAnEventAreToldTogether() {
    trade();
    CandlestickQuery query = CandlestickQuery.of(OPEN, CLOSE, CandlePeriod.MINUTE);
    assertThat(ann.markets().candlesticks(List.of(MARKET), query).getFirst().candlesticks())
        .isEqualTo(candles(query));
    EventCandlesticks event = ann.events().candlesticks(SERIES, EVENT, query);
    assertThat(event.markets()).hasSize(1);
    assertThat(event.markets().getFirst().candlesticks()).isEqualTo(candles(query));
  }

  @Test
  void candlesEndWithTheMarket() {
    trade();
    advance(3600);
    assertThat(candles(CandlestickQuery.of(OPEN, CLOSE.plusSeconds(600), CandlePeriod.MINUTE)))
        .hasSize(15);
  }

  @Test
  void whatCannotBeIsRefused() throws Exception {
    String one = "/series/KXHIGHNY/markets/" + MARKET + "/candlesticks?";
    for (String query :
        List.of(
            "",
            "start_ts=1&end_ts=2",
            "start_ts=1&end_ts=2&period_interval=5",
            "start_ts=2&end_ts=1&period_interval=60")) {
      assertThat(send("GET", one + query, "").statusCode()).as(query).isEqualTo(400);
    }
    String range = "start_ts=1&end_ts=2&period_interval=60";
    assertThat(send("GET", one.replace("KXHIGHNY/", "KXOTHER/") + range, "").statusCode())
        .isEqualTo(404);
    assertThat(send("GET", "/markets/candlesticks?" + range, "").statusCode()).isEqualTo(400);
  }
}
