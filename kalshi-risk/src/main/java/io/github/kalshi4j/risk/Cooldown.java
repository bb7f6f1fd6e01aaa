package io.github.kalshi4j.risk;

import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.strategy.Figure;
import io.github.kalshi4j.strategy.Intent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps a time between the entries of one market, counted from the sending of the last one; an
 * entry exactly that much later is approved. The entry that follows a flattened opposite position
 * ({@link Intent.Enter#reversal()}) is exempt.
 */
public record Cooldown(Duration duration) implements RiskRule {
  public Cooldown {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("negative cooldown: " + duration);
    }
  }

  @Override
  public String name() {
    return "cooldown";
  }

  @Override
  public Verdict check(Intent.Enter entry, Quantity quantity, AccountView account) {
    Figure cooldown = Figure.of("cooldown", duration);
    Optional<Instant> last = account.lastEntrySent(entry.market());
    if (last.isEmpty()) {
      return Verdict.approved(name(), cooldown);
    }
    Duration elapsed = Duration.between(last.get(), account.now());
    Figure since = Figure.of("sinceLastEntry", elapsed);
    if (entry.reversal()) {
      return Verdict.approved(name(), cooldown, since, Figure.of("reversal", true));
    }
    return elapsed.compareTo(duration) < 0
        ? Verdict.denied(name(), "the last entry is too recent", cooldown, since)
        : Verdict.approved(name(), cooldown, since);
  }
}
