package io.github.kalshi4j.client.internal.http;

/** No answer came. Says whether the request can have reached the exchange. */
final class NoAnswerException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean sent;
  private final boolean interrupted;

  NoAnswerException(String why, boolean sent, boolean interrupted, Throwable cause) {
    super(why, cause);
    this.sent = sent;
    this.interrupted = interrupted;
  }

  /** Returns false if it is certain that nothing reached the exchange. */
  boolean mayHaveBeenSent() {
    return sent;
  }

  boolean wasInterrupted() {
    return interrupted;
  }
}
