package io.github.kalshi4j.client.stream;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.github.kalshi4j.client.value.CommunicationsId;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.QuoteId;
import io.github.kalshi4j.client.value.RfqId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A quote on a request: what its maker pays for each outcome.
 *
 * @param subscription 0 if not said
 * @param sequence its place in the subscription; 0 if it has none
 * @param creator who gives it
 * @param rfqCreator who asked for it; may be {@link CommunicationsId#OBSCURED}
 * @param event null if not said
 * @param yesBid per YES contract, at a YES price; null if that side is declined
 * @param noBid per NO contract, at a NO price; null if that side is declined
 * @param yesContracts the YES contracts it offers to buy; null if not said
 * @param noContracts the NO contracts it offers to buy; null if not said
 * @param rfqTargetCost dollars that the request states; null where it states contracts
 * @param subaccount our own subaccount, 1 to 63; null if we used none
 */
public record QuoteCreated(
    @JacksonInject(value = Envelope.SUBSCRIPTION, useInput = OptBoolean.FALSE) int subscription,
    @JacksonInject(value = Envelope.SEQUENCE, useInput = OptBoolean.FALSE) long sequence,
    @JsonProperty("quote_id") QuoteId quote,
    @JsonProperty("rfq_id") RfqId rfq,
    @JsonProperty("quote_creator_id") CommunicationsId creator,
    @JsonProperty("rfq_creator_id") CommunicationsId rfqCreator,
    @JsonProperty("market_ticker") MarketTicker market,
    @JsonProperty("event_ticker") @Nullable EventTicker event,
    @JsonProperty(value = "yes_bid_dollars", required = true) @Nullable Price yesBid,
    @JsonProperty(value = "no_bid_dollars", required = true) @Nullable Price noBid,
    @JsonProperty("yes_contracts_offered_fp") @Nullable Quantity yesContracts,
    @JsonProperty("no_contracts_offered_fp") @Nullable Quantity noContracts,
    @JsonProperty("rfq_target_cost_dollars") @Nullable Money rfqTargetCost,
    @JsonProperty("created_ts") Instant created,
    @Nullable Integer subaccount)
    implements CommunicationsEvent {
  public QuoteCreated {
    rfqCreator = CommunicationsValues.named(rfqCreator);
    yesBid = CommunicationsValues.unlessDeclined(yesBid);
    noBid = CommunicationsValues.unlessDeclined(noBid);
    rfqTargetCost = CommunicationsValues.unlessZero(rfqTargetCost);
  }

  /** Returns what its maker pays for an outcome, at prices of that outcome; empty if declined. */
  public Optional<Price> bid(OutcomeSide outcome) {
    return Optional.ofNullable(outcome == OutcomeSide.YES ? yesBid : noBid);
  }
}
