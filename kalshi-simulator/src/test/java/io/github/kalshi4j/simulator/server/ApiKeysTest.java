package io.github.kalshi4j.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.apikey.ApiKey;
import io.github.kalshi4j.client.apikey.ApiKeyScope;
import io.github.kalshi4j.client.apikey.ApiKeyType;
import io.github.kalshi4j.client.apikey.GeneratedApiKey;
import io.github.kalshi4j.client.apikey.NewApiKey;
import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.error.KalshiApiException;
import io.github.kalshi4j.client.testing.TestKeys;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.ledger.AccountId;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ApiKeysTest extends ServerTest {
  private Credentials generate(NewApiKey key) {
    return ann.apiKeys().generate(key, ApiKeyType.ED25519).credentials();
  }

  private Credentials ofSubaccountOne() {
    exchange.execute(new Command.OpenSubaccount(ANN, 0));
    done(new Command.Deposit(new AccountId(ANN, 1, 0), Money.ofDollars(50)));
    return generate(NewApiKey.of("one", ApiKeyScope.READ, ApiKeyScope.WRITE).withSubaccount(1));
  }

  private static void isForbidden(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            KalshiApiException.class, e -> assertThat(e.status()).isEqualTo(403));
  }

  @Test
  void generatedKeysOfBothTypesSign() {
    for (ApiKeyType type : new ApiKeyType[] {ApiKeyType.RSA, ApiKeyType.ED25519}) {
      GeneratedApiKey key =
          ann.apiKeys().generate(NewApiKey.of(type.wire(), ApiKeyScope.READ), type);
      assertThat(key.type()).isEqualTo(type);
      assertThat(key.privateKey().reveal())
          .startsWith(
              type == ApiKeyType.RSA
                  ? "-----BEGIN RSA PRIVATE KEY-----"
                  : "-----BEGIN PRIVATE KEY-----");
      try (KalshiClient client = connect(key.credentials())) {
        assertThat(client.portfolio().balance().available()).isEqualTo(Money.ofDollars(1000));
      }
    }
    assertThat(ann.apiKeys().list().keys())
        .extracting(ApiKey::name)
        .containsExactly("", "rsa", "ed25519");
    assertThat(bob.apiKeys().list().keys()).hasSize(1);
  }

  @Test
  void aPublicKeyOfOnesOwnIsRegistered() throws Exception {
    String pem =
        "-----BEGIN PUBLIC KEY-----\\n"
            + Base64.getEncoder().encodeToString(TestKeys.RSA.getPublic().getEncoded())
            + "\\n-----END PUBLIC KEY-----";
    HttpResponse<String> answer =
        signed("POST", "/api_keys", "{\"name\":\"mine\",\"public_key\":\"" + pem + "\"}");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).contains("\"api_key_id\":\"");
    assertThat(ann.apiKeys().list().keys().getLast().scopes())
        .containsExactly(ApiKeyScope.READ, ApiKeyScope.WRITE);
    for (String body :
        new String[] {
          "{\"name\":\"x\",\"public_key\":\"nonsense\"}",
          "{\"name\":\"x\",\"public_key\":\"" + pem + "\",\"scopes\":[\"write\"]}",
          "{\"name\":\"x\",\"public_key\":\"" + pem + "\",\"scopes\":[\"all\"]}",
          "{\"public_key\":\"" + pem + "\"}"
        }) {
      assertThat(signed("POST", "/api_keys", body).statusCode()).as(body).isEqualTo(400);
    }
  }

  @Test
  void aDeletedKeySignsNoMore() throws Exception {
    GeneratedApiKey key =
        ann.apiKeys().generate(NewApiKey.of("short", ApiKeyScope.READ), ApiKeyType.ED25519);
    isNotFound(() -> bob.apiKeys().delete(key.id()));
    ann.apiKeys().delete(key.id());
    isNotFound(() -> ann.apiKeys().delete(key.id()));
    HttpResponse<String> answer = signedBy(key.credentials(), "GET", "/portfolio/balance", "");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("NOT_FOUND");
  }

  private static void isNotFound(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            KalshiApiException.class, e -> assertThat(e.status()).isEqualTo(404));
  }

  @Test
  void aKeyDoesWhatItsScopesSay() throws Exception {
    Credentials reader = generate(NewApiKey.of("reader", ApiKeyScope.READ));
    Credentials trader = generate(NewApiKey.of("trader", ApiKeyScope.WRITE_TRADE));
    Credentials teller = generate(NewApiKey.of("teller", ApiKeyScope.READ_PORTFOLIO_BALANCE));
    String orders = "/portfolio/events/orders";
    assertThat(signedBy(reader, "GET", "/portfolio/orders", "").statusCode()).isEqualTo(200);
    HttpResponse<String> refused = signedBy(reader, "POST", orders, bid(""));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("lacks the scope write::trade");
    assertThat(signedBy(trader, "POST", orders, bid("")).statusCode()).isEqualTo(201);
    assertThat(signedBy(trader, "GET", "/portfolio/orders", "").statusCode()).isEqualTo(403);
    assertThat(signedBy(trader, "POST", "/portfolio/subaccounts", "{}").statusCode())
        .isEqualTo(403);
    assertThat(signedBy(trader, "GET", "/markets", "").statusCode()).as("public").isEqualTo(200);
    assertThat(signedBy(teller, "GET", "/portfolio/balance", "").statusCode()).isEqualTo(200);
    assertThat(signedBy(teller, "GET", "/portfolio/positions", "").statusCode()).isEqualTo(403);
  }

  @Test
  void aKeyOfOneSubaccountActsThereByItself() throws Exception {
    Credentials one = ofSubaccountOne();
    assertThat(signedBy(one, "GET", "/portfolio/balance", "").body())
        .contains("\"balance_dollars\":\"50.0000\"");
    assertThat(signedBy(one, "POST", "/portfolio/events/orders", bid("")).statusCode())
        .isEqualTo(201);
    assertThat(signedBy(one, "GET", "/portfolio/orders", "").body())
        .contains("\"subaccount_number\":1");
    assertThat(signed("GET", "/portfolio/orders?subaccount=0", "").body())
        .contains("\"orders\":[]");
  }

  @Test
  void aKeyOfOneSubaccountTouchesNoOther() throws Exception {
    Credentials one = ofSubaccountOne();
    String orders = "/portfolio/events/orders";
    String foreign = bid(",\"subaccount\":0");
    String batch = "{\"orders\":[" + bid("") + "," + foreign + "]}";
    assertThat(signedBy(one, "POST", orders, foreign).statusCode()).isEqualTo(403);
    assertThat(signedBy(one, "POST", orders + "/batched", batch).statusCode()).isEqualTo(403);
    assertThat(signedBy(one, "GET", "/portfolio/fills?subaccount=0", "").statusCode())
        .isEqualTo(403);
    for (String path : new String[] {"/api_keys", "/portfolio/subaccounts/balances"}) {
      HttpResponse<String> refused = signedBy(one, "GET", path, "");
      assertThat(refused.statusCode()).as(path).isEqualTo(403);
      assertThat(refused.body()).contains("restricted to a single sub-account");
    }
    assertThat(signedBy(one, "GET", "/portfolio/orders", "").body()).contains("\"orders\":[]");
  }

  @Test
  void aKeyIsNotMadeForASubaccountThatIsNotThere() {
    isNotFound(() -> generate(NewApiKey.of("none", ApiKeyScope.READ).withSubaccount(7)));
    isForbidden(() -> {
      try (KalshiClient client = connect(ofSubaccountOne())) {
        client.apiKeys().list();
      }
    });
  }
}
