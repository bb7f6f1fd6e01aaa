package io.github.kalshi4j.client.error;

/**
 * The exchange's own budget was empty (429), and stayed so through all attempts. Nothing was done.
 */
public final class KalshiRateLimitException extends KalshiApiException {
  private static final long serialVersionUID = 1L;

  KalshiRateLimitException(Refusal refusal) {
    super(refusal);
  }
}
