package io.github.kalshi4j.client.event;

import io.github.kalshi4j.client.milestone.Milestone;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page of events, with the milestones that they are related to.
 *
 * @param milestones of all these events together; empty unless asked for
 * @param cursor opaque, asks for the next page of the same query; null on the last one
 */
public record EventsPage(List<Event> events, List<Milestone> milestones, @Nullable String cursor) {
  public EventsPage {
    events = List.copyOf(events);
    milestones = List.copyOf(milestones);
    cursor = cursor == null || cursor.isEmpty() ? null : cursor;
  }

  /** Returns the cursor of the next page, if there is one. */
  public Optional<String> next() {
    return Optional.ofNullable(cursor);
  }
}
