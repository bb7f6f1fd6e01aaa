package io.github.kalshi4j.client.testing;

import io.github.kalshi4j.client.auth.ApiKeyId;
import io.github.kalshi4j.client.auth.Credentials;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;

/** Keys made once for all tests of a run. */
public final class TestKeys {
  public static final ApiKeyId ID = ApiKeyId.of("7b0a4c52-0d4b-4a55-9e62-6f1c2f6a1d11");
  public static final KeyPair RSA = generate("RSA", 2048);
  public static final KeyPair ED25519 = generate("Ed25519", 255);

  private TestKeys() {}

  public static Credentials credentials() {
    return Credentials.of(ID, ED25519.getPrivate());
  }

  /** Makes a new key pair. */
  public static KeyPair generate(String algorithm, int size) {
    return generate(algorithm, size, new SecureRandom());
  }

  /** Makes a key pair, always the same one for a seed, which takes the same time in each run. */
  public static KeyPair generate(String algorithm, int size, long seed) {
    try {
      SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
      random.setSeed(seed);
      return generate(algorithm, size, random);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair generate(String algorithm, int size, SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(size, random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
