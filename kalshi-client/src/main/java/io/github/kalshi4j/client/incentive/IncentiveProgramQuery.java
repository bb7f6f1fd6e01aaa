package io.github.kalshi4j.client.incentive;

import io.github.kalshi4j.client.call.PagedQuery;
import io.github.kalshi4j.client.call.QueryParameter;
import java.util.List;

/** Which incentive programs to list. */
public final class IncentiveProgramQuery extends PagedQuery<IncentiveProgramQuery> {
  /** All, of every status and type. */
  public static final IncentiveProgramQuery ALL = new IncentiveProgramQuery(List.of());

  private IncentiveProgramQuery(List<QueryParameter> parameters) {
    super(parameters);
  }

  public IncentiveProgramQuery withStatus(IncentiveStatus status) {
    return with("status", status);
  }

  public IncentiveProgramQuery withType(IncentiveType type) {
    return with("type", type);
  }

  /** Returns a copy with programs of exactly this description. */
  public IncentiveProgramQuery withDescription(String description) {
    return with("incentive_description", description);
  }

  @Override
  public int maxLimit() {
    return 10_000;
  }

  @Override
  protected IncentiveProgramQuery copy(List<QueryParameter> changed) {
    return new IncentiveProgramQuery(changed);
  }
}
