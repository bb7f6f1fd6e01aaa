package io.github.kalshi4j.simulator.exchange;

import io.github.kalshi4j.client.fee.FillFee;
import io.github.kalshi4j.client.fee.Liquidity;
import io.github.kalshi4j.client.stream.OrderGroupUpdate;
import io.github.kalshi4j.client.stream.UserOrder;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.TradeId;
import io.github.kalshi4j.simulator.ledger.Account;
import io.github.kalshi4j.simulator.ledger.AccountId;
import io.github.kalshi4j.simulator.ledger.Holding;
import io.github.kalshi4j.simulator.ledger.Payout;
import io.github.kalshi4j.simulator.market.MarketStep;
import io.github.kalshi4j.simulator.market.Outcome;
import org.jspecify.annotations.Nullable;

/** Tells the listener what has changed, at the engine's time. */
final class Announcer {
  private final ExchangeListener listener;
  private final Timers timers;

  Announcer(ExchangeListener listener, Timers timers) {
    this.listener = listener;
    this.timers = timers;
  }

  void book(LiveOrder order, Price price, long hundredths) {
    listener.on(
        new ExchangeEvent.BookChanged(
            timers.now(),
            order.market.ticker(),
            order.side,
            price,
            hundredths,
            order.account(),
            order.clientOrderId));
  }

  void bookEnded(LiveMarket market) {
    listener.on(new ExchangeEvent.BookEnded(timers.now(), market.ticker()));
  }

  void trade(TradeId trade, LiveOrder taker, Price price, Quantity quantity) {
    listener.on(
        new ExchangeEvent.Traded(
            timers.now(), trade, taker.market.ticker(), price, quantity, taker.side.outcome()));
  }

  void fill(
      TradeId trade,
      LiveOrder order,
      Liquidity liquidity,
      Price price,
      Quantity quantity,
      FillFee fee) {
    listener.on(
        new ExchangeEvent.Filled(
            timers.now(),
            trade,
            order.account(),
            order.id,
            order.clientOrderId,
            order.market.ticker(),
            order.side,
            liquidity,
            price,
            quantity,
            fee,
            order.holding.position()));
  }

  void order(LiveOrder order, UserOrder.@Nullable Reason reason) {
    order.updated = Micros.instant(timers.now());
    listener.on(new ExchangeEvent.OrderChanged(timers.now(), order.view(), reason));
  }

  void position(Holding holding) {
    listener.on(
        new ExchangeEvent.PositionChanged(
            timers.now(),
            holding.account().id(),
            holding.market(),
            holding.position(),
            holding.cost(),
            holding.realized(),
            holding.fees(),
            holding.volume()));
  }

  void settled(Holding holding, Outcome outcome, Payout payout) {
    listener.on(
        new ExchangeEvent.PositionSettled(
            timers.now(), holding.account().id(), holding.market(), outcome, payout));
  }

  void market(LiveMarket market, MarketStep step) {
    listener.on(
        new ExchangeEvent.MarketChanged(
            timers.now(),
            market.ticker(),
            step,
            market.life.status(),
            Micros.instant(market.close),
            market.grid,
            market.life.outcome().orElse(null)));
  }

  void group(LiveGroup group, OrderGroupUpdate.Type type) {
    boolean tellsLimit =
        type == OrderGroupUpdate.Type.CREATED || type == OrderGroupUpdate.Type.LIMIT_UPDATED;
    listener.on(
        new ExchangeEvent.GroupChanged(
            timers.now(),
            group.account,
            group.id,
            type,
            tellsLimit ? Quantity.ofHundredths(group.limit) : null));
  }

  void opened(AccountId account) {
    listener.on(new ExchangeEvent.AccountOpened(timers.now(), account));
  }

  void cash(Account account, Money change) {
    listener.on(new ExchangeEvent.CashMoved(timers.now(), account.id(), change, account.cash()));
  }

  void shard(int shard, boolean exchangeActive, boolean tradingActive) {
    listener.on(new ExchangeEvent.ShardChanged(timers.now(), shard, exchangeActive, tradingActive));
  }
}
