package io.github.kalshi4j.risk;

import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.strategy.Intent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rules an entry meets, in order. All of them are asked and recorded, also after one has
 * denied, so that an assessment shows everything that stood against the entry. What is approved is
 * the least that any rule allows, and nothing if one denies. Called on the engine's thread.
 */
public final class RiskPipeline {
  private final List<RiskRule> rules;

  private RiskPipeline(List<RiskRule> rules) {
    this.rules = rules;
  }

  /**
   * Returns the pipeline of these rules.
   *
   * @throws IllegalArgumentException if two rules have the same name
   */
  public static RiskPipeline of(RiskRule... rules) {
    Set<String> names = new HashSet<>();
    for (RiskRule rule : rules) {
      if (!names.add(rule.name())) {
        throw new IllegalArgumentException("two risk rules are named " + rule.name());
      }
    }
    return new RiskPipeline(List.of(rules));
  }

  public List<RiskRule> rules() {
    return rules;
  }

  /**
   * Answers an entry.
   *
   * @param requested what the sizer made of it; if zero, no rule is asked and nothing approved
   */
  public Assessment assess(Intent.Enter entry, Quantity requested, AccountView account) {
    if (requested.isZero()) {
      Verdict nothing = Verdict.denied("sizing", "no quantity is asked for");
      return new Assessment(entry, requested, Quantity.ZERO, List.of(nothing));
    }
    Quantity approved = requested;
    List<Verdict> verdicts = new ArrayList<>(rules.size());
    for (RiskRule rule : rules) {
      Verdict verdict = rule.check(entry, requested, account);
      verdicts.add(verdict);
      approved =
          switch (verdict.decision()) {
            case Verdict.Decision.Approved() -> approved;
            case Verdict.Decision.Reduced(Quantity quantity) -> approved.min(quantity);
            case Verdict.Decision.Denied denied -> Quantity.ZERO;
          };
    }
    return new Assessment(entry, requested, approved, verdicts);
  }
}
