package io.github.kalshi4j.client.error;

/**
 * The exchange does not accept who we are (401): an unknown key, a wrong signature, or a clock that
 * is further off than it allows. A clock is corrected and tried again once before this is thrown.
 */
public final class KalshiAuthenticationException extends KalshiApiException {
  private static final long serialVersionUID = 1L;

  KalshiAuthenticationException(Refusal refusal) {
    super(refusal);
  }
}
