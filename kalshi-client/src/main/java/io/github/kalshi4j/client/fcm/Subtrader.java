package io.github.kalshi4j.client.fcm;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.value.SubtraderId;
import java.util.List;

/**
 * A customer for whom we, as a clearing member, trade.
 *
 * @param exchangeIndices the shards on which it exists
 * @param tradingBlocked whether it is kept from trading
 * @param fcmTradingBlocked what the exchange calls so, without saying whether the clearing member
 *     blocks or is blocked
 * @param propagationPending whether not all shards know of its last change yet
 */
public record Subtrader(
    @JsonProperty("subtrader_id") SubtraderId id,
    List<Integer> exchangeIndices,
    boolean tradingBlocked,
    boolean fcmTradingBlocked,
    boolean propagationPending) {
  public Subtrader {
    exchangeIndices = List.copyOf(exchangeIndices);
  }
}
