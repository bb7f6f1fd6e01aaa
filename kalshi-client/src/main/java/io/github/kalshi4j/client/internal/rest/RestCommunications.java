package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.call.Page;
import io.github.kalshi4j.client.call.WriteLane;
import io.github.kalshi4j.client.communications.BlockTradeProposal;
import io.github.kalshi4j.client.communications.BlockTradeQuery;
import io.github.kalshi4j.client.communications.CommunicationsApi;
import io.github.kalshi4j.client.communications.NewBlockTrade;
import io.github.kalshi4j.client.communications.NewQuote;
import io.github.kalshi4j.client.communications.NewRfq;
import io.github.kalshi4j.client.communications.Quote;
import io.github.kalshi4j.client.communications.QuoteQuery;
import io.github.kalshi4j.client.communications.Rfq;
import io.github.kalshi4j.client.communications.RfqQuery;
import io.github.kalshi4j.client.communications.TradingAccount;
import io.github.kalshi4j.client.internal.http.Call;
import io.github.kalshi4j.client.internal.http.Caller;
import io.github.kalshi4j.client.internal.http.Operation;
import io.github.kalshi4j.client.internal.rate.Billing;
import io.github.kalshi4j.client.value.BlockTradeId;
import io.github.kalshi4j.client.value.CommunicationsId;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.QuoteId;
import io.github.kalshi4j.client.value.RfqId;
import io.github.kalshi4j.client.value.SubtraderId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Requests for quotes (RFQs), quotes, and block trades, over REST. */
public final class RestCommunications implements CommunicationsApi {
  private static final Operation ID = Operation.signed("GET /communications/id");
  private static final Operation CREATE_RFQ = Operation.signed("POST /communications/rfqs");
  private static final Operation RFQ = Operation.signed("GET /communications/rfqs/{rfq_id}");
  private static final Operation RFQS = Operation.signed("GET /communications/rfqs");
  private static final Operation DELETE_RFQ =
      Operation.signed("DELETE /communications/rfqs/{rfq_id}");
  private static final Operation CREATE_QUOTE = Operation.signed("POST /communications/quotes");
  private static final Operation QUOTE =
      Operation.signed("GET /communications/rfqs/{rfq_id}/quotes/{quote_id}");
  private static final Operation QUOTES = Operation.signed("GET /communications/quotes");
  private static final Operation ACCEPT_QUOTE =
      Operation.signed("PUT /communications/rfqs/{rfq_id}/quotes/{quote_id}/accept");
  private static final Operation CONFIRM_QUOTE =
      Operation.signed("PUT /communications/rfqs/{rfq_id}/quotes/{quote_id}/confirm");
  private static final Operation DELETE_QUOTE =
      Operation.signed("DELETE /communications/rfqs/{rfq_id}/quotes/{quote_id}");
  private static final Operation BARE_QUOTE =
      Operation.signed("GET /communications/quotes/{quote_id}");
  private static final Operation ACCEPT_BARE_QUOTE =
      Operation.signed("PUT /communications/quotes/{quote_id}/accept");
  private static final Operation CONFIRM_BARE_QUOTE =
      Operation.signed("PUT /communications/quotes/{quote_id}/confirm");
  private static final Operation DELETE_BARE_QUOTE =
      Operation.signed("DELETE /communications/quotes/{quote_id}");
  private static final Operation PROPOSE =
      Operation.signed("POST /communications/block-trade-proposals");
  private static final Operation PROPOSALS =
      Operation.signed("GET /communications/block-trade-proposals");
  private static final Operation ACCEPT_PROPOSAL =
      Operation.signed(
          "POST /communications/block-trade-proposals/{block_trade_proposal_id}/accept");

  /** The shard whose write bucket requests, quotes and accepted block trades draw from. */
  private static final Billing WRITE = Billing.write(1);

  private final Caller caller;

  public RestCommunications(Caller caller) {
    this.caller = caller;
  }

  @Override
  public CommunicationsId communicationsId() {
    return caller.read(Call.of(ID), CommunicationsIdAnswer.class).communicationsId();
  }

  @Override
  public RfqId createRfq(NewRfq rfq) {
    return caller
        .write(entering(Call.of(CREATE_RFQ).withBody(CreateRfq.of(rfq))), CreatedRfq.class)
        .id();
  }

  @Override
  public Rfq rfq(RfqId rfq) {
    return caller.read(Call.of(RFQ, rfq), RfqAnswer.class).rfq();
  }

  @Override
  public Page<Rfq> rfqs(RfqQuery query) {
    RfqsAnswer answer = caller.read(Call.of(RFQS).with(query), RfqsAnswer.class);
    return new Page<>(answer.rfqs(), answer.cursor());
  }

  @Override
  public Stream<Rfq> allRfqs(RfqQuery query) {
    return Pages.all(query, this::rfqs, Rfq::id);
  }

  @Override
  public void deleteRfq(RfqId rfq) {
    caller.write(canceling(Call.of(DELETE_RFQ, rfq)));
  }

  @Override
  public QuoteId createQuote(NewQuote quote) {
    return caller
        .write(entering(Call.of(CREATE_QUOTE).withBody(CreateQuote.of(quote))), CreatedQuote.class)
        .id();
  }

  @Override
  public Quote quote(RfqId rfq, QuoteId quote) {
    return caller.read(Call.of(QUOTE, rfq, quote), QuoteAnswer.class).quote();
  }

  @Override
  public Page<Quote> quotes(QuoteQuery query) {
    QuotesAnswer answer = caller.read(Call.of(QUOTES).with(query), QuotesAnswer.class);
    return new Page<>(answer.quotes(), answer.cursor());
  }

  @Override
  public Stream<Quote> allQuotes(QuoteQuery query) {
    return Pages.all(query, this::quotes, Quote::id);
  }

  @Override
  public void acceptQuote(RfqId rfq, QuoteId quote, OutcomeSide side) {
    caller.write(entering(Call.of(ACCEPT_QUOTE, rfq, quote).withBody(new AcceptQuote(side))));
  }

  @Override
  public void confirmQuote(RfqId rfq, QuoteId quote) {
    caller.write(entering(Call.of(CONFIRM_QUOTE, rfq, quote).withBody(new NoFields())));
  }

  @Override
  public void deleteQuote(RfqId rfq, QuoteId quote) {
    caller.write(canceling(Call.of(DELETE_QUOTE, rfq, quote)));
  }

  @Override
  @Deprecated
  public Quote quote(QuoteId quote) {
    return caller.read(Call.of(BARE_QUOTE, quote), QuoteAnswer.class).quote();
  }

  @Override
  @Deprecated
  public void acceptQuote(QuoteId quote, OutcomeSide side) {
    caller.write(entering(Call.of(ACCEPT_BARE_QUOTE, quote).withBody(new AcceptQuote(side))));
  }

  @Override
  @Deprecated
  public void confirmQuote(QuoteId quote) {
    caller.write(entering(Call.of(CONFIRM_BARE_QUOTE, quote).withBody(new NoFields())));
  }

  @Override
  @Deprecated
  public void deleteQuote(QuoteId quote) {
    caller.write(canceling(Call.of(DELETE_BARE_QUOTE, quote)));
  }

  @Override
  public BlockTradeId proposeBlockTrade(NewBlockTrade trade) {
    return caller
        .write(Call.of(PROPOSE).withBody(ProposeBlockTrade.of(trade)), ProposedBlockTrade.class)
        .blockTradeProposalId();
  }

  @Override
  public Page<BlockTradeProposal> blockTradeProposals(BlockTradeQuery query) {
    ProposalsAnswer answer = caller.read(Call.of(PROPOSALS).with(query), ProposalsAnswer.class);
    return new Page<>(answer.blockTradeProposals(), answer.cursor());
  }

  @Override
  public Stream<BlockTradeProposal> allBlockTradeProposals(BlockTradeQuery query) {
    return Pages.all(query, this::blockTradeProposals, BlockTradeProposal::id);
  }

  @Override
  public void acceptBlockTradeProposal(BlockTradeId proposal, TradingAccount account) {
    caller.write(
        entering(
            Call.of(ACCEPT_PROPOSAL, proposal)
                .withBody(
                    new AcceptProposal(
                        AccountFields.subtrader(account), AccountFields.subaccount(account)))));
  }

  private static Call entering(Call call) {
    return call.billed(WRITE, WriteLane.ENTER);
  }

  private static Call canceling(Call call) {
    return call.billed(WRITE, WriteLane.CANCEL);
  }

  record CommunicationsIdAnswer(CommunicationsId communicationsId) {}

  record CreatedRfq(RfqId id) {}

  record RfqAnswer(Rfq rfq) {}

  record RfqsAnswer(List<Rfq> rfqs, @Nullable String cursor) {}

  record CreatedQuote(QuoteId id) {}

  record QuoteAnswer(Quote quote) {}

  record QuotesAnswer(List<Quote> quotes, @Nullable String cursor) {}

  record AcceptQuote(OutcomeSide acceptedSide) {}

  /** An object without fields, because the exchange has refused a PUT without a body. */
  record NoFields() {}

  record ProposedBlockTrade(BlockTradeId blockTradeProposalId) {}

  record ProposalsAnswer(List<BlockTradeProposal> blockTradeProposals, @Nullable String cursor) {}

  record AcceptProposal(@Nullable SubtraderId subtraderId, @Nullable Integer subaccount) {}
}
