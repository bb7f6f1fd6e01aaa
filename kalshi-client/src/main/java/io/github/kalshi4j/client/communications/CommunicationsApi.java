package io.github.kalshi4j.client.communications;

import io.github.kalshi4j.client.call.Endpoint;
import io.github.kalshi4j.client.call.Page;
import io.github.kalshi4j.client.error.KalshiConflictException;
import io.github.kalshi4j.client.value.BlockTradeId;
import io.github.kalshi4j.client.value.CommunicationsId;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.QuoteId;
import io.github.kalshi4j.client.value.RfqId;
import java.util.stream.Stream;

/**
 * Requests for quotes (RFQs), quotes, and block trades. A trade on a request takes four steps: the
 * requester asks, makers quote, the requester accepts one side of a quote, and its maker confirms.
 * The orders of both then go into the book by themselves, 15 seconds later, or one second in
 * markets of high volatility, which all combos are.
 *
 * <p>All calls need credentials and block; they may be made from any thread. A write is sent once:
 * where no readable answer comes, {@link io.github.kalshi4j.client.error.OutcomeUnknownException}
 * says so, and the lists tell what became of it.
 *
 * @see <a href="https://docs.kalshi.com/getting_started/rfqs">Kalshi, Request for Quote</a>
 */
public interface CommunicationsApi {
  /** Returns the public name under which others see our requests and quotes. */
  @Endpoint("GET /communications/id")
  CommunicationsId communicationsId();

  /**
   * Asks all makers for quotes. At most 100 requests may be open at once.
   *
   * @throws KalshiConflictException if one of ours is open in the market, unless it is replaced
   */
  @Endpoint("POST /communications/rfqs")
  RfqId createRfq(NewRfq rfq);

  /** Returns a request. */
  @Endpoint("GET /communications/rfqs/{rfq_id}")
  Rfq rfq(RfqId rfq);

  /** Returns a page of requests. */
  @Endpoint("GET /communications/rfqs")
  Page<Rfq> rfqs(RfqQuery query);

  /** Returns all requests that a query means, page by page as they are asked for. */
  Stream<Rfq> allRfqs(RfqQuery query);

  /** Deletes a request of ours, which then takes no more quotes. */
  @Endpoint("DELETE /communications/rfqs/{rfq_id}")
  void deleteRfq(RfqId rfq);

  /**
   * Gives a quote on a request, in place of the one that we gave on it before.
   *
   * @return the id of the new quote
   * @throws io.github.kalshi4j.client.error.KalshiApiException if a price is not on the market's
   *     grid or the request is closed
   */
  @Endpoint("POST /communications/quotes")
  QuoteId createQuote(NewQuote quote);

  /** Returns a quote, which only its maker and the requester may see. */
  @Endpoint("GET /communications/rfqs/{rfq_id}/quotes/{quote_id}")
  Quote quote(RfqId rfq, QuoteId quote);

  /** Returns a page of quotes. */
  @Endpoint("GET /communications/quotes")
  Page<Quote> quotes(QuoteQuery query);

  /** Returns all quotes that a query means, page by page as they are asked for. */
  Stream<Quote> allQuotes(QuoteQuery query);

  /**
   * Accepts one side of a quote on a request of ours. Nothing is traded until its maker confirms,
   * for which it has 30 seconds, or three in markets of high volatility.
   *
   * @param side whose bid is taken: it is the maker who pays for this outcome
   */
  @Endpoint("PUT /communications/rfqs/{rfq_id}/quotes/{quote_id}/accept")
  void acceptQuote(RfqId rfq, QuoteId quote, OutcomeSide side);

  /**
   * Confirms a quote of ours that was accepted, after which neither party can withdraw. The time
   * for it is short: see {@link #acceptQuote(RfqId, QuoteId, OutcomeSide)}.
   */
  @Endpoint("PUT /communications/rfqs/{rfq_id}/quotes/{quote_id}/confirm")
  void confirmQuote(RfqId rfq, QuoteId quote);

  /** Deletes a quote of ours, which then can no longer be accepted. */
  @Endpoint("DELETE /communications/rfqs/{rfq_id}/quotes/{quote_id}")
  void deleteQuote(RfqId rfq, QuoteId quote);

  /**
   * Returns a quote.
   *
   * @deprecated The exchange wants the request named, too: {@link #quote(RfqId, QuoteId)}.
   */
  @Deprecated
  @Endpoint("GET /communications/quotes/{quote_id}")
  Quote quote(QuoteId quote);

  /**
   * Accepts one side of a quote on a request of ours.
   *
   * @deprecated The exchange wants the request named, too: {@link #acceptQuote(RfqId, QuoteId,
   *     OutcomeSide)}.
   */
  @Deprecated
  @Endpoint("PUT /communications/quotes/{quote_id}/accept")
  void acceptQuote(QuoteId quote, OutcomeSide side);

  /**
   * Confirms a quote of ours that was accepted.
   *
   * @deprecated The exchange wants the request named, too: {@link #confirmQuote(RfqId, QuoteId)}.
   */
  @Deprecated
  @Endpoint("PUT /communications/quotes/{quote_id}/confirm")
  void confirmQuote(QuoteId quote);

  /**
   * Deletes a quote of ours.
   *
   * @deprecated The exchange wants the request named, too: {@link #deleteQuote(RfqId, QuoteId)}.
   */
  @Deprecated
  @Endpoint("DELETE /communications/quotes/{quote_id}")
  void deleteQuote(QuoteId quote);

  /**
   * Proposes a trade off the book.
   *
   * @throws io.github.kalshi4j.client.error.KalshiPermissionException if we may not propose it
   */
  @Endpoint("POST /communications/block-trade-proposals")
  BlockTradeId proposeBlockTrade(NewBlockTrade trade);

  /** Returns a page of the proposals that we may see. */
  @Endpoint("GET /communications/block-trade-proposals")
  Page<BlockTradeProposal> blockTradeProposals(BlockTradeQuery query);

  /** Returns all proposals that a query means, page by page as they are asked for. */
  Stream<BlockTradeProposal> allBlockTradeProposals(BlockTradeQuery query);

  /**
   * Accepts a proposed trade.
   *
   * @param account the account of ours that trades
   */
  @Endpoint("POST /communications/block-trade-proposals/{block_trade_proposal_id}/accept")
  void acceptBlockTradeProposal(BlockTradeId proposal, TradingAccount account);

  /** Accepts a proposed trade without naming an account. */
  default void acceptBlockTradeProposal(BlockTradeId proposal) {
    acceptBlockTradeProposal(proposal, TradingAccount.DEFAULT);
  }
}
