package io.github.kalshi4j.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.error.KalshiApiException;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.order.OrderAddress;
import io.github.kalshi4j.client.order.OrderStatus;
import io.github.kalshi4j.client.order.PlacedOrder;
import io.github.kalshi4j.client.portfolio.FillQuery;
import io.github.kalshi4j.client.portfolio.PositionQuery;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.simulator.access.AccessPolicies;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.exchange.OrderRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReadLagTest extends ServerTest {
  private static final Duration LAG = Duration.ofMillis(500);

  @Override
  SimulatedExchangeConfig configure(SimulatedExchangeConfig usual) {
    return usual.withAccess(
        AccessPolicies.UNLIMITED.withReadLag(LAG).withCancelAllReach(Duration.ofMinutes(1)));
  }

  private static LimitOrder order(BookSide side, String price) {
    return LimitOrder.goodTillCanceled(MARKET, side, Price.of(price), Quantity.ofContracts(2));
  }

  @Test
  void anOrderIsShownAWhileAfterItWasPlaced() {
    PlacedOrder placed = ann.orders().place(order(BookSide.BID, "0.40"));
    assertThatThrownBy(() -> ann.orders().get(placed.id()))
        .isInstanceOfSatisfying(
            KalshiApiException.class, e -> assertThat(e.status()).isEqualTo(404));
    time.advance(LAG);
    assertThat(ann.orders().get(placed.id()).status()).isEqualTo(OrderStatus.RESTING);
  }

  @Test
  void aCanceledOrderStillRestsWhereItIsRead() {
    PlacedOrder placed = ann.orders().place(order(BookSide.BID, "0.40"));
    time.advance(LAG);
    ann.orders().cancel(OrderAddress.in(MARKET, placed.id()));
    assertThat(ann.orders().get(placed.id()).status()).isEqualTo(OrderStatus.RESTING);
    assertThatThrownBy(() -> ann.orders().cancel(OrderAddress.in(MARKET, placed.id())))
        .isInstanceOfSatisfying(
            KalshiApiException.class, e -> assertThat(e.status()).isEqualTo(404));
    time.advance(LAG);
    assertThat(ann.orders().get(placed.id()).status()).isEqualTo(OrderStatus.CANCELED);
  }

  @Test
  void fillsAndPositionsComeLateTogether() throws Exception {
    exchange.execute(new Command.Place(BOB, OrderRequest.from(order(BookSide.ASK, "0.40"))));
    ann.orders().place(order(BookSide.BID, "0.40"));
    assertThat(ann.portfolio().allFills(FillQuery.ALL)).isEmpty();
    assertThat(ann.portfolio().allMarketPositions(PositionQuery.ALL)).isEmpty();
    assertThat(send("GET", "/exchange/user_data_timestamp", "").body())
        .contains(time.now().minus(LAG).toString());
    time.advance(LAG);
    assertThat(ann.portfolio().allFills(FillQuery.ALL)).hasSize(1);
    assertThat(ann.portfolio().allMarketPositions(PositionQuery.ALL)).hasSize(1);
  }

  @Test
  void aBalanceIsAsOldAsTheFillsThatChangedIt() throws Exception {
    assertThat(ann.portfolio().balance().available()).as("not paid in yet").isEqualTo(Money.ZERO);
    time.advance(LAG);
    exchange.execute(new Command.Place(BOB, OrderRequest.from(order(BookSide.ASK, "0.40"))));
    ann.orders().place(order(BookSide.BID, "0.40"));
    String before = signed("GET", "/portfolio/balance", "").body();
    assertThat(before).contains("\"balance_dollars\":\"1000.0000\"", "\"portfolio_value\":0,");
    assertThat(signed("GET", "/portfolio/subaccounts/balances", "").body())
        .contains("\"balance\":\"1000.0000\"");
    time.advance(LAG);
    String after = signed("GET", "/portfolio/balance", "").body();
    assertThat(after).contains("\"balance_dollars\":\"999.1664\"", "\"portfolio_value\":80,");
  }

  @Test
  void aQueuePositionIsThatOfTheBookAsItIs() throws Exception {
    bob.orders().place(order(BookSide.BID, "0.40"));
    PlacedOrder placed = ann.orders().place(order(BookSide.BID, "0.40"));
    assertThat(signed("GET", "/portfolio/orders/" + placed.id() + "/queue_position", "").body())
        .contains("\"queue_position_fp\":\"2.00\"");
    String all = "/portfolio/orders/queue_positions?market_tickers=" + MARKET;
    assertThat(signed("GET", all, "").body()).contains("\"queue_position_fp\":\"2.00\"");
    ann.orders().cancel(OrderAddress.in(MARKET, placed.id()));
    assertThat(
            signed("GET", "/portfolio/orders/" + placed.id() + "/queue_position", "").statusCode())
        .isEqualTo(404);
  }

  @Test
  void whatIsPlacedTooSoonAfterACancelAllIsCanceledToo() {
    ann.orders().cancelEverything();
    time.advance(Duration.ofSeconds(59));
    PlacedOrder early = ann.orders().place(order(BookSide.BID, "0.40"));
    assertThat(early.remaining()).isEqualTo(Quantity.ofContracts(2));
    bob.orders().place(order(BookSide.BID, "0.30"));
    time.advance(Duration.ofSeconds(1));
    PlacedOrder late = ann.orders().place(order(BookSide.BID, "0.41"));
    time.advance(LAG);
    assertThat(ann.orders().get(early.id()).status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(ann.orders().get(late.id()).status()).isEqualTo(OrderStatus.RESTING);
    assertThat(ann.markets().orderBook(MARKET).bids()).hasSize(2);
  }
}
