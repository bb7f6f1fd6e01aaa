package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.call.Page;
import io.github.kalshi4j.client.internal.http.Call;
import io.github.kalshi4j.client.internal.http.Caller;
import io.github.kalshi4j.client.internal.http.Operation;
import io.github.kalshi4j.client.portfolio.Balance;
import io.github.kalshi4j.client.portfolio.BalanceQuery;
import io.github.kalshi4j.client.portfolio.Deposit;
import io.github.kalshi4j.client.portfolio.EventPosition;
import io.github.kalshi4j.client.portfolio.Fill;
import io.github.kalshi4j.client.portfolio.FillQuery;
import io.github.kalshi4j.client.portfolio.MarketPosition;
import io.github.kalshi4j.client.portfolio.MovementQuery;
import io.github.kalshi4j.client.portfolio.PortfolioApi;
import io.github.kalshi4j.client.portfolio.PositionQuery;
import io.github.kalshi4j.client.portfolio.Positions;
import io.github.kalshi4j.client.portfolio.RestingOrderValue;
import io.github.kalshi4j.client.portfolio.Settlement;
import io.github.kalshi4j.client.portfolio.SettlementQuery;
import io.github.kalshi4j.client.portfolio.TargetBalanceAllocation;
import io.github.kalshi4j.client.portfolio.Transfer;
import io.github.kalshi4j.client.portfolio.TransferRequest;
import io.github.kalshi4j.client.portfolio.Withdrawal;
import io.github.kalshi4j.client.value.TransferId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Balance, fills, positions, settlements and movements of money, over REST. */
public final class RestPortfolio implements PortfolioApi {
  private static final Operation BALANCE = Operation.signed("GET /portfolio/balance");
  private static final Operation FILLS = Operation.signed("GET /portfolio/fills");
  private static final Operation POSITIONS = Operation.signed("GET /portfolio/positions");
  private static final Operation SETTLEMENTS = Operation.signed("GET /portfolio/settlements");
  private static final Operation DEPOSITS = Operation.signed("GET /portfolio/deposits");
  private static final Operation WITHDRAWALS = Operation.signed("GET /portfolio/withdrawals");
  private static final Operation RESTING_ORDER_VALUE =
      Operation.signed("GET /portfolio/summary/total_resting_order_value");
  private static final Operation START_TRANSFER =
      Operation.signed("POST /portfolio/intra_exchange_instance_transfer");
  private static final Operation TRANSFER =
      Operation.signed("GET /portfolio/intra_exchange_instance_transfers/{transfer_id}");
  private static final Operation TRANSFERS =
      Operation.signed("GET /portfolio/intra_exchange_instance_transfers");
  private static final Operation ALLOCATION =
      Operation.signed("GET /portfolio/target_balance_allocation");
  private static final Operation SET_ALLOCATION =
      Operation.signed("POST /portfolio/target_balance_allocation");

  private final Caller caller;
  private final Shards shards;

  public RestPortfolio(Caller caller, Shards shards) {
    this.caller = caller;
    this.shards = shards;
  }

  @Override
  public Balance balance(BalanceQuery query) {
    return caller.read(Call.of(BALANCE).with(query), Balance.class);
  }

  @Override
  public Page<Fill> fills(FillQuery query) {
    FillsAnswer answer = caller.read(Call.of(FILLS).with(query), FillsAnswer.class);
    answer.fills().forEach(fill -> shards.learn(fill.market(), fill.exchangeIndex()));
    return new Page<>(answer.fills(), answer.cursor());
  }

  @Override
  public Stream<Fill> allFills(FillQuery query) {
    return Pages.all(query, this::fills, RestPortfolio::identity);
  }

  /** With the order, since a match of two of our own subaccounts would be a fill of each. */
  static Object identity(Fill fill) {
    return List.of(fill.id(), fill.order());
  }

  @Override
  public Positions positions(PositionQuery query) {
    Positions positions = caller.read(Call.of(POSITIONS).with(query), Positions.class);
    positions
        .markets()
        .forEach(position -> shards.learn(position.market(), position.exchangeIndex()));
    return positions;
  }

  @Override
  public Stream<MarketPosition> allMarketPositions(PositionQuery query) {
    return Pages.all(query, q -> marketsOf(positions(q)), MarketPosition::market);
  }

  @Override
  public Stream<EventPosition> allEventPositions(PositionQuery query) {
    return Pages.all(query, q -> eventsOf(positions(q)), EventPosition::event);
  }

  static Page<MarketPosition> marketsOf(Positions positions) {
    return new Page<>(positions.markets(), positions.cursor());
  }

  private static Page<EventPosition> eventsOf(Positions positions) {
    return new Page<>(positions.events(), positions.cursor());
  }

  @Override
  public Page<Settlement> settlements(SettlementQuery query) {
    SettlementsAnswer answer =
        caller.read(Call.of(SETTLEMENTS).with(query), SettlementsAnswer.class);
    return new Page<>(answer.settlements(), answer.cursor());
  }

  @Override
  public Stream<Settlement> allSettlements(SettlementQuery query) {
    return Pages.all(query, this::settlements, settlement -> settlement);
  }

  @Override
  public Page<Deposit> deposits(MovementQuery query) {
    DepositsAnswer answer = caller.read(Call.of(DEPOSITS).with(query), DepositsAnswer.class);
    return new Page<>(answer.deposits(), answer.cursor());
  }

  @Override
  public Stream<Deposit> allDeposits(MovementQuery query) {
    return Pages.all(query, this::deposits, Deposit::id);
  }

  @Override
  public Page<Withdrawal> withdrawals(MovementQuery query) {
    WithdrawalsAnswer answer =
        caller.read(Call.of(WITHDRAWALS).with(query), WithdrawalsAnswer.class);
    return new Page<>(answer.withdrawals(), answer.cursor());
  }

  @Override
  public Stream<Withdrawal> allWithdrawals(MovementQuery query) {
    return Pages.all(query, this::withdrawals, Withdrawal::id);
  }

  @Override
  public RestingOrderValue restingOrderValue() {
    return caller.read(Call.of(RESTING_ORDER_VALUE), RestingOrderValue.class);
  }

  @Override
  public TransferId startTransfer(TransferRequest request) {
    return caller
        .write(
            Call.of(START_TRANSFER).withBody(CreateTransfer.of(request)),
            TransferStartedAnswer.class)
        .transferId();
  }

  @Override
  public Transfer transfer(TransferId transfer) {
    return caller.read(Call.of(TRANSFER, transfer), TransferAnswer.class).transfer();
  }

  @Override
  public Page<Transfer> transfers(MovementQuery query) {
    TransfersAnswer answer = caller.read(Call.of(TRANSFERS).with(query), TransfersAnswer.class);
    return new Page<>(answer.transfers(), answer.cursor());
  }

  @Override
  public Stream<Transfer> allTransfers(MovementQuery query) {
    return Pages.all(query, this::transfers, Transfer::id);
  }

  @Override
  public TargetBalanceAllocation targetBalanceAllocation() {
    return caller.read(Call.of(ALLOCATION), TargetBalanceAllocation.class);
  }

  @Override
  public void setTargetBalanceAllocation(TargetBalanceAllocation allocation) {
    caller.write(Call.of(SET_ALLOCATION).withBody(allocation));
  }

  record FillsAnswer(List<Fill> fills, @Nullable String cursor) {}

  record SettlementsAnswer(List<Settlement> settlements, @Nullable String cursor) {}

  record DepositsAnswer(List<Deposit> deposits, @Nullable String cursor) {}

  record WithdrawalsAnswer(List<Withdrawal> withdrawals, @Nullable String cursor) {}

  record TransferStartedAnswer(TransferId transferId) {}

  record TransferAnswer(Transfer transfer) {}

  record TransfersAnswer(List<Transfer> transfers, @Nullable String cursor) {}
}
