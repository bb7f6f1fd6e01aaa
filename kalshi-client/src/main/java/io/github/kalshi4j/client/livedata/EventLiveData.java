package io.github.kalshi4j.client.livedata;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.value.RawJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an event as it goes on, such as the course of a coin's price.
 *
 * @param type names the form of the details
 * @param details in a form that differs from type to type
 * @param historical whether the event is over and this no longer changes; null except for crypto
 * @param defaultRange the span of time to show at first, such as {@code 1h}; null if not said
 * @param rangeOptions the spans that may be asked for; empty if not said
 */
public record EventLiveData(
    String type,
    RawJson details,
    @JsonProperty("is_historical") @Nullable Boolean historical,
    @Nullable String defaultRange,
    List<String> rangeOptions) {
  public EventLiveData {
    rangeOptions = List.copyOf(rangeOptions);
  }
}
