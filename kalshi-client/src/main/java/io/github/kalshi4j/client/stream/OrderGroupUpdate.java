package io.github.kalshi4j.client.stream;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.github.kalshi4j.client.internal.json.InUnits;
import io.github.kalshi4j.client.value.OrderGroupId;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.WireEnum;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to one of our order groups.
 *
 * @param subscription 0 if not said
 * @param sequence its place in the subscription; 0 if it has none
 * @param contractsLimit the contracts that may be filled, where the group is created or its limit
 *     changes; null otherwise
 * @param time when the matching engine did it, to the millisecond
 */
public record OrderGroupUpdate(
    @JacksonInject(value = Envelope.SUBSCRIPTION, useInput = OptBoolean.FALSE) int subscription,
    @JacksonInject(value = Envelope.SEQUENCE, useInput = OptBoolean.FALSE) long sequence,
    @JsonProperty("event_type") Type type,
    @JsonProperty("order_group_id") OrderGroupId group,
    @JsonProperty("contracts_limit_fp") @Nullable Quantity contractsLimit,
    @JsonProperty("ts_ms") @InUnits(InUnits.Unit.EPOCH_MILLIS) Instant time)
    implements StreamEvent {
  /** What happened. */
  public enum Type implements WireEnum {
    CREATED("created"),
    /** Its limit was reached, and its orders are canceled. */
    TRIGGERED("triggered"),
    RESET("reset"),
    DELETED("deleted"),
    LIMIT_UPDATED("limit_updated"),
    /** A word that this version does not know. */
    UNRECOGNIZED("");

    private final String wire;

    Type(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }
  }
}
