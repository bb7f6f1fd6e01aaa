package io.github.kalshi4j.simulator.contract;

import java.util.Set;

/**
 * Where the simulated exchange differs from the specifications on purpose, in the words of {@link
 * Schemas#errors}.
 *
 * <p>The specification shows refusals bare. Recorded ones have them inside {@code error}, and for a
 * parameter out of range there is only a {@code msg}: so all three are taken.
 */
final class Departures {
  static final Set<String> ANSWERS = Set.of();

  /** Members are called what whoever starts the exchange calls them. */
  static final Set<String> FRAMES = Set.of("user_order /msg/user_id: format");

  private Departures() {}
}
