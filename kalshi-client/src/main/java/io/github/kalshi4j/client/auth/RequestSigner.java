package io.github.kalshi4j.client.auth;

import java.util.List;

/**
 * Proves who sends a request. The exchange's own scheme signs a text of time, method and path;
 * gateways before it may want another. Implementations are safe for use by many threads, and never
 * show a secret in {@code toString} or an exception.
 *
 * @see <a href="https://docs.kalshi.com/getting_started/api_keys">Kalshi, API Keys</a>
 */
public interface RequestSigner {
  /**
   * Returns the headers for one request. A result is used for one request only.
   *
   * @param timestampMillis the time to be stated, milliseconds since 1970
   * @param method upper case: {@code GET}
   * @param path percent-encoded, from the root, without the query: {@code
   *     /trade-api/v2/portfolio/balance}
   */
  List<Header> sign(long timestampMillis, String method, String path);

  /** Returns what kind of proof it is, for people: {@code RSA-2048}, {@code Ed25519}. */
  String description();
}
