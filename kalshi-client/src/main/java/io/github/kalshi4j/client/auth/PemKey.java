package io.github.kalshi4j.client.auth;

import java.io.IOException;
import java.io.StringReader;
import java.util.Base64;
import java.util.Locale;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.bc.BcPEMDecryptorProvider;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a private key from PEM: PKCS#1 or PKCS#8, plain or encrypted. The algorithm is read from
 * the key, because RSA and Ed25519 share the heading {@code BEGIN PRIVATE KEY}. What cannot be read
 * is refused by saying what it is, and never by showing any of it.
 */
final class PemKey {
  private PemKey() {}

  /**
   * Reads a key.
   *
   * @param source what to call it in messages, such as a file's name
   * @param text PEM, or the Base64 of a PKCS#8 key without its heading
   * @param passphrase opens an encrypted key; null if there is none
   * @throws IllegalArgumentException if it is no private key that can be read
   */
  static PrivateKeyInfo parse(String source, String text, char @Nullable [] passphrase) {
    String pem = text.strip().replace("\\n", "\n"); // environments often hold it on one line
    if (pem.isEmpty()) {
      throw refused(source, "is empty");
    }
    if (!pem.contains("-----BEGIN")) {
      return parseBare(source, pem);
    }
    Object found;
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      found = parser.readObject();
    } catch (IOException | RuntimeException e) {
      throw refused(source, "is damaged: its PEM cannot be read");
    }
    return switch (found) {
      case PrivateKeyInfo info -> info;
      case PEMKeyPair pair -> pair.getPrivateKeyInfo();
      case PEMEncryptedKeyPair pair -> decrypt(source, pair, passphrase);
      case PKCS8EncryptedPrivateKeyInfo info -> decrypt(source, info, passphrase);
      case null -> throw refused(source, "holds no key");
      default -> throw refused(source, "is no private key but a " + name(found));
    };
  }

  private static PrivateKeyInfo parseBare(String source, String text) {
    try {
      return PrivateKeyInfo.getInstance(Base64.getMimeDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      throw refused(source, "is neither PEM nor the Base64 of a PKCS#8 key");
    }
  }

  private static PrivateKeyInfo decrypt(
      String source, PEMEncryptedKeyPair pair, char @Nullable [] passphrase) {
    try {
      return pair.decryptKeyPair(new BcPEMDecryptorProvider(required(source, passphrase)))
          .getPrivateKeyInfo();
    } catch (PEMException e) {
      throw refused(source, "is encrypted, and the passphrase does not open it");
    } catch (IOException e) {
      throw refused(source, "is encrypted in a way that cannot be read");
    }
  }

  private static PrivateKeyInfo decrypt(
      String source, PKCS8EncryptedPrivateKeyInfo info, char @Nullable [] passphrase) {
    try {
      return info.decryptPrivateKeyInfo(
          new JceOpenSSLPKCS8DecryptorProviderBuilder()
              .setProvider(new BouncyCastleProvider()) // used here, registered nowhere
              .build(required(source, passphrase)));
    } catch (PKCSException e) {
      throw refused(source, "is encrypted, and the passphrase does not open it");
    } catch (OperatorCreationException e) {
      throw refused(source, "is encrypted in a way that cannot be read");
    }
  }

  private static char[] required(String source, char @Nullable [] passphrase) {
    if (passphrase == null) {
      throw refused(
          source,
          "is encrypted and needs a passphrase (in the environment, "
              + Credentials.PASSPHRASE_VARIABLE
              + ")");
    }
    return passphrase;
  }

  static boolean isRsa(PrivateKeyInfo key) {
    return key.getPrivateKeyAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption);
  }

  static boolean isEd25519(PrivateKeyInfo key) {
    return key.getPrivateKeyAlgorithm().getAlgorithm().equals(EdECObjectIdentifiers.id_Ed25519);
  }

  static IllegalArgumentException refused(String source, String why) {
    return new IllegalArgumentException("private key in " + source + ' ' + why);
  }

  private static String name(Object found) {
    return switch (found.getClass().getSimpleName()) {
      case "SubjectPublicKeyInfo" -> "public key";
      case "X509CertificateHolder" -> "certificate";
      default -> found.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    };
  }
}
