package io.github.kalshi4j.client.call;

import java.util.List;

/**
 * A query whose answer comes in pages.
 *
 * @param <Q> the query itself
 */
public abstract class PagedQuery<Q extends PagedQuery<Q>> extends Query<Q> {
  protected PagedQuery(List<QueryParameter> parameters) {
    super(parameters);
  }

  /** Returns the most items a page of this list may have. */
  public abstract int maxLimit();

  /** Returns the name under which the exchange takes the page size. */
  protected String limitParameter() {
    return "limit";
  }

  /**
   * Returns a copy with this many items on a page. The exchange chooses where none is set; a
   * listing that goes over all pages takes the most.
   *
   * @param limit 1 to {@link #maxLimit()}
   */
  public final Q withLimit(int limit) {
    return withInt(limitParameter(), limit, 1, maxLimit());
  }

  /** Returns a copy that asks for the page after the one that gave this cursor. */
  public final Q withCursor(String cursor) {
    return with("cursor", cursor);
  }

  /** Returns whether a page size is set. */
  public final boolean hasLimit() {
    return has(limitParameter());
  }
}
