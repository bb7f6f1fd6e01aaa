package io.github.kalshi4j.client.stream;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.github.kalshi4j.client.value.UnderlyingTicker;
import java.util.List;

/**
 * What Pyth quoted in the last two hours.
 *
 * @param command the id of the command it answers, 0 if it had none
 * @param subscription 0 if not said
 * @param sequence its place in the subscription; 0 if it has none
 */
public record UnderlyingList(
    @JacksonInject(value = Envelope.COMMAND, useInput = OptBoolean.FALSE) long command,
    @JacksonInject(value = Envelope.SUBSCRIPTION, useInput = OptBoolean.FALSE) int subscription,
    @JacksonInject(value = Envelope.SEQUENCE, useInput = OptBoolean.FALSE) long sequence,
    @JsonProperty("underlying_tickers") List<UnderlyingTicker> underlyings)
    implements StreamEvent {
  public UnderlyingList {
    underlyings = List.copyOf(underlyings);
  }
}
