package io.github.kalshi4j.simulator.server;

import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.simulator.exchange.Answer;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.exchange.ExchangeEvent;
import io.github.kalshi4j.simulator.exchange.ExchangeListener;
import io.github.kalshi4j.simulator.exchange.SimulatedEngine;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * The one door to the engine: whoever enters holds it alone, and finds it at the time of the clock.
 * A clock that goes back leaves the engine's time where it is.
 */
final class Floor {
  private final ReentrantLock lock = new ReentrantLock();
  private final List<ExchangeListener> listeners = new CopyOnWriteArrayList<>();
  private final Records records = new Records();
  private final TimeSource time;
  private final SimulatedEngine engine;
  private final int shards;
  private Instant latest = Instant.EPOCH;

  Floor(SimulatedExchangeConfig config) {
    time = config.time();
    engine = new SimulatedEngine(config.policies(), config.seed(), this::told);
    shards = config.policies().shards();
  }

  int shards() {
    return shards;
  }

  /** Returns what was told; to be read within {@link #call} only. */
  Records records() {
    return records;
  }

  void listen(ExchangeListener listener) {
    listeners.add(listener);
  }

  private void told(ExchangeEvent event) {
    records.on(event);
    for (ExchangeListener listener : listeners) {
      listener.on(event);
    }
  }

  Answer execute(Command command) {
    return call(held -> held.execute(held.timeMicros(), command));
  }

  /** Does something with the engine while nobody else does. */
  <T> T call(Function<SimulatedEngine, T> work) {
    lock.lock();
    try {
      Instant now = time.now();
      if (now.isAfter(latest)) {
        latest = now;
      }
      engine.advanceTo(latest);
      return work.apply(engine);
    } finally {
      lock.unlock();
    }
  }
}
