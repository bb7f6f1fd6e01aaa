package io.github.kalshi4j.strategy;

/**
 * A parameter that a strategy does not have, or a value that it cannot take. The message is one
 * line that names the strategy, the parameter and the value.
 */
public final class InvalidParameterException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  InvalidParameterException(String message) {
    super(message);
  }

  InvalidParameterException(String message, Throwable cause) {
    super(message, cause);
  }
}
