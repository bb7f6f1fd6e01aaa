package io.github.kalshi4j.client.contract;

import static io.github.kalshi4j.client.contract.OperationCase.doing;

import io.github.kalshi4j.client.apikey.ApiKeyQuery;
import io.github.kalshi4j.client.apikey.ApiKeyScope;
import io.github.kalshi4j.client.apikey.ApiKeyType;
import io.github.kalshi4j.client.apikey.NewApiKey;
import io.github.kalshi4j.client.auth.ApiKeyId;
import io.github.kalshi4j.client.auth.PublicKeyPem;
import io.github.kalshi4j.client.value.SubtraderId;
import java.util.List;

/** The operations of {@code apiKeys()}. */
final class ApiKeysCases {
  private static final SubtraderId SUBTRADER =
      SubtraderId.of("e8701ad4-8ba0-4a91-a04e-480dd60899a3_desk1");
  private static final PublicKeyPem PUBLIC_KEY =
      PublicKeyPem.of(
          """
          -----BEGIN PUBLIC KEY-----
          MCowBQYDK2VwAyEAC73jSEAAX15GKDhQLvxQgU+W0w2qHo0fCuaMX9dFLcI=
          -----END PUBLIC KEY-----
          """);
  private static final NewApiKey LEAST =
      NewApiKey.of("market maker", ApiKeyScope.READ, ApiKeyScope.WRITE_TRADE);
  private static final NewApiKey OF_SUBACCOUNT = LEAST.withSubaccount(3);
  private static final NewApiKey OF_SUBTRADER =
      NewApiKey.of("market maker", ApiKeyScope.READ, ApiKeyScope.WRITE).withSubtrader(SUBTRADER);

  static final List<OperationCase> ALL =
      List.of(
          OperationCase.of(
              "GetApiKeys",
              c -> c.apiKeys().list(ApiKeyQuery.ALL.withSubtrader(SUBTRADER)),
              c -> c.apiKeys().list()),
          OperationCase.of(
              "CreateApiKey",
              c -> c.apiKeys().create(OF_SUBACCOUNT, PUBLIC_KEY),
              c -> c.apiKeys().create(LEAST, PUBLIC_KEY)),
          OperationCase.of("CreateApiKey.2", c -> c.apiKeys().create(OF_SUBTRADER, PUBLIC_KEY)),
          OperationCase.of(
              "GenerateApiKey",
              c -> c.apiKeys().generate(OF_SUBACCOUNT, ApiKeyType.RSA),
              c -> c.apiKeys().generate(LEAST, ApiKeyType.RSA)),
          OperationCase.of(
              "GenerateApiKey.2", c -> c.apiKeys().generate(OF_SUBTRADER, ApiKeyType.ED25519)),
          OperationCase.of(
              "DeleteApiKey",
              doing(c -> c.apiKeys().delete(ApiKeyId.of("39802830-831b-4d18-a884-e193d8465226")))));

  private ApiKeysCases() {}
}
