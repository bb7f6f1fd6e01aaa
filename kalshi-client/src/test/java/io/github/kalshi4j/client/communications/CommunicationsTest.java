package io.github.kalshi4j.client.communications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.error.KalshiConflictException;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.RestTest;
import io.github.kalshi4j.client.value.CommunicationsId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.QuoteId;
import io.github.kalshi4j.client.value.RfqId;
import io.github.kalshi4j.client.value.UserId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CommunicationsTest extends RestTest {
  private static final MarketTicker MARKET = MarketTicker.of("KXHIGHNY-26JUL04-T85");
  private static final RfqId RFQ = RfqId.of("rfq-1");

  @Test
  void quotesAtLeastOneSideAtPricesThatOrdersMayCarry() {
    assertThatThrownBy(() -> new QuoteBids(null, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("both sides");
    for (Price end : new Price[] {Price.ZERO, Price.ONE}) {
      assertThatThrownBy(() -> QuoteBids.noOnly(end))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(end + " for NO");
    }
  }

  @Test
  void bidsAtMostADollarForBothOutcomes() {
    assertThat(QuoteBids.of(Price.of("0.42"), Price.of("0.58")).no()).isEqualTo(Price.of("0.58"));
    assertThatThrownBy(() -> QuoteBids.of(Price.of("0.42"), Price.of("0.5801")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.4200")
        .hasMessageContaining("0.5801");
  }

  @Test
  void asksForSomethingInAmountsTheExchangeCanRead() {
    assertThatThrownBy(() -> rfq(RfqSize.contracts(Quantity.ZERO)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(MARKET.value());
    for (String amount : new String[] {"0", "-1", "7.25005"}) {
      assertThatThrownBy(() -> rfq(RfqSize.targetCost(Money.of(amount))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(Money.of(amount).toString());
    }
  }

  @Test
  void namesOnlySubaccountsThatThereCanBe() {
    for (int number : new int[] {-1, 64}) {
      assertThatThrownBy(() -> TradingAccount.subaccount(number))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("" + number);
      NewQuote quote = NewQuote.of(RFQ, QuoteBids.yesOnly(Price.of("0.42")), Remainder.CANCEL);
      assertThatThrownBy(() -> quote.withSubaccount(number))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("" + number);
    }
  }

  @Test
  void proposesBlockTradesOfSomethingAtPricesInBetween() {
    assertThatThrownBy(() -> blockTrade(Price.of("0.42"), Quantity.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(MARKET.value());
    for (Price end : new Price[] {Price.ZERO, Price.ONE}) {
      assertThatThrownBy(() -> blockTrade(end, Quantity.ofContracts(1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(end.toString());
    }
  }

  @Test
  void asksForStatusesThatThereAre() {
    assertThatThrownBy(() -> QuoteQuery.OURS.withStatus(QuoteStatus.UNRECOGNIZED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("UNRECOGNIZED");
    assertThatThrownBy(() -> RfqQuery.ALL.withStatus(RfqStatus.UNRECOGNIZED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("UNRECOGNIZED");
  }

  @Test
  void readsADeclinedSideAsNone() {
    exchange.on(
        "GET /communications/rfqs/rfq-1/quotes/quote-1",
        Reply.json(
            200,
            """
            {"quote":{"id":"quote-1","rfq_id":"rfq-1","creator_id":"maker","rfq_creator_id":"asker",
            "market_ticker":"KXHIGHNY-26JUL04-T85","contracts_fp":"0.00",
            "yes_bid_dollars":"0.0000","no_bid_dollars":"0.7450",
            "created_ts":"2026-07-04T12:00:00Z","updated_ts":"2026-07-04T12:00:00Z",
            "status":"paused","creator_user_id":"","rfq_target_cost_dollars":"10.0000",
            "no_contracts_fp":"13.42"}}
            """));

    Quote quote = client.communications().quote(RFQ, QuoteId.of("quote-1"));

    assertThat(quote.bid(OutcomeSide.YES)).isEmpty();
    assertThat(quote.bid(OutcomeSide.NO)).contains(Price.of("0.745"));
    assertThat(quote.noContracts()).isEqualTo(Quantity.of("13.42"));
    assertThat(quote.rfqTargetCost()).isEqualTo(Money.ofDollars(10));
    assertThat(quote.status()).isEqualTo(QuoteStatus.UNRECOGNIZED);
    assertThat(quote.creatorUser()).isNull();
    assertThat(quote.accepted()).isNull();
  }

  @Test
  void tellsTheSizeOfARequestAsItWasStated() {
    Rfq contracts = rfq("\"contracts_fp\":\"12.50\",\"target_cost_dollars\":\"0.0000\"");
    assertThat(contracts.size()).isEqualTo(RfqSize.contracts(Quantity.of("12.50")));
    assertThat(contracts.legs()).isEmpty();

    assertThat(rfq("\"contracts_fp\":\"0.00\",\"target_cost_dollars\":\"7.2500\"").size())
        .isEqualTo(RfqSize.targetCost(Money.of("7.25")));
    assertThat(
            rfq("\"contracts_fp\":\"0.00\",\"target_cost_dollars\":\"7.2500\","
                    + "\"target_cost_excludes_fees\":true")
                .size())
        .isEqualTo(RfqSize.targetCostExcludingFees(Money.of("7.25")));
  }

  @Test
  void knowsACreatorWhoAskedNotToBeNamed() {
    Rfq rfq = rfq("\"contracts_fp\":\"1.00\"");
    assertThat(rfq.creator()).isEqualTo(CommunicationsId.OBSCURED);
    assertThat(rfq.creator().isObscured()).isTrue();
    assertThat(CommunicationsId.of("maker").isObscured()).isFalse();
  }

  @Test
  void readsOnlyOurOwnPartOfABlockTrade() {
    exchange.on(
        "GET /communications/block-trade-proposals",
        Reply.json(
            200,
            """
            {"block_trade_proposals":[{"id":"block-1","proposer_user_id":"them",
            "buyer_user_id":"us","buyer_subtrader_id":"","seller_user_id":"",
            "market_ticker":"KXHIGHNY-26JUL04-T85","price_centi_cents":4250,"centicount":50,
            "maker_side":"no","expiration_ts":"2026-07-04T13:00:00Z","status":"open",
            "created_ts":"2026-07-04T12:00:00Z","updated_ts":"2026-07-04T12:00:00Z",
            "buyer_accepted":false,"seller_accepted":true,"buyer_order_id":""}],"cursor":""}
            """));

    BlockTradeProposal proposal =
        client.communications().allBlockTradeProposals(BlockTradeQuery.ALL).toList().getFirst();

    assertThat(proposal.buyer()).isEqualTo(UserId.of("us"));
    assertThat(proposal.seller()).isNull();
    assertThat(proposal.buyerSubtrader()).isNull();
    assertThat(proposal.buyerOrder()).isNull();
    assertThat(proposal.price()).isEqualTo(Price.of("0.4250"));
    assertThat(proposal.quantity()).isEqualTo(Quantity.of("0.50"));
    assertThat(proposal.makerSide()).isEqualTo(OutcomeSide.NO);
  }

  @Test
  void conflictsWithARequestThatIsOpen() {
    exchange.on(
        "POST /communications/rfqs",
        Reply.json(409, "{\"error\":{\"code\":\"conflict\",\"message\":\"already open\"}}"));

    NewRfq rfq = rfq(RfqSize.contracts(Quantity.ofContracts(1)));
    assertThatThrownBy(() -> client.communications().createRfq(rfq))
        .isInstanceOf(KalshiConflictException.class);
  }

  private Rfq rfq(String sizeFields) {
    exchange.clear();
    exchange.on(
        "GET /communications/rfqs/rfq-1",
        Reply.json(
            200,
            """
            {"rfq":{"id":"rfq-1","market_ticker":"KXHIGHNY-26JUL04-T85","status":"open",
            "creator_id":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "created_ts":"2026-07-04T12:00:00Z",%s}}
            """
                .formatted(sizeFields)));
    return client.communications().rfq(RFQ);
  }

  private static NewRfq rfq(RfqSize size) {
    return NewRfq.of(MARKET, size, Remainder.CANCEL);
  }

  private static NewBlockTrade blockTrade(Price price, Quantity quantity) {
    return new NewBlockTrade(
        MARKET,
        NewBlockTrade.Buyer.of(UserId.of("us")),
        NewBlockTrade.Seller.of(UserId.of("them")),
        price,
        quantity,
        OutcomeSide.YES,
        Instant.parse("2026-07-04T13:00:00Z"));
  }
}
