package io.github.kalshi4j.client.auth;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.List;

/** RSASSA-PSS with SHA-256, MGF1 with SHA-256 and a salt of 32 bytes. */
final class RsaSigner implements RequestSigner {
  private static final PSSParameterSpec PARAMETERS =
      new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

  private final Header keyHeader;
  private final PrivateKey key;

  RsaSigner(ApiKeyId id, PrivateKey key) {
    keyHeader = new Header(SignedHeaders.KEY, id.value());
    this.key = key;
  }

  @Override
  public List<Header> sign(long timestampMillis, String method, String path) {
    try {
      Signature signature = Signature.getInstance("RSASSA-PSS");
      signature.initSign(key); // first, since the key decides which provider signs
      signature.setParameter(PARAMETERS);
      signature.update(SignedHeaders.text(timestampMillis, method, path));
      return SignedHeaders.of(keyHeader, timestampMillis, signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(description() + " key cannot sign", e);
    }
  }

  @Override
  public String description() {
    return key instanceof RSAKey rsa ? "RSA-" + rsa.getModulus().bitLength() : "RSA";
  }

  @Override
  public String toString() {
    return description() + " signer";
  }
}
