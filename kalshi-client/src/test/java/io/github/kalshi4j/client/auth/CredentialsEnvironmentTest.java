package io.github.kalshi4j.client.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kalshi4j.client.testing.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes in the environment are named by their variable, and no message shows a key. */
class CredentialsEnvironmentTest {
  private static final String BARE =
      Base64.getEncoder().encodeToString(TestKeys.ED25519.getPrivate().getEncoded());
  private static final String PEM =
      "-----BEGIN PRIVATE KEY-----\n" + BARE + "\n-----END PRIVATE KEY-----\n";

  @TempDir private Path folder;

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(String... variables) {
    Map<String, String> environment = new HashMap<>();
    environment.put(Credentials.KEY_ID_VARIABLE, TestKeys.ID.value());
    for (int i = 0; i < variables.length; i += 2) {
      environment.put(variables[i], variables[i + 1]);
    }
    return assertThatThrownBy(() -> Credentials.fromEnvironment(environment))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(BARE)
        .hasMessageNotContaining(BARE.substring(20, 40));
  }

  @Test
  void doesNotShowAKeyThatStandsWhereItsPathIsMeant() {
    String rsa = Base64.getEncoder().encodeToString(TestKeys.RSA.getPrivate().getEncoded());

    for (String key : new String[] {PEM, PEM.replace("\n", "\\n"), BARE, BARE + "\n"}) {
      refused(Credentials.KEY_PATH_VARIABLE, key)
          .hasMessageStartingWith("KALSHI_PRIVATE_KEY_PATH holds a private key")
          .hasMessageContaining("KALSHI_PRIVATE_KEY");
    }
    refused(Credentials.KEY_PATH_VARIABLE, rsa).hasMessageNotContaining(rsa.substring(20, 40));
    refused(Credentials.KEY_PATH_VARIABLE, BARE.substring(0, 60))
        .hasMessageStartingWith("KALSHI_PRIVATE_KEY_PATH holds a private key");
  }

  @Test
  void namesTheVariableOfAFileThatIsNotThere() {
    Path missing = folder.resolve("missing.pem");

    refused(Credentials.KEY_PATH_VARIABLE, missing.toString())
        .hasMessage("private key in " + missing + " (KALSHI_PRIVATE_KEY_PATH) does not exist");
  }

  @Test
  void namesTheVariableOfAKeyIdThatIsNone() {
    refused(Credentials.KEY_ID_VARIABLE, "two words", Credentials.KEY_VARIABLE, PEM)
        .hasMessage("KALSHI_API_KEY_ID: API key id must be printable ASCII without spaces");
  }

  @Test
  void doesNotShowAKeyThatStandsInPlaceOfItsId() {
    refused(Credentials.KEY_ID_VARIABLE, PEM, Credentials.KEY_VARIABLE, PEM)
        .hasMessageStartingWith("KALSHI_API_KEY_ID");
  }

  @Test
  void knowsWhetherOthersMayReadAKeyFile() throws IOException {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Path file = Files.createFile(folder.resolve("key.pem"));

    for (String others : new String[] {"rw-r-----", "rw----r--"}) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(others));
      assertThat(Credentials.isReadableByOthers(file)).isTrue();
    }
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(Credentials.isReadableByOthers(file)).isFalse();
    assertThat(Credentials.isReadableByOthers(folder.resolve("missing"))).isFalse();
  }
}
