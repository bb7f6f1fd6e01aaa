package io.github.kalshi4j.client.error;

import java.time.Duration;

/**
 * Not sent: our own budget would have let the request go only after longer than the configured
 * wait, behind others. Nothing was done.
 */
public final class RateBudgetException extends KalshiException {
  private static final long serialVersionUID = 1L;

  public RateBudgetException(String request, int tokens, Duration limit) {
    super(request + " was not sent: " + tokens + " tokens were not free within " + limit);
  }
}
