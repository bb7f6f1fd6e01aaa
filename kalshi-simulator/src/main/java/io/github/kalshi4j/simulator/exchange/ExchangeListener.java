package io.github.kalshi4j.simulator.exchange;

/** Is told all that changes, in order, on the engine's thread; it must not call the engine. */
@FunctionalInterface
public interface ExchangeListener {
  void on(ExchangeEvent event);
}
