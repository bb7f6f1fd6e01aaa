package io.github.kalshi4j.client.fcm;

import io.github.kalshi4j.client.call.Query;
import io.github.kalshi4j.client.call.QueryParameter;
import java.time.Instant;
import java.util.List;

/** Which fills of our subtraders to list. The exchange alone decides how many make a page. */
public final class FcmFillQuery extends Query<FcmFillQuery> {
  /** All of them. */
  public static final FcmFillQuery ALL = new FcmFillQuery(List.of());

  private FcmFillQuery(List<QueryParameter> parameters) {
    super(parameters);
  }

  /** Returns a copy with fills at or after a time. */
  public FcmFillQuery from(Instant time) {
    return withFrom("min_ts", time);
  }

  /** Returns a copy with fills at or before a time. */
  public FcmFillQuery to(Instant time) {
    return withTo("max_ts", time);
  }

  /** Returns a copy that asks for the page after the one that gave this cursor. */
  public FcmFillQuery withCursor(String cursor) {
    return with("cursor", cursor);
  }

  @Override
  protected FcmFillQuery copy(List<QueryParameter> changed) {
    return new FcmFillQuery(changed);
  }
}
