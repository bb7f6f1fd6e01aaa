package io.github.kalshi4j.client.milestone;

import io.github.kalshi4j.client.call.PagedQuery;
import io.github.kalshi4j.client.call.QueryParameter;
import io.github.kalshi4j.client.value.EventTicker;
import java.time.Instant;
import java.util.List;

/** Which milestones to list. The exchange sets no page size of its own; here it is 100. */
public final class MilestoneQuery extends PagedQuery<MilestoneQuery> {
  /** All milestones. */
  public static final MilestoneQuery ALL = new MilestoneQuery(List.of());

  private MilestoneQuery(List<QueryParameter> parameters) {
    super(parameters);
  }

  /** Returns a copy with milestones that start at or after a time, which is not cut. */
  public MilestoneQuery startingFrom(Instant time) {
    return with("minimum_start_date", time);
  }

  /** Returns a copy with milestones of a category, such as {@code Sports}. */
  public MilestoneQuery withCategory(String category) {
    return with("category", category);
  }

  /** Returns a copy with milestones of a competition, such as {@code Pro Football}. */
  public MilestoneQuery withCompetition(String competition) {
    return with("competition", competition);
  }

  /** Returns a copy with what a source calls by this name. */
  public MilestoneQuery withSourceId(String sourceId) {
    return with("source_id", sourceId);
  }

  /** Returns a copy with milestones of a type, such as {@code football_game}. */
  public MilestoneQuery withType(String type) {
    return with("type", type);
  }

  /** Returns a copy with the milestones that an event is related to. */
  public MilestoneQuery withRelatedEvent(EventTicker event) {
    return with("related_event_ticker", event);
  }

  /** Returns a copy with milestones whose description changed after a time. */
  public MilestoneQuery updatedFrom(Instant time) {
    return withFrom("min_updated_ts", time);
  }

  @Override
  public int maxLimit() {
    return 500;
  }

  @Override
  protected MilestoneQuery copy(List<QueryParameter> changed) {
    return new MilestoneQuery(changed);
  }
}
