package io.github.kalshi4j.client.internal.http;

import io.github.kalshi4j.client.auth.Header;
import java.util.List;

/**
 * What a request carried that must not be shown, because gateways echo headers in their error
 * pages.
 */
record Secrets(List<Header> headers) {
  /** Shorter values, as a time has, are no secrets. */
  private static final int SHORTEST = 16;

  String hide(String text) {
    String shown = text;
    for (Header header : headers) {
      for (String part : header.value().split(" ")) {
        if (part.length() >= SHORTEST) {
          shown = shown.replace(part, "(hidden)");
        }
      }
    }
    return shown;
  }

  /** Returns the message of a failure with nothing secret in it. */
  String hideIn(Throwable problem) {
    return hide(problem.getMessage() == null ? problem.toString() : problem.getMessage());
  }
}
