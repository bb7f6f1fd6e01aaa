package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.communications.TradingAccount;
import io.github.kalshi4j.client.value.SubtraderId;
import org.jspecify.annotations.Nullable;

/** The two fields that name an account, of which at most one is sent. */
final class AccountFields {
  private AccountFields() {}

  static @Nullable Integer subaccount(TradingAccount account) {
    return switch (account) {
      case TradingAccount.Subaccount subaccount -> subaccount.number();
      case TradingAccount.Subtrader subtrader -> null;
      case TradingAccount.Default none -> null;
    };
  }

  static @Nullable SubtraderId subtrader(TradingAccount account) {
    return switch (account) {
      case TradingAccount.Subaccount subaccount -> null;
      case TradingAccount.Subtrader subtrader -> subtrader.id();
      case TradingAccount.Default none -> null;
    };
  }
}
