package io.github.kalshi4j.strategy;

import static io.github.kalshi4j.client.value.OutcomeSide.YES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.order.TimeInForce;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IntentTest {
  private static final MarketTicker MARKET = MarketTicker.of("M");
  private static final Signal SIGNAL = Signal.of("s", YES, 0.5);
  private static final Price HALF = Price.of("0.50");

  @Test
  void refusesEntriesThatNoOrderCouldCarry() {
    assertThatThrownBy(() -> Intent.Enter.immediateOrCancel(MARKET, YES, Price.ONE, SIGNAL))
        .hasMessage("no order may carry the price 1.0000");
    assertThatThrownBy(() -> Intent.Enter.resting(MARKET, YES, Price.ZERO, SIGNAL))
        .hasMessage("no order may carry the price 0.0000");
    assertThatThrownBy(
            () -> Intent.Enter.resting(MARKET, YES, HALF, SIGNAL).withQuantity(Quantity.ZERO))
        .hasMessage("entry of no contracts in M");
    assertThatThrownBy(() ->
            new Intent.Enter(
                MARKET, YES, HALF, null, TimeInForce.IMMEDIATE_OR_CANCEL, true, SIGNAL, false))
        .hasMessage("post-only needs good_till_canceled, not immediate_or_cancel");
  }

  @Test
  void refusesQuotesThatTradeWithThemselvesOrWithNobody() {
    assertThatThrownBy(() -> new Intent.Quote(MARKET, HALF, HALF, Quantity.of("1"), SIGNAL))
        .hasMessage("quote crosses itself: bid 0.5000, ask 0.5000");
    assertThatThrownBy(() -> new Intent.Quote(MARKET, HALF, null, Quantity.ZERO, SIGNAL))
        .hasMessage("quote of no contracts in M");
  }

  @Test
  void refusesAConfidenceOutsideZeroToOne() {
    assertThatThrownBy(() -> Signal.of("s", YES, Double.NaN))
        .hasMessage("confidence outside 0 to 1: NaN");
    assertThatThrownBy(() -> Signal.of("s", YES, 1.01)).hasMessageContaining("1.01");
  }

  @Test
  void addsSubscriptionsUp() {
    assertThat(Subscriptions.NONE.withReferences("BTC-USD").withReferences("ETH-USD").references())
        .isEqualTo(Set.of("BTC-USD", "ETH-USD"));
  }
}
