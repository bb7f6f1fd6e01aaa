package io.github.kalshi4j.client.internal.http;

import io.github.kalshi4j.client.auth.Header;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a request carried that must not be shown, because gateways echo headers in their error
 * pages.
 */
record Secrets(List<Header> headers) {
  /** What the exchange answers once, when it makes a key, must not be shown either. */
  private static final Pattern PRIVATE_KEY =
      Pattern.compile("-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----.*", Pattern.DOTALL);

  /** The one value that is no secret. */
  private static final String TIMESTAMP = "KALSHI-ACCESS-TIMESTAMP";

  /** The word for the kind of a token; none of our tokens is so short. */
  private static final int LONGEST_WORD = 7;

  String hide(String text) {
    String shown = text;
    for (Header header : headers) {
      if (header.name().equals(TIMESTAMP)) {
        continue;
      }
      for (String part : header.value().split(" ")) {
        if (part.length() > LONGEST_WORD) {
          shown = shown.replace(part, "(hidden)");
        }
      }
    }
    return PRIVATE_KEY.matcher(shown).replaceAll("(hidden)");
  }

  /** Returns the message of a failure with nothing secret in it. */
  String hideIn(Throwable problem) {
    return hide(problem.getMessage() == null ? problem.toString() : problem.getMessage());
  }

  /** Returns a failure as it may be the cause of another: itself, unless it shows a secret. */
  Throwable cleaned(Throwable problem) {
    for (Throwable shown = problem; shown != null; shown = shown.getCause()) {
      String text = shown.toString();
      if (!hide(text).equals(text)) {
        return new Hidden(hide(problem.toString()), problem.getStackTrace());
      }
    }
    return problem;
  }

  /** A failure with its secrets taken out, and whatever lay below it. */
  private static final class Hidden extends Exception {
    private static final long serialVersionUID = 1L;

    Hidden(String message, StackTraceElement[] trace) {
      super(message);
      setStackTrace(trace);
    }
  }
}
