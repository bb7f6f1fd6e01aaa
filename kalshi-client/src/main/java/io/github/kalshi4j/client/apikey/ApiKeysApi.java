package io.github.kalshi4j.client.apikey;

import io.github.kalshi4j.client.auth.ApiKeyId;
import io.github.kalshi4j.client.auth.PublicKeyPem;
import io.github.kalshi4j.client.call.Endpoint;
import io.github.kalshi4j.client.error.KalshiConflictException;
import io.github.kalshi4j.client.error.KalshiNotFoundException;
import io.github.kalshi4j.client.error.KalshiPermissionException;
import io.github.kalshi4j.client.error.OutcomeUnknownException;

/**
 * API keys: listing, making and revoking them. A key that is restricted to one subaccount may do
 * none of this. All calls block; they may be made from any thread.
 *
 * @see <a href="https://docs.kalshi.com/getting_started/api_keys">Kalshi, API Keys</a>
 */
public interface ApiKeysApi {
  /** Returns all keys of the account. */
  default ApiKeyList list() {
    return list(ApiKeyQuery.ALL);
  }

  /** Returns keys of the account, all at once. */
  @Endpoint("GET /api_keys")
  ApiKeyList list(ApiKeyQuery query);

  /**
   * Makes a key for a key pair of our own, whose private key never leaves us.
   *
   * @throws KalshiPermissionException if the account's tier does not allow it, or if it names a
   *     subtrader and we are no clearing member
   */
  @Endpoint("POST /api_keys")
  CreatedApiKey create(NewApiKey key, PublicKeyPem publicKey);

  /**
   * Makes a key and its key pair. The private key is in the answer and can never be had again.
   *
   * @throws KalshiPermissionException if it names a subtrader and we are no clearing member
   * @throws KalshiConflictException if the subtrader was made so recently that it is not known
   *     everywhere; a later try may succeed
   * @throws OutcomeUnknownException if no readable answer came: there may be a key now for which
   *     nobody can sign, to be found by its name and deleted
   * @throws IllegalArgumentException if the type is unrecognized
   */
  @Endpoint("POST /api_keys/generate")
  GeneratedApiKey generate(NewApiKey key, ApiKeyType type);

  /**
   * Revokes a key at once and for good. It may be the one that signs this request.
   *
   * @throws KalshiNotFoundException if there is no such key
   */
  @Endpoint("DELETE /api_keys/{api_key}")
  void delete(ApiKeyId key);
}
