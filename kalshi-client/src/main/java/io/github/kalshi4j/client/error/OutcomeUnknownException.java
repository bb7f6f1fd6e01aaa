package io.github.kalshi4j.client.error;

import java.time.Instant;

/**
 * A write left for the exchange and no answer came back that says what became of it: no answer at
 * all, a 5xx, or a success that cannot be read. It is never sent again for you. Read what it was to
 * change before acting; cancellations, and decreases to a quantity, may simply be repeated.
 */
public sealed class OutcomeUnknownException extends KalshiTransportException
    permits OrderOutcomeUnknownException {
  private static final long serialVersionUID = 1L;

  private final Instant sentAt;

  public OutcomeUnknownException(String message, Instant sentAt, Throwable cause) {
    super(message, cause);
    this.sentAt = sentAt;
  }

  /** Returns when it was sent, by the exchange's clock as far as we know it. */
  public Instant sentAt() {
    return sentAt;
  }
}
