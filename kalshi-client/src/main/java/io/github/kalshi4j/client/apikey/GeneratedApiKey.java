package io.github.kalshi4j.client.apikey;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.auth.ApiKeyId;
import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.auth.PrivateKeyPem;
import org.jspecify.annotations.Nullable;

/**
 * A key that was made with a key pair of the exchange's.
 *
 * @param type how it signs; null if not said
 * @param privateKey what signs for it, which is given out here and never again
 * @param warning what the exchange misses, which are limits for the subtrader it belongs to; null
 *     if nothing
 */
public record GeneratedApiKey(
    @JsonProperty("api_key_id") ApiKeyId id,
    @JsonProperty("key_type") @Nullable ApiKeyType type,
    PrivateKeyPem privateKey,
    @Nullable String warning) {
  /** Returns credentials that sign with the new key. */
  public Credentials credentials() {
    return Credentials.ofPem(id, privateKey.reveal());
  }
}
