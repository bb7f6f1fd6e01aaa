package io.github.kalshi4j.strategy;

/**
 * A strategy was asked for by a name that none has. The message is one line with the known names.
 */
public final class UnknownStrategyException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  UnknownStrategyException(String message) {
    super(message);
  }
}
