package io.github.kalshi4j.client.auth;

import java.util.List;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Pure Ed25519 (RFC 8032) over the text itself, through Bouncy Castle, which is the faster one. */
final class Ed25519RequestSigner implements RequestSigner {
  private final Header keyHeader;
  private final Ed25519PrivateKeyParameters key;

  Ed25519RequestSigner(ApiKeyId id, Ed25519PrivateKeyParameters key) {
    keyHeader = new Header(SignedHeaders.KEY, id.value());
    this.key = key;
  }

  @Override
  public List<Header> sign(long timestampMillis, String method, String path) {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, key);
    byte[] text = SignedHeaders.text(timestampMillis, method, path);
    signer.update(text, 0, text.length);
    return SignedHeaders.of(keyHeader, timestampMillis, signer.generateSignature());
  }

  @Override
  public String description() {
    return "Ed25519";
  }

  @Override
  public String toString() {
    return description() + " signer";
  }
}
