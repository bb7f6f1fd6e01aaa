package io.github.kalshi4j.client.portfolio;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.internal.json.InUnits;
import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import io.github.kalshi4j.client.value.Money;
import java.util.List;

/**
 * What all resting orders are worth together.
 *
 * @param total in whole cents
 * @param shards the same of each shard, in its exact amount
 */
public record RestingOrderValue(
    @JsonProperty("total_resting_order_value") @InUnits(Unit.CENTS) Money total,
    @JsonProperty("resting_order_value_breakdown") List<ShardAmount> shards) {
  public RestingOrderValue {
    shards = List.copyOf(shards);
  }
}
