package io.github.kalshi4j.client.error;

/** The root of everything the client throws, a caller's own mistakes aside. */
public abstract sealed class KalshiException extends RuntimeException
    permits KalshiApiException,
        KalshiStreamException,
        KalshiTransportException,
        KalshiDecodingException,
        RateBudgetException {
  private static final long serialVersionUID = 1L;

  KalshiException(String message) {
    super(message);
  }

  KalshiException(String message, Throwable cause) {
    super(message, cause);
  }
}
