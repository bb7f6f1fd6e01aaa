package io.github.kalshi4j.client.apikey;

import io.github.kalshi4j.client.value.WireEnum;

/** What a key may do. {@link #READ} and {@link #WRITE} include all that begin with their word. */
public enum ApiKeyScope implements WireEnum {
  /** All reads. */
  READ("read"),
  /** All writes; never without {@link #READ}. */
  WRITE("write"),
  /** What must be read to accept block trades. */
  READ_BLOCK_TRADE_ACCEPT("read::block_trade_accept"),
  /** The balance. */
  READ_PORTFOLIO_BALANCE("read::portfolio_balance"),
  /** Orders, order groups, RFQs, quotes, and making combo markets. */
  WRITE_TRADE("write::trade"),
  /** Movements of money. */
  WRITE_TRANSFER("write::transfer"),
  /** The limits that a clearing member sets its customers. */
  WRITE_FCM_RISK("write::fcm_risk"),
  /** Accepting block trades. */
  WRITE_BLOCK_TRADE_ACCEPT("write::block_trade_accept"),
  /** One that this version does not know; no key can be made with it. */
  UNRECOGNIZED("");

  private final String wire;

  ApiKeyScope(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
