package io.github.kalshi4j.client.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import org.junit.jupiter.api.Test;

class LimitOrderTest {
  private static final MarketTicker MARKET = MarketTicker.of("KXHIGHNY-26JUL04-T85");
  private static final Price PRICE = Price.of("0.56");
  private static final Quantity TEN = Quantity.ofContracts(10);

  @Test
  void saysHowLongItWorks() {
    assertThat(LimitOrder.goodTillCanceled(MARKET, BookSide.BID, PRICE, TEN).timeInForce().wire())
        .isEqualTo("good_till_canceled");
    assertThat(LimitOrder.immediateOrCancel(MARKET, BookSide.BID, PRICE, TEN).timeInForce().wire())
        .isEqualTo("immediate_or_cancel");
    assertThat(LimitOrder.fillOrKill(MARKET, BookSide.BID, PRICE, TEN).timeInForce().wire())
        .isEqualTo("fill_or_kill");
  }

  @Test
  void refusesPricesThatNoOrderMayCarry() {
    for (Price end : new Price[] {Price.ZERO, Price.ONE}) {
      assertThatThrownBy(() -> LimitOrder.goodTillCanceled(MARKET, BookSide.ASK, end, TEN))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(end.toString());
    }
  }

  @Test
  void refusesToTradeNothing() {
    assertThatThrownBy(
            () -> LimitOrder.goodTillCanceled(MARKET, BookSide.BID, PRICE, Quantity.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(MARKET.value());
  }

  @Test
  void isPostOnlyOnlyIfItMayRest() {
    LimitOrder resting = LimitOrder.goodTillCanceled(MARKET, BookSide.BID, PRICE, TEN);
    assertThat(resting.withPostOnly(true).postOnly()).isTrue();
    assertThat(resting.withPostOnly(true).withPostOnly(false)).isEqualTo(resting);
    LimitOrder taking = LimitOrder.immediateOrCancel(MARKET, BookSide.BID, PRICE, TEN);
    assertThatThrownBy(() -> taking.withPostOnly(true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("immediate_or_cancel");
  }

  @Test
  void isReduceOnlyOnlyIfItDoesNotRest() {
    LimitOrder taking = LimitOrder.immediateOrCancel(MARKET, BookSide.BID, PRICE, TEN);
    assertThat(taking.withReduceOnly(true).reduceOnly()).isTrue();
    LimitOrder resting = LimitOrder.goodTillCanceled(MARKET, BookSide.BID, PRICE, TEN);
    assertThatThrownBy(() -> resting.withReduceOnly(true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("good_till_canceled");
  }
}
