package io.github.kalshi4j.client.portfolio;

import io.github.kalshi4j.client.account.AccountLimits.ExchangeInstance;
import io.github.kalshi4j.client.value.ClientTransferId;
import io.github.kalshi4j.client.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money to be moved within the account. Numbered subaccounts take part only where both ends are
 * those of event contracts; such a transfer is done in up to three steps, and if one fails, what
 * the earlier ones moved stays in a primary subaccount on the way.
 *
 * @param amount above $0, in whole $0.0001
 * @param clientTransferId our name for it, under which it is not done twice; always null where a
 *     numbered subaccount takes part, since the exchange refuses it there
 */
public record TransferRequest(
    CashAccount source,
    CashAccount destination,
    Money amount,
    @Nullable ClientTransferId clientTransferId) {
  private static final long CENTICENT = 100;

  public TransferRequest {
    if (source.equals(destination)) {
      throw new IllegalArgumentException("transfer from and to the same: " + source);
    }
    if (amount.signum() <= 0 || amount.micros() % CENTICENT != 0) {
      throw new IllegalArgumentException(
          "a transfer must be above $0 and in whole $0.0001: " + amount);
    }
    if (isNumbered(source, destination)) {
      if (source.instance() != ExchangeInstance.EVENT_CONTRACT
          || destination.instance() != ExchangeInstance.EVENT_CONTRACT) {
        throw new IllegalArgumentException(
            "numbered subaccounts take part only between event contracts: "
                + source
                + " to "
                + destination);
      }
      if (clientTransferId != null) {
        throw new IllegalArgumentException(
            "no client transfer id where a numbered subaccount takes part: " + clientTransferId);
      }
    }
  }

  /**
   * Returns a request under a random client transfer id, or under none where a numbered subaccount
   * takes part. Keep it to be able to tell, or to repeat, what was asked for.
   */
  public static TransferRequest of(CashAccount source, CashAccount destination, Money amount) {
    return new TransferRequest(
        source,
        destination,
        amount,
        isNumbered(source, destination) ? null : ClientTransferId.random());
  }

  /** Returns a copy under this name, which may be used again for the same request only. */
  public TransferRequest withClientTransferId(ClientTransferId value) {
    return new TransferRequest(source, destination, amount, value);
  }

  private static boolean isNumbered(CashAccount source, CashAccount destination) {
    return source.subaccount() != 0 || destination.subaccount() != 0;
  }
}
