package io.github.kalshi4j.simulator.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.kalshi4j.simulator.reference.Coin;
import io.github.kalshi4j.simulator.reference.SimulatedIndex;
import org.junit.jupiter.api.Test;

class FairValueTest {
  private static final long CLOSE = 1_795_822_200_000_000L; // a full quarter of an hour
  private static final double PRICE = Coin.BTC.start().doubleValue();

  private final SimulatedIndex index = new SimulatedIndex(Coin.BTC, 1, CLOSE - 900_000_000);

  @Test
  void isEvenWhereThePriceIsAtTheStrike() {
    assertThat(FairValue.of(index, PRICE, 900, 0)).isCloseTo(0.5, within(1e-6));
  }

  @Test
  void growsSurerAsTimeRunsOut() {
    double early = FairValue.of(index, PRICE - 20, 900, 0);
    double late = FairValue.of(index, PRICE - 20, 90, 0);
    assertThat(early).isBetween(0.5, late);
    assertThat(late).isLessThan(1);
  }

  @Test
  void countsTheValuesOfTheFinalMinuteAsKnown() {
    index.advanceTo(CLOSE - 1);
    double average = (index.finalSum() + index.priceAgo(0)) / 60;
    assertThat(FairValue.of(index, average + 5, 0, 0)).isLessThan(0.01);
    assertThat(FairValue.of(index, average - 5, 0, 0)).isGreaterThan(0.99);
  }

  @Test
  void knowsTheNormalDistribution() {
    assertThat(FairValue.normal(0)).isCloseTo(0.5, within(1e-7));
    assertThat(FairValue.normal(1.96)).isCloseTo(0.9750021, within(1e-6));
    assertThat(FairValue.normal(-1)).isCloseTo(0.1586553, within(1e-6));
    assertThat(FairValue.normal(40)).isEqualTo(1);
  }
}
