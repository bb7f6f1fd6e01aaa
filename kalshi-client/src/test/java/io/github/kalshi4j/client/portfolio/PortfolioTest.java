package io.github.kalshi4j.client.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.kalshi4j.client.account.AccountLimits.ExchangeInstance;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.ScriptedExchange;
import io.github.kalshi4j.client.testing.TestExchange;
import io.github.kalshi4j.client.testing.suite.PortfolioSuite;
import io.github.kalshi4j.client.value.ClientTransferId;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists of several pages, and what cannot be asked for. */
final class PortfolioTest extends PortfolioSuite {
  private static final CashAccount HERE = CashAccount.ofEventContracts(0);
  private static final CashAccount THERE = CashAccount.ofEventContracts(2);
  private static final Money AMOUNT = Money.of("7.25");

  @Override
  protected TestExchange open(ManualTimeSource clock) {
    return ScriptedExchange.start(clock);
  }

  @Test
  void countsAnEventThatIsOnTwoPagesOnce() {
    exchange.on(
        "GET /portfolio/positions",
        Reply.json(positions("KXHIGHNY-26JUL04-T85", "next")),
        Reply.json(positions("KXHIGHNY-26JUL04-T86", "")),
        Reply.json(positions("KXHIGHNY-26JUL04-T85", "next")),
        Reply.json(positions("KXHIGHNY-26JUL04-T86", "")));

    assertThat(client.portfolio().allMarketPositions(PositionQuery.ALL))
        .extracting(MarketPosition::market)
        .containsExactly(
            MarketTicker.of("KXHIGHNY-26JUL04-T85"), MarketTicker.of("KXHIGHNY-26JUL04-T86"));
    assertThat(client.portfolio().allEventPositions(PositionQuery.ALL))
        .extracting(EventPosition::event)
        .containsExactly(EventTicker.of("KXHIGHNY-26JUL04"));
  }

  @Test
  void readsCentsAndDollarsAsTheSameMoney() {
    exchange.disturb(
        "GET /portfolio/balance",
        Reply.json(
            """
            {"balance": 725, "balance_dollars": "7.2599", "portfolio_value": 1930,
             "updated_ts": 1795788900}\
            """));

    Balance balance = client.portfolio().balance();

    assertThat(balance.available()).isEqualTo(Money.of("7.2599"));
    assertThat(balance.portfolioValue()).isEqualTo(Money.of("19.30"));
    assertThat(balance.shards()).isEmpty();
  }

  @Test
  void namesATransferBetweenPrimarySubaccountsOnly() {
    assertThat(TransferRequest.of(HERE, THERE, AMOUNT).clientTransferId())
        .isNotNull()
        .isNotEqualTo(TransferRequest.of(HERE, THERE, AMOUNT).clientTransferId());

    TransferRequest numbered = TransferRequest.of(HERE.withSubaccount(3), THERE, AMOUNT);

    assertThat(numbered.clientTransferId()).isNull();
    ClientTransferId name = ClientTransferId.random();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> numbered.withClientTransferId(name))
        .withMessageContaining(name.value());
  }

  @Test
  void movesNumberedSubaccountsBetweenEventContractsOnly() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> TransferRequest.of(HERE.withSubaccount(3), CashAccount.ofMargined(0), AMOUNT))
        .withMessageContaining("MARGINED");
  }

  @Test
  void refusesToMoveWhatCannotBeMoved() {
    for (String amount : List.of("0", "-1", "0.00005")) {
      Money money = Money.of(amount);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> TransferRequest.of(HERE, THERE, money))
          .withMessageContaining(money.toString());
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TransferRequest.of(HERE, HERE, AMOUNT))
        .withMessageContaining("the same");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CashAccount.ofEventContracts(101))
        .withMessageContaining("101");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HERE.withSubaccount(64))
        .withMessageContaining("64");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CashAccount(ExchangeInstance.UNRECOGNIZED, 0, 0))
        .withMessageContaining("UNRECOGNIZED");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClientTransferId.of("rebalance-1"))
        .withMessageContaining("rebalance-1");
  }

  @Test
  void allocatesAllOrNothing() {
    assertThat(TargetBalanceAllocation.OFF.shares()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> allocation(0, 60, 2, 41))
        .withMessageContaining("101");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> allocation(2, 60, 2, 40))
        .withMessageContaining("shard 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> allocation(0, 110, 2, -10))
        .withMessageContaining("110");
  }

  @Test
  void asksForNoMoreThanTheExchangeTakes() {
    List<MarketTicker> many = Collections.nCopies(101, MarketTicker.of("KXHIGHNY-26JUL04-T85"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FillQuery.ALL.withMarkets(many))
        .withMessageContaining("101");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MovementQuery.ALL.withLimit(501))
        .withMessageContaining("501");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PositionQuery.ALL.withNonZero(EnumSet.noneOf(PositionCount.class)))
        .withMessageContaining("count_filter");
  }

  private static TargetBalanceAllocation allocation(
      int shard, int percent, int otherShard, int otherPercent) {
    return TargetBalanceAllocation.of(
        List.of(
            new TargetBalanceAllocation.Share(shard, percent),
            new TargetBalanceAllocation.Share(otherShard, otherPercent)));
  }

  private static String positions(String market, String cursor) {
    return """
    {"cursor": "%s",
     "market_positions": [{"ticker": "%s", "exchange_index": 0,
       "total_traded_dollars": "1.0000", "position_fp": "2.00",
       "market_exposure_dollars": "1.0000", "realized_pnl_dollars": "0.0000",
       "fees_paid_dollars": "0.0200", "last_updated_ts": "2026-07-04T12:00:00Z"}],
     "event_positions": [{"event_ticker": "KXHIGHNY-26JUL04", "total_cost_dollars": "2.0000",
       "total_cost_shares_fp": "4.00", "event_exposure_dollars": "2.0000",
       "realized_pnl_dollars": "0.0000", "fees_paid_dollars": "0.0400"}]}\
    """
        .formatted(cursor, market);
  }
}
