package io.github.kalshi4j.client.auth;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** How the Base64 of keys begins, RSA and both forms of Ed25519, and how short it can be. */
  private static final List<String> KEY_BEGINNINGS = List.of("MII", "MC4CAQ", "MFECAQ");

  private static final int SHORTEST_KEY = 60;

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
    if (encoded == null && key.getAlgorithm().equals("RSA")) {
      return new Credentials(new RsaSigner(id, key)); // one that lives in a hardware module
    }
    if (encoded == null) {
      throw PemKey.refused("memory", "is a " + key.getAlgorithm() + " key without an encoding");
    }
    return of(id, "memory", PrivateKeyInfo.getInstance(encoded));
  }

  /** Returns credentials with a key in PEM, PKCS#1 or PKCS#8. */
  public static Credentials ofPem(ApiKeyId id, String pem) {
    return of(id, "the given text", PemKey.parse("the given text", pem, null));
  }

  /** Returns credentials with an encrypted key in PEM. */
  public static Credentials ofPem(ApiKeyId id, String pem, char[] passphrase) {
    return of(id, "the given text", PemKey.parse("the given text", pem, passphrase));
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
    return ofFile(id, file, file.toString(), passphrase);
  }

  private static Credentials ofFile(
      ApiKeyId id, Path file, String source, char @Nullable [] passphrase) {
    String text = read(file, source);
    if (isReadableByOthers(file)) {
      LOG.log(
          System.Logger.Level.WARNING,
          "private key file {0} can be read by other users of this machine; chmod 600 protects it",
          file);
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
    char[] opener = passphrase == null ? null : passphrase.toCharArray();
    ApiKeyId keyId = keyId(id);
    if (path != null) {
      if (holdsKey(path)) {
        throw new IllegalArgumentException(
            KEY_PATH_VARIABLE
                + " holds a private key where the path of its file is meant; a key itself goes into "
                + KEY_VARIABLE);
      }
      return Optional.of(
          ofFile(keyId, Path.of(path), path + " (" + KEY_PATH_VARIABLE + ")", opener));
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
    try {
      if (PemKey.isEd25519(key)) {
        return new Credentials(
            new Ed25519RequestSigner(
                id, (Ed25519PrivateKeyParameters) PrivateKeyFactory.createKey(key)));
      }
      if (PemKey.isRsa(key)) {
        PrivateKey rsa =
            KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
        return new Credentials(new RsaSigner(id, rsa));
      }
    } catch (IOException | java.security.GeneralSecurityException | RuntimeException e) {
      throw PemKey.refused(source, "is damaged: its content cannot be read");
    }
    throw PemKey.refused(
        source,
        "is neither RSA nor Ed25519 (algorithm "
            + key.getPrivateKeyAlgorithm().getAlgorithm()
            + "), which are the kinds the exchange takes");
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

  /** Returns whether a path is a key put in its place by mistake, so that no message shows it. */
  private static boolean holdsKey(String path) {
    return path.contains("PRIVATE KEY")
        || path.lines().count() > 1
        || path.length() >= SHORTEST_KEY && KEY_BEGINNINGS.stream().anyMatch(path::startsWith);
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
              : Files.exists(file) ? "cannot be read" : "does not exist");
    }
  }
}
