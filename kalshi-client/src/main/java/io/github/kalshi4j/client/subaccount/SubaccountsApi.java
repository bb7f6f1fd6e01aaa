package io.github.kalshi4j.client.subaccount;

import io.github.kalshi4j.client.call.Endpoint;
import io.github.kalshi4j.client.call.Page;
import io.github.kalshi4j.client.error.KalshiConflictException;
import io.github.kalshi4j.client.error.OutcomeUnknownException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Subaccounts, their balances, netting and transfers. Subaccount 0 is the primary one; 1 to 63 are
 * made by {@link #create}. They exist for each shard by itself. A key that is bound to one
 * subaccount is refused.
 */
public interface SubaccountsApi {
  /** Creates the next subaccount on shard 0. */
  default int create() {
    return create(0);
  }

  /**
   * Creates the next subaccount on a shard; needs usage tier Advanced.
   *
   * @return its number, 1 to 63
   * @throws OutcomeUnknownException if it left and no readable answer came: {@link #balances} tells
   *     whether it is there
   */
  @Endpoint("POST /portfolio/subaccounts")
  int create(int exchangeIndex);

  /** Returns the balances of all subaccounts, the primary one included, on each shard. */
  @Endpoint("GET /portfolio/subaccounts/balances")
  List<SubaccountBalance> balances();

  /** Returns for which subaccounts netting is on. */
  @Endpoint("GET /portfolio/subaccounts/netting")
  List<SubaccountNetting> netting();

  /**
   * Turns netting on or off; safe to repeat.
   *
   * @param subaccount 0 for the primary one, or 1 to 63
   */
  @Endpoint("PUT /portfolio/subaccounts/netting")
  void setNetting(int subaccount, boolean enabled);

  /**
   * Moves money between two subaccounts on one shard; it is there when this returns.
   *
   * @throws KalshiConflictException if its client transfer id was used before
   * @throws OutcomeUnknownException if it left and no readable answer came. Sent again as it was,
   *     it is refused if it had been done
   */
  @Endpoint("POST /portfolio/subaccounts/transfer")
  void transfer(SubaccountTransferRequest request);

  /** Returns a page of the transfers between subaccounts. */
  @Endpoint("GET /portfolio/subaccounts/transfers")
  Page<SubaccountTransfer> transfers(SubaccountTransferQuery query);

  /** Returns all transfers between subaccounts, page by page as they are asked for. */
  Stream<SubaccountTransfer> allTransfers(SubaccountTransferQuery query);
}
