package io.github.kalshi4j.client.portfolio;

import io.github.kalshi4j.client.call.Endpoint;
import io.github.kalshi4j.client.call.Page;
import io.github.kalshi4j.client.error.OutcomeUnknownException;
import io.github.kalshi4j.client.value.TransferId;
import java.util.stream.Stream;

/**
 * Balance, fills, positions, settlements and movements of money. What is older than the live window
 * is in the archive, except settlements, which are then gone. Reads lag writes by about a second.
 */
public interface PortfolioApi {
  /**
   * Returns cash and portfolio value of the primary subaccount, over all shards. A key of scope
   * {@code read::portfolio_balance} is enough.
   */
  default Balance balance() {
    return balance(BalanceQuery.PRIMARY);
  }

  /** Returns cash and portfolio value of one subaccount. */
  @Endpoint("GET /portfolio/balance")
  Balance balance(BalanceQuery query);

  /** Returns a page of fills: the pieces of our orders that were done. */
  @Endpoint("GET /portfolio/fills")
  Page<Fill> fills(FillQuery query);

  /** Returns all fills that a query means, page by page as they are asked for. */
  Stream<Fill> allFills(FillQuery query);

  /** Returns a page of positions, by market and by event. */
  @Endpoint("GET /portfolio/positions")
  Positions positions(PositionQuery query);

  /** Returns all positions in markets that a query means, page by page as they are asked for. */
  Stream<MarketPosition> allMarketPositions(PositionQuery query);

  /** Returns all positions in events that a query means, page by page as they are asked for. */
  Stream<EventPosition> allEventPositions(PositionQuery query);

  /** Returns a page of settlements: the payouts of what we held. */
  @Endpoint("GET /portfolio/settlements")
  Page<Settlement> settlements(SettlementQuery query);

  /**
   * Returns all settlements that a query means, page by page as they are asked for. A settlement
   * has no id and does not name its subaccount, so two that are alike in everything count as one;
   * ask for each subaccount by itself where several may hold the same.
   */
  Stream<Settlement> allSettlements(SettlementQuery query);

  /** Returns a page of deposits. */
  @Endpoint("GET /portfolio/deposits")
  Page<Deposit> deposits(MovementQuery query);

  /** Returns all deposits, page by page as they are asked for. */
  Stream<Deposit> allDeposits(MovementQuery query);

  /** Returns a page of withdrawals. */
  @Endpoint("GET /portfolio/withdrawals")
  Page<Withdrawal> withdrawals(MovementQuery query);

  /** Returns all withdrawals, page by page as they are asked for. */
  Stream<Withdrawal> allWithdrawals(MovementQuery query);

  /** Returns what all resting orders are worth; meant for members behind an FCM. */
  @Endpoint("GET /portfolio/summary/total_resting_order_value")
  RestingOrderValue restingOrderValue();

  /**
   * Asks for money to be moved within the account. The exchange does it after it has answered: the
   * transfer is complete when {@link #transfer} says so. Needs a key of scope {@code
   * write::transfer} that is not bound to one subaccount.
   *
   * @throws OutcomeUnknownException if it left and no readable answer came: it may be under way.
   *     Sent again as it was, with its client transfer id, it is not done twice; without one, look
   *     for it in {@link #transfers} first
   */
  @Endpoint("POST /portfolio/intra_exchange_instance_transfer")
  TransferId startTransfer(TransferRequest request);

  /** Returns a movement of money within the account. */
  @Endpoint("GET /portfolio/intra_exchange_instance_transfers/{transfer_id}")
  Transfer transfer(TransferId transfer);

  /** Returns a page of the movements of money within the account. */
  @Endpoint("GET /portfolio/intra_exchange_instance_transfers")
  Page<Transfer> transfers(MovementQuery query);

  /** Returns all movements of money within the account, page by page as they are asked for. */
  Stream<Transfer> allTransfers(MovementQuery query);

  /** Returns how free money is to be spread over the shards. */
  @Endpoint("GET /portfolio/target_balance_allocation")
  TargetBalanceAllocation targetBalanceAllocation();

  /** Replaces how free money is to be spread over the shards; safe to repeat. */
  @Endpoint("POST /portfolio/target_balance_allocation")
  void setTargetBalanceAllocation(TargetBalanceAllocation allocation);
}
