package io.github.kalshi4j.risk;

import io.github.kalshi4j.client.fee.BalancePrecision;
import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.strategy.Position;
import java.time.Instant;
import java.util.Optional;

/** What the rules may know of the account. Read on the engine's thread, during the check. */
public interface AccountView {
  Instant now();

  MarketFacts market(MarketTicker market);

  Position position(MarketTicker market);

  /** Returns the contracts that entries on their way or resting may still add in a market. */
  Quantity pendingEntries(MarketTicker market);

  /** Returns whether an exit of this market's position has begun and not ended. */
  boolean isExiting(MarketTicker market);

  /** Returns when the last entry in a market was sent; empty if none was. */
  Optional<Instant> lastEntrySent(MarketTicker market);

  /**
   * Returns the most money that can still be lost over all markets: cost and entry fees of what is
   * held, plus the worst case of resting and in-flight entries with their fees.
   */
  Money exposure();

  /** Returns the money not in positions and not bound by resting or in-flight entries. */
  Money availableCash();

  /**
   * Returns cash plus positions at the own side's best bid less the taker fee to close; a market
   * without a bid counts nothing, a stale book keeps its last mark.
   */
  Money equity();

  /** Returns the unit to which the exchange aligns this account's balance. */
  BalancePrecision balancePrecision();
}
