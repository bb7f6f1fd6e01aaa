package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.call.Page;
import io.github.kalshi4j.client.internal.http.Call;
import io.github.kalshi4j.client.internal.http.Caller;
import io.github.kalshi4j.client.internal.http.Operation;
import io.github.kalshi4j.client.structuredtarget.StructuredTarget;
import io.github.kalshi4j.client.structuredtarget.StructuredTargetQuery;
import io.github.kalshi4j.client.structuredtarget.StructuredTargetsApi;
import io.github.kalshi4j.client.value.StructuredTargetId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Teams, players and places that markets are about, over REST. */
public final class RestStructuredTargets implements StructuredTargetsApi {
  private static final Operation GET =
      Operation.open("GET /structured_targets/{structured_target_id}");
  private static final Operation LIST = Operation.open("GET /structured_targets");

  private final Caller caller;

  public RestStructuredTargets(Caller caller) {
    this.caller = caller;
  }

  @Override
  public StructuredTarget get(StructuredTargetId id) {
    return caller.read(Call.of(GET, id), TargetAnswer.class).structuredTarget();
  }

  @Override
  public Page<StructuredTarget> list(StructuredTargetQuery query) {
    TargetsAnswer answer = caller.read(Call.of(LIST).with(query), TargetsAnswer.class);
    return new Page<>(answer.structuredTargets(), answer.cursor());
  }

  @Override
  public Stream<StructuredTarget> all(StructuredTargetQuery query) {
    return Pages.all(query, this::list, StructuredTarget::id);
  }

  record TargetAnswer(StructuredTarget structuredTarget) {}

  record TargetsAnswer(List<StructuredTarget> structuredTargets, @Nullable String cursor) {}
}
