package io.github.kalshi4j.client.auth;

import static io.github.kalshi4j.client.auth.Credentials.KEY_ID_VARIABLE;
import static io.github.kalshi4j.client.auth.Credentials.KEY_PATH_VARIABLE;
import static io.github.kalshi4j.client.auth.Credentials.KEY_VARIABLE;
import static io.github.kalshi4j.client.auth.Credentials.PASSPHRASE_VARIABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kalshi4j.client.testing.CapturedLog;
import io.github.kalshi4j.client.testing.TestKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where keys come from: files and the environment. */
class CredentialsTest {
  private static final PrivateKey KEY = TestKeys.ED25519.getPrivate();
  private static final String PEM = PemTexts.pkcs8(KEY);
  private static final String PASSPHRASE = "correct horse battery staple";
  private static final String ENCRYPTED = PemTexts.pkcs8(KEY, PASSPHRASE, PemTexts.AES_256_CBC);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("key.pem");
  }

  private void write(String text, String permissions) throws IOException {
    Files.writeString(file, text);
    if (isPosix()) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
  }

  private boolean isPosix() {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private String refusal(Path path) {
    return Hidden.refusal(() -> Credentials.ofFile(TestKeys.ID, path), PemTexts.body(PEM));
  }

  @Test
  void readsAFile() throws IOException {
    write(PEM, "rw-------");
    assertThat(Credentials.ofFile(TestKeys.ID, file).signer().description()).isEqualTo("Ed25519");

    write(ENCRYPTED, "rw-------");
    assertThat(
            Credentials.ofFile(TestKeys.ID, file, PASSPHRASE.toCharArray()).signer().description())
        .isEqualTo("Ed25519");
  }

  @Test
  void namesTheFileThatItRefuses() throws IOException {
    assertThat(refusal(file)).isEqualTo("private key in " + file + " does not exist");
    assertThat(refusal(folder)).isEqualTo("private key in " + folder + " is a folder");

    write("", "rw-------");
    assertThat(refusal(file)).isEqualTo("private key in " + file + " is empty");
    write(PEM.substring(0, 60), "rw-------");
    assertThat(refusal(file)).startsWith("private key in " + file + " is damaged");
    write(ENCRYPTED, "rw-------");
    assertThat(refusal(file)).startsWith("private key in " + file + " is encrypted");
    Files.write(file, KEY.getEncoded());
    assertThat(refusal(file)).isEqualTo("private key in " + file + " is no text");
    Files.writeString(file, PEM, StandardCharsets.UTF_16);
    assertThat(refusal(file)).isEqualTo("private key in " + file + " is no text");
    Files.writeString(file, PemTexts.pkcs8(TestKeys.generate("EC", 256).getPrivate()));
    assertThat(refusal(file)).startsWith("private key in " + file + " is neither RSA nor Ed25519");
  }

  @Test
  void saysThatAFileCannotBeRead() throws IOException {
    write(PEM, "---------");
    // The superuser reads everything, but this, of which nothing is mapped at its beginning.
    Path unreadable = Files.isReadable(file) ? Path.of("/proc/self/mem") : file;

    assertThat(refusal(unreadable)).isEqualTo("private key in " + unreadable + " cannot be read");
  }

  @Test
  void doesNotShowAKeyThatStandsInPlaceOfItsFile() {
    for (String key : List.of(PEM, PemTexts.body(PEM), ENCRYPTED, PemTexts.body(ENCRYPTED))) {
      String message =
          Hidden.refusal(
              () -> Credentials.ofFile(TestKeys.ID, Path.of(key)),
              PemTexts.body(key),
              // a path has no two slashes in a row
              PemTexts.body(key).replaceAll("/+", "/"));
      assertThat(message).contains("looks like a key itself");
    }
  }

  @Test
  void warnsOfAFileThatOthersCanRead() throws IOException {
    assumeTrue(isPosix());
    for (String permissions : List.of("rw-r-----", "rw----r--", "rw-rw-rw-", "r--r--r--")) {
      write(PEM, permissions);
      try (CapturedLog log = CapturedLog.of(Credentials.class)) {
        Credentials.ofFile(TestKeys.ID, file);

        assertThat(log.lines())
            .containsExactly(
                "WARNING: private key file "
                    + file
                    + " can be read by other users of this machine; chmod 600 protects it");
      }
    }
  }

  @Test
  void doesNotWarnOfAFileThatOnlyItsOwnerCanRead() throws IOException {
    assumeTrue(isPosix());
    for (String permissions : List.of("rw-------", "r--------", "rwx--x--x")) {
      write(PEM, permissions);
      try (CapturedLog log = CapturedLog.of(Credentials.class)) {
        Credentials.ofFile(TestKeys.ID, file);

        assertThat(log.lines()).isEmpty();
      }
    }
  }

  /** Every combination of absent, blank and set, which is what each variable can be. */
  @Test
  void readsTheEnvironmentInAllCombinations() throws IOException {
    write(PEM, "rw-------");
    for (int id = 0; id < 3; id++) {
      for (int path = 0; path < 3; path++) {
        for (int key = 0; key < 3; key++) {
          for (int passphrase = 0; passphrase < 3; passphrase++) {
            Map<String, String> environment = new HashMap<>();
            put(environment, KEY_ID_VARIABLE, id, TestKeys.ID.value());
            put(environment, KEY_PATH_VARIABLE, path, file.toString());
            put(environment, KEY_VARIABLE, key, PEM.replace("\n", "\\n"));
            put(environment, PASSPHRASE_VARIABLE, passphrase, PASSPHRASE);
            check(environment, id == 2, path == 2, key == 2);
          }
        }
      }
    }
  }

  private static void put(Map<String, String> environment, String name, int state, String value) {
    if (state > 0) {
      environment.put(name, state == 1 ? " " : value);
    }
  }

  private static void check(
      Map<String, String> environment, boolean id, boolean path, boolean key) {
    if (!id && !path && !key) {
      assertThat(Credentials.fromEnvironment(environment)).isEmpty();
    } else if (id && path != key) {
      assertThat(Credentials.fromEnvironment(environment))
          .hasValueSatisfying(credentials ->
              assertThat(credentials.signer().sign(1, "GET", "/").getFirst().value())
                  .isEqualTo(TestKeys.ID.value()));
    } else {
      String message =
          Hidden.refusal(
              () -> Credentials.fromEnvironment(environment), PemTexts.body(PEM), PASSPHRASE);
      assertThat(message)
          .isEqualTo(
              !id
                  ? (path ? KEY_PATH_VARIABLE : KEY_VARIABLE)
                      + " is set, but KALSHI_API_KEY_ID is not"
                  : path
                      ? "KALSHI_PRIVATE_KEY_PATH and KALSHI_PRIVATE_KEY are both set;"
                          + " which one is meant?"
                      : "KALSHI_API_KEY_ID is set, but neither KALSHI_PRIVATE_KEY_PATH"
                          + " nor KALSHI_PRIVATE_KEY is");
    }
  }

  @Test
  void takesThePassphraseFromTheEnvironment() throws IOException {
    write(ENCRYPTED, "rw-------");
    for (Map<String, String> key :
        List.of(
            Map.of(KEY_PATH_VARIABLE, file.toString()),
            Map.of(KEY_VARIABLE, ENCRYPTED.replace("\n", "\\n")))) {
      Map<String, String> environment = new HashMap<>(key);
      environment.put(KEY_ID_VARIABLE, TestKeys.ID.value());
      assertThat(refusal(environment)).contains("needs a passphrase").contains(PASSPHRASE_VARIABLE);

      environment.put(PASSPHRASE_VARIABLE, "");
      assertThat(refusal(environment)).contains("needs a passphrase").contains(PASSPHRASE_VARIABLE);

      environment.put(PASSPHRASE_VARIABLE, "something else");
      assertThat(refusal(environment)).contains("the passphrase does not open it");

      environment.put(PASSPHRASE_VARIABLE, PASSPHRASE);
      assertThat(Credentials.fromEnvironment(environment)).isPresent();
    }
  }

  private static String refusal(Map<String, String> environment) {
    return Hidden.refusal(
        () -> Credentials.fromEnvironment(environment), PemTexts.body(ENCRYPTED), PASSPHRASE);
  }

  @Test
  void refusesAPathThatIsNoneWithoutShowingIt() {
    String path = "MC4CAQAwBQYDK2Vw\0BCIEIJ1hsZ3v";

    assertThat(
            Hidden.refusal(
                () ->
                    Credentials.fromEnvironment(
                        Map.of(KEY_ID_VARIABLE, TestKeys.ID.value(), KEY_PATH_VARIABLE, path)),
                "MC4CAQAwBQYDK2Vw",
                "BCIEIJ1hsZ3v"))
        .isEqualTo("KALSHI_PRIVATE_KEY_PATH is no path");
  }

  @Test
  void readsTheEnvironmentOfTheProcess() {
    assumeTrue(System.getenv(KEY_ID_VARIABLE) == null);
    assumeTrue(System.getenv(KEY_PATH_VARIABLE) == null && System.getenv(KEY_VARIABLE) == null);

    assertThat(Credentials.fromEnvironment()).isEmpty();
  }
}
