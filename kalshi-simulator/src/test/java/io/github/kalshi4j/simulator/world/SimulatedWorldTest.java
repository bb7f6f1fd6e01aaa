package io.github.kalshi4j.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.market.MarketStatus;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
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
  void livesThroughPausesAndHalts() {
    SimulatedWorld world = world(WorldConfig.startingAt(START).withCoins(List.of(Coin.BTC)));
    MarketTicker ticker = MarketTicker.of("KXBTC15M-26NOV271830-30");
    long at = START.getEpochSecond() * 1_000_000;
    List<Command> commands =
        List.of(
            new Command.Pause(2, Command.PauseScope.EXCHANGE),
            new Command.Resume(2, Command.PauseScope.EXCHANGE),
            new Command.Deactivate(ticker),
            new Command.Activate(ticker));
    for (Command command : commands) {
      at += 10_000_000;
      assertThat(world.execute(at, command)).isEqualTo(Answer.DONE);
    }
    world.advanceTo(at);
    assertThat(world.engine().levels(ticker, BookSide.BID)).isEmpty();
    world.advanceTo(at + 10_000_000);
    assertThat(world.engine().levels(ticker, BookSide.BID)).isNotEmpty();
    assertThat(world.engine().levels(ticker, BookSide.ASK)).isNotEmpty();
    assertThat(world.engine().ledger().imbalance()).isEqualTo(Money.ZERO);
  }

  @Test
  void waitsWithTheResultForACloseThatWasMoved() {
    SimulatedWorld world = world(WorldConfig.startingAt(START).withCoins(List.of(Coin.BTC)));
    MarketTicker ticker = MarketTicker.of("KXBTC15M-26NOV271830-30");
    Instant close = Instant.parse("2026-11-27T23:35:30Z");
    long soon = START.plusSeconds(5).getEpochSecond() * 1_000_000;
    assertThat(world.execute(soon, new Command.MoveClose(ticker, close))).isEqualTo(Answer.DONE);
    world.advanceTo(close.minusSeconds(1));
    assertThat(world.engine().market(ticker).orElseThrow().status()).isEqualTo(MarketStatus.ACTIVE);
    world.advanceTo(close.plusSeconds(6));
    assertThat(world.engine().market(ticker).orElseThrow().status())
        .isEqualTo(MarketStatus.FINALIZED);
    assertThat(world.catalogue().find(ticker).orElseThrow().expirationValue())
        .isEqualTo(
            world
                .catalogue()
                .find(MarketTicker.of("KXBTC15M-26NOV271845-45"))
                .orElseThrow()
                .strike());
  }

  @Test
  void decidesAMarketThatClosedEarlyAtItsTime() {
    SimulatedWorld world = world(WorldConfig.startingAt(START).withCoins(List.of(Coin.BTC)));
    MarketTicker ticker = MarketTicker.of("KXBTC15M-26NOV271830-30");
    long soon = START.plusSeconds(5).getEpochSecond() * 1_000_000;
    Instant close = START.plusSeconds(60);
    assertThat(world.execute(soon, new Command.MoveClose(ticker, close))).isEqualTo(Answer.DONE);
    world.advanceTo(close.plusSeconds(30));
    assertThat(world.engine().market(ticker).orElseThrow().status()).isEqualTo(MarketStatus.CLOSED);
    world.advanceTo(Instant.parse("2026-11-27T23:30:06Z"));
    assertThat(world.engine().market(ticker).orElseThrow().status())
        .isEqualTo(MarketStatus.FINALIZED);
  }

  @Test
  void canBeginShortlyBeforeAClose() {
    Instant start = WorldConfig.startingBeforeClose(START, Duration.ofSeconds(90)).start();
    assertThat(start).isEqualTo(Instant.parse("2026-11-27T23:28:30Z"));
  }

  @Test
  void pausesTradingOnThursdaysFromThreeToFiveInNewYork() {
    // Daylight saving time ends on the Sunday between the two.
    for (String three : List.of("2026-10-29T07:00:00Z", "2026-11-05T08:00:00Z")) {
      events.clear();
      Instant begin = Instant.parse(three);
      SimulatedWorld world =
          world(WorldConfig.startingAt(begin.minusSeconds(60)).withCoins(List.of(Coin.BTC)));
      world.advanceTo(begin.minusSeconds(1));
      assertThat(world.engine().isTradingActive(2)).isTrue();

      world.advanceTo(begin);
      assertThat(world.engine().isTradingActive(0)).isFalse();
      assertThat(world.engine().isTradingActive(2)).isFalse();
      assertThat(world.engine().isExchangeActive(2)).isTrue();
      int before = events.size();
      world.advanceTo(begin.plusSeconds(60));
      assertThat(events.subList(before, events.size()))
          .noneMatch(event -> event instanceof ExchangeEvent.Traded);

      world.advanceTo(begin.plus(Duration.ofHours(2)));
      assertThat(world.engine().isTradingActive(2)).isTrue();
      world.advanceTo(begin.plus(Duration.ofHours(2)).plusSeconds(60));
      assertThat(events.getLast().time()).isAfter(begin.plus(Duration.ofHours(2)));
      assertThat(events)
          .anyMatch(event ->
              event instanceof ExchangeEvent.Traded
                  && event.time().isAfter(begin.plus(Duration.ofHours(2))));
    }
  }

  @Test
  void beginsInThePauseIfItIsTime() {
    Instant within = Instant.parse("2026-11-26T09:00:00Z");
    SimulatedWorld world = world(WorldConfig.startingAt(within).withCoins(List.of(Coin.BTC)));
    world.advanceTo(within);
    assertThat(world.engine().isTradingActive(2)).isFalse();

    SimulatedWorld without =
        world(WorldConfig.startingAt(within).withCoins(List.of()).withWeeklyPause(false));
    without.advanceTo(within);
    assertThat(without.engine().isTradingActive(2)).isTrue();
  }
}
