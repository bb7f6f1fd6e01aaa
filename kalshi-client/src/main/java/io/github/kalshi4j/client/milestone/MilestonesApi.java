package io.github.kalshi4j.client.milestone;

import io.github.kalshi4j.client.call.Endpoint;
import io.github.kalshi4j.client.call.Page;
import io.github.kalshi4j.client.value.MilestoneId;
import java.util.stream.Stream;

/** What events turn on: games, races, releases. Public: it needs no credentials. */
public interface MilestonesApi {
  /** Returns a milestone. */
  @Endpoint("GET /milestones/{milestone_id}")
  Milestone get(MilestoneId id);

  /** Returns a page of milestones, of 100 unless the query says how many. */
  @Endpoint("GET /milestones")
  Page<Milestone> list(MilestoneQuery query);

  /** Returns all milestones that a query means, page by page as they are asked for. */
  Stream<Milestone> all(MilestoneQuery query);
}
