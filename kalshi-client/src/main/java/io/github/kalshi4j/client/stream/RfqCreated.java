package io.github.kalshi4j.client.stream;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.github.kalshi4j.client.market.SelectedLeg;
import io.github.kalshi4j.client.value.CollectionTicker;
import io.github.kalshi4j.client.value.CommunicationsId;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.RfqId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks for quotes.
 *
 * @param subscription 0 if not said
 * @param sequence its place in the subscription; 0 if it has none
 * @param rfqCreator who asks; may be {@link CommunicationsId#OBSCURED}
 * @param event null if not said
 * @param contracts how many are asked for; null where a cost is stated
 * @param targetCost dollars that they shall cost; null where contracts are stated
 * @param collection the collection that the market, a combo, was made from; null for other markets
 * @param legs the legs of the combo; empty for other markets
 */
public record RfqCreated(
    @JacksonInject(value = Envelope.SUBSCRIPTION, useInput = OptBoolean.FALSE) int subscription,
    @JacksonInject(value = Envelope.SEQUENCE, useInput = OptBoolean.FALSE) long sequence,
    @JsonProperty("id") RfqId rfq,
    @JsonProperty("creator_id") CommunicationsId rfqCreator,
    @JsonProperty("market_ticker") MarketTicker market,
    @JsonProperty("event_ticker") @Nullable EventTicker event,
    @JsonProperty("contracts_fp") @Nullable Quantity contracts,
    @JsonProperty("target_cost_dollars") @Nullable Money targetCost,
    @JsonProperty("created_ts") Instant created,
    @JsonProperty("mve_collection_ticker") @Nullable CollectionTicker collection,
    @JsonProperty("mve_selected_legs") List<SelectedLeg> legs)
    implements CommunicationsEvent {
  public RfqCreated {
    rfqCreator = CommunicationsValues.named(rfqCreator);
    targetCost = CommunicationsValues.unlessZero(targetCost);
    legs = List.copyOf(legs);
  }
}
