package io.github.kalshi4j.cli;

import org.jspecify.annotations.Nullable;

/** What a command could not do. The message is one line that says what to do about it. */
final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CommandException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
