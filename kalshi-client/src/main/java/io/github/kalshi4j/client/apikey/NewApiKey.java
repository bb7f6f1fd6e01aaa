package io.github.kalshi4j.client.apikey;

import io.github.kalshi4j.client.internal.Ranges;
import io.github.kalshi4j.client.value.SubtraderId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key to be made. What it may do is always said: the exchange would let one that does not say it
 * do everything.
 *
 * @param name what to call it
 * @param scopes what it may do, at least one; {@link ApiKeyScope#WRITE} only with {@link
 *     ApiKeyScope#READ}
 * @param subaccount the only one it may act for, 0 to 63; null for all
 * @param subtrader the customer of ours, as a clearing member, whom it belongs to; null for none;
 *     never together with a subaccount
 * @see <a href="https://docs.kalshi.com/getting_started/api_keys">Kalshi, API Keys</a>
 */
public record NewApiKey(
    String name,
    List<ApiKeyScope> scopes,
    @Nullable Integer subaccount,
    @Nullable SubtraderId subtrader) {
  public NewApiKey {
    scopes = List.copyOf(scopes);
    if (name.isBlank()) {
      throw new IllegalArgumentException("an API key needs a name: \"" + name + '"');
    }
    if (scopes.isEmpty()) {
      throw new IllegalArgumentException("API key " + name + " needs a scope");
    }
    if (scopes.contains(ApiKeyScope.UNRECOGNIZED)) {
      throw new IllegalArgumentException("no API key has the scope " + ApiKeyScope.UNRECOGNIZED);
    }
    if (new HashSet<>(scopes).size() != scopes.size()) {
      throw new IllegalArgumentException("API key " + name + " has a scope twice: " + scopes);
    }
    if (scopes.contains(ApiKeyScope.WRITE) && !scopes.contains(ApiKeyScope.READ)) {
      throw new IllegalArgumentException("scope write needs scope read: " + scopes);
    }
    if (subaccount != null) {
      Ranges.checkSubaccount(subaccount);
    }
    if (subaccount != null && subtrader != null) {
      throw new IllegalArgumentException(
          "API key "
              + name
              + " can be of subaccount "
              + subaccount
              + " or of subtrader "
              + subtrader
              + ", not of both");
    }
  }

  /** Returns a key for all subaccounts. */
  public static NewApiKey of(String name, ApiKeyScope scope, ApiKeyScope... more) {
    List<ApiKeyScope> scopes = new ArrayList<>(List.of(more));
    scopes.addFirst(scope);
    return new NewApiKey(name, scopes, null, null);
  }

  /**
   * Returns a copy that may act for one subaccount only, 0 to 63: no other one, no movement of
   * money between them, and no key.
   */
  public NewApiKey withSubaccount(int value) {
    return new NewApiKey(name, scopes, value, subtrader);
  }

  /** Returns a copy that belongs to a customer of ours, and that REST refuses therefore. */
  public NewApiKey withSubtrader(SubtraderId value) {
    return new NewApiKey(name, scopes, subaccount, value);
  }
}
