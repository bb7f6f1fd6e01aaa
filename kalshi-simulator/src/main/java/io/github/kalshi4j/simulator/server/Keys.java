package io.github.kalshi4j.simulator.server;

import io.github.kalshi4j.client.auth.ApiKeyId;
import io.github.kalshi4j.client.value.UserId;
import java.security.PublicKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The registered API keys. */
final class Keys {
  /** A public key and for whom it signs. */
  record Registered(PublicKey key, UserId user) {}

  private final Map<String, Registered> keys = new ConcurrentHashMap<>();

  void put(ApiKeyId id, PublicKey key, UserId user) {
    keys.put(id.value(), new Registered(key, user));
  }

  @Nullable Registered get(String id) {
    return keys.get(id);
  }
}
