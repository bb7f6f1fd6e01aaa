package io.github.kalshi4j.client.apikey;

import io.github.kalshi4j.client.call.Query;
import io.github.kalshi4j.client.call.QueryParameter;
import io.github.kalshi4j.client.value.SubtraderId;
import java.util.List;

/** Which keys to list. */
public final class ApiKeyQuery extends Query<ApiKeyQuery> {
  /** All of the account. */
  public static final ApiKeyQuery ALL = new ApiKeyQuery(List.of());

  private ApiKeyQuery(List<QueryParameter> parameters) {
    super(parameters);
  }

  /** Returns a copy with the keys of one customer of a clearing member. */
  public ApiKeyQuery withSubtrader(SubtraderId subtrader) {
    return with("fcm_subtrader_id", subtrader);
  }

  @Override
  protected ApiKeyQuery copy(List<QueryParameter> changed) {
    return new ApiKeyQuery(changed);
  }
}
