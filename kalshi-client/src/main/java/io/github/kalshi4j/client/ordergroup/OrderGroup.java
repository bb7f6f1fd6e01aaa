package io.github.kalshi4j.client.ordergroup;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.value.OrderGroupId;
import io.github.kalshi4j.client.value.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * A group of orders that share one limit.
 *
 * @param limit the most contracts that may be matched within any 15 seconds; null if not said
 * @param autoCancelEnabled whether its orders are canceled when the limit is reached
 * @param exchangeIndex the shard it lives on; null if not said
 */
public record OrderGroup(
    OrderGroupId id,
    @JsonProperty("contracts_limit_fp") @Nullable Quantity limit,
    @JsonProperty("is_auto_cancel_enabled") boolean autoCancelEnabled,
    @Nullable Integer exchangeIndex) {
  /**
   * Returns what names the group where it is to be changed, as one of the primary subaccount; the
   * exchange does not say whose it is. Where it names no shard either, that is shard 0.
   */
  public OrderGroupAddress address() {
    return new OrderGroupAddress(id, exchangeIndex == null ? 0 : exchangeIndex, 0);
  }
}
