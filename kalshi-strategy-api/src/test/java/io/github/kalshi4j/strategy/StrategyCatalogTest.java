package io.github.kalshi4j.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.market.MarketFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrategyCatalogTest {
  private final StrategyCatalog catalog =
      StrategyCatalog.of(List.of(named("momentum"), named("bollinger"), named("kelly-volatility")));

  @Test
  void listsStrategiesByName() {
    assertThat(catalog.providers())
        .extracting(StrategyProvider::name)
        .containsExactly("bollinger", "kelly-volatility", "momentum");
  }

  @Test
  void findsAStrategyByItsName() {
    assertThat(catalog.find("momentum").name()).isEqualTo("momentum");
  }

  @Test
  void namesTheKnownStrategiesWhenItKnowsNoneOfTheName() {
    assertThatThrownBy(() -> catalog.find("momentun"))
        .isInstanceOf(UnknownStrategyException.class)
        .hasMessage(
            "no strategy is called \"momentun\"; did you mean momentum? known: bollinger,"
                + " kelly-volatility, momentum");
    assertThatThrownBy(() -> StrategyCatalog.of(List.of()).find("x"))
        .hasMessage("no strategy is called \"x\"; there are none");
  }

  @Test
  void refusesTwoStrategiesOfOneName() {
    StrategyProvider<Empty> first = named("momentum");
    assertThatThrownBy(() -> StrategyCatalog.of(List.of(first, new Broken("momentum", "Other."))))
        .isInstanceOf(InvalidStrategyException.class)
        .hasMessage(
            "two strategies are called momentum: %s and %s",
            first.getClass().getName(), Broken.class.getName());
  }

  @Test
  void refusesANameThatIsHardToType() {
    for (String name : List.of("Momentum", "my bot", "", "-x", "x-", "a--b", "a_b")) {
      assertThatThrownBy(() -> StrategyCatalog.of(List.of(named(name))))
          .as(name)
          .isInstanceOf(InvalidStrategyException.class)
          .hasMessageContaining("is called \"" + name + "\"");
    }
  }

  @Test
  void namesAProviderThatDescribesNothingOrFails() {
    assertThatThrownBy(() -> StrategyCatalog.of(List.of(new Broken("x", " "))))
        .isInstanceOf(InvalidStrategyException.class)
        .hasMessage(Broken.class.getName() + " has no description");
    assertThatThrownBy(() -> StrategyCatalog.of(List.of(new Broken("x", null))))
        .isInstanceOf(InvalidStrategyException.class)
        .hasMessageContaining("strategy provider " + Broken.class.getName() + " is broken");
  }

  private static StrategyProvider<Empty> named(String name) {
    return ConfigurationTest.provider(name, new Empty());
  }

  public record Empty() {}

  private record Broken(String name, String description) implements StrategyProvider<Empty> {
    @Override
    public Empty defaults() {
      return new Empty();
    }

    @Override
    public Strategy create(Empty configuration, MarketFacts market) {
      return new Strategy() {};
    }
  }
}
