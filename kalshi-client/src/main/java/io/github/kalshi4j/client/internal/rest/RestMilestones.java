package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.call.Page;
import io.github.kalshi4j.client.internal.http.Call;
import io.github.kalshi4j.client.internal.http.Caller;
import io.github.kalshi4j.client.internal.http.Operation;
import io.github.kalshi4j.client.milestone.Milestone;
import io.github.kalshi4j.client.milestone.MilestoneQuery;
import io.github.kalshi4j.client.milestone.MilestonesApi;
import io.github.kalshi4j.client.value.MilestoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What events turn on, over REST. */
public final class RestMilestones implements MilestonesApi {
  private static final Operation GET = Operation.open("GET /milestones/{milestone_id}");
  private static final Operation LIST = Operation.open("GET /milestones");
  private static final int USUAL_LIMIT = 100; // the exchange wants one, and has no default

  private final Caller caller;

  public RestMilestones(Caller caller) {
    this.caller = caller;
  }

  @Override
  public Milestone get(MilestoneId id) {
    return caller.read(Call.of(GET, id), MilestoneAnswer.class).milestone();
  }

  @Override
  public Page<Milestone> list(MilestoneQuery query) {
    MilestoneQuery sized = query.hasLimit() ? query : query.withLimit(USUAL_LIMIT);
    MilestonesAnswer answer = caller.read(Call.of(LIST).with(sized), MilestonesAnswer.class);
    return new Page<>(answer.milestones(), answer.cursor());
  }

  @Override
  public Stream<Milestone> all(MilestoneQuery query) {
    return Pages.all(query, this::list, Milestone::id);
  }

  record MilestoneAnswer(Milestone milestone) {}

  record MilestonesAnswer(List<Milestone> milestones, @Nullable String cursor) {}
}
