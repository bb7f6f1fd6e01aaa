package io.github.kalshi4j.client.communications;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.value.CommunicationsId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.QuoteId;
import io.github.kalshi4j.client.value.RfqId;
import io.github.kalshi4j.client.value.UserId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A quote on a request: what its maker, the creator, pays for each outcome. It is seen by its maker
 * and the requester only, and some of it by one of them only. Fills of the two orders that come of
 * it are found by the orders' ids.
 *
 * @param creator who gives it
 * @param rfqCreator who asked for it; may be {@link CommunicationsId#OBSCURED}
 * @param contracts how many it is for
 * @param yesBid per YES contract, at a YES price; null if that side is declined
 * @param noBid per NO contract, at a NO price; null if that side is declined
 * @param acceptedSide the side that the requester took; null until then
 * @param accepted when that was; null until then
 * @param confirmed when its maker confirmed; null until then
 * @param executed when the orders went into the book; null until then
 * @param canceled when it was canceled; null if it was not
 * @param restRemainder whether what is not traded rests in the book; null if not said
 * @param postOnly whether the maker's order never takes; null unless the quote is ours
 * @param cancellationReason null unless it was canceled
 * @param creatorUser who gives it; null unless that is us
 * @param rfqCreatorUser who asked for it; null unless that is us
 * @param rfqTargetCost the cost that the request states; null where it states contracts
 * @param targetCostExcludesFees whether the taker's fees come on top of that cost; null if not said
 * @param rfqCreatorOrder the requester's order; null until there is one, and unless it is ours
 * @param creatorOrder the maker's order; null until there is one, and unless it is ours
 * @param creatorSubaccount the maker's subaccount; null unless the quote is ours
 * @param rfqCreatorSubaccount the requester's subaccount; null unless the request is ours
 * @param yesContracts the YES contracts it offers to buy; null if not said
 * @param noContracts the NO contracts it offers to buy; null if not said
 */
public record Quote(
    QuoteId id,
    @JsonProperty("rfq_id") RfqId rfq,
    @JsonProperty("creator_id") CommunicationsId creator,
    @JsonProperty("rfq_creator_id") CommunicationsId rfqCreator,
    @JsonProperty("market_ticker") MarketTicker market,
    @JsonProperty("contracts_fp") Quantity contracts,
    @JsonProperty(value = "yes_bid_dollars", required = true) @Nullable Price yesBid,
    @JsonProperty(value = "no_bid_dollars", required = true) @Nullable Price noBid,
    @JsonProperty("created_ts") Instant created,
    @JsonProperty("updated_ts") Instant updated,
    QuoteStatus status,
    @Nullable OutcomeSide acceptedSide,
    @JsonProperty("accepted_ts") @Nullable Instant accepted,
    @JsonProperty("confirmed_ts") @Nullable Instant confirmed,
    @JsonProperty("executed_ts") @Nullable Instant executed,
    @JsonProperty("cancelled_ts") @Nullable Instant canceled,
    @Nullable Boolean restRemainder,
    @Nullable Boolean postOnly,
    @Nullable String cancellationReason,
    @JsonProperty("creator_user_id") @Nullable UserId creatorUser,
    @JsonProperty("rfq_creator_user_id") @Nullable UserId rfqCreatorUser,
    @JsonProperty("rfq_target_cost_dollars") @Nullable Money rfqTargetCost,
    @Nullable Boolean targetCostExcludesFees,
    @JsonProperty("rfq_creator_order_id") @Nullable OrderId rfqCreatorOrder,
    @JsonProperty("creator_order_id") @Nullable OrderId creatorOrder,
    @Nullable Integer creatorSubaccount,
    @Nullable Integer rfqCreatorSubaccount,
    @JsonProperty("yes_contracts_fp") @Nullable Quantity yesContracts,
    @JsonProperty("no_contracts_fp") @Nullable Quantity noContracts) {
  public Quote {
    yesBid = unlessDeclined(yesBid);
    noBid = unlessDeclined(noBid);
    rfqTargetCost = Money.ZERO.equals(rfqTargetCost) ? null : rfqTargetCost;
  }

  /** Returns what the maker pays for an outcome, at prices of that outcome; empty if declined. */
  public Optional<Price> bid(OutcomeSide outcome) {
    return Optional.ofNullable(outcome == OutcomeSide.YES ? yesBid : noBid);
  }

  private static @Nullable Price unlessDeclined(@Nullable Price bid) {
    return Price.ZERO.equals(bid) ? null : bid;
  }
}
