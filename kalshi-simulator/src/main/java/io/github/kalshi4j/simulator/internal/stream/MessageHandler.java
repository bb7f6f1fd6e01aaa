package io.github.kalshi4j.simulator.internal.stream;

/** Takes what the channels tell, in order, while the floor is held. */
@FunctionalInterface
interface MessageHandler {
  void on(Message message);
}
