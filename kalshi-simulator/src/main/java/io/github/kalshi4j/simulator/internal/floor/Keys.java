package io.github.kalshi4j.simulator.internal.floor;

import io.github.kalshi4j.client.auth.ApiKeyId;
import io.github.kalshi4j.client.value.UserId;
import java.security.PublicKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The registered API keys. */
public final class Keys {
  /** A public key and for whom it signs. */
  public record Registered(PublicKey key, UserId user) {}

  private final Map<String, Registered> keys = new ConcurrentHashMap<>();

  public void put(ApiKeyId id, PublicKey key, UserId user) {
    keys.put(id.value(), new Registered(key, user));
  }

  public @Nullable Registered get(String id) {
    return keys.get(id);
  }
}
