package io.github.kalshi4j.examples.momentum;

import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.risk.AvailableCash;
import io.github.kalshi4j.risk.Cooldown;
import io.github.kalshi4j.risk.NoEntryWhileExiting;
import io.github.kalshi4j.risk.OneEntryInFlight;
import io.github.kalshi4j.risk.OneSidePerMarket;
import io.github.kalshi4j.risk.PositionPerMarket;
import io.github.kalshi4j.risk.RiskPipeline;
import io.github.kalshi4j.risk.TotalExposure;
import io.github.kalshi4j.risk.breaker.CircuitBreaker;
import io.github.kalshi4j.risk.exit.StopLoss;
import io.github.kalshi4j.risk.exit.TrailingStop;
import io.github.kalshi4j.risk.plan.RiskManaged;
import io.github.kalshi4j.risk.plan.RiskPlan;
import io.github.kalshi4j.risk.sizing.FixedSize;
import io.github.kalshi4j.strategy.LiquiditySelector;
import io.github.kalshi4j.strategy.MarketSelector;
import io.github.kalshi4j.strategy.Strategy;
import io.github.kalshi4j.strategy.StrategyProvider;
import java.util.List;
import java.util.Optional;

/** Makes the momentum bot known, and says what bounds it. */
public final class MomentumProvider
    implements StrategyProvider<MomentumConfig>, RiskManaged<MomentumConfig> {
  @Override
  public String name() {
    return "momentum";
  }

  @Override
  public String description() {
    return "Buys the side that the mid moves to while the spread closes, in the most liquid markets.";
  }

  @Override
  public MomentumConfig defaults() {
    return MomentumConfig.defaults();
  }

  @Override
  public Optional<MarketSelector> selector(MomentumConfig config) {
    return Optional.of(
        new LiquiditySelector(
            config.scanInterval(), config.maxSpread(), config.minVolume(), config.maxMarkets()));
  }

  @Override
  public Strategy create(MomentumConfig config, MarketFacts market) {
    return new MomentumStrategy(config);
  }

  @Override
  public RiskPlan riskPlan(MomentumConfig config) {
    CircuitBreaker dailyLoss = CircuitBreaker.dailyLoss(config.dailyLoss());
    return new RiskPlan(
        new FixedSize(config.orderSize()),
        RiskPipeline.of(
            new OneSidePerMarket(),
            new OneEntryInFlight(),
            new NoEntryWhileExiting(),
            new PositionPerMarket(config.positionLimit()),
            new TotalExposure(config.exposureLimit()),
            new AvailableCash(),
            new Cooldown(config.cooldown()),
            dailyLoss),
        List.of(
            new StopLoss(config.stop(), true),
            new TrailingStop(config.trail(), config.trailActivation())),
        List.of(dailyLoss));
  }
}
