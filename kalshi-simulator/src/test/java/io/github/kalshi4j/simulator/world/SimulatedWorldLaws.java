package io.github.kalshi4j.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.market.MarketStatus;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.simulator.exchange.ExchangeEvent;
import io.github.kalshi4j.simulator.exchange.MarketView;
import io.github.kalshi4j.simulator.life.PublicBook;
import io.github.kalshi4j.simulator.market.Outcome;
import io.github.kalshi4j.simulator.reference.Coin;
import io.github.kalshi4j.simulator.reference.IndexPrice;
import io.github.kalshi4j.simulator.reference.IndexTick;
import io.github.kalshi4j.simulator.series.CatalogueMarket;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What must hold of every seed and start. */
class SimulatedWorldLaws {
  private static final Instant EARLIEST = Instant.parse("2026-11-27T22:00:00Z");
  private static final long SECOND = 1_000_000;

  /** A world, and all it has told. */
  private static final class Run implements WorldListener {
    final List<Object> told = new ArrayList<>();
    final SimulatedWorld world;
    final Map<MarketTicker, PublicBook> books = new HashMap<>();
    long trades;

    Run(long seed, Instant start) {
      world =
          new SimulatedWorld(
              WorldConfig.startingAt(start).withCoins(List.of(Coin.ETH, Coin.SOL)), seed, this);
    }

    @Override
    public void on(ExchangeEvent event) {
      told.add(event);
      if (event instanceof ExchangeEvent.BookChanged change) {
        books.computeIfAbsent(change.market(), ticker -> new PublicBook()).apply(change);
      } else if (event instanceof ExchangeEvent.Traded) {
        trades++;
      }
    }

    @Override
    public void onPrice(IndexPrice price) {
      told.add(price);
    }

    @Override
    public void onIndex(IndexTick tick) {
      told.add(tick);
    }

    @Override
    public void onMarket(CatalogueMarket market) {
      told.add(market);
    }

    Run pass(Instant from, Duration duration, long stepMicros) {
      long end = from.plus(duration).getEpochSecond() * SECOND;
      for (long at = from.getEpochSecond() * SECOND; at < end; at += stepMicros) {
        world.advanceTo(at);
      }
      world.advanceTo(end);
      return this;
    }
  }

  @Property(tries = 8)
  void tellsTheSameOfTheSameSeedHoweverTimeIsLetPass(
      @ForAll long seed,
      @ForAll @IntRange(max = 3600) int offset,
      @ForAll @IntRange(min = 10_000, max = 90_000_000) int stepMicros) {
    Instant start = EARLIEST.plusSeconds(offset);
    Duration duration = Duration.ofMinutes(17);
    List<Object> told = new Run(seed, start).pass(start, duration, stepMicros).told;
    assertThat(new Run(seed, start).pass(start, duration, 900 * SECOND).told.equals(told)).isTrue();
    assertThat(new Run(seed + 1, start).pass(start, duration, 900 * SECOND).told.equals(told))
        .isFalse();
  }

  @Property(tries = 8)
  void keepsAllMoneyAndNeverCrossesABook(
      @ForAll long seed, @ForAll @IntRange(max = 3600) int offset) {
    Instant start = EARLIEST.plusSeconds(offset);
    Run run = new Run(seed, start);
    for (int second = 0; second <= 1000; second++) {
      run.world.advanceTo(start.plusSeconds(second));
      assertThat(run.world.engine().ledger().imbalance()).isEqualTo(Money.ZERO);
      run.books.forEach(
          (ticker, book) -> assertThat(book.bestBid()).as("%s", ticker).isLessThan(book.bestAsk()));
    }
    assertThat(run.trades).isPositive();
  }

  @Property(tries = 8)
  void settlesEveryMarketByTheIndex(@ForAll long seed, @ForAll @IntRange(max = 3600) int offset) {
    Instant start = EARLIEST.plusSeconds(offset);
    Run run = new Run(seed, start).pass(start, Duration.ofMinutes(50), 900 * SECOND);
    int settled = 0;
    for (MarketView view : run.world.engine().markets()) {
      CatalogueMarket market = run.world.catalogue().find(view.listed().market()).orElseThrow();
      if (run.world.timeMicros() >= (view.close().getEpochSecond() + 6) * SECOND) {
        BigDecimal strike = market.strike();
        BigDecimal value = market.expirationValue();
        assertThat(strike).isNotNull();
        assertThat(value).isNotNull();
        assertThat(view.status()).isEqualTo(MarketStatus.FINALIZED);
        assertThat(view.outcome())
            .isEqualTo(value.compareTo(strike) >= 0 ? Outcome.YES : Outcome.NO);
        settled++;
      }
    }
    assertThat(settled).isGreaterThanOrEqualTo(6);
    assertThat(run.world.engine().ledger().accounts())
        .allSatisfy(account -> assertThat(account.cash().compareTo(Money.ZERO)).isNotNegative());
  }
}
