package io.github.kalshi4j.client.stream;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.github.kalshi4j.client.value.CommunicationsId;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.RfqId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request for quotes is gone.
 *
 * @param subscription 0 if not said
 * @param sequence its place in the subscription; 0 if it has none
 * @param rfqCreator who asked; may be {@link CommunicationsId#OBSCURED}
 * @param event null if not said
 * @param contracts how many were asked for; null where a cost was stated
 * @param targetCost dollars that they should cost; null where contracts were stated
 */
public record RfqDeleted(
    @JacksonInject(value = Envelope.SUBSCRIPTION, useInput = OptBoolean.FALSE) int subscription,
    @JacksonInject(value = Envelope.SEQUENCE, useInput = OptBoolean.FALSE) long sequence,
    @JsonProperty("id") RfqId rfq,
    @JsonProperty("creator_id") CommunicationsId rfqCreator,
    @JsonProperty("market_ticker") MarketTicker market,
    @JsonProperty("event_ticker") @Nullable EventTicker event,
    @JsonProperty("contracts_fp") @Nullable Quantity contracts,
    @JsonProperty("target_cost_dollars") @Nullable Money targetCost,
    @JsonProperty("deleted_ts") Instant deleted)
    implements CommunicationsEvent {
  public RfqDeleted {
    rfqCreator = CommunicationsValues.named(rfqCreator);
    targetCost = CommunicationsValues.unlessZero(targetCost);
  }
}
