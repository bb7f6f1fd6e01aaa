package io.github.kalshi4j.examples.momentum;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceBand;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.strategy.Intent;
import io.github.kalshi4j.strategy.testing.StrategyTester;
import io.github.kalshi4j.strategy.testing.TestMarkets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

class MomentumStrategyLaws {
  /** Fine below, coarse above, so that a NO price on the YES grid would be found out. */
  private static final PriceGrid GRID =
      PriceGrid.of(List.of(PriceBand.of("0", "0.10", "0.001"), PriceBand.of("0.10", "1", "0.01")));

  /** A book some time after the one before, by the numbers of its prices on the grid. */
  record Step(int bid, int spread, int millis, boolean filled) {}

  @Property(tries = 200)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void doesForNoOnTheReflectedBookWhatItDoesForYes(@ForAll("steps") List<Step> steps) {
    MarketFacts market = TestMarkets.bitcoin15Minutes().withGrid(GRID);
    MarketFacts reflected = market.withGrid(GRID.complement());
    List<String> done = play(market, steps, false);
    Statistics.collect(done.contains("exit reversal"));
    Statistics.coverage(coverage -> coverage.check(true).count(turns -> turns > 0));
    assertThat(play(reflected, steps, true)).isEqualTo(done);
  }

  /** Returns what the bot does, with the sides of a reflected book turned back. */
  private static List<String> play(MarketFacts market, List<Step> steps, boolean reflect) {
    StrategyTester tester = StrategyTester.of(new MomentumProvider()).market(market);
    List<String> done = new ArrayList<>();
    for (Step step : steps) {
      Price bid = GRID.priceAt(step.bid());
      Price ask = GRID.priceAt(step.bid() + step.spread());
      tester.advance(Duration.ofMillis(step.millis()));
      List<Intent> intents =
          reflect
              ? tester.book(ask.complement().toString(), bid.complement().toString())
              : tester.book(bid.toString(), ask.toString());
      for (Intent intent : intents) {
        switch (intent) {
          case Intent.Enter enter -> {
            OutcomeSide side = reflect ? enter.side().opposite() : enter.side();
            done.add(
                String.join(
                    " ",
                    side.wire(),
                    enter.limit().toString(),
                    enter.signal().name(),
                    Double.toString(enter.signal().confidence()),
                    Boolean.toString(enter.reversal())));
            assertThat(enter.limit())
                .isLessThanOrEqualTo(tester.book().bestAsk(enter.side()).orElseThrow());
            if (step.filled()) {
              tester.fill(enter.side(), "5", enter.limit().toString());
            }
          }
          case Intent.Exit exit -> {
            done.add("exit " + exit.rule());
            if (step.filled()) {
              OutcomeSide held = tester.position().side();
              tester.fill(held.opposite(), tester.position().quantity().toString(), "0.50");
            }
          }
          case Intent.Quote quote -> throw new AssertionError(quote);
          case Intent.Cancel cancel -> throw new AssertionError(cancel);
        }
      }
    }
    return done;
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.integers().between(85, 112),
            Arbitraries.integers().between(1, 8),
            Arbitraries.integers().between(100, 1_200),
            Arbitraries.of(true, true, false))
        .as(Step::new)
        .list()
        .ofMinSize(20)
        .ofMaxSize(60);
  }
}
