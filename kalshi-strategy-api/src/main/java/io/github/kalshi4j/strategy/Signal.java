package io.github.kalshi4j.strategy;

import io.github.kalshi4j.client.value.OutcomeSide;
import java.util.List;

/**
 * What a model believes, and the numbers it believes it by.
 *
 * @param name what fired, such as {@code convergence}
 * @param side the outcome it speaks for
 * @param confidence from 0 to 1
 */
public record Signal(String name, OutcomeSide side, double confidence, List<Figure> figures) {
  public Signal {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence outside 0 to 1: " + confidence);
    }
    figures = List.copyOf(figures);
  }

  public static Signal of(String name, OutcomeSide side, double confidence, Figure... figures) {
    return new Signal(name, side, confidence, List.of(figures));
  }
}
