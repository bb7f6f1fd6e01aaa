package io.github.kalshi4j.strategy.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.kalshi4j.client.stream.Acknowledged;
import io.github.kalshi4j.client.stream.BookDelta;
import io.github.kalshi4j.client.stream.PublicTrade;
import io.github.kalshi4j.client.stream.Subscribed;
import io.github.kalshi4j.client.stream.Ticker;
import io.github.kalshi4j.strategy.testing.SampleMarkets.Config;
import java.util.Iterator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SampleMarketsLaws {
  @Property(tries = 8)
  void everyStreamIsValid(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int rate, @ForAll boolean trades) {
    Config config = Config.of(seed).withMarkets(2).withDeltasPerSecond(rate).withTrades(trades);
    SampleAudit audit = new SampleAudit(SampleMarkets.of(config));
    assertThat(audit.count(BookDelta.class) / (2 * 900.0)).isCloseTo(rate, within(0.1 * rate + 1));
    assertThat(audit.count(Ticker.class)).isBetween(2 * 350, 2 * 901);
    assertThat(audit.count(Subscribed.class)).isEqualTo(trades ? 3 : 2);
    assertThat(audit.count(Acknowledged.class)).isEqualTo(trades ? 6 : 4);
    assertThat(audit.count(PublicTrade.class) > 0).isEqualTo(trades);
  }

  @Property(tries = 5)
  void aSeedGivesTheSameStreamAgain(@ForAll long seed) {
    Config config = Config.of(seed).withMarkets(1).withDeltasPerSecond(10).withTrades(true);
    SampleMarkets sample = SampleMarkets.of(config);
    assertThat(SampleMarkets.of(config).markets()).isEqualTo(sample.markets());
    Iterator<SampleFrame> again = SampleMarkets.of(config).iterator();
    for (SampleFrame frame : sample) {
      assertThat(again.next()).isEqualTo(frame);
    }
    assertThat(again.hasNext()).isFalse();
  }

  @Property(tries = 20)
  void theStrikeOfAMarketIsTheSettlementOfTheOneBefore(@ForAll long seed) {
    Iterator<SampleMarket> markets =
        SampleMarkets.of(Config.of(seed).withMarkets(4)).markets().iterator();
    SampleMarket market = markets.next();
    while (markets.hasNext()) {
      SampleMarket next = markets.next();
      boolean rose = next.facts().floorStrike().compareTo(market.facts().floorStrike()) >= 0;
      assertThat(market.result().wire()).isEqualTo(rose ? "yes" : "no");
      assertThat(next.facts().openTime()).isEqualTo(market.facts().closeTime());
      market = next;
    }
  }
}
