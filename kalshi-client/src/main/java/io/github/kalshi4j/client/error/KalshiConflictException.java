package io.github.kalshi4j.client.error;

/**
 * The exchange's state does not allow it (409), such as a transfer id that was used before. Two
 * cases of orders have types of their own, since their consequences are opposite.
 */
public sealed class KalshiConflictException extends KalshiApiException
    permits DuplicateOrderException, OrderKilledException {
  private static final long serialVersionUID = 1L;

  KalshiConflictException(Refusal refusal) {
    super(refusal);
  }

  static KalshiConflictException ofConflict(Refusal refusal) {
    return switch (refusal.code() == null ? "" : refusal.code()) {
      case "order_already_exists" -> new DuplicateOrderException(refusal);
      case "fill_or_kill_insufficient_resting_volume",
          "immediate_or_cancel_insufficient_resting_volume" ->
          new OrderKilledException(refusal);
      default -> new KalshiConflictException(refusal);
    };
  }
}
