package io.github.kalshi4j.simulator.world;

import io.github.kalshi4j.simulator.exchange.ExchangePolicies;
import io.github.kalshi4j.simulator.reference.Coin;
import io.github.kalshi4j.simulator.series.RepeatedHour;
import io.github.kalshi4j.simulator.series.SeriesTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What there is in a world, and when it begins.
 *
 * @param start in whole seconds
 * @param coins which have fifteen-minute markets
 * @param dailyCoins which have daily markets; each must be among the coins
 * @param cryptoShard where the fifteen-minute markets live
 * @param dailyShard where the daily markets live
 * @param crowded whether anyone trades by himself
 * @param weeklyPause whether trading pauses on Thursdays for maintenance
 */
public record WorldConfig(
    Instant start,
    List<Coin> coins,
    List<Coin> dailyCoins,
    int cryptoShard,
    int dailyShard,
    RepeatedHour repeatedHour,
    SeriesTimes times,
    ExchangePolicies policies,
    boolean crowded,
    boolean weeklyPause) {
  /** No markets and nobody who trades, from 1970 on. */
  public static final WorldConfig EMPTY =
      startingAt(Instant.EPOCH).withCoins(List.of()).withCrowded(false).withWeeklyPause(false);

  public WorldConfig {
    start = start.truncatedTo(ChronoUnit.SECONDS);
    coins = List.copyOf(coins);
    dailyCoins = List.copyOf(dailyCoins);
    if (!coins.containsAll(dailyCoins)) {
      throw new IllegalArgumentException("daily " + dailyCoins + ", but coins " + coins);
    }
    if (cryptoShard >= policies.shards() || dailyShard >= policies.shards()) {
      throw new IllegalArgumentException(
          "shards " + cryptoShard + " and " + dailyShard + " of " + policies.shards());
    }
  }

  /** Returns all coins on shard 2, a daily market of Bitcoin on shard 0, a crowd and the pause. */
  public static WorldConfig startingAt(Instant start) {
    return new WorldConfig(
        start,
        Coin.ALL,
        List.of(Coin.BTC),
        2,
        0,
        RepeatedHour.MARKED,
        SeriesTimes.DEFAULT,
        ExchangePolicies.DEFAULT,
        true,
        true);
  }

  /** Returns the same, beginning so long before a fifteen-minute close that is yet to come. */
  public static WorldConfig startingBeforeClose(Instant now, Duration before) {
    long quarter = Duration.ofMinutes(15).toSeconds();
    long earliest = now.plus(before).getEpochSecond();
    return startingAt(
        Instant.ofEpochSecond(Math.ceilDiv(earliest, quarter) * quarter).minus(before));
  }

  /** Returns a copy with other coins, none of them with daily markets. */
  public WorldConfig withCoins(List<Coin> value) {
    return new WorldConfig(
        start,
        value,
        List.of(),
        cryptoShard,
        dailyShard,
        repeatedHour,
        times,
        policies,
        crowded,
        weeklyPause);
  }

  /** Returns a copy in which these of its coins have daily markets. */
  public WorldConfig withDailyCoins(List<Coin> value) {
    return new WorldConfig(
        start,
        coins,
        value,
        cryptoShard,
        dailyShard,
        repeatedHour,
        times,
        policies,
        crowded,
        weeklyPause);
  }

  /** Returns a copy in which people trade by themselves, or nobody does. */
  public WorldConfig withCrowded(boolean value) {
    return new WorldConfig(
        start,
        coins,
        dailyCoins,
        cryptoShard,
        dailyShard,
        repeatedHour,
        times,
        policies,
        value,
        weeklyPause);
  }

  /** Returns a copy with other policies of the exchange. */
  public WorldConfig withPolicies(ExchangePolicies value) {
    return new WorldConfig(
        start,
        coins,
        dailyCoins,
        cryptoShard,
        dailyShard,
        repeatedHour,
        times,
        value,
        crowded,
        weeklyPause);
  }

  /** Returns a copy with the pause on Thursdays, or without it. */
  public WorldConfig withWeeklyPause(boolean value) {
    return new WorldConfig(
        start,
        coins,
        dailyCoins,
        cryptoShard,
        dailyShard,
        repeatedHour,
        times,
        policies,
        crowded,
        value);
  }
}
