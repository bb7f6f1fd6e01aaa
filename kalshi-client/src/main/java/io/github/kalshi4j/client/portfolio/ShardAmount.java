package io.github.kalshi4j.client.portfolio;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.value.Money;

/** The part of an amount that is on one shard. */
public record ShardAmount(int exchangeIndex, @JsonProperty("balance") Money amount) {}
