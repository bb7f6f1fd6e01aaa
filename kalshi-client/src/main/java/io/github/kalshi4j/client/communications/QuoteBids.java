package io.github.kalshi4j.client.communications;

import io.github.kalshi4j.client.value.Price;
import org.jspecify.annotations.Nullable;

/**
 * What a maker pays for each outcome, of which the requester may take one. Each price is that of
 * its own outcome: a bid of $0.60 for NO is one of $0.60, not of $0.40.
 *
 * @param yes per YES contract; null declines that side
 * @param no per NO contract; null declines that side
 */
public record QuoteBids(@Nullable Price yes, @Nullable Price no) {
  public QuoteBids {
    if (yes == null && no == null) {
      throw new IllegalArgumentException("a quote that declines both sides");
    }
    check("YES", yes);
    check("NO", no);
    if (yes != null && no != null && yes.isAbove(no.complement())) {
      throw new IllegalArgumentException(
          "bids of " + yes + " for YES and " + no + " for NO are more than $1 together");
    }
  }

  /** Returns bids for either outcome, together at most $1. */
  public static QuoteBids of(Price yes, Price no) {
    return new QuoteBids(yes, no);
  }

  /** Returns a bid for YES that declines to buy NO. */
  public static QuoteBids yesOnly(Price yes) {
    return new QuoteBids(yes, null);
  }

  /** Returns a bid for NO that declines to buy YES, at a NO price. */
  public static QuoteBids noOnly(Price no) {
    return new QuoteBids(null, no);
  }

  private static void check(String outcome, @Nullable Price price) {
    if (Price.ZERO.equals(price) || Price.ONE.equals(price)) {
      throw new IllegalArgumentException(
          "no quote may bid " + price + " for " + outcome + "; a declined side is left out");
    }
  }
}
