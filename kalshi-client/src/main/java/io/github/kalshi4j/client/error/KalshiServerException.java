package io.github.kalshi4j.client.error;

/**
 * The exchange or a gateway before it failed (5xx). Only reads throw this: a write that is answered
 * so may or may not have been done, and throws {@link OutcomeUnknownException}.
 */
public final class KalshiServerException extends KalshiApiException {
  private static final long serialVersionUID = 1L;

  KalshiServerException(Refusal refusal) {
    super(refusal);
  }
}
