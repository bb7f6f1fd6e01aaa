package io.github.kalshi4j.client.stream;

import static io.github.kalshi4j.client.testing.FakeFeed.level;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.market.LocalOrderBook;
import io.github.kalshi4j.client.market.OrderBook;
import io.github.kalshi4j.client.order.SelfTradePrevention;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A book without our own orders. */
final class OwnOrdersTest {
  static final MarketTicker A = MarketTicker.of("A");
  private static final MarketTicker B = MarketTicker.of("B");
  private static final Price FORTY = Price.ofCents(40);
  private static final Price FORTY_ONE = Price.ofCents(41);

  private final OwnOrders own = new OwnOrders();
  private final LocalOrderBook book = new LocalOrderBook(A, PriceGrid.uniform(Price.ofCents(1)));

  static UserOrder order(
      int number,
      MarketTicker market,
      BookSide side,
      Price price,
      long hundredths,
      UserOrder.Status status,
      long millis) {
    return new UserOrder(
        0,
        OrderId.of(new UUID(9, number).toString()),
        UserId.of("3f1b0a52-6d5e-4c6f-9d8b-2b1c5e7a9f40"),
        null,
        market,
        side,
        side.outcome(),
        status,
        price,
        Quantity.ZERO,
        Quantity.ofHundredths(hundredths),
        Quantity.ofHundredths(hundredths),
        Money.ZERO,
        Money.ZERO,
        Money.ZERO,
        Money.ZERO,
        Instant.EPOCH,
        Instant.ofEpochMilli(millis),
        null,
        null,
        SelfTradePrevention.TAKER_AT_CROSS,
        null,
        0,
        null);
  }

  private void rest(int number, BookSide side, Price price, long hundredths, long millis) {
    own.update(order(number, A, side, price, hundredths, UserOrder.Status.RESTING, millis));
  }

  @Test
  void takesOursOffTheLevels() {
    book.reset(
        List.of(level("0.4100", "3.00"), level("0.4000", "10.00")),
        List.of(level("0.4500", "5.00")));
    rest(1, BookSide.BID, FORTY_ONE, 300, 1);
    rest(2, BookSide.BID, FORTY, 250, 1);
    rest(3, BookSide.ASK, Price.ofCents(45), 100, 1);

    OrderBook others = own.without(book);

    assertThat(others.bestBid()).contains(FORTY);
    assertThat(others.depth(BookSide.BID)).isEqualTo(1);
    assertThat(others.hundredthsAt(BookSide.BID, FORTY)).isEqualTo(750);
    assertThat(others.hundredthsAt(BookSide.BID, FORTY_ONE)).isZero();
    assertThat(others.levels(BookSide.ASK, 9)).containsExactly(level("0.4500", "4.00"));
    assertThat(others).hasToString("A bid 0.4000 ask 0.4500 without ours");
    assertThat(own.exceeded()).isZero();
  }

  @Test
  void followsAnOrderToItsEnd() {
    rest(1, BookSide.BID, FORTY, 300, 1);
    rest(1, BookSide.BID, FORTY_ONE, 200, 2);
    assertThat(own.hundredthsAt(A, BookSide.BID, FORTY)).isZero();
    assertThat(own.hundredthsAt(A, BookSide.BID, FORTY_ONE)).isEqualTo(200);

    own.update(order(1, A, BookSide.BID, FORTY_ONE, 0, UserOrder.Status.EXECUTED, 3));
    assertThat(own.hundredthsAt(A, BookSide.BID, FORTY_ONE)).isZero();
  }

  @Test
  void leavesOutAnOlderState() {
    own.update(order(1, A, BookSide.BID, FORTY, 0, UserOrder.Status.CANCELED, 5));
    rest(1, BookSide.BID, FORTY, 300, 4);
    rest(1, BookSide.BID, FORTY, 300, 5);
    assertThat(own.hundredthsAt(A, BookSide.BID, FORTY)).isZero();
  }

  @Test
  void showsNothingWhereOursExceedTheLevel() {
    book.reset(List.of(level("0.4000", "1.00")), List.of());
    rest(1, BookSide.BID, FORTY, 300, 1);

    OrderBook others = own.without(book);

    assertThat(others.hundredthsAt(BookSide.BID, FORTY)).isZero();
    assertThat(own.exceeded()).isEqualTo(1);
    assertThat(others.bestBid()).isEmpty();
    assertThat(own.exceeded()).isEqualTo(2);
  }

  @Test
  void forgetsAMarket() {
    rest(1, BookSide.BID, FORTY, 300, 1);
    own.update(order(2, B, BookSide.BID, FORTY, 100, UserOrder.Status.RESTING, 1));

    own.forget(A);

    assertThat(own.hundredthsAt(A, BookSide.BID, FORTY)).isZero();
    assertThat(own.hundredthsAt(B, BookSide.BID, FORTY)).isEqualTo(100);
  }

  @Test
  void remembersOnlySoManyThatEnded() {
    for (int i = 0; i <= OwnOrders.MOST_ENDED; i++) {
      own.update(order(i, A, BookSide.BID, FORTY, 0, UserOrder.Status.CANCELED, 5));
    }

    rest(0, BookSide.BID, FORTY, 100, 4);
    rest(1, BookSide.BID, FORTY, 10, 4);

    assertThat(own.hundredthsAt(A, BookSide.BID, FORTY)).isEqualTo(100);
  }
}
