package io.github.kalshi4j.risk;

import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.strategy.Figure;
import java.util.List;

/**
 * One rule's answer to one intent.
 *
 * @param rule the rule's name, such as {@code positionPerMarket}
 * @param figures the numbers it was decided by
 */
public record Verdict(String rule, Decision decision, List<Figure> figures) {
  public Verdict {
    figures = List.copyOf(figures);
  }

  public static Verdict approved(String rule, Figure... figures) {
    return new Verdict(rule, Decision.APPROVED, List.of(figures));
  }

  public static Verdict reduced(String rule, Quantity quantity, Figure... figures) {
    return new Verdict(rule, new Decision.Reduced(quantity), List.of(figures));
  }

  public static Verdict denied(String rule, String reason, Figure... figures) {
    return new Verdict(rule, new Decision.Denied(reason), List.of(figures));
  }

  /** What a rule decided. */
  public sealed interface Decision {
    Decision APPROVED = new Approved();

    /** The intent may go on as it is. */
    record Approved() implements Decision {}

    /** The intent may go on with at most this quantity, which is not zero. */
    record Reduced(Quantity quantity) implements Decision {
      public Reduced {
        if (quantity.isZero()) {
          throw new IllegalArgumentException("reduced to nothing: deny instead");
        }
      }
    }

    /** The intent must not go on. */
    record Denied(String reason) implements Decision {}
  }
}
