package io.github.kalshi4j.risk;

import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.strategy.Intent;
import java.util.List;

/**
 * What risk made of one entry: every rule's verdict, not only the first that fails.
 *
 * @param requested what the sizer made of it, before the limits
 * @param approved what may be sent; zero if a rule denied it
 */
public record Assessment(
    Intent.Enter entry, Quantity requested, Quantity approved, List<Verdict> verdicts) {
  public Assessment {
    verdicts = List.copyOf(verdicts);
    if (approved.isAbove(requested)) {
      throw new IllegalArgumentException("approved " + approved + " of " + requested);
    }
  }

  public boolean isDenied() {
    return approved.isZero();
  }
}
