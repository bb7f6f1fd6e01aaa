package io.github.kalshi4j.client.portfolio;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.internal.Ranges;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How free money is to be spread over the shards. The exchange moves it there every few seconds.
 *
 * @param shares the part of each shard, 100 percent in all; empty where nothing is moved
 * @param reserve what stays on a shard for the orders that rest there
 */
public record TargetBalanceAllocation(
    @JsonProperty("allocations") List<Share> shares,
    @JsonProperty("resting_margin_reservation") RestingOrderReserve reserve) {
  private static final int MOST_SHARES = 101;
  private static final int ALL_PERCENT = 100;

  /** Nothing is moved. */
  public static final TargetBalanceAllocation OFF = of(List.of());

  public TargetBalanceAllocation {
    shares = List.copyOf(shares);
    if (shares.size() > MOST_SHARES) {
      throw new IllegalArgumentException("at most 101 shards: " + shares.size());
    }
    int total = shares.stream().mapToInt(Share::percent).sum();
    if (!shares.isEmpty() && total != ALL_PERCENT) {
      throw new IllegalArgumentException("shares must be 100 percent in all: " + total);
    }
    Set<Integer> shards = new HashSet<>();
    for (Share share : shares) {
      if (!shards.add(share.exchangeIndex())) {
        throw new IllegalArgumentException("two shares of shard " + share.exchangeIndex());
      }
    }
  }

  /** Returns an allocation that leaves on each shard what all its resting orders need. */
  public static TargetBalanceAllocation of(List<Share> shares) {
    return new TargetBalanceAllocation(shares, RestingOrderReserve.SUM);
  }

  /** Returns a copy that leaves something else on each shard. */
  public TargetBalanceAllocation withReserve(RestingOrderReserve value) {
    return new TargetBalanceAllocation(shares, value);
  }

  /**
   * The part of one shard.
   *
   * @param percent 0 to 100
   */
  public record Share(int exchangeIndex, int percent) {
    public Share {
      Ranges.checkExchangeIndex(exchangeIndex);
      if (percent < 0 || percent > ALL_PERCENT) {
        throw new IllegalArgumentException("percent must be 0 to 100: " + percent);
      }
    }
  }
}
