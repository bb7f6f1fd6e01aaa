package io.github.kalshi4j.simulator.life;

import io.github.kalshi4j.simulator.exchange.Answer;
import io.github.kalshi4j.simulator.exchange.Command;

/** Takes a participant's commands, at the time at which it acts. */
@FunctionalInterface
public interface Desk {
  Answer execute(Command command);
}
