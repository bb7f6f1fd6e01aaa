package io.github.kalshi4j.client.testing;

import io.github.kalshi4j.client.auth.ApiKeyId;
import io.github.kalshi4j.client.auth.Credentials;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;

/** Keys made once for all tests of a run. */
public final class TestKeys {
  public static final ApiKeyId ID = ApiKeyId.of("7b0a4c52-0d4b-4a55-9e62-6f1c2f6a1d11");
  public static final KeyPair RSA = generate("RSA", 2048);
  public static final KeyPair ED25519 = generate("Ed25519", 255);

  private TestKeys() {}

  public static Credentials credentials() {
    return Credentials.of(ID, ED25519.getPrivate());
  }

  public static KeyPair generate(String algorithm, int size) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(size);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
