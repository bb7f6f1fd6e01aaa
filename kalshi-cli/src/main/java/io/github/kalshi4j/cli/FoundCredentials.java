package io.github.kalshi4j.cli;

import io.github.kalshi4j.client.auth.Credentials;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of the environment, and what is to be said of them. Variables are named, their
 * values never shown.
 *
 * @param credentials null if there are none that can be used
 * @param found whether the variables are there
 * @param key whether the key can be used
 */
record FoundCredentials(@Nullable Credentials credentials, Check found, Check key) {
  private static final String CREDENTIALS = "credentials";
  private static final String KEY = "key";
  private static final String SET = ExchangeOptions.SET + "; the exchange's website makes keys";
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** Looks for credentials as all commands do. */
  static FoundCredentials in(Map<String, String> variables) {
    Optional<Credentials> credentials;
    try {
      credentials = Credentials.fromEnvironment(variables);
    } catch (IllegalArgumentException e) {
      return refused(String.valueOf(e.getMessage()), variables);
    }
    return credentials
        .map(usable -> new FoundCredentials(usable, found(variables), key(usable, variables)))
        .orElseGet(() -> missing("the environment has none"));
  }

  private static FoundCredentials missing(String why) {
    return new FoundCredentials(
        null, Check.failed(CREDENTIALS, why, SET), Check.skipped(KEY, "there is none"));
  }

  /** The client's message says what is wrong, with the variables or with the key. */
  private static FoundCredentials refused(String why, Map<String, String> variables) {
    if (why.startsWith("KALSHI_")) {
      return missing(why);
    }
    return new FoundCredentials(
        null,
        found(variables),
        Check.failed(KEY, why, "it must be the key that the exchange gave out with the key id"));
  }

  private static Check found(Map<String, String> variables) {
    String where =
        Credentials.KEY_ID_VARIABLE
            + " and "
            + (isSet(variables, Credentials.KEY_PATH_VARIABLE)
                ? Credentials.KEY_PATH_VARIABLE
                : Credentials.KEY_VARIABLE);
    return UUID.matcher(id(variables)).matches()
        ? Check.ok(CREDENTIALS, where)
        : Check.warning(
            CREDENTIALS,
            where + ", but the id is no UUID, as the exchange's are",
            "check " + Credentials.KEY_ID_VARIABLE);
  }

  private static Check key(Credentials credentials, Map<String, String> variables) {
    String type = credentials.signer().description();
    if (isSet(variables, Credentials.KEY_PATH_VARIABLE)
        && Credentials.isReadableByOthers(Path.of(variables.get(Credentials.KEY_PATH_VARIABLE)))) {
      return Check.warning(
          KEY,
          type + ", in a file that other users of this machine can read",
          "chmod 600 the file that " + Credentials.KEY_PATH_VARIABLE + " names");
    }
    return Check.ok(KEY, type);
  }

  /** Returns the id of the key. */
  static String id(Map<String, String> variables) {
    return variables.getOrDefault(Credentials.KEY_ID_VARIABLE, "").strip();
  }

  private static boolean isSet(Map<String, String> variables, String name) {
    return !variables.getOrDefault(name, "").isBlank();
  }
}
