package io.github.kalshi4j.client.incentive;

import io.github.kalshi4j.client.call.Endpoint;
import io.github.kalshi4j.client.call.Page;
import java.util.stream.Stream;

/** Rewards for quoting and trading. Public. */
public interface IncentiveProgramsApi {
  /** Returns a page of programs. */
  @Endpoint("GET /incentive_programs")
  Page<IncentiveProgram> list(IncentiveProgramQuery query);

  /** Returns all programs that a query means, page by page as they are asked for. */
  Stream<IncentiveProgram> all(IncentiveProgramQuery query);
}
