package io.github.kalshi4j.client.error;

import org.jspecify.annotations.Nullable;

/**
 * What the exchange said when it said no, whichever of its shapes the answer had.
 *
 * @param method the method of the request, such as {@code POST}
 * @param path its path below the base URL, without the query
 * @param status the HTTP status
 * @param code the exchange's code, on which to branch; null if it gave none
 * @param text its message, or the beginning of a body that is none of its shapes; null if empty
 * @param details further details; null if there are none
 * @param requestId the id under which the exchange's support finds the request; null if none came
 */
public record Refusal(
    String method,
    String path,
    int status,
    @Nullable String code,
    @Nullable String text,
    @Nullable String details,
    @Nullable String requestId) {

  /** Returns one line that names all of it. */
  String describe() {
    StringBuilder line =
        new StringBuilder(method).append(' ').append(path).append(" answered ").append(status);
    if (code != null) {
      line.append(' ').append(code);
    }
    if (text != null && !text.equals(code)) {
      line.append(": ").append(text);
    }
    if (details != null) {
      line.append(" (").append(details).append(')');
    }
    if (requestId != null) {
      line.append(" [request ").append(requestId).append(']');
    }
    return line.toString();
  }
}
