package io.github.kalshi4j.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.error.KalshiApiException;
import io.github.kalshi4j.client.event.Event;
import io.github.kalshi4j.client.event.EventQuery;
import io.github.kalshi4j.client.market.Market;
import io.github.kalshi4j.client.market.MarketFilterStatus;
import io.github.kalshi4j.client.market.MarketQuery;
import io.github.kalshi4j.client.market.MarketStatus;
import io.github.kalshi4j.client.market.OrderBookSnapshot;
import io.github.kalshi4j.client.market.ResultKind;
import io.github.kalshi4j.client.market.Trade;
import io.github.kalshi4j.client.market.TradeQuery;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.series.SeriesQuery;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.SeriesTicker;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.exchange.Answer;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.exchange.OrderRequest;
import io.github.kalshi4j.simulator.market.ListedMarket;
import io.github.kalshi4j.simulator.market.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarketsTest extends ServerTest {
  private void place(UserId user, BookSide side, String price, long contracts) {
    LimitOrder order =
        LimitOrder.goodTillCanceled(MARKET, side, Price.of(price), Quantity.ofContracts(contracts));
    assertThat(exchange.execute(new Command.Place(user, OrderRequest.from(order))))
        .isInstanceOf(Answer.Placed.class);
  }

  @Test
  void aMarketShowsItsTopOfBook() {
    place(ANN, BookSide.BID, "0.40", 10);
    place(BOB, BookSide.ASK, "0.60", 5);
    Market market = ann.markets().get(MARKET);
    assertThat(market.status()).isEqualTo(MarketStatus.ACTIVE);
    assertThat(market.bid()).isEqualTo(Price.of("0.40"));
    assertThat(market.bidQuantity()).isEqualTo(Quantity.of("10"));
    assertThat(market.ask()).isEqualTo(Price.of("0.60"));
    assertThat(market.close()).isEqualTo(CLOSE);
    assertThat(market.event()).isEqualTo(EVENT);
    assertThat(market.lastPrice()).isNull();
  }

  @Test
  void aBookShowsAllLevelsOfBothSides() {
    place(ANN, BookSide.BID, "0.40", 10);
    place(ANN, BookSide.BID, "0.39", 1);
    place(BOB, BookSide.ASK, "0.60", 5);
    place(BOB, BookSide.ASK, "0.65", 2);
    OrderBookSnapshot book = ann.markets().orderBook(MARKET);
    assertThat(book.bids())
        .extracting(level -> level.price().toString())
        .containsExactly("0.4000", "0.3900");
    assertThat(book.asks())
        .extracting(level -> level.price().toString())
        .containsExactly("0.6000", "0.6500");
    assertThat(ann.markets().orderBook(MARKET, 1).bids()).hasSize(1);
    assertThat(ann.markets().orderBooks(List.of(MARKET))).hasSize(1);
  }

  @Test
  void tradesAreOnTheTapeTheNewestFirst() {
    place(BOB, BookSide.ASK, "0.60", 5);
    place(ANN, BookSide.BID, "0.60", 2);
    place(ANN, BookSide.BID, "0.61", 1);
    List<Trade> trades = ann.markets().allTrades(TradeQuery.ALL.withLimit(1)).toList();
    assertThat(trades)
        .extracting(trade -> trade.quantity().toString())
        .containsExactly("1.00", "2.00");
    assertThat(trades).allMatch(trade -> trade.takerSide() == BookSide.BID);
    assertThat(ann.markets().get(MARKET).volume24h()).isEqualTo(Quantity.of("3"));
  }

  @Test
  void listsMarketsPageByPage() {
    for (int i = 0; i < 7; i++) {
      MarketTicker ticker = MarketTicker.of("KXHIGHNY-26JUL05-T" + i);
      done(new Command.ListMarket(ListedMarket.of(ticker, EVENT, OPEN, CLOSE)));
    }
    assertThat(ann.markets().all(MarketQuery.ALL.withLimit(3))).hasSize(8);
    assertThat(ann.markets().list(MarketQuery.ALL.withLimit(3)).items()).hasSize(3);
    assertThat(ann.markets().all(MarketQuery.ALL.withTickers(List.of(MARKET)))).hasSize(1);
    assertThat(ann.markets().all(MarketQuery.ALL.withStatus(MarketFilterStatus.SETTLED))).isEmpty();
  }

  @Test
  void aDecidedMarketShowsItsResult() {
    time.advance(Duration.ofMinutes(20));
    assertThat(ann.markets().get(MARKET).status()).isEqualTo(MarketStatus.CLOSED);
    done(new Command.Determine(MARKET, Outcome.YES));
    Market market = ann.markets().get(MARKET);
    assertThat(market.result()).isEqualTo(ResultKind.YES);
    assertThat(market.settlementValue()).isEqualTo(Price.ONE);
    assertThat(market.status()).isEqualTo(MarketStatus.FINALIZED);
    assertThat(ann.markets().all(MarketQuery.ALL.withStatus(MarketFilterStatus.SETTLED)))
        .hasSize(1);
  }

  @Test
  void eventsAndSeriesHoldTheMarkets() {
    Event event = ann.events().get(EVENT);
    assertThat(event.markets()).hasSize(1);
    assertThat(event.series()).isEqualTo(SeriesTicker.of("KXHIGHNY"));
    assertThat(ann.events().all(EventQuery.ALL.withMarkets())).hasSize(1);
    assertThat(ann.series().get(event.series()).fees().type().wire()).isEqualTo("quadratic");
    assertThat(ann.series().list(SeriesQuery.ALL)).hasSize(1);
  }

  @Test
  void anUnknownMarketIsNotFound() {
    assertThatThrownBy(() -> ann.markets().get(MarketTicker.of("KXNO-1-2")))
        .isInstanceOfSatisfying(
            KalshiApiException.class, e -> assertThat(e.status()).isEqualTo(404));
  }

  @Test
  void namesThatCannotBeAreNotFound() throws Exception {
    for (String path :
        List.of("/markets/" + "X".repeat(300), "/events/%20", "/markets/a%20b/orderbook")) {
      assertThat(send("GET", path, "").statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void parametersOutOfRangeAreRefused() throws Exception {
    for (String query :
        List.of(
            "/markets?limit=1001",
            "/markets?limit=x",
            "/markets?status=active",
            "/markets?cursor=zzz",
            "/markets?min_created_ts=1&min_close_ts=1",
            "/markets?min_settled_ts=1&status=open",
            "/markets?min_close_ts=99999999999999999",
            "/markets/orderbooks",
            "/markets/KXHIGHNY-26JUL04-T85/orderbook?depth=101",
            "/events?with_nested_markets=maybe")) {
      assertThat(send("GET", query, "").statusCode()).as(query).isEqualTo(400);
      assertThat(send("GET", query, "").body()).as(query).startsWith("{\"msg\":");
    }
  }
}
