package io.github.kalshi4j.client.communications;

import io.github.kalshi4j.client.call.PagedQuery;
import io.github.kalshi4j.client.call.QueryParameter;
import io.github.kalshi4j.client.value.RfqId;
import io.github.kalshi4j.client.value.SubtraderId;
import io.github.kalshi4j.client.value.UserId;
import java.time.Instant;
import java.util.List;

/** Which quotes to list: always those of somebody, because the exchange refuses to list all. */
public final class QuoteQuery extends PagedQuery<QuoteQuery> {
  private static final QuoteQuery NOBODYS = new QuoteQuery(List.of());

  /** The quotes that we gave. */
  public static final QuoteQuery OURS = NOBODYS.with("user_filter", "self");

  /** The quotes that others gave on our requests. */
  public static final QuoteQuery ON_OUR_RFQS = NOBODYS.with("rfq_user_filter", "self");

  private QuoteQuery(List<QueryParameter> parameters) {
    super(parameters);
  }

  /**
   * Returns the quotes that one member gave.
   *
   * @deprecated The exchange gives this filter up. Our own are {@link #OURS}.
   */
  @Deprecated
  public static QuoteQuery createdBy(UserId creator) {
    return NOBODYS.with("quote_creator_user_id", creator);
  }

  /**
   * Returns the quotes on the requests of one member.
   *
   * @deprecated The exchange gives this filter up. Those on our own requests are {@link
   *     #ON_OUR_RFQS}.
   */
  @Deprecated
  public static QuoteQuery onRfqsOf(UserId creator) {
    return NOBODYS.with("rfq_creator_user_id", creator);
  }

  /** Returns a copy with quotes on the requests of one customer; for clearing members (FCMs). */
  public QuoteQuery withRfqSubtrader(SubtraderId subtrader) {
    return with("rfq_creator_subtrader_id", subtrader);
  }

  public QuoteQuery withRfq(RfqId rfq) {
    return with("rfq_id", rfq);
  }

  public QuoteQuery withStatus(QuoteStatus status) {
    if (status == QuoteStatus.UNRECOGNIZED) {
      throw new IllegalArgumentException("no status to ask for: " + status);
    }
    return with("status", status);
  }

  /** Returns a copy with quotes last changed after a time. */
  public QuoteQuery from(Instant time) {
    return withFrom("min_ts", time);
  }

  /** Returns a copy with quotes last changed before a time. */
  public QuoteQuery to(Instant time) {
    return withTo("max_ts", time);
  }

  @Override
  public int maxLimit() {
    return 500;
  }

  @Override
  protected QuoteQuery copy(List<QueryParameter> changed) {
    return new QuoteQuery(changed);
  }
}
