package io.github.kalshi4j.simulator.internal.stream;

import io.github.kalshi4j.client.apikey.ApiKeyScope;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.internal.floor.Keys;
import io.github.kalshi4j.simulator.ledger.AccountId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose connection it is, and what the key with which it was opened lets him hear of himself.
 *
 * @param subaccount the only one of which he is told; null for all
 * @param readsOwn whether he is told of his own orders, fills and positions at all
 */
record KeyHolder(UserId user, @Nullable Integer subaccount, boolean readsOwn) {
  /** Returns who signed. */
  static KeyHolder of(Keys.Registered key, boolean scoped) {
    boolean readsOwn = !scoped || key.mayAnyOf(Set.of(ApiKeyScope.READ));
    return new KeyHolder(key.user(), key.subaccount(), readsOwn);
  }

  /** Returns a member with a key that may do everything. */
  static KeyHolder of(UserId user) {
    return new KeyHolder(user, null, true);
  }

  /** Returns whether what an account does is his own, and he is told so. */
  boolean owns(AccountId account) {
    return readsOwn
        && account.user().equals(user)
        && (subaccount == null || subaccount == account.subaccount());
  }
}
