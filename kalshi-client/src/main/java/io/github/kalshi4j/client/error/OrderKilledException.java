package io.github.kalshi4j.client.error;

/**
 * A fill-or-kill or immediate-or-cancel order met too few contracts, and is gone: nothing was
 * traded and nothing rests. Final, and no duplicate of anything, although the status is the same
 * (409).
 */
public final class OrderKilledException extends KalshiConflictException {
  private static final long serialVersionUID = 1L;

  OrderKilledException(Refusal refusal) {
    super(refusal);
  }
}
