package io.github.kalshi4j.strategy;

/**
 * A named number that explains a decision, kept as the exact text of its value.
 *
 * @param name in camel case, such as {@code gapChange}
 * @param value such as {@code -0.0300}
 */
public record Figure(String name, String value) {
  public static Figure of(String name, Object value) {
    return new Figure(name, value.toString());
  }
}
