package io.github.kalshi4j.strategy;

import org.jspecify.annotations.Nullable;

/**
 * A strategy provider that cannot be used as it is written: it does not load, its name is taken, or
 * its configuration is no record that can be read. The mistake is the provider's, not the caller's.
 * The message is one line that names the class.
 */
public final class InvalidStrategyException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  InvalidStrategyException(String message) {
    super(message);
  }

  /**
   * Creates it.
   *
   * @param message one line that names the strategy and what is wrong
   */
  public InvalidStrategyException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
