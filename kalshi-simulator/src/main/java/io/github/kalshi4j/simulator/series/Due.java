package io.github.kalshi4j.simulator.series;

import io.github.kalshi4j.simulator.exchange.Command;

/**
 * A command that the exchange has to give itself.
 *
 * @param micros when, in microseconds since 1970
 */
public record Due(long micros, Command.MarketCommand command) {}
