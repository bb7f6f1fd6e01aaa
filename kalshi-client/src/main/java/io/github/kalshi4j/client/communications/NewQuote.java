package io.github.kalshi4j.client.communications;

import io.github.kalshi4j.client.internal.Ranges;
import io.github.kalshi4j.client.value.RfqId;

/**
 * A quote to be given on a request, for the whole of its size. It replaces the one that we gave on
 * it before. Its prices must be on the market's grid.
 *
 * @param remainder what becomes of what is not traded
 * @param postOnly whether our order is canceled rather than matched as a taker
 * @param subaccount 0 for the primary one, or 1 to 63
 * @see <a href="https://docs.kalshi.com/getting_started/rfqs">Kalshi, Request for Quote</a>
 */
public record NewQuote(
    RfqId rfq, QuoteBids bids, Remainder remainder, boolean postOnly, int subaccount) {
  public NewQuote {
    Ranges.checkSubaccount(subaccount);
  }

  /** Returns a quote of the primary subaccount without further conditions. */
  public static NewQuote of(RfqId rfq, QuoteBids bids, Remainder remainder) {
    return new NewQuote(rfq, bids, remainder, false, 0);
  }

  /** Returns a copy whose order is canceled rather than matched as a taker. */
  public NewQuote withPostOnly(boolean value) {
    return new NewQuote(rfq, bids, remainder, value, subaccount);
  }

  /** Returns a copy of another subaccount, 0 to 63. */
  public NewQuote withSubaccount(int value) {
    return new NewQuote(rfq, bids, remainder, postOnly, value);
  }
}
