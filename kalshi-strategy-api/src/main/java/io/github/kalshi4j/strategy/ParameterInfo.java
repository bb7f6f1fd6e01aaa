package io.github.kalshi4j.strategy;

import java.util.List;

/**
 * What there is to know of one parameter of a strategy. Texts are in the form in which the
 * parameter is set.
 *
 * @param name the name of the record component
 * @param type one word or two, such as {@code duration}
 * @param defaultValue what it is where nothing else is said
 * @param value what it is in this configuration
 * @param description what {@link Parameter} says of it; empty if it has none
 * @param choices the values allowed; empty if they cannot be listed
 */
public record ParameterInfo(
    String name,
    String type,
    String defaultValue,
    String value,
    String description,
    List<String> choices) {
  public ParameterInfo {
    choices = List.copyOf(choices);
  }
}
