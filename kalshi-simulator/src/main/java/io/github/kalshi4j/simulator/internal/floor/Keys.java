package io.github.kalshi4j.simulator.internal.floor;

import io.github.kalshi4j.client.apikey.ApiKeyScope;
import io.github.kalshi4j.client.auth.ApiKeyId;
import io.github.kalshi4j.client.value.UserId;
import java.security.PublicKey;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The registered API keys. Safe for threads. */
public final class Keys {
  /**
   * A public key and for whom it signs.
   *
   * @param number in the order of their registration
   * @param scopes what it may do
   * @param subaccount the only one it may act for; null for all
   */
  public record Registered(
      long number,
      String id,
      String name,
      PublicKey key,
      UserId user,
      Set<ApiKeyScope> scopes,
      @Nullable Integer subaccount) {
    public Registered {
      scopes = Set.copyOf(scopes);
    }

    /** Returns whether it may do what takes one of these scopes. */
    public boolean mayAnyOf(Set<ApiKeyScope> needed) {
      return needed.stream().anyMatch(scopes::contains);
    }
  }

  private static final Set<ApiKeyScope> ALL = Set.of(ApiKeyScope.READ, ApiKeyScope.WRITE);

  private final Map<String, Registered> keys = new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong();
  private volatile Consumer<Registered> onRemoval = key -> {};

  /** Tells of each key that is removed, on the thread that removes it. */
  public void onRemoval(Consumer<Registered> listener) {
    onRemoval = listener;
  }

  /** Registers a key that may do everything. */
  public void put(ApiKeyId id, PublicKey key, UserId user) {
    put(id, "", key, user, ALL, null);
  }

  /** Registers a key. */
  public void put(
      ApiKeyId id,
      String name,
      PublicKey key,
      UserId user,
      Set<ApiKeyScope> scopes,
      @Nullable Integer subaccount) {
    keys.put(
        id.value(),
        new Registered(numbers.incrementAndGet(), id.value(), name, key, user, scopes, subaccount));
  }

  public @Nullable Registered get(String id) {
    return keys.get(id);
  }

  /** Returns a member's keys in the order of their registration. */
  public List<Registered> of(UserId user) {
    return keys.values().stream()
        .filter(key -> key.user().equals(user))
        .sorted(Comparator.comparingLong(Registered::number))
        .toList();
  }

  /** Forgets a member's key; returns whether there was one of this name. */
  public boolean remove(String id, UserId user) {
    Registered key = keys.get(id);
    if (key == null || !key.user().equals(user) || !keys.remove(id, key)) {
      return false;
    }
    onRemoval.accept(key);
    return true;
  }
}
