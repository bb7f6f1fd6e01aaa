package io.github.kalshi4j.client.auth;

import java.util.List;

/**
 * A bearer token in {@code Authorization}: for gateways, and for partners whom the exchange lets
 * read fills and positions by OAuth.
 */
public final class BearerSigner implements RequestSigner {
  private static final int SHORTEST = 8;

  private final List<Header> headers;

  /**
   * Creates a signer.
   *
   * @param token at least 8 characters of ASCII without spaces
   */
  public BearerSigner(String token) {
    if (token.isBlank() || !token.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new IllegalArgumentException("bearer token must be printable ASCII without spaces");
    }
    if (token.length() < SHORTEST) { // it could not be told from a word where it must be hidden
      throw new IllegalArgumentException("bearer token must have at least 8 characters");
    }
    headers = List.of(new Header("Authorization", "Bearer " + token));
  }

  @Override
  public List<Header> sign(long timestampMillis, String method, String path) {
    return headers;
  }

  @Override
  public String description() {
    return "bearer token";
  }

  @Override
  public String toString() {
    return description() + " signer";
  }
}
