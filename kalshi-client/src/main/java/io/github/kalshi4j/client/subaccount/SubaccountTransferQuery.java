package io.github.kalshi4j.client.subaccount;

import io.github.kalshi4j.client.call.PagedQuery;
import io.github.kalshi4j.client.call.QueryParameter;
import java.util.List;

/** Which page of the transfers between subaccounts to list; they have no filters. */
public final class SubaccountTransferQuery extends PagedQuery<SubaccountTransferQuery> {
  /** All. */
  public static final SubaccountTransferQuery ALL = new SubaccountTransferQuery(List.of());

  private SubaccountTransferQuery(List<QueryParameter> parameters) {
    super(parameters);
  }

  @Override
  public int maxLimit() {
    return 1000;
  }

  @Override
  protected SubaccountTransferQuery copy(List<QueryParameter> changed) {
    return new SubaccountTransferQuery(changed);
  }
}
