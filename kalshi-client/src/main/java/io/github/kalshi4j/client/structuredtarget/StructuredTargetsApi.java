package io.github.kalshi4j.client.structuredtarget;

import io.github.kalshi4j.client.call.Endpoint;
import io.github.kalshi4j.client.call.Page;
import io.github.kalshi4j.client.value.StructuredTargetId;
import java.util.stream.Stream;

/** Teams, players and places that markets are about. Public: it needs no credentials. */
public interface StructuredTargetsApi {
  /** Returns a structured target. */
  @Endpoint("GET /structured_targets/{structured_target_id}")
  StructuredTarget get(StructuredTargetId id);

  /** Returns a page of structured targets. */
  @Endpoint("GET /structured_targets")
  Page<StructuredTarget> list(StructuredTargetQuery query);

  /** Returns all structured targets that a query means, page by page as they are asked for. */
  Stream<StructuredTarget> all(StructuredTargetQuery query);
}
