package io.github.kalshi4j.client.contract;

import static io.github.kalshi4j.client.contract.OperationCase.doing;
import static io.github.kalshi4j.client.contract.Samples.CLIENT_ORDER;
import static io.github.kalshi4j.client.contract.Samples.CURSOR;
import static io.github.kalshi4j.client.contract.Samples.EVENT;
import static io.github.kalshi4j.client.contract.Samples.MARKET;
import static io.github.kalshi4j.client.contract.Samples.PRICE;
import static io.github.kalshi4j.client.contract.Samples.TIME;

import io.github.kalshi4j.client.fcm.FcmFillQuery;
import io.github.kalshi4j.client.fcm.FcmOrderQuery;
import io.github.kalshi4j.client.fcm.FcmPositionQuery;
import io.github.kalshi4j.client.fcm.PositionTransfer;
import io.github.kalshi4j.client.order.OrderStatus;
import io.github.kalshi4j.client.portfolio.PositionCount;
import io.github.kalshi4j.client.portfolio.SettlementFilter;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.NetPosition;
import io.github.kalshi4j.client.value.SubtraderId;
import java.util.List;

/** The operations of {@code fcm()}. */
final class FcmCases {
  private static final SubtraderId SUBTRADER =
      SubtraderId.of("e8701ad4-8ba0-4a91-a04e-480dd60899a3_desk1");
  private static final SubtraderId OTHER =
      SubtraderId.of("e8701ad4-8ba0-4a91-a04e-480dd60899a3_desk2");

  static final List<OperationCase> ALL =
      List.of(
          OperationCase.of(
              "GetFCMFills",
              c -> c.fcm().fills(FcmFillQuery.ALL.from(TIME).to(TIME).withCursor(CURSOR)),
              c -> c.fcm().fills(FcmFillQuery.ALL)),
          OperationCase.of(
              "GetFCMOrders",
              c ->
                  c.fcm()
                      .orders(
                          FcmOrderQuery.ofSubtrader(SUBTRADER)
                              .withClientOrders(List.of(CLIENT_ORDER, ClientOrderId.of("quote-2")))
                              .withEvent(EVENT)
                              .withMarket(MARKET)
                              .from(TIME)
                              .to(TIME)
                              .withStatus(OrderStatus.RESTING)
                              .withLimit(50)
                              .withCursor(CURSOR)),
              c -> c.fcm().orders(FcmOrderQuery.ofSubtrader(SUBTRADER))),
          OperationCase.of(
              "GetFCMOrders.2",
              c -> c.fcm().orders(FcmOrderQuery.ofClientOrders(List.of(CLIENT_ORDER)))),
          OperationCase.of(
              "GetFCMPositions",
              c ->
                  c.fcm()
                      .positions(
                          FcmPositionQuery.ofSubtrader(SUBTRADER)
                              .withMarket(MARKET)
                              .withEvent(EVENT)
                              .withNonZero(List.of(PositionCount.values()))
                              .withSettlement(SettlementFilter.ALL)
                              .withLimit(50)
                              .withCursor(CURSOR)),
              c -> c.fcm().positions(FcmPositionQuery.ofSubtrader(SUBTRADER))),
          OperationCase.of(
              "CreateFCMPositionTransfer",
              c ->
                  c.fcm()
                      .transferPosition(
                          new PositionTransfer(
                              SUBTRADER, OTHER, MARKET, NetPosition.of("-3.00"), PRICE))),
          OperationCase.of("ListFCMSubtraders", c -> c.fcm().subtraders()),
          OperationCase.of("CreateFCMSubtrader", c -> c.fcm().createSubtrader("desk1")),
          OperationCase.of(
              "GetFCMSubtraderBlockedCategories", c -> c.fcm().blockedCategories(SUBTRADER)),
          OperationCase.of(
              "UpdateFCMSubtraderBlockedCategories",
              c -> c.fcm().blockCategory(SUBTRADER, "Sports")),
          OperationCase.of("GetFCMEventContractDailyCap", c -> c.fcm().dailyCap(SUBTRADER)),
          OperationCase.of(
              "UpdateFCMEventContractDailyCap",
              doing(c -> c.fcm().updateDailyCap(SUBTRADER, Money.ofDollars(250_000)))),
          OperationCase.of(
              "DeleteFCMEventContractDailyCap", doing(c -> c.fcm().deleteDailyCap(SUBTRADER))));

  private FcmCases() {}
}
