package io.github.kalshi4j.client.subaccount;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.internal.json.InUnits;
import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import io.github.kalshi4j.client.value.Money;
import java.time.Instant;

/**
 * The cash of one subaccount on one shard.
 *
 * @param updated when it last changed, in whole seconds
 */
public record SubaccountBalance(
    @JsonProperty("subaccount_number") int subaccount,
    int exchangeIndex,
    Money balance,
    @JsonProperty("updated_ts") @InUnits(Unit.EPOCH_SECONDS) Instant updated) {}
