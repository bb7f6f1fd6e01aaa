package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.apikey.ApiKeyList;
import io.github.kalshi4j.client.apikey.ApiKeyQuery;
import io.github.kalshi4j.client.apikey.ApiKeyScope;
import io.github.kalshi4j.client.apikey.ApiKeyType;
import io.github.kalshi4j.client.apikey.ApiKeysApi;
import io.github.kalshi4j.client.apikey.CreatedApiKey;
import io.github.kalshi4j.client.apikey.GeneratedApiKey;
import io.github.kalshi4j.client.apikey.NewApiKey;
import io.github.kalshi4j.client.auth.ApiKeyId;
import io.github.kalshi4j.client.auth.PublicKeyPem;
import io.github.kalshi4j.client.internal.http.Call;
import io.github.kalshi4j.client.internal.http.Caller;
import io.github.kalshi4j.client.internal.http.Operation;
import io.github.kalshi4j.client.value.SubtraderId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** API keys, over REST. */
public final class RestApiKeys implements ApiKeysApi {
  private static final Operation LIST = Operation.signed("GET /api_keys");
  private static final Operation CREATE = Operation.signed("POST /api_keys");
  private static final Operation GENERATE = Operation.signed("POST /api_keys/generate");
  private static final Operation DELETE = Operation.signed("DELETE /api_keys/{api_key}");

  private final Caller caller;

  public RestApiKeys(Caller caller) {
    this.caller = caller;
  }

  @Override
  public ApiKeyList list(ApiKeyQuery query) {
    return caller.read(Call.of(LIST).with(query), ApiKeyList.class);
  }

  @Override
  public CreatedApiKey create(NewApiKey key, PublicKeyPem publicKey) {
    return caller.write(
        Call.of(CREATE).withBody(KeyBody.of(key, publicKey, null)), CreatedApiKey.class);
  }

  @Override
  public GeneratedApiKey generate(NewApiKey key, ApiKeyType type) {
    if (type == ApiKeyType.UNRECOGNIZED) {
      throw new IllegalArgumentException("no API key is of the type " + type);
    }
    return caller.write(
        Call.of(GENERATE).withBody(KeyBody.of(key, null, type)), GeneratedApiKey.class);
  }

  @Override
  public void delete(ApiKeyId key) {
    caller.write(Call.of(DELETE, key));
  }

  /** A key to be made: with the public key that verifies for it, or with the type to be made. */
  record KeyBody(
      String name,
      @Nullable PublicKeyPem publicKey,
      @Nullable ApiKeyType keyType,
      List<ApiKeyScope> scopes,
      @Nullable Integer subaccount,
      @Nullable SubtraderId fcmSubtraderId) {
    static KeyBody of(
        NewApiKey key, @Nullable PublicKeyPem publicKey, @Nullable ApiKeyType keyType) {
      return new KeyBody(
          key.name(), publicKey, keyType, key.scopes(), key.subaccount(), key.subtrader());
    }
  }
}
