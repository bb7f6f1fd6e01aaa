package io.github.kalshi4j.client.communications;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.market.SelectedLeg;
import io.github.kalshi4j.client.value.CollectionTicker;
import io.github.kalshi4j.client.value.CommunicationsId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.RfqId;
import io.github.kalshi4j.client.value.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request for quotes.
 *
 * @param creator who asks; may be {@link CommunicationsId#OBSCURED}
 * @param contracts how many are asked for; no guide where a cost is stated
 * @param targetCost what they shall cost; null where contracts are stated
 * @param targetCostExcludesFees whether the taker's fees come on top of that cost; null if not said
 * @param collection the collection that the market, a combo, was made from; null for other markets
 * @param legs the legs of the combo; empty for other markets
 * @param restRemainder whether what is not traded rests in the book; null if not said
 * @param cancellationReason null unless it was canceled
 * @param creatorUser who asks; null unless that is us
 * @param creatorSubaccount for which subaccount; null unless it is ours
 * @param canceled when it was canceled; null if it was not
 */
public record Rfq(
    RfqId id,
    @JsonProperty("creator_id") CommunicationsId creator,
    @JsonProperty("market_ticker") MarketTicker market,
    @JsonProperty("contracts_fp") Quantity contracts,
    @JsonProperty("target_cost_dollars") @Nullable Money targetCost,
    @Nullable Boolean targetCostExcludesFees,
    RfqStatus status,
    @JsonProperty("created_ts") Instant created,
    @JsonProperty("mve_collection_ticker") @Nullable CollectionTicker collection,
    @JsonProperty("mve_selected_legs") List<SelectedLeg> legs,
    @Nullable Boolean restRemainder,
    @Nullable String cancellationReason,
    @JsonProperty("creator_user_id") @Nullable UserId creatorUser,
    @Nullable Integer creatorSubaccount,
    @JsonProperty("cancelled_ts") @Nullable Instant canceled,
    @JsonProperty("updated_ts") @Nullable Instant updated) {
  public Rfq {
    targetCost = Money.ZERO.equals(targetCost) ? null : targetCost;
    legs = List.copyOf(legs);
  }

  /** Returns how much is asked for: the cost if one is stated, else the contracts. */
  public RfqSize size() {
    return targetCost == null
        ? new RfqSize.Contracts(contracts)
        : new RfqSize.TargetCost(targetCost, Boolean.TRUE.equals(targetCostExcludesFees));
  }
}
