package io.github.kalshi4j.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class LiquiditySelectorLaws {
  @Property(tries = 200)
  void theOrderOfTheCandidatesDoesNotMatter(
      @ForAll("scans") List<List<MarketQuote>> scans,
      @ForAll @IntRange(min = 1, max = 6) int maxMarkets,
      @ForAll long seed) {
    LiquiditySelector sorted = selector(maxMarkets);
    LiquiditySelector shuffled = selector(maxMarkets);
    Random random = new Random(seed);
    for (List<MarketQuote> scan : scans) {
      List<MarketQuote> other = new ArrayList<>(scan);
      Collections.shuffle(other, random);
      assertThat(shuffled.select(other)).isEqualTo(sorted.select(scan));
    }
  }

  @Property(tries = 200)
  void choosesAsManyAsItAdmitsUpToTheBound(
      @ForAll("scans") List<List<MarketQuote>> scans,
      @ForAll @IntRange(min = 1, max = 6) int maxMarkets) {
    LiquiditySelector bounded = selector(maxMarkets);
    LiquiditySelector unbounded = selector(Integer.MAX_VALUE);
    for (List<MarketQuote> scan : scans) {
      List<MarketTicker> all = unbounded.select(scan);
      assertThat(bounded.select(scan))
          .isEqualTo(all.subList(0, Math.min(maxMarkets, all.size())))
          .doesNotHaveDuplicates();
      assertThat(all)
          .containsExactlyInAnyOrderElementsOf(
              scan.stream()
                  .filter(quote ->
                      quote.bid() != null
                          && quote.ask() != null
                          && quote.ask().centicents() - quote.bid().centicents() <= 2000
                          && quote.volume().hundredths() >= 50)
                  .map(MarketQuote::market)
                  .toList());
    }
  }

  @Provide
  Arbitrary<List<List<MarketQuote>>> scans() {
    Arbitrary<MarketQuote> quotes =
        Combinators.combine(
                Arbitraries.integers().between(0, 9),
                Arbitraries.integers().between(1, 40).injectNull(0.1),
                Arbitraries.integers().between(41, 99).injectNull(0.1),
                Arbitraries.integers().between(0, 300))
            .as((ticker, bid, ask, volume) ->
                new MarketQuote(
                    MarketTicker.of("M" + ticker),
                    bid == null ? null : Price.ofCents(bid),
                    ask == null ? null : Price.ofCents(ask),
                    Quantity.ofHundredths(volume)));
    return quotes
        .list()
        .uniqueElements(MarketQuote::market)
        .ofMaxSize(10)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  private static LiquiditySelector selector(int maxMarkets) {
    return new LiquiditySelector(
        Duration.ofSeconds(60), Price.of("0.20"), Quantity.ofHundredths(50), maxMarkets);
  }
}
