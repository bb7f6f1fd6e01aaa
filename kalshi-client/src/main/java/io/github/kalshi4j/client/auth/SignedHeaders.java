package io.github.kalshi4j.client.auth;

import java.util.Base64;
import java.util.List;

/** The three headers of the exchange's scheme, and the text that is signed. */
final class SignedHeaders {
  static final String KEY = "KALSHI-ACCESS-KEY";
  static final String TIMESTAMP = "KALSHI-ACCESS-TIMESTAMP";
  static final String SIGNATURE = "KALSHI-ACCESS-SIGNATURE";

  private SignedHeaders() {}

  /** Returns {@code timestamp + method + path}, without separators; the body is never in it. */
  static byte[] text(long timestampMillis, String method, String path) {
    return (timestampMillis + method + path).getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  static List<Header> of(Header key, long timestampMillis, byte[] signature) {
    return List.of(
        key,
        new Header(TIMESTAMP, Long.toString(timestampMillis)),
        new Header(SIGNATURE, Base64.getEncoder().encodeToString(signature)));
  }
}
