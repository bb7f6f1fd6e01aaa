package io.github.kalshi4j.client.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.testing.TestKeys;
import org.junit.jupiter.api.Test;

class KeyPemTest {
  private static final String SECRET = "c2VjcmV0IG9mIHRoaXMgdGVzdA==";
  private static final String PRIVATE =
      "-----BEGIN PRIVATE KEY-----\n" + SECRET + "\n-----END PRIVATE KEY-----\n";

  @Test
  void showsAPrivateKeyToWhoeverAsksAndToNobodyElse() {
    PrivateKeyPem key = PrivateKeyPem.of(PRIVATE);

    assertThat(key.reveal()).isEqualTo(PRIVATE);
    assertThat(key.toString()).isEqualTo("PrivateKeyPem(hidden)");
    assertThat(String.valueOf(java.util.List.of(key))).doesNotContain(SECRET);
    assertThatThrownBy(() -> PrivateKeyPem.of(" \n")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void writesPublicKeysAsPem() {
    for (var pair : new java.security.KeyPair[] {TestKeys.RSA, TestKeys.ED25519}) {
      PublicKeyPem pem = PublicKeyPem.of(pair.getPublic());

      assertThat(pem.value())
          .startsWith("-----BEGIN PUBLIC KEY-----\n")
          .endsWith("\n-----END PUBLIC KEY-----\n");
      assertThat(pem.value().lines().allMatch(line -> line.length() <= 64)).isTrue();
      assertThat(PublicKeyPem.of("\n " + pem.value().strip())).isEqualTo(pem);
    }
  }

  @Test
  void takesNoPrivateKeyForAPublicOneAndDoesNotShowIt() {
    assertThatThrownBy(() -> PublicKeyPem.of(PRIVATE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("private key")
        .hasMessageNotContaining(SECRET);
  }

  @Test
  void takesNothingElseForAPublicKey() {
    for (String other :
        new String[] {
          "",
          SECRET,
          "-----BEGIN PUBLIC KEY-----\n" + SECRET + "\n-----END PUBLIC KEY-----",
          "-----BEGIN PUBLIC KEY-----\n" + SECRET
        }) {
      assertThatThrownBy(() -> PublicKeyPem.of(other))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining(SECRET);
    }
    var elliptic = TestKeys.generate("EC", 256).getPublic();
    assertThatThrownBy(() -> PublicKeyPem.of(elliptic))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("neither RSA nor Ed25519");
  }
}
