package io.github.kalshi4j.client.subaccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.kalshi4j.client.value.ClientTransferId;
import io.github.kalshi4j.client.value.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubaccountTransferRequestTest {
  private static final Money AMOUNT = Money.of("7.25");

  @Test
  void hasANameOfItsOwnUnlessItIsGivenOne() {
    SubaccountTransferRequest request = SubaccountTransferRequest.of(0, 3, AMOUNT);
    assertThat(request.clientTransferId())
        .isNotEqualTo(SubaccountTransferRequest.of(0, 3, AMOUNT).clientTransferId());

    ClientTransferId name = ClientTransferId.of("cff98af8-9707-4dd7-a54e-57bfee2192ae");

    assertThat(request.withClientTransferId(name).withExchangeIndex(2))
        .isEqualTo(new SubaccountTransferRequest(name, 0, 3, AMOUNT, 2));
  }

  @Test
  void movesWholeCentsAboveZero() {
    for (String amount : List.of("0", "-1", "7.255")) {
      Money money = Money.of(amount);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SubaccountTransferRequest.of(0, 3, money))
          .withMessageContaining(money.toString());
    }
  }

  @Test
  void refusesPlacesThatAreNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SubaccountTransferRequest.of(3, 3, AMOUNT))
        .withMessageContaining("the same subaccount: 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SubaccountTransferRequest.of(-1, 3, AMOUNT))
        .withMessageContaining("-1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SubaccountTransferRequest.of(0, 64, AMOUNT))
        .withMessageContaining("64");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SubaccountTransferRequest.of(0, 3, AMOUNT).withExchangeIndex(-1))
        .withMessageContaining("-1");
  }
}
