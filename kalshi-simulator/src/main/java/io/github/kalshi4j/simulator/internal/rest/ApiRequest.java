package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.client.value.UserId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request that has found its operation.
 *
 * @param parts the variable parts of the path, by name
 * @param query each parameter's values
 * @param user who signed it; null for nobody
 * @param only the one subaccount that its key may act for; null for all
 */
record ApiRequest(
    Map<String, String> parts,
    Map<String, List<String>> query,
    byte[] body,
    @Nullable UserId user,
    @Nullable Integer only) {
  /** Returns who signed. Only of operations that ask for a signature. */
  UserId member() {
    return Objects.requireNonNull(user);
  }

  String part(String name) {
    return Objects.requireNonNull(parts.get(name));
  }

  /** Returns a name; what cannot be one is a name of nothing. */
  static <T> T name(String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException e) {
      throw ApiException.notFound(text);
    }
  }

  /** Returns a parameter; null if it is absent or empty. */
  @Nullable String query(String name) {
    List<String> values = query.getOrDefault(name, List.of());
    return values.isEmpty() || values.getFirst().isEmpty() ? null : values.getFirst();
  }

  /** Returns the values of a parameter that is repeated. */
  List<String> repeated(String name) {
    return query.getOrDefault(name, List.of());
  }

  /** Returns the values of a parameter, separated by commas; none if it is absent. */
  List<String> list(String name) {
    String value = query(name);
    return value == null ? List.of() : new ArrayList<>(List.of(value.split(",", -1)));
  }

  boolean flag(String name) {
    String value = query(name);
    if (value == null || value.equals("false")) {
      return false;
    }
    if (value.equals("true")) {
      return true;
    }
    throw ApiException.parameter(name + " must be true or false");
  }

  /**
   * Returns how many items a page may hold.
   *
   * @param usual if the request does not say, or says 0, which lists take for the same
   */
  int limit(int usual, int most) {
    Integer limit = integer("limit", 0, most);
    return limit == null || limit == 0 ? usual : limit;
  }

  @Nullable Integer integer(String name, int least, int most) {
    Long value = number(name);
    if (value == null) {
      return null;
    }
    if (value < least || value > most) {
      throw ApiException.parameter(name + " must be from " + least + " to " + most);
    }
    return value.intValue();
  }

  private @Nullable Long number(String name) {
    String value = query(name);
    if (value == null) {
      return null;
    }
    try {
      if (value.chars().allMatch(c -> c < 128)) { // Java reads the digits of all scripts
        return Long.valueOf(value);
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw ApiException.parameter(name + " must be an integer");
  }

  /** Returns a time given in Unix seconds; null if it is absent. */
  @Nullable Instant time(String name) {
    Long value = number(name);
    try {
      return value == null ? null : Instant.ofEpochSecond(value);
    } catch (DateTimeException e) {
      throw ApiException.parameter(name + " is no time");
    }
  }

  /** Returns the one of these words that a parameter says; null if it is absent. */
  @Nullable String word(String name, String... words) {
    String value = query(name);
    if (value != null && !List.of(words).contains(value)) {
      throw ApiException.parameter(name + " must be one of " + String.join(", ", words));
    }
    return value;
  }
}
