package io.github.kalshi4j.client.contract;

import static io.github.kalshi4j.client.contract.OperationCase.doing;
import static io.github.kalshi4j.client.contract.Samples.CURSOR;

import io.github.kalshi4j.client.subaccount.SubaccountTransferQuery;
import io.github.kalshi4j.client.subaccount.SubaccountTransferRequest;
import io.github.kalshi4j.client.value.ClientTransferId;
import io.github.kalshi4j.client.value.Money;
import java.util.List;

/** The operations of {@code subaccounts()}. */
final class SubaccountsCases {
  private static final SubaccountTransferRequest LEAST_TRANSFER =
      SubaccountTransferRequest.of(0, 3, Money.of("7.25"));
  private static final SubaccountTransferRequest TRANSFER =
      LEAST_TRANSFER
          .withClientTransferId(ClientTransferId.of("cff98af8-9707-4dd7-a54e-57bfee2192ae"))
          .withExchangeIndex(2);

  static final List<OperationCase> ALL =
      List.of(
          OperationCase.of(
              "CreateSubaccount", c -> c.subaccounts().create(2), c -> c.subaccounts().create()),
          OperationCase.of("GetSubaccountBalances", c -> c.subaccounts().balances()),
          OperationCase.of("GetSubaccountNetting", c -> c.subaccounts().netting()),
          OperationCase.of(
              "UpdateSubaccountNetting", doing(c -> c.subaccounts().setNetting(3, true))),
          OperationCase.of(
              "ApplySubaccountTransfer",
              doing(c -> c.subaccounts().transfer(TRANSFER)),
              doing(c -> c.subaccounts().transfer(LEAST_TRANSFER))),
          OperationCase.of(
              "GetSubaccountTransfers",
              c ->
                  c.subaccounts()
                      .transfers(SubaccountTransferQuery.ALL.withLimit(50).withCursor(CURSOR)),
              c -> c.subaccounts().transfers(SubaccountTransferQuery.ALL)));

  private SubaccountsCases() {}
}
