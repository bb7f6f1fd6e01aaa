package io.github.kalshi4j.client.apikey;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.auth.ApiKeyId;
import org.jspecify.annotations.Nullable;

/**
 * A key that was made for a key pair of our own.
 *
 * @param warning what the exchange misses, which are limits for the subtrader it belongs to; null
 *     if nothing
 */
public record CreatedApiKey(@JsonProperty("api_key_id") ApiKeyId id, @Nullable String warning) {}
