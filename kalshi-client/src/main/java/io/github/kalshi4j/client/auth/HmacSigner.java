package io.github.kalshi4j.client.auth;

import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 over the exchange's text, in the exchange's three headers, for gateways that hold the
 * real key and know us by a shared secret. The exchange itself does not accept it.
 */
public final class HmacSigner implements RequestSigner {
  private static final String ALGORITHM = "HmacSHA256";

  private final Header keyHeader;
  private final SecretKeySpec secret;

  /** Creates a signer; the secret is copied. */
  public HmacSigner(ApiKeyId id, byte[] secret) {
    if (secret.length == 0) {
      throw new IllegalArgumentException("HMAC secret is empty");
    }
    keyHeader = new Header(SignedHeaders.KEY, id.value());
    this.secret = new SecretKeySpec(secret, ALGORITHM);
  }

  @Override
  public List<Header> sign(long timestampMillis, String method, String path) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      return SignedHeaders.of(
          keyHeader,
          timestampMillis,
          mac.doFinal(SignedHeaders.text(timestampMillis, method, path)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(ALGORITHM, e);
    }
  }

  @Override
  public String description() {
    return "HMAC-SHA256";
  }

  @Override
  public String toString() {
    return description() + " signer";
  }
}
