package io.github.kalshi4j.client.auth;

import java.io.IOException;
import java.io.StringReader;
import java.security.Provider;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a private key from PEM: PKCS#1 or PKCS#8, plain or encrypted. The algorithm is read from
 * the key, because RSA and Ed25519 share the heading {@code BEGIN PRIVATE KEY}. What cannot be read
 * is refused by saying what it is, and never by showing any of it; so no exception has a cause.
 */
final class PemKey {
  /** Headings with the space around them, which is anything once a key went through a variable. */
  private static final Pattern HEADING =
      Pattern.compile("\\s*(-----(?:BEGIN|END) [A-Z0-9 ]+-----)\\s*");

  /** How the Base64 of a key looks, if it is none of a file's name. */
  private static final Pattern BARE_KEY = Pattern.compile("M[A-Za-z0-9+/=\\s]{59,}");

  /**
   * Bouncy Castle's provider, registered nowhere. The JDK's lacks some of the ciphers, and without
   * one Bouncy Castle takes every passphrase for ASCII. It is large, and so made when it is needed.
   */
  private static final class Ciphers {
    static final Provider PROVIDER = new BouncyCastleProvider();
  }

  private PemKey() {}

  /**
   * Reads the first private key in a text.
   *
   * @param source what to call it in messages, such as a file's name
   * @param text PEM, or the Base64 of a key without its headings
   * @param passphrase opens an encrypted key; null if there is none
   * @throws IllegalArgumentException if there is no private key that can be read
   */
  static PrivateKeyInfo parse(String source, String text, char @Nullable [] passphrase) {
    String pem =
        HEADING
            .matcher(text.replace("\uFEFF", "").replace("\\r", "").replace("\\n", "\n"))
            .replaceAll("\n$1\n");
    if (pem.isBlank()) {
      throw refused(source, "is empty");
    }
    if (!pem.contains("-----BEGIN")) {
      return parseBare(source, pem);
    }
    if (pem.contains("BEGIN OPENSSH PRIVATE KEY")) {
      throw refused(source, "is in the form of OpenSSH; ssh-keygen -p -m PKCS8 -f FILE changes it");
    }
    List<Object> found = objects(source, pem);
    for (Object object : found) {
      switch (object) {
        case PrivateKeyInfo info -> {
          return info;
        }
        case PEMKeyPair pair -> {
          return pair.getPrivateKeyInfo();
        }
        case PEMEncryptedKeyPair pair -> {
          return decrypt(source, pair, required(source, passphrase));
        }
        case PKCS8EncryptedPrivateKeyInfo info -> {
          return decrypt(source, info, required(source, passphrase));
        }
        default -> {} // a certificate or parameters may stand beside the key
      }
    }
    throw refused(
        source,
        found.isEmpty()
            ? "is damaged: its heading is not whole"
            : "is no private key but " + name(found));
  }

  /** Reads a key that is already decoded, as PKCS#8. */
  static PrivateKeyInfo parse(String source, byte[] encoded) {
    try {
      return PrivateKeyInfo.getInstance(encoded);
    } catch (RuntimeException e) {
      throw refused(source, "is not encoded as PKCS#8");
    }
  }

  private static List<Object> objects(String source, String pem) {
    List<Object> found = new ArrayList<>();
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      for (Object next = parser.readObject(); next != null; next = parser.readObject()) {
        found.add(next);
      }
      return found;
    } catch (IOException | RuntimeException e) {
      throw refused(source, "is damaged: its PEM cannot be read");
    }
  }

  private static String name(List<Object> found) {
    return switch (found.getFirst()) {
      case SubjectPublicKeyInfo key -> "a public key";
      case X509CertificateHolder certificate -> "a certificate";
      default -> "something else";
    };
  }

  /** Reads PKCS#8, or else PKCS#1, which is what the exchange gives out for RSA. */
  private static PrivateKeyInfo parseBare(String source, String text) {
    try {
      byte[] encoded = Base64.getMimeDecoder().decode(text);
      try {
        return PrivateKeyInfo.getInstance(encoded);
      } catch (RuntimeException e) {
        return new PrivateKeyInfo(
            new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
            RSAPrivateKey.getInstance(encoded));
      }
    } catch (IOException | RuntimeException e) {
      throw refused(source, "is neither PEM nor the Base64 of a key");
    }
  }

  private static PrivateKeyInfo decrypt(
      String source, PEMEncryptedKeyPair pair, char[] passphrase) {
    try {
      return pair.decryptKeyPair(
              new JcePEMDecryptorProviderBuilder().setProvider(Ciphers.PROVIDER).build(passphrase))
          .getPrivateKeyInfo();
    } catch (IOException | RuntimeException e) {
      throw notOpened(source);
    }
  }

  private static PrivateKeyInfo decrypt(
      String source, PKCS8EncryptedPrivateKeyInfo info, char[] passphrase) {
    try {
      return info.decryptPrivateKeyInfo(
          new JceOpenSSLPKCS8DecryptorProviderBuilder()
              .setProvider(Ciphers.PROVIDER)
              .build(passphrase));
    } catch (OperatorCreationException | PKCSException | RuntimeException e) {
      throw notOpened(source);
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

  /**
   * Returns whether a text, such as a path, may be a key put in its place by mistake, so that no
   * message shows it.
   */
  static boolean looksLikeKey(String text) {
    return text.contains("PRIVATE KEY")
        || text.lines().count() > 1
        || BARE_KEY.matcher(text).matches();
  }

  private static IllegalArgumentException notOpened(String source) {
    return refused(source, "is encrypted, and the passphrase does not open it");
  }

  static IllegalArgumentException refused(String source, String why) {
    return new IllegalArgumentException("private key in " + source + ' ' + why);
  }
}
