package io.github.kalshi4j.strategy;

import static io.github.kalshi4j.client.value.OutcomeSide.NO;
import static io.github.kalshi4j.client.value.OutcomeSide.YES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.fee.Liquidity;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.TradeId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PositionTest {
  private static final MarketTicker MARKET = MarketTicker.of("M");

  @Test
  void addsUpCostAndFees() {
    assertThat(
            Position.flat(MARKET)
                .after(fill(NO, "0.40", "10", "0.17"))
                .after(fill(NO, "0.42", "5", "0.09")))
        .isEqualTo(position(NO, "15", "6.10", "0.26"));
  }

  @Test
  void givesAPartialCloseItsShareRoundedHalfEven() {
    // a third of $1.000000 is 0.333333…; half of $0.000001 goes to the even neighbour, 0
    assertThat(position(YES, "3", "1.00", "0.000001").after(fill(NO, "0.5", "1", "0.02")))
        .isEqualTo(position(YES, "2", "0.666667", "0.000001"));
    assertThat(position(YES, "2", "0.000003", "0.000001").after(fill(NO, "0.5", "1", "0.02")))
        .isEqualTo(position(YES, "1", "0.000001", "0.000001"));
  }

  @Test
  void isFlatAfterAFullClose() {
    assertThat(position(YES, "3", "1.00", "0.05").after(fill(NO, "0.5", "3", "0.02")))
        .isEqualTo(Position.flat(MARKET));
  }

  @Test
  void opensTheOppositeWithWhatGoesBeyond() {
    assertThat(position(YES, "3", "1.00", "0.05").after(fill(NO, "0.40", "5", "0.05")))
        .isEqualTo(position(NO, "2", "0.80", "0.02"));
  }

  @Test
  void refusesAFillOfAnotherMarket() {
    Position other = Position.flat(MarketTicker.of("OTHER"));
    assertThatThrownBy(() -> other.after(fill(YES, "0.5", "1", "0")))
        .hasMessage("fill of M in OTHER");
  }

  private static Position position(OutcomeSide side, String quantity, String cost, String fees) {
    return new Position(MARKET, side, Quantity.of(quantity), Money.of(cost), Money.of(fees));
  }

  private static Fill fill(OutcomeSide outcome, String price, String quantity, String fee) {
    return new Fill(
        TradeId.of("t"),
        ClientOrderId.of("o"),
        MARKET,
        outcome,
        Price.of(price),
        Quantity.of(quantity),
        Liquidity.TAKER,
        Money.of(fee),
        Instant.EPOCH);
  }
}
