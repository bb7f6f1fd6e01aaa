package io.github.kalshi4j.client.portfolio;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page of positions, by market and by event.
 *
 * @param cursor opaque, asks for the next page of the same query; null on the last one
 */
public record Positions(
    @Nullable String cursor,
    @JsonProperty("market_positions") List<MarketPosition> markets,
    @JsonProperty("event_positions") List<EventPosition> events) {
  public Positions {
    cursor = cursor == null || cursor.isEmpty() ? null : cursor;
    markets = List.copyOf(markets);
    events = List.copyOf(events);
  }

  /** Returns the cursor of the next page, if there is one. */
  public Optional<String> next() {
    return Optional.ofNullable(cursor);
  }
}
