package io.github.kalshi4j.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.market.ResultKind;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.portfolio.Balance;
import io.github.kalshi4j.client.portfolio.BalanceQuery;
import io.github.kalshi4j.client.portfolio.Fill;
import io.github.kalshi4j.client.portfolio.FillQuery;
import io.github.kalshi4j.client.portfolio.MarketPosition;
import io.github.kalshi4j.client.portfolio.PositionQuery;
import io.github.kalshi4j.client.portfolio.Positions;
import io.github.kalshi4j.client.portfolio.Settlement;
import io.github.kalshi4j.client.portfolio.SettlementQuery;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.NetPosition;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.market.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortfolioTest extends ServerTest {
  private void trade(String price, long contracts) {
    bob.orders().place(order(BookSide.ASK, price, contracts));
    ann.orders().place(order(BookSide.BID, price, contracts));
  }

  private static LimitOrder order(BookSide side, String price, long contracts) {
    return LimitOrder.goodTillCanceled(
        MARKET, side, Price.of(price), Quantity.ofContracts(contracts));
  }

  @Test
  void theBalanceIsCashAndRestingOrdersLeaveIt() {
    ann.orders().place(order(BookSide.BID, "0.40", 10));
    Balance balance = ann.portfolio().balance();
    assertThat(balance.available()).isEqualTo(Money.ofDollars(1000));
    assertThat(balance.shards()).hasSize(4);
    assertThat(balance.updated()).isEqualTo(time.now());
    assertThat(ann.portfolio().restingOrderValue().total()).isEqualTo(Money.ofDollars(4));
    assertThat(ann.portfolio().balance(BalanceQuery.PRIMARY.withExchangeIndex(1)).available())
        .isEqualTo(Money.ZERO);
  }

  @Test
  void aFillMovesCashAndMakesAPosition() {
    trade("0.48", 1);
    assertThat(ann.portfolio().balance().available()).isEqualTo(Money.of("999.5025"));
    assertThat(ann.portfolio().balance().portfolioValue()).isEqualTo(Money.ofCents(48));
    assertThat(bob.portfolio().balance().available()).isEqualTo(Money.of("999.48"));
    Positions positions = ann.portfolio().positions(PositionQuery.ALL);
    MarketPosition position = positions.markets().getFirst();
    assertThat(position.market()).isEqualTo(MARKET);
    assertThat(position.position()).isEqualTo(NetPosition.of("1"));
    assertThat(positions.events()).hasSize(1);
    assertThat(bob.portfolio().allMarketPositions(PositionQuery.ALL).toList())
        .extracting(MarketPosition::position)
        .containsExactly(NetPosition.of("-1"));
  }

  @Test
  void bothPartiesSeeTheirFills() {
    trade("0.48", 2);
    trade("0.50", 1);
    List<Fill> fills = ann.portfolio().allFills(FillQuery.ALL.withLimit(1)).toList();
    assertThat(fills)
        .extracting(fill -> fill.price().toString())
        .containsExactly("0.5000", "0.4800");
    assertThat(fills).allMatch(Fill::isTaker);
    assertThat(fills.getFirst().created()).isEqualTo(time.now());
    assertThat(bob.portfolio().allFills(FillQuery.ALL).toList())
        .hasSize(2)
        .noneMatch(Fill::isTaker);
    MarketTicker other = MarketTicker.of("KXNO-1-2");
    assertThat(ann.portfolio().allFills(FillQuery.ALL.withMarket(other))).isEmpty();
  }

  @Test
  void aSettlementPaysAndIsListed() {
    trade("0.48", 10);
    time.advance(Duration.ofMinutes(20));
    ann.markets().get(MARKET); // time passes when somebody asks
    done(new Command.Determine(MARKET, Outcome.YES));
    Settlement won = ann.portfolio().settlements(SettlementQuery.ALL).items().getFirst();
    assertThat(won.result()).isEqualTo(ResultKind.YES);
    assertThat(won.yesQuantity()).isEqualTo(Quantity.of("10"));
    assertThat(won.yesTotalCost()).isEqualTo(Money.of("4.80"));
    assertThat(won.revenue()).isEqualTo(Money.ofDollars(10));
    Settlement lost = bob.portfolio().settlements(SettlementQuery.ALL).items().getFirst();
    assertThat(lost.noQuantity()).isEqualTo(Quantity.of("10"));
    assertThat(lost.revenue()).isEqualTo(Money.ZERO);
    assertThat(ann.portfolio().positions(PositionQuery.ALL).markets()).isEmpty();
    assertThat(bob.portfolio().balance().available()).isEqualTo(Money.of("994.80"));
  }
}
