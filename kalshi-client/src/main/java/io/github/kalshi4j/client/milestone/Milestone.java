package io.github.kalshi4j.client.milestone;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.value.Entries;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MilestoneId;
import io.github.kalshi4j.client.value.RawJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What events turn on: a game, a race, a release.
 *
 * @param category such as {@code Sports}
 * @param type such as {@code football_game}; not a fixed set
 * @param end null if open, or not said
 * @param relatedEvents all events that have to do with it
 * @param notificationMessage how people are told of it
 * @param sourceId the name that its main source gives it, in a form of that source's own
 * @param sourceIds the names that sources give it, by source
 * @param details in a form that differs by type
 * @param primaryEvents those of the related events that its outcome decides
 * @param lastUpdated when this description last changed
 * @see <a href="https://docs.kalshi.com/api-reference/milestone/get-milestone">Kalshi, Get
 *     Milestone</a>
 */
public record Milestone(
    MilestoneId id,
    String category,
    String type,
    @JsonProperty("start_date") Instant start,
    @JsonProperty("end_date") @Nullable Instant end,
    @JsonProperty("related_event_tickers") List<EventTicker> relatedEvents,
    String title,
    String notificationMessage,
    @Nullable String sourceId,
    Entries<String> sourceIds,
    RawJson details,
    @JsonProperty("primary_event_tickers") List<EventTicker> primaryEvents,
    @JsonProperty("last_updated_ts") Instant lastUpdated) {
  public Milestone {
    relatedEvents = List.copyOf(relatedEvents);
    primaryEvents = List.copyOf(primaryEvents);
  }
}
