package io.github.kalshi4j.simulator.exchange;

import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.order.Amendment;
import io.github.kalshi4j.client.order.Decrease;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OrderGroupId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.ledger.AccountId;
import io.github.kalshi4j.simulator.market.ListedMarket;
import io.github.kalshi4j.simulator.market.Outcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of the exchange. */
public sealed interface Command {
  /** What a member does with orders. */
  sealed interface OrderCommand extends Command {}

  /** Places an order. Answered by {@link Answer.Placed}. */
  record Place(UserId user, OrderRequest order) implements OrderCommand {}

  /**
   * Changes an order. Answered by {@link Answer.Amended}.
   *
   * @param market must be the order's
   * @param side must be the order's
   * @param total what is filled already and what shall rest
   * @param clientOrderId if not null, must be the order's
   * @param newClientOrderId its name from now on; null to keep it
   */
  record Amend(
      UserId user,
      OrderTarget target,
      MarketTicker market,
      BookSide side,
      Price price,
      Quantity total,
      @Nullable ClientOrderId clientOrderId,
      @Nullable ClientOrderId newClientOrderId,
      Amendment.Expiration expiration)
      implements OrderCommand {
    /** Returns what the client sends for an amendment. */
    public static Amend of(UserId user, Amendment amendment) {
      return new Amend(
          user,
          OrderTarget.from(amendment.order()),
          amendment.market(),
          amendment.side(),
          amendment.price(),
          amendment.total(),
          amendment.clientOrderId(),
          amendment.newClientOrderId(),
          amendment.expiration());
    }
  }

  /** Makes an order smaller. Answered by {@link Answer.Decreased}. */
  record Reduce(UserId user, OrderTarget target, Decrease decrease) implements OrderCommand {}

  /** Cancels an order. Answered by {@link Answer.Canceled}. */
  record Cancel(UserId user, OrderTarget target) implements OrderCommand {}

  /**
   * Runs order commands in order, each on its own, at one time. Answered by {@link Answer.Batch}.
   */
  record Batch(List<OrderCommand> commands) implements Command {
    public Batch {
      commands = List.copyOf(commands);
    }
  }

  /**
   * Cancels all orders of a member on all shards, where they may be canceled.
   *
   * @param subaccount null for all
   */
  record CancelAll(UserId user, @Nullable Integer subaccount) implements Command {}

  /** Creates an order group. Answered by {@link Answer.GroupCreated}. */
  record CreateGroup(AccountId account, Quantity limit) implements Command {}

  /** Cancels a group's orders and lets it take no more until it is reset. */
  record TriggerGroup(AccountId account, OrderGroupId group) implements Command {}

  /** Lets a group take orders again, with nothing counted. */
  record ResetGroup(AccountId account, OrderGroupId group) implements Command {}

  /** Cancels a group's orders and forgets it. */
  record DeleteGroup(AccountId account, OrderGroupId group) implements Command {}

  /** Sets a group's limit, which triggers it if more is counted already. */
  record LimitGroup(AccountId account, OrderGroupId group, Quantity limit) implements Command {}

  /** Lets a member in, with a primary subaccount on every shard. */
  record OpenMember(UserId user) implements Command {}

  /** Opens a member's next subaccount on a shard. Answered by {@link Answer.SubaccountOpened}. */
  record OpenSubaccount(UserId user, int shard) implements Command {}

  /** Pays money in. */
  record Deposit(AccountId account, Money amount) implements Command {}

  /** Pays money out, as far as no order binds it. */
  record Withdraw(AccountId account, Money amount) implements Command {}

  /** Moves a member's money between subaccounts or shards, as far as no order binds it. */
  record Transfer(AccountId from, AccountId to, Money amount) implements Command {}

  /** What the exchange itself does with a market. */
  sealed interface MarketCommand extends Command {
    MarketTicker market();
  }

  /** Creates a market; it opens and closes by itself at its times. */
  record ListMarket(ListedMarket listed) implements MarketCommand {
    @Override
    public MarketTicker market() {
      return listed.market();
    }
  }

  /** Halts a market; its orders stay. */
  record Deactivate(MarketTicker market) implements MarketCommand {}

  /** Lets a halted market go on, without the orders that rested in it. */
  record Activate(MarketTicker market) implements MarketCommand {}

  /** Moves a market's close; to now or before closes it, and a later one opens a closed market. */
  record MoveClose(MarketTicker market, Instant close) implements MarketCommand {}

  /** Gives a market other legal prices; resting orders stay. */
  record ChangeGrid(MarketTicker market, PriceGrid grid) implements MarketCommand {}

  /** Gives a market other fees. */
  record ChangeFees(MarketTicker market, FeeSchedule fees) implements MarketCommand {}

  /** Raises the least value of YES, which cancels the orders at or below it. */
  record RaiseFloor(MarketTicker market, Price floor) implements MarketCommand {}

  /** Sets the result of a closed market, or another one of a disputed market. */
  record Determine(MarketTicker market, Outcome outcome) implements MarketCommand {}

  /** Takes a result that is not yet paid into doubt. */
  record Dispute(MarketTicker market) implements MarketCommand {}

  /**
   * Pauses a shard.
   *
   * @param scope what no longer goes
   */
  record Pause(int shard, PauseScope scope) implements Command {}

  /** Ends a pause of a shard. */
  record Resume(int shard, PauseScope scope) implements Command {}

  /** What a pause stops. */
  enum PauseScope {
    /** Placing and amending. */
    TRADING,
    /** Placing, amending and canceling. */
    EXCHANGE
  }
}
