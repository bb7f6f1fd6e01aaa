package io.github.kalshi4j.client.error;

/**
 * There is no such thing (404): unknown, an order that is no longer working, on another shard, or
 * not yet visible, since reads lag writes by up to a second.
 */
public final class KalshiNotFoundException extends KalshiApiException {
  private static final long serialVersionUID = 1L;

  KalshiNotFoundException(Refusal refusal) {
    super(refusal);
  }
}
