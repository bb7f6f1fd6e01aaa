package io.github.kalshi4j.client.contract;

import static io.github.kalshi4j.client.contract.OperationCase.doing;
import static io.github.kalshi4j.client.contract.Samples.COUNT;
import static io.github.kalshi4j.client.contract.Samples.CURSOR;
import static io.github.kalshi4j.client.contract.Samples.EVENT;
import static io.github.kalshi4j.client.contract.Samples.EXPIRATION;
import static io.github.kalshi4j.client.contract.Samples.MARKET;
import static io.github.kalshi4j.client.contract.Samples.PRICE;
import static io.github.kalshi4j.client.contract.Samples.TIME;

import io.github.kalshi4j.client.communications.BlockTradeQuery;
import io.github.kalshi4j.client.communications.NewBlockTrade;
import io.github.kalshi4j.client.communications.NewBlockTrade.Buyer;
import io.github.kalshi4j.client.communications.NewBlockTrade.Seller;
import io.github.kalshi4j.client.communications.NewQuote;
import io.github.kalshi4j.client.communications.NewRfq;
import io.github.kalshi4j.client.communications.QuoteBids;
import io.github.kalshi4j.client.communications.QuoteQuery;
import io.github.kalshi4j.client.communications.QuoteStatus;
import io.github.kalshi4j.client.communications.Remainder;
import io.github.kalshi4j.client.communications.RfqQuery;
import io.github.kalshi4j.client.communications.RfqSize;
import io.github.kalshi4j.client.communications.RfqStatus;
import io.github.kalshi4j.client.communications.TradingAccount;
import io.github.kalshi4j.client.value.BlockTradeId;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.QuoteId;
import io.github.kalshi4j.client.value.RfqId;
import io.github.kalshi4j.client.value.SubtraderId;
import io.github.kalshi4j.client.value.UserId;
import java.util.List;

/** The operations of {@code communications()}. */
@SuppressWarnings("deprecation") // what the exchange still has is called, too
final class CommunicationsCases {
  private static final RfqId RFQ = RfqId.of("44536c39-9b5c-4cc0-abe9-a52c0540355f");
  private static final QuoteId QUOTE = QuoteId.of("9c7b8123-3f25-42e5-a8ef-2561bd97d96f");
  private static final BlockTradeId PROPOSAL =
      BlockTradeId.of("6e43d21a-cebd-4bbf-aa2e-32a76e49b583");
  private static final UserId BUYER = UserId.of("1aeb7048-4be0-43da-a0ec-e66b4071b3f2");
  private static final UserId SELLER = UserId.of("ba4ecfb8-15db-4cc9-a592-6919f63f4257");
  private static final TradingAccount SUBACCOUNT = TradingAccount.subaccount(3);
  private static final TradingAccount SUBTRADER =
      TradingAccount.subtrader(SubtraderId.of("0b291252-397e-4c49-aab2-d47657c06e70"));
  private static final TradingAccount BUYING =
      TradingAccount.subtrader(SubtraderId.of("ce66d4a0-2351-45a9-a457-83cbb9d76b1e"));
  private static final TradingAccount SELLING =
      TradingAccount.subtrader(SubtraderId.of("502a8c55-9e31-4e89-a038-0cd717116723"));
  private static final Price NO_BID = Price.of("0.55");

  private static final RfqSize TARGET = RfqSize.targetCostExcludingFees(Money.of("7.25"));

  static final List<OperationCase> ALL =
      List.of(
          OperationCase.of("GetCommunicationsID", c -> c.communications().communicationsId()),
          OperationCase.of(
              "CreateRFQ",
              c ->
                  c.communications()
                      .createRfq(
                          NewRfq.of(MARKET, RfqSize.contracts(COUNT), Remainder.REST)
                              .withObscureCreator(true)
                              .withReplaceExisting(true)
                              .withAccount(SUBTRADER)),
              c ->
                  c.communications()
                      .createRfq(NewRfq.of(MARKET, RfqSize.contracts(COUNT), Remainder.CANCEL))),
          OperationCase.of(
              "CreateRFQ.2",
              c ->
                  c.communications()
                      .createRfq(
                          NewRfq.of(MARKET, TARGET, Remainder.CANCEL)
                              .withObscureCreator(true)
                              .withReplaceExisting(true)
                              .withAccount(SUBACCOUNT)),
              c ->
                  c.communications()
                      .createRfq(
                          NewRfq.of(
                              MARKET, RfqSize.targetCost(Money.of("7.25")), Remainder.CANCEL))),
          OperationCase.of("GetRFQ", c -> c.communications().rfq(RFQ)),
          OperationCase.of(
              "GetRFQs",
              c ->
                  c.communications()
                      .rfqs(
                          RfqQuery.OURS
                              .withEvent(EVENT)
                              .withMarket(MARKET)
                              .withSubaccount(3)
                              .withStatus(RfqStatus.OPEN)
                              .withLimit(50)
                              .withCursor(CURSOR)),
              c -> c.communications().rfqs(RfqQuery.ALL)),
          OperationCase.of(
              "GetRFQs.2",
              c ->
                  c.communications()
                      .rfqs(
                          RfqQuery.createdBy(UserId.of("9e627724-f923-4517-a179-a5b8cd9afd5d"))
                              .withEvent(EVENT)
                              .withMarket(MARKET))),
          OperationCase.of("DeleteRFQ", doing(c -> c.communications().deleteRfq(RFQ))),
          OperationCase.of(
              "CreateQuote",
              c ->
                  c.communications()
                      .createQuote(
                          NewQuote.of(RFQ, QuoteBids.of(PRICE, NO_BID), Remainder.REST)
                              .withPostOnly(true)
                              .withSubaccount(3)),
              c ->
                  c.communications()
                      .createQuote(NewQuote.of(RFQ, QuoteBids.yesOnly(PRICE), Remainder.CANCEL))),
          OperationCase.of(
              "CreateQuote.2",
              c ->
                  c.communications()
                      .createQuote(
                          NewQuote.of(RFQ, QuoteBids.noOnly(NO_BID), Remainder.CANCEL)
                              .withPostOnly(true)
                              .withSubaccount(3))),
          OperationCase.of("GetRFQQuote", c -> c.communications().quote(RFQ, QUOTE)),
          OperationCase.of(
              "GetQuotes",
              c ->
                  c.communications()
                      .quotes(
                          subtraders(QuoteQuery.OURS)
                              .from(TIME)
                              .to(TIME)
                              .withStatus(QuoteStatus.ACCEPTED)
                              .withLimit(50)
                              .withCursor(CURSOR)),
              c -> c.communications().quotes(QuoteQuery.OURS)),
          OperationCase.of(
              "GetQuotes.2", c -> c.communications().quotes(subtraders(QuoteQuery.ON_OUR_RFQS))),
          OperationCase.of(
              "GetQuotes.3",
              c ->
                  c.communications()
                      .quotes(
                          subtraders(
                              QuoteQuery.createdBy(
                                  UserId.of("44e3399e-7a17-432e-ac25-3771bf545373"))))),
          OperationCase.of(
              "GetQuotes.4",
              c ->
                  c.communications()
                      .quotes(
                          subtraders(
                              QuoteQuery.onRfqsOf(
                                  UserId.of("f9db2bae-5411-4d0e-a679-2e50ef2967bf"))))),
          OperationCase.of(
              "AcceptRFQQuote",
              doing(c -> c.communications().acceptQuote(RFQ, QUOTE, OutcomeSide.YES))),
          OperationCase.of(
              "ConfirmRFQQuote", doing(c -> c.communications().confirmQuote(RFQ, QUOTE))),
          OperationCase.of(
              "DeleteRFQQuote", doing(c -> c.communications().deleteQuote(RFQ, QUOTE))),
          OperationCase.of("GetQuote", c -> c.communications().quote(QUOTE)),
          OperationCase.of(
              "AcceptQuote", doing(c -> c.communications().acceptQuote(QUOTE, OutcomeSide.YES))),
          OperationCase.of("ConfirmQuote", doing(c -> c.communications().confirmQuote(QUOTE))),
          OperationCase.of("DeleteQuote", doing(c -> c.communications().deleteQuote(QUOTE))),
          OperationCase.of(
              "ProposeBlockTrade",
              c ->
                  c.communications()
                      .proposeBlockTrade(
                          trade(
                              new Buyer(BUYER, BUYING),
                              new Seller(SELLER, SUBACCOUNT),
                              OutcomeSide.YES)),
              c ->
                  c.communications()
                      .proposeBlockTrade(
                          trade(Buyer.of(BUYER), Seller.of(SELLER), OutcomeSide.YES))),
          OperationCase.of(
              "ProposeBlockTrade.2",
              c ->
                  c.communications()
                      .proposeBlockTrade(
                          trade(
                              new Buyer(BUYER, SUBACCOUNT),
                              new Seller(SELLER, SELLING),
                              OutcomeSide.NO))),
          OperationCase.of(
              "GetBlockTradeProposals",
              c ->
                  c.communications()
                      .blockTradeProposals(
                          BlockTradeQuery.ALL
                              .withMarket(MARKET)
                              .withStatus("executed")
                              .withLimit(50)
                              .withCursor(CURSOR)),
              c -> c.communications().blockTradeProposals(BlockTradeQuery.ALL)),
          OperationCase.of(
              "AcceptBlockTradeProposal",
              doing(c -> c.communications().acceptBlockTradeProposal(PROPOSAL, SUBTRADER)),
              doing(c -> c.communications().acceptBlockTradeProposal(PROPOSAL))),
          OperationCase.of(
              "AcceptBlockTradeProposal.2",
              doing(c -> c.communications().acceptBlockTradeProposal(PROPOSAL, SUBACCOUNT))));

  private static QuoteQuery subtraders(QuoteQuery query) {
    return query
        .withRfqSubtrader(SubtraderId.of("07442ac2-9286-4da4-a25a-2fe8fdfdb5fc"))
        .withRfq(RFQ);
  }

  private static NewBlockTrade trade(Buyer buyer, Seller seller, OutcomeSide maker) {
    return new NewBlockTrade(MARKET, buyer, seller, PRICE, COUNT, maker, EXPIRATION);
  }

  private CommunicationsCases() {}
}
