package io.github.kalshi4j.simulator.exchange;

import java.util.Locale;

/**
 * Why a command was refused.
 *
 * @param details what the exchange's {@code details} say; empty for nothing
 */
public record Refusal(Reason reason, String details) {
  /** Returns the HTTP status. */
  public int status() {
    return reason.status;
  }

  /** Returns the exchange's {@code code}. */
  public String code() {
    return reason.code;
  }

  /** Returns the matching engine's own word, which the FIX gateway passes on; empty if unknown. */
  public String engineText() {
    return reason.engineText;
  }

  /**
   * The kinds of refusal. What was never seen over REST is 409 for a conflict of state, 400 for
   * what can never be right and 404 for what is not there, with the engine's word as code.
   */
  public enum Reason {
    MARKET_NOT_FOUND(404, "not_found", "MARKET_NOT_FOUND"),
    MEMBER_NOT_FOUND(404, "not_found", ""),
    SUBACCOUNT_NOT_FOUND(404, "not_found", ""),
    SHARD_NOT_FOUND(404, "not_found", ""),
    ORDER_NOT_FOUND(404, "not_found", ""),
    ORDER_GROUP_NOT_FOUND(404),
    MARKET_INACTIVE(409),
    MARKET_ALREADY_CLOSED(409),
    TRADING_PAUSED(409),
    EXCHANGE_PAUSED(409),
    INVALID_PRICE(400, "invalid_order", "INVALID_ORDER"),
    INVALID_ORDER_SIZE(400, "invalid_order_size", ""),
    INVALID_FLAGS(400, "invalid_order", ""),
    INVALID_EXPIRATION(400, "invalid_order", ""),
    INVALID_PARAMETERS(400, "invalid_parameters", ""),
    ORDER_ALREADY_EXISTS(409),
    EXCEEDED_ORDER_GROUP_RISK_LIMIT(409),
    TOO_MANY_ORDER_GROUPS(409, "too_many_order_groups", ""),
    TOO_MANY_SUBACCOUNTS(409, "too_many_subaccounts", ""),
    INSUFFICIENT_BALANCE(400),
    EXCEEDED_PER_MARKET_RISK_LIMIT(409),
    POST_ONLY_CROSS(400, "invalid_order", "POST_ONLY_CROSS"),
    FOK_INSUFFICIENT_VOLUME(
        409, "fill_or_kill_insufficient_resting_volume", "FOK_INSUFFICIENT_VOLUME"),
    IOC_INSUFFICIENT_VOLUME(409, "immediate_or_cancel_insufficient_resting_volume", ""),
    ORDER_TICKER_MISMATCH(400, "order_ticker_mismatch", ""),
    ORDER_SIDE_MISMATCH(400, "order_side_mismatch", ""),
    CLIENT_ORDER_ID_MISMATCH(400, "order_id_and_client_order_id_mismatch", ""),
    INVALID_AMEND_QTY_FOR_ORDER(400),
    /** The market, or the member, is there already. */
    ALREADY_EXISTS(409, "already_exists", ""),
    /** The market is not where this step leads on from. */
    MARKET_STATE(409, "market_state", "");

    private final int status;
    private final String code;
    private final String engineText;

    Reason(int status) {
      this.status = status;
      this.code = name().toLowerCase(Locale.ROOT);
      this.engineText = name();
    }

    Reason(int status, String code, String engineText) {
      this.status = status;
      this.code = code;
      this.engineText = engineText;
    }
  }
}
