package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.internal.floor.Keys;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request.
 *
 * @param key what signed it; null for nothing
 * @param address from where it comes
 */
public record Caller(Keys.@Nullable Registered key, String address) {
  @Nullable UserId user() {
    return key == null ? null : key.user();
  }
}
