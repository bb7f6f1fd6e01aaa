package io.github.kalshi4j.client.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Checks that what people see holds nothing of a secret. */
final class Hidden {
  /** So much of a secret in a row is no accident. */
  private static final int RUN = 10;

  private Hidden() {}

  /** Returns the message with which something is refused, if no part of it shows a secret. */
  static String refusal(ThrowingCallable attempt, String... secrets) {
    Throwable problem = catchThrowable(attempt);
    assertThat(problem).isInstanceOf(IllegalArgumentException.class);
    assertShowsNothing(printed(problem), secrets);
    return problem.getMessage();
  }

  /** Returns a failure as a log shows it, with its causes and what it suppressed. */
  static String printed(Throwable problem) {
    StringWriter text = new StringWriter();
    problem.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }

  /** Checks that a text holds no run of a secret, of those that are long enough to tell. */
  static void assertShowsNothing(String text, String... secrets) {
    for (String secret : secrets) {
      for (int i = 0; i + RUN <= secret.length(); i++) {
        if (text.contains(secret.substring(i, i + RUN))) {
          throw new AssertionError("a secret is shown, from its character " + i + " on");
        }
      }
    }
  }
}
