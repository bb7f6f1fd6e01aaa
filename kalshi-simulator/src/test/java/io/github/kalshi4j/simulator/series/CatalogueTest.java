package io.github.kalshi4j.simulator.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.kalshi4j.client.market.MarketStatus;
import io.github.kalshi4j.client.market.StrikeType;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.simulator.exchange.Answer;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.exchange.ExchangePolicies;
import io.github.kalshi4j.simulator.exchange.MarketView;
import io.github.kalshi4j.simulator.exchange.SimulatedEngine;
import io.github.kalshi4j.simulator.market.Outcome;
import io.github.kalshi4j.simulator.reference.Coin;
import io.github.kalshi4j.simulator.reference.SimulatedIndex;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private static final Instant START = Instant.parse("2026-11-27T23:17:00Z");

  private final List<CatalogueMarket> told = new ArrayList<>();

  /** A catalogue over an index, and an engine that does what is due. */
  private final class Rolled {
    final Catalogue catalogue = new Catalogue(SeriesTimes.DEFAULT, told::add);
    final SimulatedEngine engine = new SimulatedEngine(ExchangePolicies.DEFAULT, 1, event -> {});
    final SimulatedIndex index;

    Rolled(Instant start, RepeatedHour policy) {
      Instant quarter = Instant.ofEpochSecond(start.getEpochSecond() / 900 * 900);
      index = new SimulatedIndex(Coin.BTC, 7, micros(quarter.minusSeconds(60)));
      index.advanceTo(micros(start));
      catalogue.addFifteenMinutes(index, 2, policy, start);
    }

    void passTo(Instant time) {
      while (catalogue.nextMicros() <= micros(time)) {
        index.advanceTo(catalogue.nextMicros());
        for (Due due : catalogue.due(catalogue.nextMicros())) {
          assertThat(engine.execute(due.micros(), due.command())).isEqualTo(Answer.DONE);
        }
      }
      index.advanceTo(micros(time));
      engine.advanceTo(micros(time));
    }

    CatalogueMarket market(String ticker) {
      return catalogue.find(MarketTicker.of(ticker)).orElseThrow();
    }

    MarketView view(String ticker) {
      return engine.market(MarketTicker.of(ticker)).orElseThrow();
    }
  }

  private static long micros(Instant time) {
    return time.getEpochSecond() * 1_000_000;
  }

  @Test
  void beginsWithTheMarketThatIsOpenAndTheNextOne() {
    Rolled rolled = new Rolled(START, RepeatedHour.MARKED);
    rolled.passTo(START);
    assertThat(rolled.engine.markets())
        .extracting(market -> market.listed().market().value(), MarketView::status)
        .containsExactly(
            tuple("KXBTC15M-26NOV271830-30", MarketStatus.ACTIVE),
            tuple("KXBTC15M-26NOV271845-45", MarketStatus.INITIALIZED));
    CatalogueMarket open = rolled.market("KXBTC15M-26NOV271830-30");
    assertThat(open.listed().event().value()).isEqualTo("KXBTC15M-26NOV271830");
    assertThat(open.listed().shard()).isEqualTo(2);
    assertThat(open.listed().open()).isEqualTo(Instant.parse("2026-11-27T23:15:00Z"));
    assertThat(open.listed().close()).isEqualTo(Instant.parse("2026-11-27T23:30:00Z"));
    assertThat(open.listed().grid().contains(Price.of("0.0990"))).isTrue();
    assertThat(open.listed().grid().contains(Price.of("0.1010"))).isFalse();
    assertThat(open.strikeType()).isEqualTo(StrikeType.GREATER_OR_EQUAL);
    assertThat(open.strike()).isNotNull();
  }

  @Test
  void tellsTheStrikeTwoSecondsAfterTheOpeningAndPaysSixSecondsAfterTheClose() {
    Rolled rolled = new Rolled(START, RepeatedHour.MARKED);
    String ticker = "KXBTC15M-26NOV271845-45";
    Instant open = Instant.parse("2026-11-27T23:30:00Z");
    rolled.passTo(open.plusSeconds(1));
    assertThat(rolled.view(ticker).status()).isEqualTo(MarketStatus.ACTIVE);
    assertThat(rolled.market(ticker).strike()).isNull();
    rolled.passTo(open.plusSeconds(2));
    BigDecimal first = rolled.index.quarterAverage(micros(open)).orElseThrow();
    assertThat(rolled.market(ticker).strike()).isEqualTo(first.setScale(2, RoundingMode.HALF_EVEN));
    Instant close = open.plus(Duration.ofMinutes(15));
    rolled.passTo(close);
    assertThat(rolled.view(ticker).status()).isEqualTo(MarketStatus.CLOSED);
    rolled.passTo(close.plusSeconds(4));
    BigDecimal last = rolled.index.quarterAverage(micros(close)).orElseThrow();
    assertThat(rolled.view(ticker).status()).isEqualTo(MarketStatus.DETERMINED);
    assertThat(rolled.view(ticker).outcome())
        .isEqualTo(last.compareTo(first) >= 0 ? Outcome.YES : Outcome.NO);
    rolled.passTo(close.plusSeconds(6));
    assertThat(rolled.view(ticker).status()).isEqualTo(MarketStatus.FINALIZED);
  }

  @Test
  void takesWhatOneMarketSettledOnAsTheNextOnesStrike() {
    Rolled rolled = new Rolled(START, RepeatedHour.MARKED);
    rolled.passTo(START.plus(Duration.ofHours(2)));
    List<CatalogueMarket> markets = List.copyOf(rolled.catalogue.markets());
    assertThat(markets).hasSize(10);
    for (int i = 0; i < 8; i++) {
      assertThat(markets.get(i).expirationValue())
          .isNotNull()
          .isEqualTo(markets.get(i + 1).strike());
    }
  }

  @Test
  void paysYesForATie() {
    CatalogueMarket market =
        new CryptoSeries.FifteenMinutes(Coin.BTC, 0, RepeatedHour.MARKED, SeriesTimes.DEFAULT)
            .market(Instant.parse("2026-11-27T23:30:00Z"), BigDecimal.TEN)
            .orElseThrow();
    assertThat(market.isReachedBy(new BigDecimal("80000.10"), new BigDecimal("80000.10"))).isTrue();
    assertThat(market.isReachedBy(new BigDecimal("80000.09"), new BigDecimal("80000.10")))
        .isFalse();
  }

  @Test
  void goesByNewYorksClockInSummerAsInWinter() {
    assertThat(tickers("2026-05-14T04:31:00Z", RepeatedHour.MARKED, 1))
        .containsExactly("KXBTC15M-26MAY140045-45");
  }

  @Test
  void skipsTheHourThatSpringLeavesOut() {
    assertThat(tickers("2026-03-08T06:40:00Z", RepeatedHour.MARKED, 3))
        .containsExactly(
            "KXBTC15M-26MAR080145-45", "KXBTC15M-26MAR080300-00", "KXBTC15M-26MAR080315-15");
  }

  @Test
  void marksTheHourThatAutumnRepeats() {
    List<String> tickers = tickers("2026-11-01T04:50:00Z", RepeatedHour.MARKED, 9);
    assertThat(tickers)
        .startsWith("KXBTC15M-26NOV010100-00", "KXBTC15M-26NOV010115-15")
        .contains("KXBTC15M-26NOV010100R-00", "KXBTC15M-26NOV010145R-45")
        .endsWith("KXBTC15M-26NOV010200-00");
    assertThat(new HashSet<>(tickers)).hasSize(9);
  }

  @Test
  void orLeavesItOut() {
    assertThat(tickers("2026-11-01T05:35:00Z", RepeatedHour.SKIPPED, 3))
        .containsExactly(
            "KXBTC15M-26NOV010145-45", "KXBTC15M-26NOV010200-00", "KXBTC15M-26NOV010215-15");
  }

  private List<String> tickers(String start, RepeatedHour policy, int count) {
    Rolled rolled = new Rolled(Instant.parse(start), policy);
    rolled.passTo(Instant.parse(start).plus(Duration.ofHours(3)));
    return rolled.catalogue.markets().stream()
        .map(market -> market.listed().market().value())
        .limit(count)
        .toList();
  }

  @Test
  void listsADailyMarketWithWholeCentsBesideThem() {
    SimulatedIndex index = new SimulatedIndex(Coin.BTC, 7, micros(START));
    Catalogue catalogue = new Catalogue(SeriesTimes.DEFAULT, told::add);
    catalogue.addDaily(index, 0, START);
    assertThat(catalogue.due(micros(START)))
        .extracting(due -> due.command().market().value())
        .containsExactly("KXBTCD-26NOV2817-T80899.99");
    assertThat(told.getFirst().strikeType()).isEqualTo(StrikeType.GREATER);
    index.advanceTo(catalogue.nextMicros());
    assertThat(catalogue.due(catalogue.nextMicros()).getFirst().command())
        .isInstanceOf(Command.ListMarket.class);
    Instant close = Instant.parse("2026-11-28T22:00:00Z");
    index.advanceTo(micros(close.plusSeconds(4)));
    assertThat(catalogue.due(micros(close.plusSeconds(4))))
        .filteredOn(due -> due.command() instanceof Command.Determine)
        .extracting(Due::micros)
        .containsExactly(micros(close.plusSeconds(4)));
  }
}
