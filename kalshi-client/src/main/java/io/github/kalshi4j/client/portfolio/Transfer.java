package io.github.kalshi4j.client.portfolio;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.account.AccountLimits.ExchangeInstance;
import io.github.kalshi4j.client.internal.json.InUnits;
import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.TransferId;
import java.time.Instant;

/** A movement of money within the account, between shards or the exchange's two sides. */
public record Transfer(
    @JsonProperty("transfer_id") TransferId id,
    ExchangeInstance source,
    ExchangeInstance destination,
    @JsonProperty("source_exchange_shard") int sourceExchangeIndex,
    @JsonProperty("destination_exchange_shard") int destinationExchangeIndex,
    Money amount,
    TransferStatus status,
    @JsonProperty("created_ts") @InUnits(Unit.EPOCH_SECONDS) Instant created) {}
