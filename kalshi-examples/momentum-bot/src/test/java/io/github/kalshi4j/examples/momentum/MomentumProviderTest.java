package io.github.kalshi4j.examples.momentum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.risk.RiskRule;
import io.github.kalshi4j.risk.exit.ExitTrigger;
import io.github.kalshi4j.risk.exit.PositionExits;
import io.github.kalshi4j.risk.plan.RiskPlan;
import io.github.kalshi4j.strategy.Configuration;
import io.github.kalshi4j.strategy.ParameterInfo;
import io.github.kalshi4j.strategy.Position;
import io.github.kalshi4j.strategy.StrategyCatalog;
import io.github.kalshi4j.strategy.testing.TestMarkets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MomentumProviderTest {
  private final Configuration<MomentumConfig> configuration =
      Configuration.of(new MomentumProvider());

  @Test
  void isFoundOnTheClassPath() {
    StrategyCatalog catalog = StrategyCatalog.load(MomentumProvider.class.getClassLoader());
    assertThat(catalog.find("momentum")).isInstanceOf(MomentumProvider.class);
  }

  @Test
  void describesEveryParameter() {
    assertThat(configuration.parameters()).hasSize(25);
    assertThat(configuration.parameters())
        .extracting(ParameterInfo::description)
        .noneMatch(String::isBlank);
  }

  @Test
  void refusesTheGapOfTheMidsWithItsReason() {
    assertThatThrownBy(() -> configuration.with("gapSource", "mids"))
        .hasMessageContaining("gapSource mids is always 0")
        .hasMessageContaining("reciprocal");
  }

  @Test
  void refusesWhatMakesNoSenseNamingTheParameter() {
    assertThatThrownBy(() -> configuration.with("minPoints", "1"))
        .hasMessageContaining("minPoints must be 2 or more: 1");
    assertThatThrownBy(() -> configuration.with("window", "0s"))
        .hasMessageContaining("window must be positive");
    assertThatThrownBy(() -> configuration.with("trail", "0"))
        .hasMessageContaining("trail must be positive");
    assertThatThrownBy(() -> configuration.with("reversalConfidence", "1.1"))
        .hasMessageContaining("reversalConfidence must be from 0 to 1: 1.1");
    assertThatThrownBy(() -> configuration.with("dailyLoss", "-1"))
        .hasMessageContaining("dailyLoss must be positive");
  }

  @Test
  void asksTheBreakerLast() {
    RiskPlan plan = new MomentumProvider().riskPlan(MomentumConfig.defaults());
    assertThat(plan.pipeline().rules())
        .extracting(RiskRule::name)
        .containsExactly(
            "oneSidePerMarket",
            "oneEntryInFlight",
            "noEntryWhileExiting",
            "positionPerMarket",
            "totalExposure",
            "availableCash",
            "cooldown",
            "dailyLoss");
  }

  @Test
  void everyRunHasItsOwnBreaker() {
    MomentumProvider provider = new MomentumProvider();
    assertThat(provider.riskPlan(MomentumConfig.defaults()).breakers().getFirst())
        .isNotSameAs(provider.riskPlan(MomentumConfig.defaults()).breakers().getFirst());
  }

  @Test
  void withItsDefaultsTheTrailActsBeforeTheStop() {
    RiskPlan plan = new MomentumProvider().riskPlan(MomentumConfig.defaults());
    PositionExits exits = new PositionExits(plan.exits());
    // Bought at the ask of a book of one cent spread.
    Position position =
        new Position(
            TestMarkets.bitcoin15Minutes().ticker(),
            OutcomeSide.NO,
            Quantity.ofContracts(5),
            Money.of("2.50"),
            Money.of("0.0875"));
    assertThat(exits.onUpdate(position, Price.of("0.49"))).isEmpty();
    assertThat(exits.onUpdate(position, Price.of("0.48"))).isEmpty();
    assertThat(exits.onUpdate(position, Price.of("0.47")))
        .map(ExitTrigger::rule)
        .contains("trailingStop");
  }

  @Test
  void scansForLiquidMarketsEveryMinute() {
    assertThat(new MomentumProvider().selector(MomentumConfig.defaults()).orElseThrow().interval())
        .isEqualTo(Duration.ofSeconds(60));
  }
}
