package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.value.CommunicationsId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.RfqId;

/**
 * A message about a request for quotes (RFQ) or a quote. Requests are shown to everybody, quotes to
 * the two parties only.
 */
public sealed interface CommunicationsEvent extends StreamEvent
    permits RfqCreated, RfqDeleted, QuoteCreated, QuoteAccepted, QuoteExecuted {
  int subscription();

  /** Returns its place in the subscription; 0 if it has none. */
  long sequence();

  RfqId rfq();

  /** Returns who asks; {@link CommunicationsId#OBSCURED} for a member who hides it from us. */
  CommunicationsId rfqCreator();

  MarketTicker market();
}
