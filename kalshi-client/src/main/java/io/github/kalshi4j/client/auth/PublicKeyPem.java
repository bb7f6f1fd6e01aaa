package io.github.kalshi4j.client.auth;

import java.io.IOException;
import java.io.StringReader;
import java.security.PublicKey;
import java.util.Base64;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.openssl.PEMParser;
import org.jspecify.annotations.Nullable;

/**
 * The PEM of a public key, RSA or Ed25519, with which the exchange verifies signatures. Anything
 * else is refused, a private key above all, and never shown in the message.
 */
public record PublicKeyPem(String value) {
  private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

  public PublicKeyPem {
    value = value.strip() + '\n';
    if (value.contains("PRIVATE KEY")) {
      throw refused("is a private key, which must not leave its owner");
    }
    if (!(parse(value) instanceof SubjectPublicKeyInfo key)) {
      throw refused("is no public key in PEM");
    }
    ASN1ObjectIdentifier algorithm = key.getAlgorithm().getAlgorithm();
    if (!algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)
        && !algorithm.equals(EdECObjectIdentifiers.id_Ed25519)) {
      throw refused("is neither RSA nor Ed25519 (algorithm " + algorithm + ")");
    }
  }

  public static PublicKeyPem of(String pem) {
    return new PublicKeyPem(pem);
  }

  /** Returns the PEM of a key that is already in memory. */
  public static PublicKeyPem of(PublicKey key) {
    byte[] encoded = key.getEncoded();
    if (encoded == null) {
      throw refused("is a " + key.getAlgorithm() + " key without an encoding");
    }
    return new PublicKeyPem(
        "-----BEGIN PUBLIC KEY-----\n"
            + LINES.encodeToString(encoded)
            + "\n-----END PUBLIC KEY-----\n");
  }

  private static @Nullable Object parse(String pem) {
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      return parser.readObject();
    } catch (IOException | RuntimeException e) {
      throw refused("is damaged: its PEM cannot be read");
    }
  }

  private static IllegalArgumentException refused(String why) {
    return new IllegalArgumentException("what should be a public key " + why);
  }

  @Override
  public String toString() {
    return value;
  }
}
