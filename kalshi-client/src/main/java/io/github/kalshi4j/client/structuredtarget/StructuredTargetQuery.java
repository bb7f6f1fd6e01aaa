package io.github.kalshi4j.client.structuredtarget;

import io.github.kalshi4j.client.call.PagedQuery;
import io.github.kalshi4j.client.call.QueryParameter;
import io.github.kalshi4j.client.value.StructuredTargetId;
import java.util.Collection;
import java.util.List;

/** Which structured targets to list. */
public final class StructuredTargetQuery extends PagedQuery<StructuredTargetQuery> {
  private static final int MAX_IDS = 2000;

  /** All structured targets. */
  public static final StructuredTargetQuery ALL = new StructuredTargetQuery(List.of());

  private StructuredTargetQuery(List<QueryParameter> parameters) {
    super(parameters);
  }

  /**
   * Returns a copy with these targets only.
   *
   * @param ids 1 to 2000; all of them go into the request's address
   */
  public StructuredTargetQuery withIds(Collection<StructuredTargetId> ids) {
    if (ids.size() > MAX_IDS) {
      throw new IllegalArgumentException("at most 2000 structured targets: " + ids.size());
    }
    return withEach("ids", ids);
  }

  /** Returns a copy with targets of a type, such as {@code basketball_player}. */
  public StructuredTargetQuery withType(String type) {
    return with("type", type);
  }

  /** Returns a copy with targets of a competition: a league, conference, division or tour. */
  public StructuredTargetQuery withCompetition(String competition) {
    return with("competition", competition);
  }

  @Override
  public int maxLimit() {
    return 2000;
  }

  @Override
  protected String limitParameter() {
    return "page_size";
  }

  @Override
  protected StructuredTargetQuery copy(List<QueryParameter> changed) {
    return new StructuredTargetQuery(changed);
  }
}
