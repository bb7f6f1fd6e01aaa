package io.github.kalshi4j.client.auth;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.jspecify.annotations.Nullable;

/**
 * Who we are to the exchange: an API key's id and the private key that signs for it, RSA or
 * Ed25519, chosen by the key itself. Credentials belong to one environment. They print nothing of
 * themselves, and no message holds any of the key.
 *
 * <p>From the environment, a key is read from
 *
 * <ul>
 *   <li>{@code KALSHI_API_KEY_ID}, its id,
 *   <li>{@code KALSHI_PRIVATE_KEY_PATH}, a PEM file, or {@code KALSHI_PRIVATE_KEY}, the PEM itself,
 *       in which line ends may be written as {@code \n},
 *   <li>{@code KALSHI_PRIVATE_KEY_PASSPHRASE}, if the PEM is encrypted.
 * </ul>
 *
 * @see <a href="https://docs.kalshi.com/getting_started/api_keys">Kalshi, API Keys</a>
 */
public final class Credentials {
  private static final System.Logger LOG = System.getLogger(Credentials.class.getName());

  public static final String KEY_ID_VARIABLE = "KALSHI_API_KEY_ID";
  public static final String KEY_PATH_VARIABLE = "KALSHI_PRIVATE_KEY_PATH";
  public static final String KEY_VARIABLE = "KALSHI_PRIVATE_KEY";
  public static final String PASSPHRASE_VARIABLE = "KALSHI_PRIVATE_KEY_PASSPHRASE";

  private static final String MEMORY = "memory";
  private static final String TEXT = "the given text";

  private final RequestSigner signer;

  private Credentials(RequestSigner signer) {
    this.signer = signer;
  }

  /** Returns credentials that sign in a way of the caller's own. */
  public static Credentials of(RequestSigner signer) {
    return new Credentials(signer);
  }

  /**
   * Returns credentials with a key that is already in memory.
   *
   * @throws IllegalArgumentException if it is neither RSA nor Ed25519
   */
  public static Credentials of(ApiKeyId id, PrivateKey key) {
    byte[] encoded = key.getEncoded();
    if (encoded == null) {
      if (!key.getAlgorithm().equals("RSA")) {
        throw PemKey.refused(MEMORY, "has no encoding, which only one of RSA may lack");
      }
      return proven(MEMORY, new RsaSigner(id, key)); // it lives in a hardware module
    }
    return of(id, MEMORY, PemKey.parse(MEMORY, encoded));
  }

  /** Returns credentials with a key in PEM, PKCS#1 or PKCS#8. */
  public static Credentials ofPem(ApiKeyId id, String pem) {
    return of(id, TEXT, PemKey.parse(TEXT, pem, null));
  }

  /** Returns credentials with an encrypted key in PEM. */
  public static Credentials ofPem(ApiKeyId id, String pem, char[] passphrase) {
    return of(id, TEXT, PemKey.parse(TEXT, pem, passphrase));
  }

  /**
   * Returns credentials with a key in a PEM file. A file that others may read is taken, with a
   * warning in the log.
   *
   * @throws IllegalArgumentException if there is no such file, or no key in it
   */
  public static Credentials ofFile(ApiKeyId id, Path file) {
    return ofFile(id, file, null);
  }

  /** Returns credentials with a key in an encrypted PEM file. */
  public static Credentials ofFile(ApiKeyId id, Path file, char @Nullable [] passphrase) {
    String name = file.toString();
    return ofFile(
        id,
        file,
        PemKey.looksLikeKey(name)
            ? "a file whose name is not shown, because it looks like a key itself,"
            : name,
        passphrase);
  }

  private static Credentials ofFile(
      ApiKeyId id, Path file, String source, char @Nullable [] passphrase) {
    String text = read(file, source);
    if (isReadableByOthers(file)) {
      LOG.log(
          System.Logger.Level.WARNING,
          "private key file {0} can be read by other users of this machine; chmod 600 protects it",
          source);
    }
    return of(id, source, PemKey.parse(source, text, passphrase));
  }

  /**
   * Returns the credentials that the process's environment names; empty if it names none.
   *
   * @throws IllegalArgumentException if it names them incompletely, or a key that cannot be read
   */
  public static Optional<Credentials> fromEnvironment() {
    return fromEnvironment(System.getenv());
  }

  /** Returns the credentials that these variables name, as {@link #fromEnvironment()} does. */
  public static Optional<Credentials> fromEnvironment(Map<String, String> environment) {
    String id = present(environment, KEY_ID_VARIABLE);
    String path = present(environment, KEY_PATH_VARIABLE);
    String pem = present(environment, KEY_VARIABLE);
    String passphrase = environment.get(PASSPHRASE_VARIABLE);
    if (id == null && path == null && pem == null) {
      return Optional.empty();
    }
    if (id == null) {
      throw new IllegalArgumentException(
          (path != null ? KEY_PATH_VARIABLE : KEY_VARIABLE)
              + " is set, but "
              + KEY_ID_VARIABLE
              + " is not");
    }
    if (path != null && pem != null) {
      throw new IllegalArgumentException(
          KEY_PATH_VARIABLE + " and " + KEY_VARIABLE + " are both set; which one is meant?");
    }
    char[] opener = passphrase == null || passphrase.isEmpty() ? null : passphrase.toCharArray();
    ApiKeyId keyId = keyId(id);
    if (path != null) {
      return Optional.of(ofFile(keyId, path(path), path + " (" + KEY_PATH_VARIABLE + ")", opener));
    }
    if (pem == null) {
      throw new IllegalArgumentException(
          KEY_ID_VARIABLE
              + " is set, but neither "
              + KEY_PATH_VARIABLE
              + " nor "
              + KEY_VARIABLE
              + " is");
    }
    return Optional.of(of(keyId, KEY_VARIABLE, PemKey.parse(KEY_VARIABLE, pem, opener)));
  }

  /**
   * Returns whether other users of this machine may read a file, as a private key's should not;
   * false where the file system does not say.
   */
  public static boolean isReadableByOthers(Path file) {
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      return permissions.contains(PosixFilePermission.GROUP_READ)
          || permissions.contains(PosixFilePermission.OTHERS_READ);
    } catch (IOException | UnsupportedOperationException e) {
      return false; // a file system without such permissions
    }
  }

  /** Returns what signs the requests. */
  public RequestSigner signer() {
    return signer;
  }

  /** Returns nothing but the name of the type, so that it can be logged by mistake. */
  @Override
  public String toString() {
    return "Credentials";
  }

  private static Credentials of(ApiKeyId id, String source, PrivateKeyInfo key) {
    ASN1ObjectIdentifier algorithm = key.getPrivateKeyAlgorithm().getAlgorithm();
    boolean rsa = algorithm.equals(PKCSObjectIdentifiers.rsaEncryption);
    if (!rsa && !algorithm.equals(EdECObjectIdentifiers.id_Ed25519)) {
      throw PemKey.refused(
          source,
          "is neither RSA nor Ed25519 (algorithm "
              + algorithm
              + "), which are the kinds the exchange takes");
    }
    RequestSigner signer;
    try {
      signer =
          rsa
              ? new RsaSigner(
                  id,
                  KeyFactory.getInstance("RSA")
                      .generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded())))
              : new Ed25519RequestSigner(
                  id, (Ed25519PrivateKeyParameters) PrivateKeyFactory.createKey(key));
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      throw PemKey.refused(source, "is damaged: its content cannot be read");
    }
    return proven(source, signer);
  }

  /** Signs once, so that a key that cannot is refused now, and not at the first order. */
  private static Credentials proven(String source, RequestSigner signer) {
    try {
      signer.sign(0, "GET", "/");
    } catch (RuntimeException e) {
      IllegalArgumentException refusal =
          PemKey.refused(
              source, "is " + signer.description() + " and cannot sign: damaged, or too short");
      refusal.initCause(e);
      throw refusal;
    }
    return new Credentials(signer);
  }

  private static @Nullable String present(Map<String, String> environment, String name) {
    String value = environment.get(name);
    return value == null || value.isBlank() ? null : value;
  }

  private static ApiKeyId keyId(String id) {
    try {
      return ApiKeyId.of(id);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(KEY_ID_VARIABLE + ": " + e.getMessage(), e);
    }
  }

  private static Path path(String path) {
    if (PemKey.looksLikeKey(path)) {
      throw new IllegalArgumentException(
          KEY_PATH_VARIABLE
              + " holds a private key where the path of its file is meant; a key itself goes into "
              + KEY_VARIABLE);
    }
    try {
      return Path.of(path);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(KEY_PATH_VARIABLE + " is no path");
    }
  }

  private static String read(Path file, String source) {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw PemKey.refused(source, "is no text");
    } catch (IOException e) {
      throw PemKey.refused(
          source,
          Files.isDirectory(file)
              ? "is a folder"
              : Files.notExists(file) ? "does not exist" : "cannot be read");
    }
  }
}
