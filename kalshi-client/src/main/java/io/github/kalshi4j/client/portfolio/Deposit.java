package io.github.kalshi4j.client.portfolio;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.internal.json.InUnits;
import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import io.github.kalshi4j.client.value.DepositId;
import io.github.kalshi4j.client.value.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money that comes into the account.
 *
 * @param amount in whole cents
 * @param fee what the deposit cost, in whole cents
 * @param finalized when it was applied, failed or was returned; null while it is pending
 */
public record Deposit(
    DepositId id,
    PaymentStatus status,
    @JsonProperty("type") PaymentMethod method,
    @JsonProperty("amount_cents") @InUnits(Unit.CENTS) Money amount,
    @JsonProperty("fee_cents") @InUnits(Unit.CENTS) Money fee,
    @JsonProperty("created_ts") @InUnits(Unit.EPOCH_SECONDS) Instant created,
    @JsonProperty("finalized_ts") @InUnits(Unit.EPOCH_SECONDS) @Nullable Instant finalized) {}
