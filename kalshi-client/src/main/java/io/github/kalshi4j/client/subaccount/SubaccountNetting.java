package io.github.kalshi4j.client.subaccount;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether netting is on for one subaccount on one shard. */
public record SubaccountNetting(
    @JsonProperty("subaccount_number") int subaccount, boolean enabled, int exchangeIndex) {}
