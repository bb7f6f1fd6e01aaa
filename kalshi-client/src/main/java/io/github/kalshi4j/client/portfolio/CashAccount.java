package io.github.kalshi4j.client.portfolio;

import io.github.kalshi4j.client.account.AccountLimits.ExchangeInstance;
import io.github.kalshi4j.client.internal.Ranges;

/**
 * Where money of the account is: on which side of the exchange, on which shard of it, in which
 * subaccount.
 *
 * @param exchangeIndex the shard, 0 to 100
 * @param subaccount 0 for the primary one, or 1 to 63
 */
public record CashAccount(ExchangeInstance instance, int exchangeIndex, int subaccount) {
  private static final int LAST_SHARD = 100;

  public CashAccount {
    if (instance == ExchangeInstance.UNRECOGNIZED) {
      throw new IllegalArgumentException("money cannot be in " + instance);
    }
    if (exchangeIndex < 0 || exchangeIndex > LAST_SHARD) {
      throw new IllegalArgumentException("exchange index must be 0 to 100: " + exchangeIndex);
    }
    Ranges.checkSubaccount(subaccount);
  }

  /** Returns the primary subaccount on a shard of event contracts. */
  public static CashAccount ofEventContracts(int exchangeIndex) {
    return new CashAccount(ExchangeInstance.EVENT_CONTRACT, exchangeIndex, 0);
  }

  /** Returns the primary subaccount on a shard of margined perpetuals. */
  public static CashAccount ofMargined(int exchangeIndex) {
    return new CashAccount(ExchangeInstance.MARGINED, exchangeIndex, 0);
  }

  /** Returns a copy of another subaccount, 0 to 63, on the same shard. */
  public CashAccount withSubaccount(int value) {
    return new CashAccount(instance, exchangeIndex, value);
  }
}
