package io.github.kalshi4j.client.subaccount;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.internal.json.InUnits;
import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.TransferId;
import java.time.Instant;

/** Money that was moved between two subaccounts on one shard, in whole cents. */
public record SubaccountTransfer(
    @JsonProperty("transfer_id") TransferId id,
    @JsonProperty("from_subaccount") int source,
    @JsonProperty("to_subaccount") int destination,
    @JsonProperty("amount_cents") @InUnits(Unit.CENTS) Money amount,
    @JsonProperty("created_ts") @InUnits(Unit.EPOCH_SECONDS) Instant created,
    int exchangeIndex) {}
