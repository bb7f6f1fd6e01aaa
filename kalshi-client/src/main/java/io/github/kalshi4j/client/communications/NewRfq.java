package io.github.kalshi4j.client.communications;

import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;

/**
 * A request for quotes to be made. It goes to all market makers, who answer for the whole of its
 * size.
 *
 * @param remainder what becomes of what is not traded
 * @param obscureCreator whether others see {@link
 *     io.github.kalshi4j.client.value.CommunicationsId#OBSCURED} in place of our name until a trade
 *     comes of it
 * @param replaceExisting whether requests that are open are deleted for it; without, one that is
 *     open in the same market makes the exchange refuse it
 * @see <a href="https://docs.kalshi.com/getting_started/rfqs">Kalshi, Request for Quote</a>
 */
public record NewRfq(
    MarketTicker market,
    RfqSize size,
    Remainder remainder,
    boolean obscureCreator,
    boolean replaceExisting,
    TradingAccount account) {
  public NewRfq {
    switch (size) {
      case RfqSize.Contracts contracts -> {
        if (contracts.quantity().isZero()) {
          throw new IllegalArgumentException("request for no contracts in " + market);
        }
      }
      case RfqSize.TargetCost cost -> check(cost.amount());
    }
  }

  /** Returns a request without further conditions. */
  public static NewRfq of(MarketTicker market, RfqSize size, Remainder remainder) {
    return new NewRfq(market, size, remainder, false, false, TradingAccount.DEFAULT);
  }

  /** Returns a copy that hides our name from others until a trade comes of it. */
  public NewRfq withObscureCreator(boolean value) {
    return new NewRfq(market, size, remainder, value, replaceExisting, account);
  }

  /** Returns a copy for which requests that are open are deleted. */
  public NewRfq withReplaceExisting(boolean value) {
    return new NewRfq(market, size, remainder, obscureCreator, value, account);
  }

  public NewRfq withAccount(TradingAccount value) {
    return new NewRfq(market, size, remainder, obscureCreator, replaceExisting, value);
  }

  private static void check(Money amount) {
    if (amount.signum() <= 0) {
      throw new IllegalArgumentException("target cost must be above $0: " + amount);
    }
    if (amount.micros() % 100 != 0) {
      throw new IllegalArgumentException("target cost must be whole $0.0001: " + amount);
    }
  }
}
