package io.github.kalshi4j.client.contract;

import static io.github.kalshi4j.client.contract.OperationCase.doing;
import static io.github.kalshi4j.client.contract.Samples.CURSOR;
import static io.github.kalshi4j.client.contract.Samples.EVENT;
import static io.github.kalshi4j.client.contract.Samples.MARKET;
import static io.github.kalshi4j.client.contract.Samples.MARKETS;
import static io.github.kalshi4j.client.contract.Samples.ORDER;
import static io.github.kalshi4j.client.contract.Samples.TIME;

import io.github.kalshi4j.client.portfolio.BalanceQuery;
import io.github.kalshi4j.client.portfolio.CashAccount;
import io.github.kalshi4j.client.portfolio.FillQuery;
import io.github.kalshi4j.client.portfolio.MovementQuery;
import io.github.kalshi4j.client.portfolio.PositionCount;
import io.github.kalshi4j.client.portfolio.PositionQuery;
import io.github.kalshi4j.client.portfolio.RestingOrderReserve;
import io.github.kalshi4j.client.portfolio.SettlementFilter;
import io.github.kalshi4j.client.portfolio.SettlementQuery;
import io.github.kalshi4j.client.portfolio.TargetBalanceAllocation;
import io.github.kalshi4j.client.portfolio.TransferRequest;
import io.github.kalshi4j.client.value.ClientTransferId;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.TransferId;
import java.util.EnumSet;
import java.util.List;

/** The operations of {@code portfolio()}. */
final class PortfolioCases {
  private static final MovementQuery MOVEMENTS = MovementQuery.ALL.withLimit(50).withCursor(CURSOR);
  private static final Money AMOUNT = Money.of("7.25");
  private static final TransferId TRANSFER = TransferId.of("684f267f-ec37-4be5-a68c-f1071c5d87fd");
  private static final ClientTransferId CLIENT_TRANSFER =
      ClientTransferId.of("cff98af8-9707-4dd7-a54e-57bfee2192ae");
  private static final TransferRequest TO_MARGINED =
      TransferRequest.of(CashAccount.ofEventContracts(2), CashAccount.ofMargined(1), AMOUNT)
          .withClientTransferId(CLIENT_TRANSFER);
  private static final TransferRequest LEAST_TRANSFER =
      TransferRequest.of(CashAccount.ofEventContracts(0), CashAccount.ofMargined(0), AMOUNT);
  private static final TransferRequest BETWEEN_SUBACCOUNTS =
      TransferRequest.of(
          CashAccount.ofEventContracts(2).withSubaccount(3),
          CashAccount.ofEventContracts(1).withSubaccount(4),
          AMOUNT);
  private static final TargetBalanceAllocation ALLOCATION =
      TargetBalanceAllocation.of(
              List.of(
                  new TargetBalanceAllocation.Share(0, 60),
                  new TargetBalanceAllocation.Share(2, 40)))
          .withReserve(RestingOrderReserve.MAX);

  static final List<OperationCase> ALL =
      List.of(
          OperationCase.of(
              "GetBalance",
              c ->
                  c.portfolio()
                      .balance(BalanceQuery.PRIMARY.withSubaccount(3).withExchangeIndex(2)),
              c -> c.portfolio().balance()),
          OperationCase.of(
              "GetDeposits",
              c -> c.portfolio().deposits(MOVEMENTS),
              c -> c.portfolio().deposits(MovementQuery.ALL)),
          OperationCase.of(
              "GetWithdrawals",
              c -> c.portfolio().withdrawals(MOVEMENTS),
              c -> c.portfolio().withdrawals(MovementQuery.ALL)),
          OperationCase.of(
              "GetFills",
              c ->
                  c.portfolio()
                      .fills(
                          FillQuery.ALL
                              .withMarkets(MARKETS)
                              .withOrder(ORDER)
                              .from(TIME)
                              .to(TIME)
                              .withSubaccount(3)
                              .withExchangeIndex(2)
                              .withLimit(50)
                              .withCursor(CURSOR)),
              c -> c.portfolio().fills(FillQuery.ALL)),
          OperationCase.of(
              "GetPositions",
              c ->
                  c.portfolio()
                      .positions(
                          PositionQuery.ALL
                              .withNonZero(EnumSet.allOf(PositionCount.class))
                              .withSettlement(SettlementFilter.ALL)
                              .withMarket(MARKET)
                              .withEvent(EVENT)
                              .withSubaccount(3)
                              .withExchangeIndex(2)
                              .withLimit(50)
                              .withCursor(CURSOR)),
              c -> c.portfolio().positions(PositionQuery.ALL)),
          OperationCase.of(
              "GetSettlements",
              c ->
                  c.portfolio()
                      .settlements(
                          SettlementQuery.ALL
                              .withMarket(MARKET)
                              .withEvent(EVENT)
                              .from(TIME)
                              .to(TIME)
                              .withSubaccount(3)
                              .withLimit(50)
                              .withCursor(CURSOR)),
              c -> c.portfolio().settlements(SettlementQuery.ALL)),
          OperationCase.of(
              "GetPortfolioRestingOrderTotalValue", c -> c.portfolio().restingOrderValue()),
          OperationCase.of(
              "IntraExchangeInstanceTransfer",
              c -> c.portfolio().startTransfer(TO_MARGINED),
              c -> c.portfolio().startTransfer(LEAST_TRANSFER)),
          OperationCase.of(
              "IntraExchangeInstanceTransfer.2",
              c -> c.portfolio().startTransfer(BETWEEN_SUBACCOUNTS)),
          OperationCase.of(
              "GetIntraExchangeInstanceTransfers",
              c -> c.portfolio().transfers(MOVEMENTS),
              c -> c.portfolio().transfers(MovementQuery.ALL)),
          OperationCase.of(
              "GetIntraExchangeInstanceTransfer", c -> c.portfolio().transfer(TRANSFER)),
          OperationCase.of(
              "GetTargetBalanceAllocation", c -> c.portfolio().targetBalanceAllocation()),
          OperationCase.of(
              "SetTargetBalanceAllocation",
              doing(c -> c.portfolio().setTargetBalanceAllocation(ALLOCATION)),
              doing(c -> c.portfolio().setTargetBalanceAllocation(TargetBalanceAllocation.OFF))));

  private PortfolioCases() {}
}
