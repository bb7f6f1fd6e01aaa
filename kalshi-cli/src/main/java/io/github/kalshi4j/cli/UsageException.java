package io.github.kalshi4j.cli;

/** A mistake in what was typed. The message is one line that names the argument and its value. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }

  UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}
