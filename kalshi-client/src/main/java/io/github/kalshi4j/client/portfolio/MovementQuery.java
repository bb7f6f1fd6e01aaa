package io.github.kalshi4j.client.portfolio;

import io.github.kalshi4j.client.call.PagedQuery;
import io.github.kalshi4j.client.call.QueryParameter;
import java.util.List;

/** Which page of the deposits, withdrawals or transfers to list; they have no filters. */
public final class MovementQuery extends PagedQuery<MovementQuery> {
  /** All. */
  public static final MovementQuery ALL = new MovementQuery(List.of());

  private MovementQuery(List<QueryParameter> parameters) {
    super(parameters);
  }

  @Override
  public int maxLimit() {
    return 500;
  }

  @Override
  protected MovementQuery copy(List<QueryParameter> changed) {
    return new MovementQuery(changed);
  }
}
