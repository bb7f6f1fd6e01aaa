package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.communications.NewQuote;
import io.github.kalshi4j.client.communications.Remainder;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.RfqId;
import org.jspecify.annotations.Nullable;

/**
 * The body that gives a quote; what has its usual value is left out, but for a declined side.
 *
 * @param yesBid dollars, or {@code "0"} to decline
 * @param noBid dollars, or {@code "0"} to decline
 */
record CreateQuote(
    RfqId rfqId,
    String yesBid,
    String noBid,
    boolean restRemainder,
    @Nullable Boolean postOnly,
    @Nullable Integer subaccount) {
  static CreateQuote of(NewQuote quote) {
    return new CreateQuote(
        quote.rfq(),
        orDeclined(quote.bids().yes()),
        orDeclined(quote.bids().no()),
        quote.remainder() == Remainder.REST,
        quote.postOnly() ? Boolean.TRUE : null,
        quote.subaccount() == 0 ? null : quote.subaccount());
  }

  private static String orDeclined(@Nullable Price bid) {
    return bid == null ? "0" : bid.toString();
  }
}
