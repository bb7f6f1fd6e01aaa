package io.github.kalshi4j.client.error;

/**
 * No answer came: no connection, a connection that broke, or a time that ran out. Thrown by reads
 * once their attempts are used up, and by writes only where nothing can have been done; a write
 * that may have been done throws {@link OutcomeUnknownException}.
 */
public sealed class KalshiTransportException extends KalshiException
    permits OutcomeUnknownException {
  private static final long serialVersionUID = 1L;

  public KalshiTransportException(String message) {
    super(message);
  }

  public KalshiTransportException(String message, Throwable cause) {
    super(message, cause);
  }
}
