package io.github.kalshi4j.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.market.MarketStatus;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.exchange.Answer;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.exchange.ExchangeEvent;
import io.github.kalshi4j.simulator.exchange.MarketView;
import io.github.kalshi4j.simulator.life.Participants;
import io.github.kalshi4j.simulator.reference.Coin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedWorldTest {
  private static final Instant START = Instant.parse("2026-11-27T23:17:00Z");

  private final List<ExchangeEvent> events = new ArrayList<>();

  private SimulatedWorld world(WorldConfig config) {
    return new SimulatedWorld(config, 1, events::add);
  }

  @Test
  void hasAMarketOfEachCoinAndALongOne() {
    SimulatedWorld world = world(WorldConfig.startingAt(START));
    world.advanceTo(START);
    assertThat(world.engine().markets())
        .filteredOn(market -> market.status() == MarketStatus.ACTIVE)
        .extracting(market -> market.listed().event().value())
        .containsExactlyInAnyOrder(
            "KXBTC15M-26NOV271830",
            "KXETH15M-26NOV271830",
            "KXSOL15M-26NOV271830",
            "KXXRP15M-26NOV271830",
            "KXDOGE15M-26NOV271830",
            "KXBNB15M-26NOV271830",
            "KXHYPE15M-26NOV271830",
            "KXBTCD-26NOV2817");
  }

  @Test
  void fillsTheBooksOfAllOfThem() {
    SimulatedWorld world = world(WorldConfig.startingAt(START));
    world.advanceTo(START.plusSeconds(10));
    for (MarketView market : world.engine().markets()) {
      if (market.status() == MarketStatus.ACTIVE) {
        MarketTicker ticker = market.listed().market();
        assertThat(world.engine().levels(ticker, BookSide.BID)).as("%s", ticker).isNotEmpty();
      }
    }
  }

  @Test
  void staysSilentWithoutACrowdExceptForItsMarkets() {
    SimulatedWorld world = world(WorldConfig.startingAt(START).withCrowded(false));
    world.advanceTo(START.plus(Duration.ofMinutes(20)));
    assertThat(events)
        .isNotEmpty()
        .allMatch(event ->
            event instanceof ExchangeEvent.MarketChanged
                || event instanceof ExchangeEvent.BookEnded);
  }

  @Test
  void tradesWithTheSlowQuoterToo() {
    SimulatedWorld world = world(WorldConfig.startingAt(START).withCoins(List.of(Coin.BTC)));
    world.advanceTo(START.plus(Duration.ofMinutes(10)));
    assertThat(events)
        .filteredOn(event ->
            event instanceof ExchangeEvent.Filled fill
                && fill.account().user().equals(Participants.SLOW_QUOTER))
        .isNotEmpty();
  }

  @Test
  void takesCommandsOfOthersBetween() {
    SimulatedWorld world = world(WorldConfig.startingAt(START).withCoins(List.of(Coin.BTC)));
    long later = START.plusSeconds(5).getEpochSecond() * 1_000_000 + 123;
    assertThat(world.execute(later, new Command.OpenMember(UserId.of("ann"))))
        .isEqualTo(Answer.DONE);
    assertThat(world.timeMicros()).isEqualTo(later);
    assertThatThrownBy(() -> world.advanceTo(later - 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("time goes back");
  }

  @Test
  void canBeginShortlyBeforeAClose() {
    Instant start = WorldConfig.startingBeforeClose(START, Duration.ofSeconds(90)).start();
    assertThat(start).isEqualTo(Instant.parse("2026-11-27T23:28:30Z"));
  }
}
