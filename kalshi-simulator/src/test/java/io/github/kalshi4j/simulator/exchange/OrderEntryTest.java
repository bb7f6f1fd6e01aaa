package io.github.kalshi4j.simulator.exchange;

import static io.github.kalshi4j.simulator.exchange.TestExchange.ANN;
import static io.github.kalshi4j.simulator.exchange.TestExchange.BOB;
import static io.github.kalshi4j.simulator.exchange.TestExchange.CAT;
import static io.github.kalshi4j.simulator.exchange.TestExchange.DAN;
import static io.github.kalshi4j.simulator.exchange.TestExchange.MARKET;
import static io.github.kalshi4j.simulator.exchange.TestExchange.order;
import static io.github.kalshi4j.simulator.exchange.TestExchange.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.fee.FeeType;
import io.github.kalshi4j.client.order.Amendment;
import io.github.kalshi4j.client.order.Decrease;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.order.OrderAddress;
import io.github.kalshi4j.client.order.OrderStatus;
import io.github.kalshi4j.client.order.PlacedOrder;
import io.github.kalshi4j.client.order.SelfTradePrevention;
import io.github.kalshi4j.client.order.TimeInForce;
import io.github.kalshi4j.client.portfolio.RestingOrderReserve;
import io.github.kalshi4j.client.stream.UserOrder;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceLevelStructure;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.ledger.AccountId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class OrderEntryTest {
  private TestExchange exchange = new TestExchange();

  @Test
  void restsWhatFindsNothing() {
    PlacedOrder placed = exchange.bid(ANN, "0.40", "10.00");

    assertThat(placed.filled()).isEqualTo(Quantity.ZERO);
    assertThat(placed.remaining()).isEqualTo(Quantity.of("10.00"));
    assertThat(placed.averageFillPrice()).isNull();
    assertThat(exchange.last(placed.id()).status()).isEqualTo(OrderStatus.RESTING);
    assertThat(exchange.lastReason(placed.id())).isNull();
    assertThat(exchange.deltas()).containsExactly("bid 0.4000 +10.00");
    assertThat(exchange.cash(ANN)).isEqualTo(Money.of("1000"));
  }

  /** The deltas that WEBSOCKET.md shows of a marketable order, in YES prices. */
  @Test
  void takesOldestFirstAtEachPriceAndRestsTheRemainder() {
    exchange.bid(ANN, "0.81", "116.41");
    exchange.bid(BOB, "0.81", "100.00");
    exchange.events.clear();

    PlacedOrder placed = exchange.ask(CAT, "0.81", "1686.00");

    assertThat(placed.filled()).isEqualTo(Quantity.of("216.41"));
    assertThat(placed.remaining()).isEqualTo(Quantity.of("1469.59"));
    assertThat(exchange.trades()).containsExactly("0.8100 × 116.41", "0.8100 × 100.00");
    assertThat(exchange.deltas())
        .containsExactly("bid 0.8100 -116.41", "bid 0.8100 -100.00", "ask 0.8100 +1469.59");
  }

  @Test
  void givesPriceImprovementToTheTaker() {
    exchange.ask(ANN, "0.45", "1.00");
    exchange.ask(BOB, "0.44", "1.00");

    PlacedOrder placed = exchange.bid(CAT, "0.60", "2.00");

    assertThat(exchange.trades()).containsExactly("0.4400 × 1.00", "0.4500 × 1.00");
    assertThat(placed.averageFillPrice()).isEqualTo(Money.of("0.445"));
    assertThat(placed.averageFee()).isEqualTo(Money.of("0.0173")); // 0.017248 and 0.017325
  }

  @Test
  void cancelsWhatAnImmediateOrderDidNotFind() {
    exchange.ask(ANN, "0.45", "1.00");

    PlacedOrder placed =
        exchange.placed(
            BOB,
            LimitOrder.immediateOrCancel(
                MARKET, BookSide.BID, Price.of("0.45"), Quantity.of("3.00")));

    assertThat(placed.filled()).isEqualTo(Quantity.of("1.00"));
    assertThat(placed.remaining()).isEqualTo(Quantity.ZERO);
    assertThat(exchange.last(placed.id()).status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(exchange.engine.levels(MARKET, BookSide.BID)).isEmpty();
  }

  @Test
  void acceptsAnImmediateOrderThatFindsNothingUnlessThePolicySaysElse() {
    LimitOrder order =
        LimitOrder.immediateOrCancel(MARKET, BookSide.BID, Price.of("0.45"), Quantity.of("3.00"));

    assertThat(exchange.placed(BOB, order).filled()).isEqualTo(Quantity.ZERO);
    exchange =
        new TestExchange(
            ExchangePolicies.DEFAULT.withUnfilledImmediateRefused(true), TestExchange.LISTED);
    assertThat(reason(exchange.place(BOB, order)))
        .isEqualTo(Refusal.Reason.IOC_INSUFFICIENT_VOLUME);
  }

  @Test
  void killsWhatCannotBeFilledWholeBeforeAnyMatch() {
    exchange.ask(ANN, "0.45", "1.00");
    exchange.events.clear();
    LimitOrder order =
        LimitOrder.fillOrKill(MARKET, BookSide.BID, Price.of("0.45"), Quantity.of("1.01"))
            .withClientOrderId(ClientOrderId.of("kill-1"));

    Answer answer = exchange.place(BOB, order);

    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused -> {
              assertThat(refused.refusal().status()).isEqualTo(409);
              assertThat(refused.refusal().code())
                  .isEqualTo("fill_or_kill_insufficient_resting_volume");
              assertThat(refused.refusal().engineText()).isEqualTo("FOK_INSUFFICIENT_VOLUME");
            });
    assertThat(exchange.events).isEmpty();
    assertThat(reason(exchange.place(BOB, order))).isEqualTo(Refusal.Reason.ORDER_ALREADY_EXISTS);
  }

  @Test
  void fillsWholeOverSeveralPrices() {
    exchange.ask(ANN, "0.45", "1.00");
    exchange.ask(ANN, "0.46", "1.00");

    PlacedOrder placed =
        exchange.placed(
            BOB,
            LimitOrder.fillOrKill(MARKET, BookSide.BID, Price.of("0.46"), Quantity.of("2.00")));

    assertThat(placed.filled()).isEqualTo(Quantity.of("2.00"));
  }

  @Test
  void treatsAFillOrKillThatMeetsItsOwnersOrderAsImmediate() {
    exchange.ask(ANN, "0.45", "1.00");
    exchange.ask(BOB, "0.46", "5.00");

    PlacedOrder placed =
        exchange.placed(
            BOB,
            LimitOrder.fillOrKill(MARKET, BookSide.BID, Price.of("0.46"), Quantity.of("3.00")));

    assertThat(placed.filled()).isEqualTo(Quantity.of("1.00"));
    assertThat(exchange.lastReason(placed.id())).isEqualTo(UserOrder.Reason.SELF_TRADE_CANCEL);
  }

  @Test
  void refusesAPostOnlyOrderThatWouldCross() {
    exchange.ask(ANN, "0.45", "1.00");
    exchange.events.clear();

    Answer answer = exchange.place(BOB, order(BookSide.BID, "0.45", "1.00").withPostOnly(true));

    assertThat(answer)
        .isEqualTo(
            new Answer.Refused(new Refusal(Refusal.Reason.POST_ONLY_CROSS, "post only cross")));
    assertThat(((Answer.Refused) answer).refusal().code()).isEqualTo("invalid_order");
    assertThat(exchange.events).isEmpty();
    exchange.placed(BOB, order(BookSide.BID, "0.44", "1.00").withPostOnly(true));
  }

  @Test
  void capsAReduceOnlyOrderAtThePosition() {
    exchange.bid(ANN, "0.40", "5.00");
    exchange.ask(BOB, "0.40", "5.00");
    exchange.bid(CAT, "0.50", "20.00");

    PlacedOrder placed = exchange.placed(ANN, reduceOnly(BookSide.ASK, "8.00"));

    assertThat(placed.filled()).isEqualTo(Quantity.of("5.00"));
    assertThat(placed.remaining()).isEqualTo(Quantity.ZERO);
    assertThat(exchange.position(ANN).isFlat()).isTrue();
    assertThat(exchange.events)
        .anySatisfy(event ->
            assertThat(event)
                .isInstanceOfSatisfying(
                    ExchangeEvent.OrderChanged.class,
                    change ->
                        assertThat(change.reason())
                            .isEqualTo(UserOrder.Reason.REDUCE_ONLY_CANCEL)));
  }

  @Test
  void fillsNothingOfAReduceOnlyOrderWithoutAnOppositePosition() {
    exchange.bid(CAT, "0.50", "20.00");

    PlacedOrder placed = exchange.placed(ANN, reduceOnly(BookSide.ASK, "8.00"));

    assertThat(placed.filled()).isEqualTo(Quantity.ZERO);
    assertThat(exchange.last(placed.id()).status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(exchange.lastReason(placed.id())).isEqualTo(UserOrder.Reason.REDUCE_ONLY_CANCEL);
  }

  private static LimitOrder reduceOnly(BookSide side, String quantity) {
    return LimitOrder.immediateOrCancel(MARKET, side, Price.of("0.01"), Quantity.of(quantity))
        .withReduceOnly(true);
  }

  @Test
  void cancelsTheTakerWhereItWouldMeetItsOwnersOrder() {
    exchange.ask(ANN, "0.44", "1.00");
    PlacedOrder own = exchange.ask(BOB, "0.45", "1.00");

    PlacedOrder placed = exchange.bid(BOB, "0.46", "3.00");

    assertThat(placed.filled()).isEqualTo(Quantity.of("1.00"));
    assertThat(placed.remaining()).isEqualTo(Quantity.ZERO);
    assertThat(exchange.lastReason(placed.id())).isEqualTo(UserOrder.Reason.SELF_TRADE_CANCEL);
    assertThat(exchange.engine.restingOrder(own.id())).isPresent();
  }

  @Test
  void cancelsTheMakersOfItsOwnerAfterItsOwnRemainder() {
    PlacedOrder own = exchange.ask(BOB, "0.44", "7.31");
    exchange.ask(ANN, "0.45", "1.00");
    PlacedOrder second = exchange.ask(BOB, "0.45", "2.05");
    exchange.events.clear();

    PlacedOrder placed =
        exchange.placed(
            BOB,
            order(BookSide.BID, "0.46", "10.00")
                .withSelfTradePrevention(SelfTradePrevention.MAKER));

    assertThat(placed.filled()).isEqualTo(Quantity.of("1.00"));
    assertThat(placed.remaining()).isEqualTo(Quantity.of("9.00"));
    assertThat(exchange.lastReason(own.id())).isEqualTo(UserOrder.Reason.SELF_TRADE_CANCEL);
    assertThat(exchange.lastReason(second.id())).isEqualTo(UserOrder.Reason.SELF_TRADE_CANCEL);
    assertThat(exchange.deltas())
        .containsExactly(
            "ask 0.4500 -1.00", "bid 0.4600 +9.00", "ask 0.4400 -7.31", "ask 0.4500 -2.05");
  }

  @Test
  void letsSubaccountsTradeWithEachOtherUnlessThePolicySaysElse() {
    for (boolean self : List.of(false, true)) {
      exchange =
          new TestExchange(ExchangePolicies.DEFAULT.withSiblingsAreSelf(self), TestExchange.LISTED);
      exchange.run(new Command.OpenSubaccount(ANN, 0));
      exchange.done(
          new Command.Transfer(AccountId.of(ANN), new AccountId(ANN, 1, 0), Money.of("100")));
      exchange.ask(ANN, "0.45", "1.00");

      PlacedOrder placed =
          exchange.placed(ANN, order(BookSide.BID, "0.45", "1.00").withSubaccount(1));

      assertThat(placed.filled()).isEqualTo(self ? Quantity.ZERO : Quantity.of("1.00"));
    }
  }

  /** The recorded amend of 806.47 contracts that crosses 98.70 on its way. */
  @Test
  void matchesAnAmendedOrderAsATakerAndCountsThatToItsTotal() {
    PlacedOrder order = exchange.bid(ANN, "0.72", "806.47");
    exchange.ask(BOB, "0.74", "98.70");
    exchange.events.clear();

    Answer answer = exchange.amend(ANN, order.id(), BookSide.BID, "0.74", "806.47");

    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Amended.class,
            amended -> {
              assertThat(amended.order().filled()).isEqualTo(Quantity.of("98.70"));
              assertThat(amended.order().remaining()).isEqualTo(Quantity.of("707.77"));
              assertThat(amended.order().averageFillPrice()).isEqualTo(Money.of("0.74"));
            });
    assertThat(exchange.last(order.id()).initial()).isEqualTo(Quantity.of("806.47"));
    assertThat(exchange.deltas())
        .containsExactly("ask 0.7400 -98.70", "bid 0.7200 -806.47", "bid 0.7400 +707.77");
  }

  @Test
  void keepsTheQueueWhereAnAmendOnlyShrinks() {
    PlacedOrder first = exchange.bid(ANN, "0.40", "5.00");
    PlacedOrder second = exchange.bid(BOB, "0.40", "5.00");
    exchange.events.clear();

    exchange.amend(ANN, first.id(), BookSide.BID, "0.40", "3.00");

    assertThat(exchange.engine.queuePosition(first.id())).contains(Quantity.ZERO);
    assertThat(exchange.engine.queuePosition(second.id())).contains(Quantity.of("3.00"));
    assertThat(exchange.deltas()).containsExactly("bid 0.4000 -2.00");
  }

  @Test
  void losesTheQueueWhereAnAmendGrowsOrMoves() {
    PlacedOrder first = exchange.bid(ANN, "0.40", "5.00");
    exchange.bid(BOB, "0.40", "5.00");
    exchange.events.clear();

    exchange.amend(ANN, first.id(), BookSide.BID, "0.40", "6.00");

    assertThat(exchange.engine.queuePosition(first.id())).contains(Quantity.of("5.00"));
    assertThat(exchange.deltas()).containsExactly("bid 0.4000 -5.00", "bid 0.4000 +6.00");
    exchange.amend(ANN, first.id(), BookSide.BID, "0.39", "6.00");
    assertThat(exchange.deltas()).containsExactly("bid 0.4000 -6.00", "bid 0.3900 +6.00");
  }

  @Test
  void keepsTheQueueWhereOnlyTheExpiryChanges() {
    PlacedOrder first = exchange.bid(ANN, "0.40", "5.00");
    PlacedOrder second = exchange.bid(BOB, "0.40", "5.00");
    exchange.events.clear();

    exchange.run(
        Command.Amend.of(
            ANN,
            Amendment.of(
                    OrderAddress.in(MARKET, first.id()),
                    MARKET,
                    BookSide.BID,
                    Price.of("0.40"),
                    Quantity.of("5.00"))
                .withExpiration(exchange.now().plusSeconds(5))));

    assertThat(exchange.engine.queuePosition(second.id())).contains(Quantity.of("5.00"));
    assertThat(exchange.deltas()).isEmpty();
    exchange.pass(Duration.ofSeconds(5));
    assertThat(exchange.lastReason(first.id())).isEqualTo(UserOrder.Reason.EXPIRY_CANCEL);
  }

  @Test
  void readsTheCountOfAnAmendAsATotal() {
    PlacedOrder order = exchange.bid(ANN, "0.40", "5.00");
    exchange.ask(BOB, "0.40", "2.00");

    assertThat(reason(exchange.amend(ANN, order.id(), BookSide.BID, "0.40", "1.99")))
        .isEqualTo(Refusal.Reason.INVALID_AMEND_QTY_FOR_ORDER);
    assertThat(exchange.amend(ANN, order.id(), BookSide.BID, "0.40", "4.00"))
        .isInstanceOf(Answer.Amended.class);
    assertThat(exchange.last(order.id()).remaining()).isEqualTo(Quantity.of("2.00"));
    exchange.amend(ANN, order.id(), BookSide.BID, "0.40", "2.00");
    assertThat(exchange.last(order.id()).status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(exchange.lastReason(order.id())).isEqualTo(UserOrder.Reason.AMEND);
  }

  @Test
  void refusesAnAmendThatDisagreesWithTheOrder() {
    PlacedOrder order =
        exchange.placed(
            ANN, order(BookSide.BID, "0.40", "5.00").withClientOrderId(ClientOrderId.of("mine")));
    Amendment amendment =
        Amendment.of(
            OrderAddress.onShard(0, order.id()),
            MarketTicker.of("OTHER"),
            BookSide.BID,
            Price.of("0.41"),
            Quantity.of("5.00"));

    assertThat(reason(exchange.run(Command.Amend.of(ANN, amendment))))
        .isEqualTo(Refusal.Reason.ORDER_TICKER_MISMATCH);
    assertThat(reason(exchange.amend(ANN, order.id(), BookSide.ASK, "0.41", "5.00")))
        .isEqualTo(Refusal.Reason.ORDER_SIDE_MISMATCH);
    assertThat(
            reason(
                exchange.run(
                    Command.Amend.of(
                        ANN,
                        Amendment.of(exchange.last(order.id()), Price.of("0.41"), Quantity.of("5"))
                            .withClientOrderId(ClientOrderId.of("yours"))))))
        .isEqualTo(Refusal.Reason.CLIENT_ORDER_ID_MISMATCH);
    assertThat(reason(exchange.amend(ANN, OrderId.of("none"), BookSide.BID, "0.41", "5.00")))
        .isEqualTo(Refusal.Reason.ORDER_NOT_FOUND);
  }

  @Test
  void decreasesInPlace() {
    PlacedOrder first = exchange.bid(ANN, "0.40", "5.00");
    PlacedOrder second = exchange.bid(BOB, "0.40", "5.00");
    OrderTarget target = OrderTarget.in(MARKET, first.id());

    exchange.run(new Command.Reduce(ANN, target, Decrease.by(Quantity.of("2.00"))));
    assertThat(exchange.engine.queuePosition(second.id())).contains(Quantity.of("3.00"));
    exchange.run(new Command.Reduce(ANN, target, Decrease.to(Quantity.of("1.00"))));
    assertThat(exchange.last(first.id()).remaining()).isEqualTo(Quantity.of("1.00"));
    assertThat(exchange.lastReason(first.id())).isEqualTo(UserOrder.Reason.DECREASE);
    exchange.run(new Command.Reduce(ANN, target, Decrease.to(Quantity.ZERO)));
    assertThat(exchange.last(first.id()).status()).isEqualTo(OrderStatus.CANCELED);
  }

  @Test
  void cancelsOnceAndThenDoesNotFind() {
    PlacedOrder order = exchange.bid(ANN, "0.40", "5.00");

    assertThat(exchange.cancel(BOB, order.id())).isInstanceOf(Answer.Refused.class);
    assertThat(exchange.cancel(ANN, order.id()))
        .isInstanceOfSatisfying(
            Answer.Canceled.class,
            canceled -> assertThat(canceled.order().canceled()).isEqualTo(Quantity.of("5.00")));
    Refusal refusal = ((Answer.Refused) exchange.cancel(ANN, order.id())).refusal();
    assertThat(refusal.status()).isEqualTo(404);
    assertThat(refusal.code()).isEqualTo("not_found");
  }

  @Test
  void runsABatchItemByItem() {
    PlacedOrder resting = exchange.bid(ANN, "0.40", "1.00");

    Answer answer =
        exchange.run(
            new Command.Batch(
                List.of(
                    new Command.Place(ANN, OrderRequest.from(order(BookSide.BID, "0.41", "1.00"))),
                    new Command.Place(ANN, OrderRequest.from(order(BookSide.BID, "0.415", "1.00"))),
                    new Command.Cancel(ANN, OrderTarget.in(MARKET, resting.id())))));

    List<Answer> answers = ((Answer.Batch) answer).answers();
    assertThat(answers.get(0)).isInstanceOf(Answer.Placed.class);
    assertThat(reason(answers.get(1))).isEqualTo(Refusal.Reason.INVALID_PRICE);
    assertThat(answers.get(2)).isInstanceOf(Answer.Canceled.class);
  }

  @Test
  void cancelsAllOrdersOfAMemberAndNoOther() {
    exchange.bid(ANN, "0.40", "1.00");
    exchange.ask(ANN, "0.60", "1.00");
    exchange.bid(BOB, "0.40", "1.00");

    exchange.done(new Command.CancelAll(ANN, null));

    assertThat(exchange.engine.restingOrders(ANN)).isEmpty();
    assertThat(exchange.engine.restingOrders(BOB)).hasSize(1);
  }

  @Test
  void refusesWhatIsMalformed() {
    assertRefused(order(BookSide.BID, "0.405", "1.00"), "invalid_order", 400);
    assertRefused(
        LimitOrder.goodTillCanceled(
            MarketTicker.of("NONE"), BookSide.BID, Price.of("0.40"), Quantity.of("1")),
        "not_found",
        404);
    assertRefused(
        order(BookSide.BID, "0.40", "1.00").withExpiration(exchange.now()), "invalid_order", 400);
    assertRefused(order(BookSide.BID, "0.40", "1.00").withSubaccount(7), "not_found", 404);
    assertRefused(order(BookSide.BID, "0.40", "1.00").withExchangeIndex(2), "not_found", 404);
    assertThat(reason(exchange.run(new Command.Place(ANN, raw("0.00", false, null)))))
        .isEqualTo(Refusal.Reason.INVALID_ORDER_SIZE);
    assertThat(reason(exchange.run(new Command.Place(ANN, raw("1.00", true, null)))))
        .isEqualTo(Refusal.Reason.INVALID_FLAGS);
    assertThat(reason(exchange.run(new Command.Place(ANN, raw("1.00", false, exchange.now())))))
        .isEqualTo(Refusal.Reason.INVALID_EXPIRATION);
    assertThat(
            reason(exchange.run(new Command.Place(UserId.of("nobody"), raw("1.00", false, null)))))
        .isEqualTo(Refusal.Reason.MEMBER_NOT_FOUND);
  }

  private void assertRefused(LimitOrder order, String code, int status) {
    Answer answer = exchange.place(ANN, order);
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    assertThat(((Answer.Refused) answer).refusal().code()).isEqualTo(code);
    assertThat(((Answer.Refused) answer).refusal().status()).isEqualTo(status);
  }

  private static OrderRequest raw(String quantity, boolean postOnly, @Nullable Instant expiration) {
    return new OrderRequest(
        MARKET,
        BookSide.BID,
        Price.of("0.40"),
        Quantity.of(quantity),
        TimeInForce.IMMEDIATE_OR_CANCEL,
        postOnly,
        false,
        false,
        SelfTradePrevention.TAKER_AT_CROSS,
        expiration,
        null,
        null,
        0,
        null);
  }

  @Test
  void standsNumbersBeyondAnySense() {
    exchange.placed(ANN, order(BookSide.BID, "0.40", "1.00").withExpiration(Instant.MAX));
    assertThat(
            reason(
                exchange.place(
                    ANN,
                    LimitOrder.goodTillCanceled(
                        MARKET, BookSide.BID, Price.of("0.40"), new Quantity(Long.MAX_VALUE)))))
        .isEqualTo(Refusal.Reason.INVALID_ORDER_SIZE);
    assertThat(
            reason(
                exchange.place(
                    ANN, order(BookSide.BID, "0.40", "1.00").withExpiration(Instant.MIN))))
        .isEqualTo(Refusal.Reason.INVALID_EXPIRATION);
  }

  @Test
  void refusesAClientOrderIdForGood() {
    LimitOrder named =
        order(BookSide.BID, "0.40", "1.00").withClientOrderId(ClientOrderId.of("once"));
    PlacedOrder placed = exchange.placed(ANN, named);
    exchange.cancel(ANN, placed.id());

    assertRefused(named, "order_already_exists", 409);
    exchange.placed(BOB, named);
  }

  @Test
  void refusesWhatCannotBePaidUnderTheSumOfAllOrders() {
    exchange.bid(ANN, "0.50", "1500.00");

    assertRefused(order(BookSide.BID, "0.50", "500.01"), "insufficient_balance", 400);
    exchange.bid(ANN, "0.50", "500.00");
    assertRefused(order(BookSide.ASK, "0.99", "1.00"), "insufficient_balance", 400);
  }

  @Test
  void countsTheTakerFeeOfWhatMatchesAtOnce() {
    exchange.ask(BOB, "0.50", "100.00");
    exchange.done(new Command.Withdraw(AccountId.of(ANN), Money.of("948.2501")));

    assertRefused(order(BookSide.BID, "0.50", "100.00"), "insufficient_balance", 400);
    exchange.done(new Command.Deposit(AccountId.of(ANN), Money.of("0.0001")));
    assertThat(exchange.bid(ANN, "0.50", "100.00").filled()).isEqualTo(Quantity.of("100.00"));
    assertThat(exchange.cash(ANN)).isEqualTo(Money.ZERO);
  }

  @Test
  void cancelsAtTheMatchWhatALaxPolicyLetRestAndCannotBePaid() {
    exchange =
        new TestExchange(
            ExchangePolicies.DEFAULT.withReservation(RestingOrderReserve.NONE),
            TestExchange.LISTED);
    PlacedOrder first = exchange.bid(ANN, "0.50", "2000.00");
    PlacedOrder second = exchange.bid(ANN, "0.49", "2000.00");
    exchange.bid(BOB, "0.48", "10.00");

    exchange.ask(CAT, "0.48", "1000.00");
    exchange.ask(DAN, "0.48", "1010.00");

    assertThat(exchange.last(first.id()).status()).isEqualTo(OrderStatus.EXECUTED);
    assertThat(exchange.lastReason(second.id())).isEqualTo(UserOrder.Reason.MARGIN_CANCEL);
    assertThat(exchange.cash(ANN)).isEqualTo(Money.ZERO);
    assertThat(exchange.position(BOB)).hasToString("10.00");
  }

  @Test
  void stopsAnOrderWhoseFeesGrowBeyondItsCashAsAMakerCannotPay() {
    exchange =
        new TestExchange(
            ExchangePolicies.DEFAULT,
            TestExchange.LISTED.withFees(
                new FeeSchedule(FeeType.QUADRATIC_WITH_MAKER_FEES, BigDecimal.ONE)));
    exchange.done(new Command.Withdraw(AccountId.of(ANN), Money.of("999.02")));
    PlacedOrder poor = exchange.ask(ANN, "0.02", "1.00"); // to the last cent, so without its fee
    exchange.ask(BOB, "0.50", "1.00");
    exchange.done(new Command.Withdraw(AccountId.of(CAT), Money.of("999.4986")));

    PlacedOrder taker = exchange.bid(CAT, "0.50", "1.00"); // for a fee of $0.0014, as at $0.02

    assertThat(exchange.lastReason(poor.id())).isEqualTo(UserOrder.Reason.MARGIN_CANCEL);
    assertThat(exchange.lastReason(taker.id())).isEqualTo(UserOrder.Reason.MARGIN_CANCEL);
    assertThat(exchange.last(taker.id()).status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(exchange.cash(CAT)).isEqualTo(Money.of("0.5014"));
  }

  @Test
  void chargesManySmallFillsWhatOneLargeFillCosts() {
    exchange =
        new TestExchange(
            ExchangePolicies.DEFAULT,
            TestExchange.LISTED.withGrid(PriceLevelStructure.DECI_CENT.grid()));
    for (int i = 0; i < 3; i++) {
      exchange.ask(BOB, "0.055", "1.00");
    }
    exchange.events.clear();

    PlacedOrder placed = exchange.bid(ANN, "0.055", "3.00");

    assertThat(exchange.last(placed.id()).takerFees()).isEqualTo(Money.of("0.0110"));
    assertThat(
            exchange.events.stream()
                .filter(ExchangeEvent.Filled.class::isInstance)
                .map(ExchangeEvent.Filled.class::cast)
                .filter(fill -> fill.order().equals(placed.id()))
                .map(fill -> fill.fee().net().toString()))
        .containsExactly("0.003700", "0.003600", "0.003700");
  }

  @Test
  void chargesMakersWhereTheSeriesDoesAndNobodyDuringAWaiver() {
    FeeSchedule schedule =
        new FeeSchedule(FeeType.QUADRATIC_WITH_MAKER_FEES, new BigDecimal("0.5"));
    exchange =
        new TestExchange(
            ExchangePolicies.DEFAULT,
            TestExchange.LISTED
                .withFees(schedule)
                .withFeeWaiverUntil(TestExchange.OPEN.plusSeconds(60)));
    exchange.bid(ANN, "0.50", "100.00");
    exchange.ask(BOB, "0.50", "100.00");
    assertThat(exchange.engine.ledger().fees()).isEqualTo(Money.ZERO);

    exchange.pass(Duration.ofSeconds(60));
    exchange.bid(CAT, "0.50", "100.00");
    exchange.ask(DAN, "0.50", "100.00");
    assertThat(exchange.cash(CAT)).isEqualTo(Money.of("949.7812")); // 0.21875, aligned downward
    assertThat(exchange.cash(DAN)).isEqualTo(Money.of("949.1250"));
  }

  @Test
  void limitsPositionsWhereThePolicySaysSo() {
    exchange =
        new TestExchange(
            ExchangePolicies.DEFAULT.withPositionLimit(Quantity.of("10.00")), TestExchange.LISTED);
    exchange.bid(ANN, "0.40", "8.00");

    assertRefused(order(BookSide.BID, "0.30", "2.01"), "exceeded_per_market_risk_limit", 409);
    exchange.bid(ANN, "0.30", "2.00");
    exchange.ask(ANN, "0.60", "10.00");
  }
}
