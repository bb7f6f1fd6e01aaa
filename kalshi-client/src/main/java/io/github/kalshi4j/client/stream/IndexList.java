package io.github.kalshi4j.client.stream;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.github.kalshi4j.client.value.IndexId;
import java.util.List;

/**
 * The indices of CF Benchmarks that a subscription can have; at five values a second, those that
 * were seen lately.
 *
 * @param command the id of the command it answers, 0 if it had none
 * @param subscription 0 if not said
 * @param sequence its place in the subscription; 0 if it has none
 */
public record IndexList(
    @JacksonInject(value = Envelope.COMMAND, useInput = OptBoolean.FALSE) long command,
    @JacksonInject(value = Envelope.SUBSCRIPTION, useInput = OptBoolean.FALSE) int subscription,
    @JacksonInject(value = Envelope.SEQUENCE, useInput = OptBoolean.FALSE) long sequence,
    @JsonProperty("index_ids") List<IndexId> indices)
    implements StreamEvent {
  public IndexList {
    indices = List.copyOf(indices);
  }
}
