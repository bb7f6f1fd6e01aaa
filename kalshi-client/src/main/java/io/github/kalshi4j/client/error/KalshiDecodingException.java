package io.github.kalshi4j.client.error;

/** An answer or a message of the exchange that we cannot read; the message names what and where. */
public final class KalshiDecodingException extends KalshiException {
  private static final long serialVersionUID = 1L;

  public KalshiDecodingException(String message) {
    super(message);
  }

  public KalshiDecodingException(String message, Throwable cause) {
    super(message, cause);
  }
}
