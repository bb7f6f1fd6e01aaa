package io.github.kalshi4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.strategy.MarketQuote;
import io.github.kalshi4j.strategy.MarketSelector;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UniverseTest {
  private static final long SECOND = 1_000_000_000L;

  private final Universe universe =
      new Universe(
          new MarketSelector() {
            @Override
            public Duration interval() {
              return Duration.ofMinutes(1);
            }

            @Override
            public List<MarketTicker> select(List<MarketQuote> candidates) {
              return List.of();
            }
          });

  private boolean scans(long seconds, boolean isFirst) {
    boolean due = universe.isDue(seconds * SECOND, isFirst);
    if (due) {
      universe.scan(seconds * SECOND, List.of());
    }
    return due;
  }

  @Test
  void isScannedOnceAnInterval() {
    assertThat(scans(100, true)).isTrue();
    assertThat(scans(159, false)).isFalse();
    assertThat(scans(160, false)).isTrue();
    assertThat(scans(219, false)).isFalse();
  }

  @Test
  void isScannedForEachMarketThatComesAtTheStart() {
    assertThat(scans(100, true)).isTrue();
    assertThat(scans(101, true)).isTrue();
    assertThat(scans(159, true)).isTrue();
    assertThat(scans(160, false)).as("the interval goes on from the first scan").isTrue();
    assertThat(scans(161, true)).as("later ones wait").isFalse();
  }
}
