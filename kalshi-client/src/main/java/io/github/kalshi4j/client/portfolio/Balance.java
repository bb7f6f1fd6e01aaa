package io.github.kalshi4j.client.portfolio;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.internal.json.InUnits;
import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import io.github.kalshi4j.client.value.Money;
import java.time.Instant;
import java.util.List;

/**
 * The money of one subaccount. Orders are paid from the balance of their market's own shard.
 *
 * @param available cash, over all shards unless one was asked for
 * @param portfolioValue what the exchange takes the portfolio to be worth, in whole cents
 * @param updated when the balance last changed, in whole seconds
 * @param shards the cash of each shard; empty for an API key that is bound to one subaccount
 */
@JsonIgnoreProperties("balance") // balance_dollars, cut to whole cents
public record Balance(
    @JsonProperty("balance_dollars") Money available,
    @InUnits(Unit.CENTS) Money portfolioValue,
    @JsonProperty("updated_ts") @InUnits(Unit.EPOCH_SECONDS) Instant updated,
    @JsonProperty("balance_breakdown") List<ShardAmount> shards) {
  public Balance {
    shards = List.copyOf(shards);
  }
}
