package io.github.kalshi4j.client.auth;

/** One header that authenticates a request. Its value is a secret, so it does not print it. */
public record Header(String name, String value) {
  @Override
  public String toString() {
    return name + ": (hidden)";
  }
}
