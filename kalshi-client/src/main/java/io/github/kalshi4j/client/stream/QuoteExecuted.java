package io.github.kalshi4j.client.stream;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.CommunicationsId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.QuoteId;
import io.github.kalshi4j.client.value.RfqId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The orders that come of a quote went into the book. Each party is told of its own order, by which
 * its fills are found.
 *
 * @param subscription 0 if not said
 * @param sequence its place in the subscription; 0 if it has none
 * @param creator who gave the quote
 * @param rfqCreator who asked for it; may be {@link CommunicationsId#OBSCURED}
 * @param order our own order
 * @param clientOrderId our own order's; null if it has none
 * @param subaccount our own subaccount, 1 to 63; null if we used none
 */
public record QuoteExecuted(
    @JacksonInject(value = Envelope.SUBSCRIPTION, useInput = OptBoolean.FALSE) int subscription,
    @JacksonInject(value = Envelope.SEQUENCE, useInput = OptBoolean.FALSE) long sequence,
    @JsonProperty("quote_id") QuoteId quote,
    @JsonProperty("rfq_id") RfqId rfq,
    @JsonProperty("quote_creator_id") CommunicationsId creator,
    @JsonProperty("rfq_creator_id") CommunicationsId rfqCreator,
    @JsonProperty("order_id") OrderId order,
    @JsonProperty(required = true) @Nullable ClientOrderId clientOrderId,
    @JsonProperty("market_ticker") MarketTicker market,
    @JsonProperty("executed_ts") Instant executed,
    @Nullable Integer subaccount)
    implements CommunicationsEvent {
  public QuoteExecuted {
    rfqCreator = CommunicationsValues.named(rfqCreator);
  }
}
