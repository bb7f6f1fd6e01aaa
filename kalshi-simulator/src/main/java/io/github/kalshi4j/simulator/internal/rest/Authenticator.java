package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.simulator.internal.floor.Keys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.jspecify.annotations.Nullable;

/**
 * Verifies who signed a request: time, method and path, by RSA-PSS or Ed25519 as the registered key
 * says.
 *
 * @see <a href="https://docs.kalshi.com/getting_started/api_keys">Kalshi, API keys</a>
 */
public final class Authenticator {
  private static final PSSParameterSpec PSS =
      new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

  private final Keys keys;
  private final TimeSource time;
  private final Duration window;

  public Authenticator(Keys keys, TimeSource time, Duration window) {
    this.keys = keys;
    this.time = time;
    this.window = window;
  }

  /**
   * Returns the key that signed; null if nobody did.
   *
   * @param path the path as it was sent, percent-encoded, without the query
   * @throws ApiException if only part of a signature is there, or it is wrong
   */
  public Keys.@Nullable Registered identify(
      String method,
      String path,
      @Nullable String key,
      @Nullable String timestamp,
      @Nullable String signature) {
    if (key == null && timestamp == null && signature == null) {
      return null;
    }
    if (key == null || timestamp == null || signature == null) {
      throw missing();
    }
    Keys.Registered registered = keys.get(key);
    if (registered == null) {
      throw refused("NOT_FOUND");
    }
    if (isOutsideWindow(timestamp)) {
      throw ApiException.of(401, "header_timestamp_expired", "");
    }
    byte[] text = (timestamp + method + path).getBytes(StandardCharsets.UTF_8);
    if (!verifies(registered.key(), text, signature)) {
      throw refused("INCORRECT_API_KEY_SIGNATURE");
    }
    return registered;
  }

  /** Returns whether a key may still sign. */
  public boolean accepts(Keys.Registered key) {
    return key.equals(keys.get(key.id()));
  }

  /** Returns what a request is answered that had to be signed and was not. */
  public static ApiException missing() {
    return ApiException.of(401, "signature_is_missing_from_headers", "");
  }

  private static ApiException refused(String details) {
    return ApiException.of(401, "authentication_error", details);
  }

  private boolean isOutsideWindow(String timestamp) {
    try {
      long off = Math.subtractExact(Long.parseLong(timestamp), time.now().toEpochMilli());
      return off > window.toMillis() || off < -window.toMillis();
    } catch (NumberFormatException | ArithmeticException e) {
      return true; // no time at all
    }
  }

  private static boolean verifies(PublicKey key, byte[] text, String signature) {
    try {
      byte[] bytes = Base64.getDecoder().decode(signature);
      return key.getAlgorithm().equals("RSA")
          ? isRsa(key, text, bytes)
          : PublicKeyFactory.createKey(key.getEncoded())
                  instanceof Ed25519PublicKeyParameters ed25519
              && isEd25519(ed25519, text, bytes);
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      return false; // no signature of this kind, or no Base64
    }
  }

  private static boolean isRsa(PublicKey key, byte[] text, byte[] signature)
      throws GeneralSecurityException {
    Signature verifier = Signature.getInstance("RSASSA-PSS");
    verifier.setParameter(PSS);
    verifier.initVerify(key);
    verifier.update(text);
    return verifier.verify(signature);
  }

  /** By Bouncy Castle, which is several times as fast as Java itself. */
  private static boolean isEd25519(Ed25519PublicKeyParameters key, byte[] text, byte[] signature) {
    Ed25519Signer verifier = new Ed25519Signer();
    verifier.init(false, key);
    verifier.update(text, 0, text.length);
    return verifier.verifySignature(signature);
  }
}
