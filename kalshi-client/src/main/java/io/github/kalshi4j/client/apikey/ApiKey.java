package io.github.kalshi4j.client.apikey;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.auth.ApiKeyId;
import io.github.kalshi4j.client.value.SubtraderId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key that the exchange knows.
 *
 * @param name what its owner called it
 * @param scopes what it may do
 * @param subaccount the only one it may act for; null if it may for all
 * @param subtrader the customer of a clearing member it belongs to, and then REST refuses it; null
 *     if to none
 */
public record ApiKey(
    @JsonProperty("api_key_id") ApiKeyId id,
    String name,
    List<ApiKeyScope> scopes,
    @Nullable Integer subaccount,
    @JsonProperty("fcm_subtrader_id") @Nullable SubtraderId subtrader) {
  public ApiKey {
    scopes = List.copyOf(scopes);
  }
}
