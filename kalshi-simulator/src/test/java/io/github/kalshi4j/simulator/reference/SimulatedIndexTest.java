package io.github.kalshi4j.simulator.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.stream.IndexValue.Average;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SimulatedIndexTest {
  private static final Instant CLOSE = Instant.parse("2026-11-27T23:30:00Z");
  private static final long SECOND = 1_000_000;

  private static List<IndexTick> ticks(long seed, Instant start, int seconds) {
    SimulatedIndex index = new SimulatedIndex(Coin.BTC, seed, start.getEpochSecond() * SECOND);
    List<IndexTick> ticks = new ArrayList<>(List.of(index.tick()));
    for (int i = 1; i <= seconds; i++) {
      index.advanceTo((start.getEpochSecond() + i) * SECOND);
      ticks.add(index.tick());
    }
    return ticks;
  }

  @Test
  void startsAtItsPriceAndThenMoves() {
    List<IndexTick> ticks = ticks(1, CLOSE, 60);
    assertThat(ticks.getFirst().value()).isEqualTo(Coin.BTC.start());
    assertThat(ticks.stream().map(IndexTick::value).distinct().count()).isGreaterThan(50);
  }

  @Test
  void repeatsItselfForTheSameSeedOnly() {
    assertThat(ticks(1, CLOSE, 900))
        .isEqualTo(ticks(1, CLOSE, 900))
        .isNotEqualTo(ticks(2, CLOSE, 900));
  }

  @Test
  void averagesTheMinuteBeforeEachValueWithoutItself() {
    List<IndexTick> ticks = ticks(3, CLOSE.minusSeconds(500), 300);
    assertThat(ticks.getFirst().trailing().count()).isZero();
    assertThat(ticks.getFirst().trailing().value()).isEqualByComparingTo(Coin.BTC.start());
    for (int i = 1; i < ticks.size(); i++) {
      List<IndexTick> before = ticks.subList(Math.max(0, i - 60), i);
      assertThat(ticks.get(i).trailing().value()).isEqualTo(mean(before));
      assertThat(ticks.get(i).trailing().count()).isEqualTo(before.size());
    }
  }

  @Test
  void averagesTheFinalMinuteWithoutItsFirstAndWithItsClosingValue() {
    List<IndexTick> ticks = ticks(4, CLOSE.minusSeconds(100), 200);
    Map<Integer, Average> averages = new TreeMap<>();
    for (int i = 0; i < ticks.size(); i++) {
      Average average = ticks.get(i).finalMinute();
      if (average != null) {
        averages.put(i, average);
      }
    }
    assertThat(averages.keySet()).hasSize(60).contains(41, 100);
    averages.forEach((i, average) -> {
      assertThat(average.count()).isEqualTo(i - 40);
      assertThat(average.value()).isEqualTo(mean(ticks.subList(41, i + 1)));
      assertThat(average.start()).isEqualTo(CLOSE.minusSeconds(60));
    });
  }

  @Test
  void remembersTheAverageOfAQuarterOnceItIsComplete() {
    long close = CLOSE.getEpochSecond() * SECOND;
    SimulatedIndex index = new SimulatedIndex(Coin.ETH, 5, close - 60 * SECOND);
    index.advanceTo(close - 1);
    assertThat(index.quarterAverage(close)).isEmpty();
    assertThat(index.finalCount()).isEqualTo(59);
    index.advanceTo(close);
    Average last = index.tick().finalMinute();
    assertThat(last).isNotNull();
    assertThat(index.quarterAverage(close)).contains(last.value());
  }

  private static BigDecimal mean(List<IndexTick> ticks) {
    return ticks.stream()
        .map(IndexTick::value)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(BigDecimal.valueOf(ticks.size()), 8, RoundingMode.HALF_EVEN);
  }
}
