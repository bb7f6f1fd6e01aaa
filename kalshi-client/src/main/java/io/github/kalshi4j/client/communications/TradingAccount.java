package io.github.kalshi4j.client.communications;

import io.github.kalshi4j.client.internal.Ranges;
import io.github.kalshi4j.client.value.SubtraderId;

/** For which account of a member something is done: never for two at once. */
public sealed interface TradingAccount {
  /** None is named, and the exchange takes the usual one. */
  TradingAccount DEFAULT = new Default();

  /** The one that the exchange takes where none is named. */
  record Default() implements TradingAccount {}

  /**
   * A subaccount of a direct member.
   *
   * @param number 0 for the primary one, or 1 to 63
   */
  record Subaccount(int number) implements TradingAccount {
    public Subaccount {
      Ranges.checkSubaccount(number);
    }
  }

  /** A customer of a clearing member (FCM). */
  record Subtrader(SubtraderId id) implements TradingAccount {}

  static TradingAccount subaccount(int number) {
    return new Subaccount(number);
  }

  static TradingAccount subtrader(SubtraderId id) {
    return new Subtrader(id);
  }
}
