package io.github.kalshi4j.simulator.ledger;

import io.github.kalshi4j.client.value.UserId;

/**
 * Where money lies: a member's subaccount on one shard.
 *
 * @param subaccount 0 for the primary one, or 1 to 63
 * @param shard the exchange's {@code exchange_index}
 */
public record AccountId(UserId user, int subaccount, int shard) {
  /** Returns the primary subaccount of a member on shard 0. */
  public static AccountId of(UserId user) {
    return new AccountId(user, 0, 0);
  }

  @Override
  public String toString() {
    return user + "/" + subaccount + "@" + shard;
  }
}
