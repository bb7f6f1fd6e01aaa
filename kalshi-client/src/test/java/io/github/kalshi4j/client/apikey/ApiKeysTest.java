package io.github.kalshi4j.client.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.auth.ApiKeyId;
import io.github.kalshi4j.client.call.RateLimits;
import io.github.kalshi4j.client.error.OutcomeUnknownException;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.RestTest;
import io.github.kalshi4j.client.testing.TestKeys;
import io.github.kalshi4j.client.value.SubtraderId;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiKeysTest extends RestTest {
  private static final NewApiKey READER = NewApiKey.of("reader", ApiKeyScope.READ);
  private static final SubtraderId SUBTRADER = SubtraderId.of("member_desk1");
  private static final String SECRET =
      Base64.getEncoder().encodeToString(TestKeys.ED25519.getPrivate().getEncoded());
  private static final String PEM =
      "-----BEGIN PRIVATE KEY-----\\n" + SECRET + "\\n-----END PRIVATE KEY-----\\n";
  private static final RateLimits AMPLE =
      new RateLimits(new RateLimits.Bucket(1000, 1000), new RateLimits.Bucket(1000, 1000));

  @Test
  void hidesTheGeneratedKeyUnlessItIsAskedFor() {
    answerGenerate(
        "{\"api_key_id\":\""
            + TestKeys.ID
            + "\",\"key_type\":\"ed25519\",\"private_key\":\""
            + PEM
            + "\"}");

    GeneratedApiKey made = client.apiKeys().generate(READER, ApiKeyType.ED25519);

    assertThat(made.toString()).contains(TestKeys.ID.value()).doesNotContain(SECRET);
    assertThat(made.privateKey().reveal()).isEqualTo(PEM.replace("\\n", "\n"));
    assertThat(made.credentials().toString()).doesNotContain(SECRET);
  }

  @Test
  void signsWithTheGeneratedKey() {
    answerGenerate("{\"api_key_id\":\"" + TestKeys.ID + "\",\"private_key\":\"" + PEM + "\"}");
    exchange.on("GET /api_keys", Reply.json("{\"api_keys\":[]}"));
    GeneratedApiKey made = client.apiKeys().generate(READER, ApiKeyType.ED25519);

    ClientConfig config = ClientConfig.of(exchange.baseUrl()).withRateLimits(AMPLE);
    try (KalshiClient other = KalshiClient.connect(config, made.credentials())) {
      assertThat(other.apiKeys().list().keys()).isEmpty();
    }
  }

  @Test
  void readsTheGeneratedKeyBesideAWordItDoesNotKnow() {
    answerGenerate(
        "{\"api_key_id\":\"k\",\"key_type\":\"ml-dsa\",\"private_key\":\"" + PEM + "\"}");

    GeneratedApiKey made = client.apiKeys().generate(READER, ApiKeyType.ED25519);

    assertThat(made.type()).isEqualTo(ApiKeyType.UNRECOGNIZED);
    assertThat(made.privateKey().reveal()).contains(SECRET);
  }

  @Test
  void showsNoKeyWhereTheAnswerCannotBeRead() {
    for (String answer :
        List.of(
            "{\"private_key\":\"" + PEM + "\"}",
            "{\"private_key\":\"" + PEM + "\",\"api_key_id\":7}",
            "{\"api_key_id\":\"k\",\"private_key\":\"" + PEM + "\",\"warning\":{}}",
            "{\"api_key_id\":\"k\",\"private_key\":\"" + PEM.substring(0, 60))) {
      answerGenerate(answer);

      Throwable problem =
          catchThrowable(() -> client.apiKeys().generate(READER, ApiKeyType.ED25519));

      assertThat(problem).isInstanceOf(OutcomeUnknownException.class);
      StringWriter trace = new StringWriter();
      problem.printStackTrace(new PrintWriter(trace));
      assertThat(trace.toString()).doesNotContain(SECRET.substring(0, 20));
      exchange.clear();
    }
  }

  @Test
  void saysWhatAKeyMayDo() {
    assertThat(NewApiKey.of("bot", ApiKeyScope.READ, ApiKeyScope.WRITE_TRADE).scopes())
        .containsExactly(ApiKeyScope.READ, ApiKeyScope.WRITE_TRADE);
    assertThatThrownBy(() -> new NewApiKey("bot", List.of(), null, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bot");
    assertThatThrownBy(() -> NewApiKey.of("bot", ApiKeyScope.WRITE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("write needs scope read");
    assertThatThrownBy(() -> NewApiKey.of("bot", ApiKeyScope.READ, ApiKeyScope.READ))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("twice");
    assertThatThrownBy(() -> NewApiKey.of("bot", ApiKeyScope.UNRECOGNIZED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("UNRECOGNIZED");
    assertThatThrownBy(() -> NewApiKey.of(" ", ApiKeyScope.READ))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\" \"");
  }

  @Test
  void belongsToASubaccountOrToASubtrader() {
    assertThatThrownBy(() -> READER.withSubaccount(3).withSubtrader(SUBTRADER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3")
        .hasMessageContaining("member_desk1");
    assertThatThrownBy(() -> READER.withSubaccount(64))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("64");
  }

  @Test
  void generatesNoKeyOfATypeItDoesNotKnow() {
    assertThatThrownBy(() -> client.apiKeys().generate(READER, ApiKeyType.UNRECOGNIZED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("UNRECOGNIZED");
    assertThat(exchange.requests()).isEmpty();
  }

  @Test
  void revokesAKey() {
    exchange.on("DELETE /api_keys/k", Reply.status(204));

    client.apiKeys().delete(ApiKeyId.of("k"));

    assertThat(exchange.requests()).hasSize(1);
  }

  private void answerGenerate(String body) {
    exchange.on("POST /api_keys/generate", Reply.json(201, body));
  }
}
