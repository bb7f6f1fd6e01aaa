package io.github.kalshi4j.simulator.exchange;

import io.github.kalshi4j.client.market.MarketStatus;
import io.github.kalshi4j.simulator.exchange.Command.PauseScope;
import java.util.Optional;

/** Says what goes: by the pauses of a shard, and by the status of a market. */
final class Gate {
  private final ExchangePolicies policies;
  private final boolean[] exchangePaused;
  private final boolean[] tradingPaused;

  Gate(ExchangePolicies policies) {
    this.policies = policies;
    exchangePaused = new boolean[policies.shards()];
    tradingPaused = new boolean[policies.shards()];
  }

  /** Returns whether this changed anything. */
  boolean pause(int shard, PauseScope scope, boolean paused) {
    boolean[] paths = scope == PauseScope.EXCHANGE ? exchangePaused : tradingPaused;
    boolean changes = paths[shard] != paused;
    paths[shard] = paused;
    return changes;
  }

  boolean isExchangeActive(int shard) {
    return !exchangePaused[shard];
  }

  boolean isTradingActive(int shard) {
    return isExchangeActive(shard) && !tradingPaused[shard];
  }

  void checkShard(int shard) {
    if (shard < 0 || shard >= policies.shards()) {
      throw new RefusedException(Refusal.Reason.SHARD_NOT_FOUND, "exchange_index " + shard);
    }
  }

  void checkTrading(LiveMarket market) {
    refuse(whyNotTrading(market), market);
  }

  void checkCanceling(LiveMarket market) {
    refuse(whyNotCanceling(market), market);
  }

  boolean allowsCanceling(LiveMarket market) {
    return whyNotCanceling(market).isEmpty();
  }

  private static void refuse(Optional<Refusal.Reason> reason, LiveMarket market) {
    if (reason.isPresent()) {
      throw new RefusedException(reason.get(), market.ticker().value());
    }
  }

  private Optional<Refusal.Reason> whyNotTrading(LiveMarket market) {
    if (exchangePaused[market.shard()]) {
      return Optional.of(Refusal.Reason.EXCHANGE_PAUSED);
    }
    if (tradingPaused[market.shard()]) {
      return Optional.of(Refusal.Reason.TRADING_PAUSED);
    }
    if (market.life.isClosed()) {
      return Optional.of(Refusal.Reason.MARKET_ALREADY_CLOSED);
    }
    return market.life.status() == MarketStatus.ACTIVE
        ? Optional.empty()
        : Optional.of(Refusal.Reason.MARKET_INACTIVE);
  }

  private Optional<Refusal.Reason> whyNotCanceling(LiveMarket market) {
    if (exchangePaused[market.shard()]) {
      return Optional.of(Refusal.Reason.EXCHANGE_PAUSED);
    }
    if (market.life.isClosed()) {
      return Optional.of(Refusal.Reason.MARKET_ALREADY_CLOSED);
    }
    return market.life.status() == MarketStatus.INACTIVE && !policies.cancelWhileInactive()
        ? Optional.of(Refusal.Reason.MARKET_INACTIVE)
        : Optional.empty();
  }
}
