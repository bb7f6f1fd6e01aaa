package io.github.kalshi4j.client.testing;

import io.github.kalshi4j.client.auth.ApiKeyId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How an exchange knows by whom a request was signed, and when. Safe for threads. */
final class SignatureCheck {
  private static final Duration CLOCK_WINDOW = Duration.ofSeconds(5);
  private static final PSSParameterSpec PSS =
      new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

  private final Map<String, PublicKey> keys = new ConcurrentHashMap<>();

  void accept(ApiKeyId id, PublicKey key) {
    keys.put(id.value(), key);
  }

  /**
   * Returns the code with which a request's signature is refused; null if it is right or absent.
   *
   * @param path with the API's root
   */
  @Nullable String refusal(ReceivedRequest request, String path, Instant now) {
    if (!request.isSigned()) {
      return null;
    }
    PublicKey key = keys.get(request.header("KALSHI-ACCESS-KEY").orElse(""));
    String timestamp = request.header("KALSHI-ACCESS-TIMESTAMP").orElse("");
    if (key == null || timestamp.isEmpty()) {
      return "authentication_error";
    }
    try {
      Duration off = Duration.between(Instant.ofEpochMilli(Long.parseLong(timestamp)), now).abs();
      if (off.compareTo(CLOCK_WINDOW) > 0) {
        return "header_timestamp_expired";
      }
      byte[] text = (timestamp + request.method() + path).getBytes(StandardCharsets.UTF_8);
      byte[] signature =
          Base64.getDecoder().decode(request.header("KALSHI-ACCESS-SIGNATURE").orElseThrow());
      return verify(key, text, signature) ? null : "authentication_error";
    } catch (IllegalArgumentException e) {
      return "authentication_error"; // no number, or no Base64
    }
  }

  static boolean verify(PublicKey key, byte[] text, byte[] signature) {
    try {
      Signature verifier;
      if (key.getAlgorithm().equals("RSA")) {
        verifier = Signature.getInstance("RSASSA-PSS");
        verifier.setParameter(PSS);
      } else {
        verifier = Signature.getInstance("Ed25519");
      }
      verifier.initVerify(key);
      verifier.update(text);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
