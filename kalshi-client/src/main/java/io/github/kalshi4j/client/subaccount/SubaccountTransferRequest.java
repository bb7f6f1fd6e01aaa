package io.github.kalshi4j.client.subaccount;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.internal.Ranges;
import io.github.kalshi4j.client.internal.json.InUnits;
import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import io.github.kalshi4j.client.value.ClientTransferId;
import io.github.kalshi4j.client.value.Money;

/**
 * Money to be moved between two subaccounts on one shard.
 *
 * @param clientTransferId our name for it, under which it is not done twice
 * @param source from where: 0 for the primary subaccount, or 1 to 63
 * @param destination to where: 0 for the primary subaccount, or 1 to 63
 * @param amount above $0, in whole cents
 */
public record SubaccountTransferRequest(
    ClientTransferId clientTransferId,
    @JsonProperty("from_subaccount") int source,
    @JsonProperty("to_subaccount") int destination,
    @JsonProperty("amount_cents") @InUnits(Unit.CENTS) Money amount,
    int exchangeIndex) {
  private static final long CENT = 10_000;

  public SubaccountTransferRequest {
    requireSubaccount(source);
    requireSubaccount(destination);
    if (source == destination) {
      throw new IllegalArgumentException("transfer from and to the same subaccount: " + source);
    }
    if (amount.signum() <= 0 || amount.micros() % CENT != 0) {
      throw new IllegalArgumentException(
          "a transfer must be above $0 and in whole cents: " + amount);
    }
    Ranges.checkExchangeIndex(exchangeIndex);
  }

  /**
   * Returns a request on shard 0, under a random client transfer id. Keep it to be able to repeat
   * what was asked for.
   *
   * @param source from where: 0 for the primary subaccount, or 1 to 63
   * @param destination to where: 0 for the primary subaccount, or 1 to 63
   * @param amount above $0, in whole cents
   */
  public static SubaccountTransferRequest of(int source, int destination, Money amount) {
    return new SubaccountTransferRequest(ClientTransferId.random(), source, destination, amount, 0);
  }

  /** Returns a copy under this name, which must never have been used before. */
  public SubaccountTransferRequest withClientTransferId(ClientTransferId value) {
    return new SubaccountTransferRequest(value, source, destination, amount, exchangeIndex);
  }

  /** Returns a copy on another shard. */
  public SubaccountTransferRequest withExchangeIndex(int value) {
    return new SubaccountTransferRequest(clientTransferId, source, destination, amount, value);
  }

  private static void requireSubaccount(int subaccount) {
    Ranges.checkSubaccount(subaccount);
  }
}
