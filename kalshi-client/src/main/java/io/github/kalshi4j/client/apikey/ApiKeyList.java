package io.github.kalshi4j.client.apikey;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.internal.json.InUnits;
import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The account's keys.
 *
 * @param regionExpiration until when the account's word holds on where its requests come from; may
 *     have passed. Null if it never gave it
 */
public record ApiKeyList(
    @JsonProperty("api_keys") List<ApiKey> keys,
    @JsonProperty("api_key_region_expiration_ts") @InUnits(Unit.EPOCH_SECONDS)
        @Nullable Instant regionExpiration) {
  public ApiKeyList {
    keys = List.copyOf(keys);
  }
}
