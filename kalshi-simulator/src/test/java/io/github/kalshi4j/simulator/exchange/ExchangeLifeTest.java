package io.github.kalshi4j.simulator.exchange;

import static io.github.kalshi4j.simulator.exchange.TestExchange.ANN;
import static io.github.kalshi4j.simulator.exchange.TestExchange.BOB;
import static io.github.kalshi4j.simulator.exchange.TestExchange.CAT;
import static io.github.kalshi4j.simulator.exchange.TestExchange.CLOSE;
import static io.github.kalshi4j.simulator.exchange.TestExchange.DAN;
import static io.github.kalshi4j.simulator.exchange.TestExchange.LISTED;
import static io.github.kalshi4j.simulator.exchange.TestExchange.MARKET;
import static io.github.kalshi4j.simulator.exchange.TestExchange.OPEN;
import static io.github.kalshi4j.simulator.exchange.TestExchange.order;
import static io.github.kalshi4j.simulator.exchange.TestExchange.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.market.MarketStatus;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.order.PlacedOrder;
import io.github.kalshi4j.client.stream.OrderGroupUpdate;
import io.github.kalshi4j.client.stream.UserOrder;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OrderGroupId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceLevelStructure;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.simulator.exchange.Command.PauseScope;
import io.github.kalshi4j.simulator.ledger.AccountId;
import io.github.kalshi4j.simulator.market.ListedMarket;
import io.github.kalshi4j.simulator.market.MarketStep;
import io.github.kalshi4j.simulator.market.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExchangeLifeTest {
  private TestExchange exchange = new TestExchange();

  @Test
  void opensAndClosesByTheClock() {
    exchange = new TestExchange(ExchangePolicies.DEFAULT, later());
    assertThat(reason(exchange.place(ANN, order(BookSide.BID, "0.40", "1.00"))))
        .isEqualTo(Refusal.Reason.MARKET_INACTIVE);
    assertThat(status()).isEqualTo(MarketStatus.INITIALIZED);
    exchange.pass(Duration.ofMinutes(1));
    exchange.bid(ANN, "0.40", "1.00");
    exchange.passTo(CLOSE);
    assertThat(status()).isEqualTo(MarketStatus.CLOSED);
    assertThat(reason(exchange.place(ANN, order(BookSide.BID, "0.40", "1.00"))))
        .isEqualTo(Refusal.Reason.MARKET_ALREADY_CLOSED);
  }

  private static ListedMarket later() {
    return ListedMarket.of(MARKET, LISTED.event(), OPEN.plusSeconds(60), CLOSE);
  }

  @Test
  void cancelsExpiringOrdersFirstAtTheCloseThenAllOthersBestPriceFirst() {
    exchange.bid(ANN, "0.39", "1.00");
    exchange.bid(ANN, "0.40", "2.00");
    exchange.placed(BOB, order(BookSide.BID, "0.38", "3.00").withExpiration(CLOSE));
    exchange.ask(BOB, "0.61", "4.00");
    exchange.ask(BOB, "0.60", "5.00");
    exchange.events.clear();

    exchange.passTo(CLOSE);

    assertThat(exchange.deltas())
        .containsExactly(
            "bid 0.3800 -3.00",
            "bid 0.4000 -2.00",
            "bid 0.3900 -1.00",
            "ask 0.6000 -5.00",
            "ask 0.6100 -4.00");
    exchange.pass(Duration.ofSeconds(5));
    assertThat(exchange.events)
        .containsExactly(new ExchangeEvent.BookEnded(Micros.of(CLOSE.plusSeconds(5)), MARKET));
  }

  @Test
  void clearsTheBookLaterWhereThePolicySaysSo() {
    exchange =
        new TestExchange(
            ExchangePolicies.DEFAULT.withCloseDelays(Duration.ofMillis(560), Duration.ofSeconds(6)),
            LISTED);
    PlacedOrder placed = exchange.bid(ANN, "0.39", "1.00");
    exchange.passTo(CLOSE);

    assertThat(reason(exchange.cancel(ANN, placed.id())))
        .isEqualTo(Refusal.Reason.MARKET_ALREADY_CLOSED);
    exchange.pass(Duration.ofMillis(560));
    assertThat(exchange.lastReason(placed.id())).isEqualTo(UserOrder.Reason.CLOSE_CANCEL);
    assertThat(reason(exchange.cancel(ANN, placed.id()))).isEqualTo(Refusal.Reason.ORDER_NOT_FOUND);
  }

  @Test
  void paysTheResultWhenItsTimerIsOver() {
    exchange =
        new TestExchange(
            ExchangePolicies.DEFAULT, LISTED.withSettlementTimer(Duration.ofSeconds(60)));
    trade();
    exchange.passTo(CLOSE);
    exchange.done(new Command.Determine(MARKET, Outcome.YES));

    assertThat(status()).isEqualTo(MarketStatus.DETERMINED);
    exchange.pass(Duration.ofSeconds(59));
    assertThat(exchange.cash(ANN)).isEqualTo(Money.of("996.00"));
    exchange.pass(Duration.ofSeconds(1));
    assertThat(status()).isEqualTo(MarketStatus.FINALIZED);
    assertThat(exchange.cash(ANN)).isEqualTo(Money.of("1006.00"));
    assertThat(exchange.cash(BOB)).isEqualTo(Money.of("993.832")); // $6 and a fee of 0.168
    assertThat(exchange.engine.ledger().escrow()).isEqualTo(Money.ZERO);
    assertThat(exchange.engine.market(MARKET).orElseThrow().openInterest())
        .isEqualTo(Quantity.ZERO);
  }

  @Test
  void paysTheSecondResultOfADisputedMarketAfterAnotherTimer() {
    exchange =
        new TestExchange(
            ExchangePolicies.DEFAULT, LISTED.withSettlementTimer(Duration.ofSeconds(60)));
    trade();
    exchange.passTo(CLOSE);
    exchange.done(new Command.Determine(MARKET, Outcome.YES));
    exchange.pass(Duration.ofSeconds(30));
    exchange.done(new Command.Dispute(MARKET));
    exchange.done(new Command.Determine(MARKET, Outcome.YES));
    exchange.pass(Duration.ofSeconds(30)); // when the first timer would have been over

    assertThat(status()).isEqualTo(MarketStatus.AMENDED);
    exchange.pass(Duration.ofSeconds(30));
    assertThat(status()).isEqualTo(MarketStatus.FINALIZED);
  }

  @Test
  void paysScalarsAndRefundsVoids() {
    trade();
    exchange.passTo(CLOSE);
    exchange.done(new Command.Determine(MARKET, Outcome.scalar(Price.of("0.25"))));
    assertThat(exchange.cash(ANN)).isEqualTo(Money.of("998.50"));

    exchange = new TestExchange();
    trade();
    exchange.passTo(CLOSE);
    exchange.done(new Command.Determine(MARKET, Outcome.VOID));
    assertThat(exchange.cash(ANN)).isEqualTo(Money.of("1000"));
    assertThat(exchange.cash(BOB)).isEqualTo(Money.of("999.832"));
  }

  @Test
  void paysYesAtLeastTheFloorAndCancelsOrdersBelowARaisedOne() {
    exchange =
        new TestExchange(ExchangePolicies.DEFAULT, LISTED.withSettlementFloor(Price.of("0.10")));
    trade();
    PlacedOrder below = exchange.bid(CAT, "0.20", "1.00");
    PlacedOrder above = exchange.bid(CAT, "0.21", "1.00");
    exchange.done(new Command.RaiseFloor(MARKET, Price.of("0.20")));

    assertThat(exchange.engine.restingOrder(below.id())).isEmpty();
    assertThat(exchange.engine.restingOrder(above.id())).isPresent();
    exchange.passTo(CLOSE);
    exchange.done(new Command.Determine(MARKET, Outcome.NO));
    assertThat(exchange.cash(ANN)).isEqualTo(Money.of("998.00"));
  }

  private void trade() {
    exchange.bid(ANN, "0.40", "10.00");
    exchange.ask(BOB, "0.40", "10.00");
  }

  @Test
  void haltsAndGoesOnWithoutTheOldOrders() {
    PlacedOrder placed = exchange.bid(ANN, "0.40", "1.00");
    PlacedOrder other = exchange.bid(ANN, "0.40", "1.00");
    exchange.done(new Command.Deactivate(MARKET));

    assertThat(reason(exchange.place(BOB, order(BookSide.BID, "0.40", "1.00"))))
        .isEqualTo(Refusal.Reason.MARKET_INACTIVE);
    assertThat(reason(exchange.amend(ANN, placed.id(), BookSide.BID, "0.41", "1.00")))
        .isEqualTo(Refusal.Reason.MARKET_INACTIVE);
    assertThat(exchange.cancel(ANN, other.id())).isInstanceOf(Answer.Canceled.class);
    exchange.done(new Command.Activate(MARKET));
    assertThat(exchange.engine.restingOrder(placed.id())).isEmpty();
    exchange.bid(BOB, "0.40", "1.00");
  }

  @Test
  void movesTheCloseEitherWay() {
    exchange.done(new Command.MoveClose(MARKET, exchange.now()));
    assertThat(status()).isEqualTo(MarketStatus.CLOSED);
    exchange.done(new Command.MoveClose(MARKET, CLOSE.plusSeconds(60)));
    assertThat(status()).isEqualTo(MarketStatus.ACTIVE);
    assertThat(exchange.events)
        .filteredOn(ExchangeEvent.MarketChanged.class::isInstance)
        .extracting(event -> ((ExchangeEvent.MarketChanged) event).step())
        .containsExactly(
            MarketStep.CLOSE_DATE_UPDATED,
            MarketStep.CLOSED,
            MarketStep.CLOSE_DATE_UPDATED,
            MarketStep.ACTIVATED);
    exchange.passTo(CLOSE);
    assertThat(status()).isEqualTo(MarketStatus.ACTIVE);
    exchange.passTo(CLOSE.plusSeconds(60));
    assertThat(status()).isEqualTo(MarketStatus.CLOSED);
  }

  @Test
  void keepsRestingOrdersWhenTheGridChanges() {
    PlacedOrder first = exchange.bid(ANN, "0.41", "1.00");
    PlacedOrder second = exchange.bid(BOB, "0.41", "2.00");
    exchange.events.clear();
    exchange.done(new Command.ChangeGrid(MARKET, PriceLevelStructure.TAPERED_DECI_CENT.grid()));
    exchange.bid(CAT, "0.055", "1.00");
    exchange.done(
        new Command.ChangeGrid(MARKET, PriceLevelStructure.CENTER_HALF_EDGE_HALF_CENT.grid()));

    assertThat(exchange.engine.queuePosition(second.id())).contains(Quantity.of("1.00"));
    assertThat(exchange.deltas()).containsExactly("bid 0.0550 +1.00");
    exchange.ask(DAN, "0.05", "4.00");
    assertThat(exchange.trades())
        .containsExactly("0.4100 × 1.00", "0.4100 × 2.00", "0.0550 × 1.00");
    assertThat(exchange.engine.restingOrder(first.id())).isEmpty();
  }

  @Test
  void pausesTradingButNotCanceling() {
    PlacedOrder stays = exchange.bid(ANN, "0.40", "1.00");
    PlacedOrder goes =
        exchange.placed(ANN, order(BookSide.BID, "0.40", "1.00").withCancelOnPause(true));
    exchange.done(new Command.Pause(0, PauseScope.TRADING));

    assertThat(exchange.lastReason(goes.id())).isEqualTo(UserOrder.Reason.HALT_CANCEL);
    assertThat(reason(exchange.place(BOB, order(BookSide.BID, "0.40", "1.00"))))
        .isEqualTo(Refusal.Reason.TRADING_PAUSED);
    assertThat(exchange.cancel(ANN, stays.id())).isInstanceOf(Answer.Canceled.class);
    exchange.done(new Command.Resume(0, PauseScope.TRADING));
    exchange.bid(BOB, "0.40", "1.00");
  }

  @Test
  void pausesCancelingWithTheWholeExchange() {
    PlacedOrder placed = exchange.bid(ANN, "0.40", "1.00");
    exchange.done(new Command.Pause(0, PauseScope.EXCHANGE));

    assertThat(reason(exchange.cancel(ANN, placed.id()))).isEqualTo(Refusal.Reason.EXCHANGE_PAUSED);
    exchange.done(new Command.CancelAll(ANN, null));
    assertThat(exchange.engine.restingOrder(placed.id())).isPresent();
    assertThat(exchange.engine.isTradingActive(0)).isFalse();
    assertThat(exchange.engine.isTradingActive(1)).isTrue();
  }

  @Test
  void triggersAGroupWhenItsMatchesExceedTheLimit() {
    OrderGroupId group = group("10");
    exchange.placed(ANN, order(BookSide.BID, "0.40", "10.00").withOrderGroup(group));
    PlacedOrder second =
        exchange.placed(ANN, order(BookSide.BID, "0.39", "8.00").withOrderGroup(group));
    PlacedOrder third =
        exchange.placed(ANN, order(BookSide.BID, "0.38", "8.00").withOrderGroup(group));
    exchange.ask(BOB, "0.40", "10.00");
    assertThat(exchange.engine.restingOrder(second.id())).isPresent();
    exchange.events.clear();

    exchange.ask(BOB, "0.38", "5.00"); // the match that exceeds it stands

    assertThat(exchange.engine.restingOrder(second.id())).isEmpty();
    assertThat(exchange.engine.restingOrder(third.id())).isEmpty();
    assertThat(exchange.position(ANN)).hasToString("15.00");
    assertThat(groupSteps()).containsExactly(OrderGroupUpdate.Type.TRIGGERED);
    assertThat(
            reason(exchange.place(ANN, order(BookSide.BID, "0.40", "1.00").withOrderGroup(group))))
        .isEqualTo(Refusal.Reason.EXCEEDED_ORDER_GROUP_RISK_LIMIT);
    exchange.done(new Command.ResetGroup(AccountId.of(ANN), group));
    exchange.placed(ANN, order(BookSide.BID, "0.40", "1.00").withOrderGroup(group));
  }

  @Test
  void stopsTheOrderThatTriggersItsOwnGroupAfterThatMatch() {
    OrderGroupId group = group("10");
    exchange.ask(BOB, "0.40", "8.00");
    exchange.ask(BOB, "0.41", "8.00");
    exchange.ask(BOB, "0.42", "8.00");

    PlacedOrder placed =
        exchange.placed(ANN, order(BookSide.BID, "0.42", "30.00").withOrderGroup(group));

    assertThat(placed.filled()).isEqualTo(Quantity.of("16.00"));
    assertThat(placed.remaining()).isEqualTo(Quantity.ZERO);
  }

  @Test
  void forgetsMatchesOfAGroupAfterFifteenSeconds() {
    OrderGroupId group = group("10");
    LimitOrder order = order(BookSide.BID, "0.40", "8.00").withOrderGroup(group);
    for (int i = 0; i < 3; i++) {
      PlacedOrder placed = exchange.placed(ANN, order);
      exchange.ask(BOB, "0.40", "8.00");
      assertThat(exchange.last(placed.id()).filled()).isEqualTo(Quantity.of("8.00"));
      exchange.pass(Duration.ofSeconds(15));
    }
    assertThat(groupSteps()).containsExactly(OrderGroupUpdate.Type.CREATED);
  }

  @Test
  void changesTriggersAndDeletesGroups() {
    OrderGroupId group = group("10");
    AccountId ann = AccountId.of(ANN);
    exchange.placed(ANN, order(BookSide.BID, "0.40", "8.00").withOrderGroup(group));
    exchange.ask(BOB, "0.40", "5.00");
    exchange.done(new Command.LimitGroup(ann, group, Quantity.of("4")));
    assertThat(exchange.engine.restingOrders(ANN)).isEmpty();
    exchange.done(new Command.ResetGroup(ann, group));
    exchange.done(new Command.TriggerGroup(ann, group));
    exchange.done(new Command.ResetGroup(ann, group));
    exchange.placed(ANN, order(BookSide.BID, "0.40", "8.00").withOrderGroup(group));
    exchange.done(new Command.DeleteGroup(ann, group));

    assertThat(exchange.engine.restingOrders(ANN)).isEmpty();
    assertThat(groupSteps())
        .containsExactly(
            OrderGroupUpdate.Type.CREATED,
            OrderGroupUpdate.Type.LIMIT_UPDATED,
            OrderGroupUpdate.Type.TRIGGERED,
            OrderGroupUpdate.Type.RESET,
            OrderGroupUpdate.Type.TRIGGERED,
            OrderGroupUpdate.Type.RESET,
            OrderGroupUpdate.Type.DELETED);
    assertThat(reason(exchange.run(new Command.ResetGroup(ann, group))))
        .isEqualTo(Refusal.Reason.ORDER_GROUP_NOT_FOUND);
    assertThat(reason(exchange.run(new Command.CreateGroup(ann, Quantity.of("1000000.01")))))
        .isEqualTo(Refusal.Reason.INVALID_PARAMETERS);
    assertThat(reason(exchange.run(new Command.CreateGroup(ann, Quantity.of("0.99")))))
        .isEqualTo(Refusal.Reason.INVALID_PARAMETERS);
  }

  @Test
  void keepsAGroupToItsOwnAccount() {
    OrderGroupId group = group("10");

    assertThat(
            reason(exchange.place(BOB, order(BookSide.BID, "0.40", "1.00").withOrderGroup(group))))
        .isEqualTo(Refusal.Reason.ORDER_GROUP_NOT_FOUND);
  }

  private OrderGroupId group(String limit) {
    return ((Answer.GroupCreated)
            exchange.run(new Command.CreateGroup(AccountId.of(ANN), Quantity.of(limit))))
        .group();
  }

  private List<OrderGroupUpdate.Type> groupSteps() {
    return exchange.events.stream()
        .filter(ExchangeEvent.GroupChanged.class::isInstance)
        .map(event -> ((ExchangeEvent.GroupChanged) event).type())
        .toList();
  }

  @Test
  void wantsTheMoneyOnTheShardOfTheMarket() {
    MarketTicker crypto = MarketTicker.of("KXBTC15M-26JUL041015-15");
    exchange.done(
        new Command.ListMarket(ListedMarket.of(crypto, LISTED.event(), OPEN, CLOSE).withShard(2)));
    LimitOrder order =
        LimitOrder.goodTillCanceled(crypto, BookSide.BID, Price.of("0.40"), Quantity.of("10"));

    assertThat(reason(exchange.place(ANN, order))).isEqualTo(Refusal.Reason.INSUFFICIENT_BALANCE);
    exchange.done(new Command.Transfer(AccountId.of(ANN), new AccountId(ANN, 0, 2), Money.of("4")));
    PlacedOrder placed = exchange.placed(ANN, order);
    assertThat(
            reason(
                exchange.run(
                    new Command.Transfer(
                        new AccountId(ANN, 0, 2), AccountId.of(ANN), Money.of("0.0001")))))
        .isEqualTo(Refusal.Reason.INSUFFICIENT_BALANCE);

    OrderTarget unrouted = new OrderTarget(placed.id(), null, null, 0);
    assertThat(reason(exchange.run(new Command.Cancel(ANN, unrouted))))
        .isEqualTo(Refusal.Reason.ORDER_NOT_FOUND);
    OrderTarget routed = new OrderTarget(placed.id(), null, 2, 0);
    assertThat(exchange.run(new Command.Cancel(ANN, routed))).isInstanceOf(Answer.Canceled.class);
  }

  @Test
  void numbersSubaccountsPerShard() {
    assertThat(exchange.run(new Command.OpenSubaccount(ANN, 0)))
        .isEqualTo(new Answer.SubaccountOpened(1));
    assertThat(exchange.events)
        .contains(new ExchangeEvent.AccountOpened(Micros.of(OPEN), new AccountId(ANN, 1, 0)));
    assertThat(exchange.run(new Command.OpenSubaccount(ANN, 0)))
        .isEqualTo(new Answer.SubaccountOpened(2));
    assertThat(exchange.run(new Command.OpenSubaccount(ANN, 3)))
        .isEqualTo(new Answer.SubaccountOpened(1));
    assertThat(reason(exchange.run(new Command.OpenSubaccount(ANN, 4))))
        .isEqualTo(Refusal.Reason.SHARD_NOT_FOUND);
  }

  @Test
  void refusesAmountsThatNoBalanceCanHold() {
    AccountId ann = AccountId.of(ANN);

    assertThat(reason(exchange.run(new Command.Deposit(ann, Money.ofMicros(Long.MAX_VALUE)))))
        .isEqualTo(Refusal.Reason.INVALID_PARAMETERS);
    assertThat(reason(exchange.run(new Command.Deposit(ann, Money.of("0.00001")))))
        .isEqualTo(Refusal.Reason.INVALID_PARAMETERS);
    assertThat(reason(exchange.run(new Command.Withdraw(ann, Money.of("1000.0001")))))
        .isEqualTo(Refusal.Reason.INSUFFICIENT_BALANCE);
    assertThat(reason(exchange.run(new Command.Transfer(ann, AccountId.of(BOB), Money.of("1")))))
        .isEqualTo(Refusal.Reason.INVALID_PARAMETERS);
  }

  @Test
  void doesNotGoBackInTime() {
    exchange.pass(Duration.ofSeconds(1));

    assertThatThrownBy(() -> exchange.engine.advanceTo(OPEN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private MarketStatus status() {
    return exchange.engine.market(MARKET).orElseThrow().status();
  }
}
