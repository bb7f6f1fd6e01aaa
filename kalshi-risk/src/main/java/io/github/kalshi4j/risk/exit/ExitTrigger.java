package io.github.kalshi4j.risk.exit;

import io.github.kalshi4j.strategy.Figure;
import java.util.List;

/**
 * A position's exit, decided.
 *
 * @param rule the name of the rule that fired
 * @param figures the numbers it fired by; those per contract are rounded down to $0.000001 for the
 *     reader, the decision itself is exact
 */
public record ExitTrigger(String rule, List<Figure> figures) {
  public ExitTrigger {
    figures = List.copyOf(figures);
  }
}
