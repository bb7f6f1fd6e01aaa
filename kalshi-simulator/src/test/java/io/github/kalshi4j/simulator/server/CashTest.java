package io.github.kalshi4j.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.error.KalshiApiException;
import io.github.kalshi4j.client.portfolio.BalanceQuery;
import io.github.kalshi4j.client.portfolio.CashAccount;
import io.github.kalshi4j.client.portfolio.MovementQuery;
import io.github.kalshi4j.client.portfolio.Transfer;
import io.github.kalshi4j.client.portfolio.TransferRequest;
import io.github.kalshi4j.client.subaccount.SubaccountBalance;
import io.github.kalshi4j.client.subaccount.SubaccountTransferQuery;
import io.github.kalshi4j.client.subaccount.SubaccountTransferRequest;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.TransferId;
import org.junit.jupiter.api.Test;

class CashTest extends ServerTest {
  @Test
  void moneyMovesBetweenSubaccountsOnce() {
    int subaccount = ann.subaccounts().create();
    assertThat(subaccount).isEqualTo(1);
    SubaccountTransferRequest request =
        SubaccountTransferRequest.of(0, subaccount, Money.ofDollars(250));
    ann.subaccounts().transfer(request);
    assertThatThrownBy(() -> ann.subaccounts().transfer(request))
        .isInstanceOfSatisfying(
            KalshiApiException.class, e -> assertThat(e.status()).isEqualTo(409));
    assertThat(ann.subaccounts().balances())
        .filteredOn(balance -> balance.exchangeIndex() == 0)
        .extracting(SubaccountBalance::balance)
        .containsExactly(Money.ofDollars(750), Money.ofDollars(250));
    assertThat(ann.subaccounts().allTransfers(SubaccountTransferQuery.ALL)).hasSize(1);
  }

  @Test
  void moneyMovesBetweenShards() {
    TransferId id =
        ann.portfolio()
            .startTransfer(
                TransferRequest.of(
                    CashAccount.ofEventContracts(0),
                    CashAccount.ofEventContracts(2),
                    Money.ofDollars(100)));
    Transfer transfer = ann.portfolio().transfer(id);
    assertThat(transfer.amount()).isEqualTo(Money.ofDollars(100));
    assertThat(transfer.destinationExchangeIndex()).isEqualTo(2);
    assertThat(ann.portfolio().allTransfers(MovementQuery.ALL)).containsExactly(transfer);
    assertThat(bob.portfolio().allTransfers(MovementQuery.ALL)).isEmpty();
    assertThat(ann.portfolio().balance(BalanceQuery.PRIMARY.withExchangeIndex(2)).available())
        .isEqualTo(Money.ofDollars(100));
  }

  @Test
  void moneyThatIsNotThereDoesNotMove() {
    int subaccount = ann.subaccounts().create();
    assertThatThrownBy(() ->
            ann.subaccounts()
                .transfer(SubaccountTransferRequest.of(0, subaccount, Money.ofDollars(1001))))
        .isInstanceOfSatisfying(
            KalshiApiException.class, e -> assertThat(e.code()).contains("insufficient_balance"));
    assertThat(ann.portfolio().balance().available()).isEqualTo(Money.ofDollars(1000));
  }
}
